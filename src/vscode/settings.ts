import * as vscode from 'vscode';
import type { Locale } from '../experiments/kit/localized';

/** The user's settings, as `package.json` declares them. Read anew each time, so that a change counts at once. */
export const settings = {
  /** Language of experiments and hovers for a note; VS Code's own where the setting says `auto`. */
  locale(resource?: vscode.Uri): Locale {
    const chosen = section(resource).get<string>('language', 'auto');
    const language = chosen === 'auto' ? vscode.env.language : chosen;
    return language.toLowerCase().startsWith('de') ? 'de' : 'en';
  },

  /** Names of the notes whose headings are terms. */
  glossaryNotes(resource: vscode.Uri): readonly string[] {
    return section(resource)
      .get<string[]>('glossaryNotes', [])
      .filter((name) => typeof name === 'string');
  },
};

function section(resource?: vscode.Uri): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('lectureLab', resource);
}
