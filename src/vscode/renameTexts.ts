import * as vscode from 'vscode';
import type { Refusal, RefusalReason } from '../core/features/rename/refusal';

/** Why something cannot be renamed, in the user's words. */
export function refusalText({ refused, detail }: Refusal): string {
  return texts[refused](detail);
}

/** That a vault is not read to its end, so that links might be missed. */
export function unreadVaultText(): string {
  return vscode.l10n.t('Not all notes have been read yet, so links might be missed. Try again in a moment.');
}

const texts: Readonly<Record<RefusalReason, (detail: string) => string>> = {
  nothing: () =>
    vscode.l10n.t(
      'There is no name here to be changed. Put the cursor on a link, heading, tag, block ID or alias.',
    ),
  unresolved: () => vscode.l10n.t('This link leads to nothing; only what exists can be renamed.'),
  'shown-text': () => vscode.l10n.t('This is only what the link shows, not an alias of its note.'),
  'empty-name': () =>
    vscode.l10n.t('The new name is empty or made only of characters that do not count in links.'),
  'forbidden-characters': (detail) =>
    vscode.l10n.t('These characters cannot stand in this name: {0}', detail),
  'file-exists': (detail) => vscode.l10n.t('The file “{0}” exists already.', detail),
  unlinkable: (detail) => vscode.l10n.t('No link can be written that leads to “{0}”.', detail),
  'bad-block-id': () => vscode.l10n.t('A block ID is made of the letters A to Z, digits and hyphens.'),
  'block-id-exists': () => vscode.l10n.t('The note already has a block with this ID.'),
  'bad-tag': () =>
    vscode.l10n.t('This is no tag: letters, digits, “-”, “_” and “/” can be used, but not digits alone.'),
  'several-lines': () => vscode.l10n.t('A name must stand on a single line.'),
  'no-heading': () => vscode.l10n.t('With this text the line would no longer be a heading of that name.'),
  'heading-exists': () =>
    vscode.l10n.t('The note has another heading with this text, and links could not tell the two apart.'),
  'alias-exists': () => vscode.l10n.t('The note has this alias already.'),
  changed: (detail) =>
    vscode.l10n.t(
      'A place in the note “{0}” cannot be told exactly, perhaps because it has just changed.',
      detail,
    ),
  unreadable: (detail) => vscode.l10n.t('The note “{0}” cannot be read as UTF-8 without loss.', detail),
};
