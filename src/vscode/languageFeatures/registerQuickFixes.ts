import * as vscode from 'vscode';
import type { Diagnosis, LinkDiagnosis } from '../../core/features/diagnostics';
import { demoFixes, type QuickFix, quickFixes } from '../../core/features/quickFixes';
import { removedResult, type StaleResult } from '../../core/features/resultCallout';
import type { ConceptTable } from '../../core/index/conceptTable';
import { TextLines } from '../../core/text';
import { commandIds } from '../commands';
import { toVscodeRange } from '../convert';
import { blockOrder } from '../demoOrder';
import { diskOf } from '../disk';
import { diagnosticSource } from '../settings';
import type { Vault } from '../vault';
import { noteSelector, type Vaults } from '../vaults';
import { demoDiagnosesOf, diagnosesOf, staleDiagnosesOf } from './registerDiagnostics';

/** Quick fixes for links that lead nowhere or not clearly to one file, for demos that cannot be read, and for stale results. */
export function registerQuickFixes(vaults: Vaults, concepts: ConceptTable): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    noteSelector,
    {
      provideCodeActions: async (document, range, context) => [
        ...(await codeActions(document, range, context, vaults)),
        ...(await demoActions(document, range, context, vaults.vaultOf(document.uri), concepts)),
        ...(await staleActions(document, range, context, vaults.vaultOf(document.uri))),
      ],
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
  vaults: Vaults,
): Promise<vscode.CodeAction[]> {
  const vault = vaults.vaultOf(document.uri);
  if (!vault.isRead) return [];
  const context = {
    index: vault.index,
    settings: vault.obsidian,
    path: vault.pathOf(document.uri),
    lines: new TextLines(document.getText()),
  };
  const actions = diagnosesOf(document, vault)
    .filter(isAboutLink)
    .filter((diagnosis) => toVscodeRange(diagnosis.range).intersection(range) !== undefined)
    .flatMap((diagnosis) =>
      quickFixes(diagnosis, context).map(async (fix, index) => {
        if (!(await isHeld(fix, vault))) return [];
        const action = toAction(fix, vault, document);
        action.diagnostics = diagnostics.filter((shown) => isShownAs(diagnosis, shown));
        action.isPreferred = index === 0 && diagnosis.code !== 'ambiguous-link';
        return [action];
      }),
    );
  return (await Promise.all(actions)).flat();
}

/** Whether a fix leaves alone what symbolic links lead to outside of the vault. */
async function isHeld(fix: QuickFix, vault: Vault): Promise<boolean> {
  return fix.kind !== 'create-note' || diskOf(vault.root).holds(vault.uriOf(fix.path));
}

async function demoActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
  vault: Vault,
  concepts: ConceptTable,
): Promise<vscode.CodeAction[]> {
  const diagnoses = await demoDiagnosesOf(document, vault, concepts);
  return diagnoses
    .filter((diagnosis) => toVscodeRange(diagnosis.range).intersection(range) !== undefined)
    .flatMap((diagnosis) => {
      const fixes = diagnosis.code === 'broken-demo' ? demoFixes(diagnosis.problem) : [];
      return fixes.map((fix, index) => {
        const action = toAction(fix, vault, document);
        action.diagnostics = diagnostics.filter((shown) => isShownAs(diagnosis, shown));
        action.isPreferred = index === 0;
        return action;
      });
    });
}

/** A result that is stale is made anew in the lab, or taken out. */
async function staleActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
  vault: Vault,
): Promise<vscode.CodeAction[]> {
  const diagnoses = await staleDiagnosesOf(document, vault);
  return diagnoses
    .filter((diagnosis) => toVscodeRange(diagnosis.range).intersection(range) !== undefined)
    .flatMap((diagnosis) => {
      if (diagnosis.code !== 'stale-result') return [];
      const actions = [
        rerunAction(diagnosis.stale, document, vault),
        removeAction(diagnosis.stale, document),
      ];
      for (const action of actions)
        action.diagnostics = diagnostics.filter((shown) => isShownAs(diagnosis, shown));
      return actions;
    });
}

function rerunAction(
  { block, order }: StaleResult,
  document: vscode.TextDocument,
  vault: Vault,
): vscode.CodeAction {
  const title = vscode.l10n.t('Run with the settings of the block');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const demo = blockOrder(document.uri, vault.noteOf(document), block, order);
  action.command = { title, command: commandIds.runDemo, arguments: [demo] };
  action.isPreferred = true;
  return action;
}

function removeAction({ result }: StaleResult, document: vscode.TextDocument): vscode.CodeAction {
  const title = vscode.l10n.t('Remove the result');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const { range, newText } = removedResult(new TextLines(document.getText()), result);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, toVscodeRange(range), newText);
  return action;
}

function isAboutLink(diagnosis: Diagnosis): diagnosis is LinkDiagnosis {
  return 'link' in diagnosis;
}

function isShownAs({ code, range }: Diagnosis, shown: vscode.Diagnostic): boolean {
  return (
    shown.source === diagnosticSource && shown.code === code && shown.range.isEqual(toVscodeRange(range))
  );
}

function toAction(fix: QuickFix, vault: Vault, document: vscode.TextDocument): vscode.CodeAction {
  const action = new vscode.CodeAction(titleOf(fix), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  if (fix.kind === 'create-note') {
    const contents = new TextEncoder().encode(fix.text);
    action.edit.createFile(vault.uriOf(fix.path), { ignoreIfExists: true, contents });
    return action;
  }
  for (const { range, newText } of fix.edits)
    action.edit.replace(document.uri, toVscodeRange(range), newText);
  return action;
}

function titleOf(fix: QuickFix): string {
  switch (fix.kind) {
    case 'create-note':
      return vscode.l10n.t('Create the note “{0}”', fix.path);
    case 'did-you-mean':
      return vscode.l10n.t('Did you mean “{0}”?', fix.name);
    case 'use-value':
      return vscode.l10n.t('Write “{0}”', fix.name);
    case 'pipe-alias':
      return vscode.l10n.t('Link to “{0}” and keep the text', fix.name);
    case 'qualify':
      return vscode.l10n.t('Link to “{0}”', fix.name);
  }
}
