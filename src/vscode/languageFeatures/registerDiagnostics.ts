import * as vscode from 'vscode';
import { demoMessages } from '../../core/features/demoProblem';
import {
  type Diagnosis,
  type DiagnosisCode,
  demoDiagnoses,
  diagnose,
  formulaDiagnoses,
  saysDemos,
  staleDiagnoses,
} from '../../core/features/diagnostics';
import { hasResults } from '../../core/features/resultCallout';
import type { ConceptTable } from '../../core/index/conceptTable';
import { keepRecent } from '../../core/maps';
import type { Formula } from '../../core/notes/formulas';
import { TextLines } from '../../core/text';
import { toVscodeRange } from '../convert';
import { experiments } from '../experimentCatalog';
import type { MathMacros } from '../mathMacros';
import { diagnosticSource, type Severity, settings } from '../settings';
import { Slices } from '../slices';
import type { Vault } from '../vault';
import { noteSelector, type Vaults } from '../vaults';

/** How long after a change notes are looked at again, in milliseconds; the vault itself waits about as long before it tells. */
const delayMilliseconds = 150;

/** Settings that decide what is marked. */
const usedSettings = ['lectureLab.diagnostics', 'lectureLab.mathPreamble', 'markdown.math.macros'];

/** Results of formulas that are kept; a long lecture has about a thousand. */
const cacheSize = 5000;

const severities: Readonly<Record<Exclude<Severity, 'off'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Marks what is wrong in open notes: links that lead nowhere, properties, formulas and demos that cannot be read. */
export function registerDiagnostics(
  vaults: Vaults,
  macros: MathMacros,
  concepts: ConceptTable,
): vscode.Disposable {
  const diagnostics = new NoteDiagnostics(vaults, macros, concepts);
  return vscode.Disposable.from(
    diagnostics,
    vaults.onDidChange((vault) => diagnostics.updateAll(vault)),
    vscode.workspace.onDidOpenTextDocument((document) => diagnostics.updateSoon(document)),
    vscode.workspace.onDidCloseTextDocument((document) => diagnostics.clear(document)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (usedSettings.some((setting) => change.affectsConfiguration(setting))) diagnostics.updateAll();
    }),
  );
}

/** The diagnostics of open notes. */
class NoteDiagnostics implements vscode.Disposable {
  readonly #vaults: Vaults;
  readonly #concepts: ConceptTable;
  readonly #collection = vscode.languages.createDiagnosticCollection('lectureLab');
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #formulas: FormulaChecks;
  readonly #slices = new Slices();

  constructor(vaults: Vaults, macros: MathMacros, concepts: ConceptTable) {
    this.#vaults = vaults;
    this.#concepts = concepts;
    this.#formulas = new FormulaChecks(macros);
    this.updateAll();
  }

  /** Looks at all open notes again, or at those of one vault. */
  updateAll(vault?: Vault): void {
    for (const document of vscode.workspace.textDocuments) {
      if (isWatched(document) && (!vault || this.#vaults.vaultOf(document.uri) === vault))
        this.updateSoon(document);
    }
  }

  /** Looks at a note once changes pause. */
  updateSoon(document: vscode.TextDocument): void {
    if (!isWatched(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      void this.#update(document);
    }, delayMilliseconds);
    this.#timers.set(key, timer);
  }

  /** Forgets a note that was closed. */
  clear(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#collection.delete(document.uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#collection.dispose();
  }

  async #update(document: vscode.TextDocument): Promise<void> {
    const { version, uri } = document;
    const vault = this.#vaults.vaultOf(uri);
    // A link to a note that has not been read yet would be reported as missing. When all are read, the vault tells.
    if (!vault.isRead || document.isClosed) return;
    const formulas = await this.#formulaDiagnoses(document, vault);
    const demos = await demoDiagnosesOf(document, vault, this.#concepts);
    const stale = await staleDiagnosesOf(document, vault);
    // Whoever has changed or closed the note meanwhile has asked for a new look at it, or for none.
    if (document.version !== version || document.isClosed) return;
    const found = [...diagnosesOf(document, vault), ...demos, ...stale, ...formulas];
    const shown = settings.diagnosticSeverities(uri);
    this.#collection.set(
      uri,
      found.flatMap((diagnosis) => toDiagnostic(diagnosis, shown[diagnosis.code], vault)),
    );
  }

  /** The formulas that do not parse, looked at in slices, so that typing never waits. */
  async #formulaDiagnoses(document: vscode.TextDocument, vault: Vault): Promise<readonly Diagnosis[]> {
    const text = document.getText();
    const isWanted = settings.diagnosticSeverities(document.uri)['broken-formula'] !== 'off';
    if (!isWanted || !text.includes('$')) return [];
    const check = await this.#formulas.checker(vault);
    const found: Diagnosis[] = [];
    await this.#slices.pause();
    for (const diagnosis of formulaDiagnoses(text, check)) {
      if (diagnosis) found.push(diagnosis);
      await this.#slices.pause();
    }
    return found;
  }
}

/** What is wrong with links and properties of an open note, as far as its vault can tell and the user wants to know. */
export function diagnosesOf(document: vscode.TextDocument, vault: Vault): readonly Diagnosis[] {
  const lines = new TextLines(document.getText());
  const found = diagnose(vault.index, vault.pathOf(document.uri), vault.noteOf(document), lines);
  const shown = settings.diagnosticSeverities(document.uri);
  // Of a note outside of all folders nobody knows what is beside it.
  const isAlone = vscode.workspace.getWorkspaceFolder(document.uri) === undefined;
  return found.filter((diagnosis) => shown[diagnosis.code] !== 'off' && !(isAlone && 'link' in diagnosis));
}

/** What is wrong with what an open note says about its demos. The specs of the experiments are loaded for notes alone that say something. */
export async function demoDiagnosesOf(
  document: vscode.TextDocument,
  vault: Vault,
  concepts: ConceptTable,
): Promise<readonly Diagnosis[]> {
  const note = vault.noteOf(document);
  const isWanted = settings.diagnosticSeverities(document.uri)['broken-demo'] !== 'off';
  return isWanted && saysDemos(note) ? demoDiagnoses(note, concepts, await experiments.settable()) : [];
}

/** The results in an open note that are stale. The specs of the experiments are loaded for notes alone that have results and blocks. */
export async function staleDiagnosesOf(
  document: vscode.TextDocument,
  vault: Vault,
): Promise<readonly Diagnosis[]> {
  const note = vault.noteOf(document);
  const isWanted = settings.diagnosticSeverities(document.uri)['stale-result'] !== 'off';
  if (!isWanted || note.demoBlocks.length === 0 || !hasResults(note)) return [];
  const lines = new TextLines(document.getText());
  return staleDiagnoses({ note, lines }, await experiments.settable());
}

/** Checks formulas with MathJax and the macros of their vault, each text once. */
class FormulaChecks {
  readonly #macros: MathMacros;
  readonly #known = new Map<string, string | undefined>();

  constructor(macros: MathMacros) {
    this.#macros = macros;
  }

  /** No clock limits a check: whether a formula is broken must not depend on how busy the machine is. */
  async checker(vault: Vault): Promise<(formula: Formula) => string | undefined> {
    const { checkFormula } = await import('../../core/math/formulaRenderer');
    const { preamble, key: macros } = await this.#macros.of(vault);
    return ({ tex, isDisplay }) => {
      const key = `${macros} ${isDisplay} ${tex}`;
      if (this.#known.has(key)) return this.#known.get(key);
      const message = checkFormula(tex, isDisplay, { preamble });
      keepRecent(this.#known, key, message, cacheSize);
      return message;
    };
  }
}

/** Notes that somebody may be writing: not the old version in a comparison. */
function isWatched(document: vscode.TextDocument): boolean {
  if (vscode.languages.match(noteSelector, document) === 0) return false;
  const { scheme } = document.uri;
  return (
    scheme === 'file' ||
    scheme === 'untitled' ||
    vscode.workspace.getWorkspaceFolder(document.uri) !== undefined
  );
}

function toDiagnostic(diagnosis: Diagnosis, severity: Severity, vault: Vault): readonly vscode.Diagnostic[] {
  if (severity === 'off') return [];
  const diagnostic = new vscode.Diagnostic(
    toVscodeRange(diagnosis.range),
    messageOf(diagnosis),
    severities[severity],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = diagnosis.code satisfies DiagnosisCode;
  if (diagnosis.code === 'ambiguous-link') {
    diagnostic.relatedInformation = diagnosis.candidates.map(
      (path) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(vault.uriOf(path), new vscode.Position(0, 0)),
          path,
        ),
    );
  }
  return [diagnostic];
}

function messageOf(diagnosis: Diagnosis): string {
  const { l10n } = vscode;
  switch (diagnosis.code) {
    case 'missing-note':
      return l10n.t('There is no note or file “{0}”.', diagnosis.link.path);
    case 'missing-heading':
      return l10n.t('“{0}” has no heading “{1}”.', diagnosis.target, diagnosis.wanted);
    case 'missing-block':
      return l10n.t('“{0}” has no block “{1}”.', diagnosis.target, diagnosis.wanted);
    case 'link-by-alias':
      return l10n.t(
        '“{0}” is an alias of “{1}”, and links do not find notes by their aliases.',
        diagnosis.link.path,
        diagnosis.notes.join('”, “'),
      );
    case 'ambiguous-link':
      return l10n.t(
        'Several files fit this link equally well: {0}. It leads to the first one.',
        diagnosis.candidates.join(', '),
      );
    case 'broken-properties':
      return l10n.t('The properties cannot be read: {0}', diagnosis.message);
    case 'broken-formula':
      return l10n.t('The formula cannot be read: {0}', diagnosis.message);
    case 'broken-demo':
      return l10n.t(demoMessages[diagnosis.problem.code], ...diagnosis.problem.values);
    case 'stale-result':
      return l10n.t(
        'This result is of other settings than the block above has. They differ in: {0}',
        diagnosis.stale.names.join(', '),
      );
  }
}
