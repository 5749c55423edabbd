import * as vscode from 'vscode';
import type { DiagnosisCode } from '../core/features/diagnostics';
import type { GlossarySettings } from '../core/index/glossaryChoice';
import { vaultPath } from '../core/index/vaultPath';
import type { LineBreaks } from '../core/page/lineBreaks';
import type { Locale } from '../experiments/kit/localized';

/** What happens to links when files are renamed or moved in the explorer. */
export type UpdateLinksOnFileMove = 'prompt' | 'always' | 'never';

/** What pages of notes show besides the text. */
export interface PreviewSettings {
  readonly properties: boolean;
  readonly contents: boolean;
  readonly surroundings: boolean;
  readonly demos: boolean;
  readonly figures: boolean;
  readonly terms: boolean;
  readonly lineBreaks: LineBreaks;
}

/** How loud something that is wrong is shown. */
export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** What diagnostics name as their source. */
export const diagnosticSource = 'Lecture Lab';

/** The user's settings, as `package.json` declares them. Read anew each time, so that a change counts at once. */
export const settings = {
  /** Language of experiments and hovers for a note; VS Code's own where the setting says `auto`. */
  locale(resource?: vscode.Uri): Locale {
    const chosen = textOr(section(resource).get('language'), 'auto');
    return localeOf(chosen === 'auto' ? vscode.env.language : chosen);
  },

  /** VS Code's own language, where no note is concerned. */
  displayLocale(): Locale {
    return localeOf(vscode.env.language);
  },

  /** Which notes are glossaries, for which notes, and what they do not explain. */
  glossary(resource: vscode.Uri): GlossarySettings {
    const chosen = section(resource);
    const byNote = Object.entries(chosen.get<Record<string, unknown> | null>('glossaryByNote') ?? {});
    return {
      notes: textsIn(chosen.get('glossaryNotes')),
      byNote: Object.fromEntries(byNote.map(([glob, glossaries]) => [glob, textsIn(glossaries)])),
      exclude: textsIn(chosen.get('glossaryExclude')),
    };
  },

  /** Whether terms are underlined where they first occur. */
  underlineTerms(resource: vscode.Uri): boolean {
    return section(resource).get<boolean>('underlineTerms') === true;
  },

  /** Whether learners are asked what they expect before an experiment runs for the first time. */
  predictFirst(): boolean {
    return section().get<boolean>('predictFirst') !== false;
  },

  /** As what a picture is put into a note. */
  resultFormat(): 'svg' | 'png' {
    return section().get<string>('resultFormat') === 'png' ? 'png' : 'svg';
  },

  /** The vault's folder with experiments of one's own, relative to the vault, without slashes around it. Never one outside. */
  experimentsFolder(resource: vscode.Uri): string {
    return vaultPath(textOr(section(resource).get('experimentsFolder'), '')) || 'experiments';
  },

  /** Whether VS Code's Markdown preview shows notes as pages. */
  previewEnabled(): boolean {
    return section().get<boolean>('preview.enabled') !== false;
  },

  /** What the pages of notes show besides the text. */
  preview(resource: vscode.Uri): PreviewSettings {
    const chosen = section(resource);
    const isOn = (name: string): boolean => chosen.get<boolean>(`preview.${name}`) !== false;
    const lineBreaks = chosen.get<string>('preview.lineBreaks');
    return {
      properties: isOn('properties'),
      contents: isOn('contents'),
      surroundings: isOn('surroundings'),
      demos: isOn('demos'),
      figures: isOn('figures'),
      terms: isOn('terms'),
      lineBreaks: lineBreaks === 'always' || lineBreaks === 'never' ? lineBreaks : 'auto',
    };
  },

  /** Whether VS Code's preview opens the notes that its links lead to in an editor, rather than in itself. */
  opensLinksInEditor(resource: vscode.Uri): boolean {
    const preview = vscode.workspace.getConfiguration('markdown.preview', resource);
    return preview.get<string>('openMarkdownLinks') === 'inEditor';
  },

  /** Writes that setting for the user. */
  async setPredictFirst(isOn: boolean): Promise<void> {
    await section().update('predictFirst', isOn, vscode.ConfigurationTarget.Global);
  },

  /** The vault's file with TeX macros, relative to the vault; `''` for none, and for one outside. */
  mathPreamble(resource: vscode.Uri): string {
    return vaultPath(textOr(section(resource).get('mathPreamble'), 'preamble.sty')) ?? '';
  },

  /** VS Code's own macros for formulas, as the user wrote them: name → expansion, unchecked. */
  markdownMacros(resource: vscode.Uri): unknown {
    return vscode.workspace.getConfiguration('markdown.math', resource).get<unknown>('macros');
  },

  /** How each kind of thing that is wrong in a note is shown. */
  diagnosticSeverities(resource: vscode.Uri): Readonly<Record<DiagnosisCode, Severity>> {
    const chosen = section(resource);
    const read = (name: string): Severity => {
      const value = chosen.get<string>(`diagnostics.${name}`);
      return severities.find((severity) => severity === value) ?? 'warning';
    };
    return {
      'missing-note': read('missingNote'),
      'missing-heading': read('missingHeading'),
      'missing-block': read('missingBlock'),
      'ambiguous-link': read('ambiguousLink'),
      'link-by-alias': read('linkByAlias'),
      'broken-properties': read('brokenProperties'),
      'broken-formula': read('brokenFormula'),
      'broken-demo': read('brokenDemo'),
      'stale-result': read('staleResult'),
    };
  },

  /** Whether links follow files that are renamed or moved in the explorer. */
  updateLinksOnFileMove(resource: vscode.Uri): UpdateLinksOnFileMove {
    const chosen = section(resource).get<string>('updateLinksOnFileMove');
    return chosen === 'always' || chosen === 'never' ? chosen : 'prompt';
  },

  /** Writes that setting where it is set now, for the folder or workspace; else for the user. */
  async setUpdateLinksOnFileMove(value: UpdateLinksOnFileMove, resource: vscode.Uri): Promise<void> {
    const present = section(resource).inspect('updateLinksOnFileMove');
    const target =
      present?.workspaceFolderValue !== undefined
        ? vscode.ConfigurationTarget.WorkspaceFolder
        : present?.workspaceValue !== undefined
          ? vscode.ConfigurationTarget.Workspace
          : vscode.ConfigurationTarget.Global;
    await section(resource).update('updateLinksOnFileMove', value, target);
  },
};

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint', 'off'];

function localeOf(language: string): Locale {
  return language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

function section(resource?: vscode.Uri): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('lectureLab', resource);
}

/** A settings file of a vault may say anything. */
function textOr(value: unknown, usual: string): string {
  return typeof value === 'string' ? value : usual;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}
