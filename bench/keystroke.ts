// A keystroke in notes of several lengths until lenses, links and hovers are right again. keystroke
import { formulaAt, linkAt } from '../src/core/features/positionLookups';
import { termAt } from '../src/core/features/termAt';
import { VaultIndex } from '../src/core/index/vaultIndex';
import { parseNote } from '../src/core/notes/parseNote';
import { TextLines } from '../src/core/text';
import { concepts, glossaryNotes, refresh } from './indexVault';
import { generateVault, longNote } from './lectureNotes';
import { median, quantile, report, times } from './measure';

const lengths: readonly number[] = [2000, 4000, 16_000];
const vaultSize = 200;
const keystrokes = 30;

const index = new VaultIndex(glossaryNotes);
for (const { path, text } of generateVault(vaultSize, 1)) index.setNote(path, parseNote(text));

/** Types into the middle of a line in the middle of the note. */
function type(text: string): readonly number[] {
  const lines = new TextLines(text);
  const position = { line: Math.floor(lines.count / 2), column: 0 };
  const offset = lines.offsetAt(position);
  return times(keystrokes, (turn) => {
    const changed = `${text.slice(0, offset)}${'x'.repeat(turn + 1)} [[Glossar]]${text.slice(offset)}`;
    const note = parseNote(changed);
    index.setNote('Lang.md', note);
    const changedLines = new TextLines(changed);
    refresh(index, 'Lang.md', note, changedLines);
    const cursor = { line: position.line, column: turn + 5 };
    if (linkAt(note, cursor)?.path !== 'Glossar') throw new Error('The typed link is not found.');
    formulaAt(note, changedLines, cursor);
    termAt(index.terms(), note, changedLines, cursor);
    termAt(concepts, note, changedLines, cursor);
  });
}

// The first runs of a function are not compiled; nobody types into an editor that has just started.
type(longNote(Math.min(...lengths), vaultSize, 3));
const results = lengths.map((lineCount) => {
  const text = longNote(lineCount, vaultSize, 2);
  const spent = type(text);
  return { lineCount, bytes: Buffer.byteLength(text), median: median(spent), p95: quantile(spent, 0.95) };
});
report({ results });
