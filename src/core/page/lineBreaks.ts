import type { ObsidianSettings } from '../index/obsidianSettings';
import type { Note } from '../notes/note';

/** When a single line break in a note is shown as one. */
export type LineBreaks = 'auto' | 'always' | 'never';

/**
 * Whether a page shows single line breaks. `auto`: as Obsidian is set, in its vaults and in notes with wikilinks; other Markdown files keep
 * Markdown's own rule, by which a line break is a space.
 */
export function showsLineBreaks(
  choice: LineBreaks,
  obsidian: Pick<ObsidianSettings, 'isVault' | 'strictLineBreaks'>,
  note: Note,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (obsidian.isVault) return !obsidian.strictLineBreaks;
  return note.links.some(({ kind }) => kind === 'wikilink' || kind === 'embed');
}
