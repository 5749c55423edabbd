import type { StateBlock, StateCore } from 'markdown-it';
import { turnQuotesIntoCallouts } from '../grammar/callout';
import { sharedGrammar } from '../grammar/grammar';
import { normalizeText } from '../grammar/normalize';
import { TextLines } from '../text';
import type { Note } from './note';
import { NoteReader } from './noteReader';
import { readProperties } from './properties';

/** How much is read in one step: few enough that a step takes well under a millisecond. */
const blocksPerStep = 16;
const tokensPerStep = 64;

/**
 * Reads a note. Never throws: whatever is not well formed is text, or one of the note's problems.
 * @param text the whole note, any line breaks.
 */
export function parseNote(text: string): Note {
  const reading = new NoteReading(text);
  while (reading.step());
  return reading.note;
}

/** A note that is being read, step by step, for who must do other things in between. */
export class NoteReading {
  readonly #lines: TextLines;
  readonly #core: StateCore;
  readonly #state: StateBlock;
  readonly #blockLines: number[] = [];
  #reader: NoteReader | undefined;
  #hasEmptyLines = false;
  #nextToken = 0;
  #note: Note | undefined;

  /** @param text the whole note, any line breaks. */
  constructor(text: string) {
    const lines = new TextLines(normalizeText(text));
    const drawing = isDrawing(lines.text) ? drawingNote(lines) : undefined;
    const md = sharedGrammar();
    const source = drawing ? '' : lines.text;
    this.#lines = lines;
    this.#note = drawing;
    this.#core = new md.core.State(source, md, {});
    this.#state = new md.block.State(source, md, this.#core.env, this.#core.tokens);
  }

  /** Reads on for a moment. Returns whether there is more to read. */
  step(): boolean {
    if (this.#note) return false;
    if (!this.#reader) return this.#readBlocks();
    const { tokens } = this.#core;
    const end = Math.min(this.#nextToken + tokensPerStep, tokens.length);
    while (this.#nextToken < end) this.#reader.read(this.#nextToken++);
    if (end < tokens.length) return true;
    this.#note = this.#reader.note(this.#blockLines);
    return false;
  }

  /** What the note says. Throws before the last step. */
  get note(): Note {
    if (!this.#note) throw new Error('The note has not been read to its end.');
    return this.#note;
  }

  /** markdown-it's own loop over the blocks of a text (`ParserBlock.tokenize`), for a few blocks. */
  #readBlocks(): boolean {
    const state = this.#state;
    const rules = state.md.block.ruler.getRules('');
    for (let block = 0; block < blocksPerStep; block++) {
      const line = state.skipEmptyLines(state.line);
      state.line = line;
      if (line >= state.lineMax) {
        turnQuotesIntoCallouts(this.#core);
        this.#reader = new NoteReader(this.#lines, this.#core.tokens);
        return true;
      }
      this.#blockLines.push(line);
      for (const rule of rules) if (rule(state, line, state.lineMax, false)) break;
      this.#skipEmptyLine(state);
    }
    return true;
  }

  #skipEmptyLine(state: StateBlock): void {
    state.tight = !this.#hasEmptyLines;
    this.#hasEmptyLines ||= state.isEmpty(state.line - 1);
    if (state.line >= state.lineMax || !state.isEmpty(state.line)) return;
    this.#hasEmptyLines = true;
    state.line++;
  }
}

/** Drawings of the Excalidraw plugin are megabytes of compressed data with a property that says so. */
function isDrawing(text: string): boolean {
  if (!text.startsWith('---')) return false;
  const close = text.indexOf('\n---', 3);
  return close > 0 && /^excalidraw-plugin:[ \t]*\S/m.test(text.slice(0, close));
}

function drawingNote(lines: TextLines): Note {
  const close = lines.text.indexOf('\n---', 3);
  const firstBreak = lines.text.indexOf('\n');
  const { properties } = readProperties(lines.text.slice(firstBreak + 1, close + 1));
  return {
    kind: 'drawing',
    lineCount: lines.count,
    paragraph: undefined,
    properties: { ...properties, demos: undefined },
    headings: [],
    links: [],
    callouts: [],
    leadIns: [],
    termRows: [],
    demoBlocks: [],
    blockIds: [],
    tags: [],
    footnotes: [],
    comments: [],
    blockLines: [0],
    problems: [],
  };
}
