import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { registerBacklinksView } from './vscode/backlinksView';
import { registerCommands } from './vscode/commands';
import { experiments } from './vscode/experimentCatalog';
import { explainTexts } from './vscode/experimentPanel/explainTexts';
import { LabPanel, type LabProgress, type LabTexts } from './vscode/experimentPanel/labPanel';
import { renderOwnTexts } from './vscode/experimentPanel/ownTexts';
import { registerWriteBack, writeBack } from './vscode/experimentPanel/writeBack';
import { registerExport } from './vscode/exportNote';
import { did } from './vscode/firstSteps';
import { Formulas } from './vscode/formulas';
import { registerGlossaryCommands } from './vscode/glossaryCommands';
import { registerGlossaryPages } from './vscode/glossaryPage';
import { registerGlossaryView } from './vscode/glossaryView';
import { registerCodeLenses } from './vscode/languageFeatures/registerCodeLenses';
import { registerCompletion } from './vscode/languageFeatures/registerCompletion';
import { registerDiagnostics } from './vscode/languageFeatures/registerDiagnostics';
import { registerFileMoves } from './vscode/languageFeatures/registerFileMoves';
import { registerFolding } from './vscode/languageFeatures/registerFolding';
import { registerHovers } from './vscode/languageFeatures/registerHovers';
import { registerLinks } from './vscode/languageFeatures/registerLinks';
import { registerQuickFixes } from './vscode/languageFeatures/registerQuickFixes';
import { registerReferences } from './vscode/languageFeatures/registerReferences';
import { registerRename } from './vscode/languageFeatures/registerRename';
import { registerSymbols } from './vscode/languageFeatures/registerSymbols';
import { MathMacros } from './vscode/mathMacros';
import { registerNoteHasDemos } from './vscode/noteHasDemos';
import { registerNotePreview } from './vscode/notePreview/registerNotePreview';
import { OwnExperiments } from './vscode/ownExperiments';
import { registerReadingStatus } from './vscode/readingStatus';
import { isSampleVault } from './vscode/sampleVault';
import { registerSampleVaultCommand } from './vscode/sampleVaultCommand';
import { registerTermUnderlines } from './vscode/termUnderlines';
import { registerTryOut } from './vscode/tryOut';
import { OwnRename } from './vscode/vaultRename';
import { type VaultReading, Vaults } from './vscode/vaults';

/** What other extensions may use. */
export interface LectureLabApi {
  /** Fires when a run in the lab has advanced, at most about twice a second. */
  readonly onDidProgress: vscode.Event<LabProgress>;
  /** VS Code's Markdown preview asks every extension that has plugins for it. */
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

let vaults: Vaults | undefined;

/** The only wiring: builds what has state, hands it to the features, and leaves all disposing to VS Code. */
export function activate(context: vscode.ExtensionContext): LectureLabApi {
  const log = vscode.window.createOutputChannel('Lecture Lab', { log: true });
  const { concepts } = experiments;
  vaults = new Vaults(context, log);
  const macros = new MathMacros();
  const explainer = { vaults, formulas: new Formulas(macros) };
  const texts: LabTexts = {
    explain: (request, locale) => explainTexts(request, locale, explainer),
    render: (request) => renderOwnTexts(request, explainer),
  };
  const lab = new LabPanel(context.extensionUri, log, texts, (order) => writeBack(order, explainer.vaults));
  const preview = registerNotePreview({ vaults, macros, concepts, log });
  const ownRename = new OwnRename();
  context.subscriptions.push(
    log,
    vaults,
    experiments.connect(new OwnExperiments()),
    lab,
    // Before the views, which begin to read vaults.
    registerReadingStatus(vaults, log),
    vaults.onDidBeginReading(tickOffOwnVault),
    lab.onDidProgress(() => did('runDemo')),
    registerCommands({ vaults, concepts, lab, extensionUri: context.extensionUri }),
    registerCodeLenses(vaults, concepts),
    registerHovers({ ...explainer, concepts }),
    registerLinks(vaults),
    registerReferences(vaults),
    registerCompletion(vaults),
    registerDiagnostics(vaults, macros, concepts),
    registerQuickFixes(vaults, concepts),
    registerRename(vaults, ownRename),
    registerFileMoves(vaults, ownRename),
    registerSymbols(vaults),
    registerFolding(vaults),
    registerBacklinksView(vaults),
    registerGlossaryView(vaults, context.workspaceState),
    registerGlossaryCommands(vaults),
    registerGlossaryPages(),
    registerWriteBack(vaults),
    registerTermUnderlines(vaults),
    registerNoteHasDemos(vaults, concepts),
    registerTryOut(vaults, concepts),
    registerSampleVaultCommand(context),
    preview.disposable,
    registerExport({ vaults, macros, extensionUri: context.extensionUri, log }),
  );
  return { onDidProgress: lab.onDidProgress, extendMarkdownIt: preview.extendMarkdownIt };
}

async function tickOffOwnVault({ vault, isDone }: VaultReading): Promise<void> {
  await isDone;
  if (vault.index.noteCount > 0 && !isSampleVault(vault.root)) did('readOwnVault');
}

/** Keeps what was read for the next window. */
export async function deactivate(): Promise<void> {
  await vaults?.flush();
}
