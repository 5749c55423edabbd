/// <reference path="./katexModule.d.ts" />
import katex from 'katex/dist/katex.mjs';
import MarkdownIt from 'markdown-it';
import katexPlugin from 'markdown-it-katex';
import { normalizeText } from '../core/grammar/normalize';
import { conceptTable } from '../core/index/conceptTable';
import { isNotePath } from '../core/index/linkResolver';
import type { NotePage } from '../core/page/notePage';
import { notePages } from '../core/page/notePages';
import { type DemoOffers, pageDemos } from '../core/page/pageDemos';
import { pageHrefs } from '../core/page/pageLinks';
import { TextLines } from '../core/text';
import { figureCatalog, figureHtml } from '../figures/figures';
import { dataUri } from './dataUri';
import type { ExportAssets } from './exportAssets';
import { fileRules } from './fileRules';
import { htmlFile } from './htmlFile';
import { renderUntilKnown } from './renderUntilKnown';

/** A larger picture or film stays out of the file, in bytes. */
const largestFile = 20_000_000;

/** A note that becomes a file. */
export interface NoteToExport
  extends Pick<NotePage, 'path' | 'text' | 'note' | 'index' | 'locale' | 'preamble'> {
  /** Plain text. */
  readonly title: string;
  readonly lineBreaks: boolean;
  /** Whether concepts get their figures. */
  readonly figures: boolean;
  /** Finds the page's terms, with what is known of the notes that define them; `undefined` where none shall be marked. */
  readonly termsWith: ((textOf: NotePage['textOf']) => NotePage['termsIn']) | undefined;
}

/** Who has the vault's files. Paths are relative to the vault; `undefined` for what is not there or cannot be read. */
export interface ExportFiles {
  readonly textOf: (path: string) => Promise<string | undefined>;
  readonly bytesOf: (path: string) => Promise<Uint8Array | undefined>;
  /** Is told what went wrong with the page. The note has been rendered without what failed. */
  readonly failed: (error: unknown) => void;
}

/** A note as one HTML file. */
export interface ExportedNote {
  readonly html: string;
  /** Pictures, sounds and films that are not in it, by their paths: too large, not to be read, or of no kind that browsers show. */
  readonly leftOut: readonly string[];
}

/** Makes a note one HTML file that needs no network, no other file and no script. A module of its own, since KaTeX is large. */
export async function exportNote(
  note: NoteToExport,
  files: ExportFiles,
  assets: ExportAssets,
): Promise<ExportedNote> {
  const leftOut: string[] = [];
  const read = async (path: string): Promise<string | undefined> => {
    if (isNotePath(path)) {
      const text = await files.textOf(path);
      return text && normalizeText(text);
    }
    const bytes = await files.bytesOf(path);
    const uri = bytes && bytes.length <= largestFile ? dataUri(path, bytes) : undefined;
    if (uri === undefined) leftOut.push(path);
    return uri;
  };
  const body = await renderUntilKnown(pageRenderer(note, files.failed), read);
  const html = await htmlFile({ title: note.title, locale: note.locale, body }, assets);
  return { html, leftOut };
}

/** What gives the HTML of the page for what is known of other files. The text is parsed once. */
function pageRenderer(
  note: NoteToExport,
  failed: (error: unknown) => void,
): (contentsOf: NotePage['textOf']) => string {
  const pageFor = pageMaker(note);
  let page: NotePage | undefined;
  const md = new MarkdownIt({ html: true, linkify: true });
  md.linkify.set({ fuzzyLink: false });
  // As VS Code's preview sets it up, but for what KaTeX tells programmers about formulas that it sets all the same.
  const formulaOptions = { katex, enableFencedBlocks: true, globalGroup: true, strict: 'ignore', macros: {} };
  katexPlugin(md, formulaOptions);
  md.use(fileRules).use(notePages, { pageOf: () => page, failed });
  const tokens = md.parse(note.text, {});
  return (contentsOf) => {
    page = pageFor(contentsOf);
    return md.renderer.render(tokens, md.options, {});
  };
}

/** Runs nothing: who reads a file has no lab. */
const noOffers: Omit<DemoOffers, 'figures'> = {
  concepts: conceptTable([]),
  linkOf: () => undefined,
  chooseHrefOf: () => '',
  contextOf: () => undefined,
};

/** The page for what is known of other files by now. */
function pageMaker(note: NoteToExport): (contentsOf: NotePage['textOf']) => NotePage {
  const { path, text, index, locale, preamble, lineBreaks } = note;
  const ownHref = pageHrefs(index, path, 'elements', note.note);
  const figures = conceptTable(note.figures ? figureCatalog : []);
  const demos = pageDemos(note.note, new TextLines(text), { ...noOffers, figures });
  return (contentsOf) => {
    const textOf = (other: string): string | undefined => (other === path ? text : contentsOf(other));
    return {
      ...{ path, text, note: note.note, index, isRead: true, locale, demos, preamble, textOf },
      options: { properties: false, contents: true, surroundings: false, lineBreaks },
      hrefOf: (target) => (target.path === path ? ownHref(target) : ''),
      imageOf: (picture) => contentsOf(picture) ?? '',
      figureHtml: (id) => figureHtml(id, locale),
      termsIn: note.termsWith?.(textOf),
    };
  };
}
