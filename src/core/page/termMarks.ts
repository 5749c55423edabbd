import type { MarkdownIt, Token } from 'markdown-it';
import { attributesHtml, escapeHtml, linkHtml } from '../html';
import { getOrAdd } from '../maps';
import { copyOfToken } from './copyOfToken';
import { definitionHtml } from './definitionHtml';
import {
  type NotePage,
  type PageTerm,
  type Rendering,
  renderingOf,
  renderingWithin,
  type TermMark,
  withRendering,
} from './notePage';
import { drawInstead, ruleBefore } from './rendererRule';
import { tokenPassages, tokenPlace } from './tokenPassages';
import { pageText } from './words';

/** The terms of a page, and where they are marked. */
export interface PageTermMarks {
  readonly marks: Rendering['marks'];
  /** Number `n` of a mark is `terms[n - 1]`. */
  readonly terms: readonly PageTerm[];
}

/** Finds the terms in the prose of a page. Changes no token. */
export function termMarks(tokens: readonly Token[], page: NotePage): PageTermMarks {
  const marks = new Map<Token, TermMark[]>();
  const terms: PageTerm[] = [];
  const passages = page.termsIn ? tokenPassages(tokens) : [];
  for (const term of page.termsIn?.(passages) ?? []) {
    const passage = passages[term.passage];
    const place = passage && tokenPlace(passage, term.start, term.end);
    if (!place) continue;
    terms.push(term);
    const mark = { start: place.start, end: place.end, term: terms.length };
    getOrAdd(marks, place.token, () => []).push(mark);
  }
  return { marks, terms };
}

/** Marks the terms that a page has (`Rendering.marks`) in its texts. */
export function markedText(md: MarkdownIt): void {
  const original = ruleBefore(md, 'text');
  md.renderer.rules.text = (tokens, index, options, env: unknown, self) => {
    const token = tokens[index];
    const marks = token && renderingOf(env)?.marks.get(token);
    if (!marks) return original(tokens, index, options, env, self);
    return markedPieces(token, marks, (piece) =>
      drawInstead(original, piece, tokens, index, options, env, self),
    );
  };
}

/** A text in pieces, each drawn by whoever draws texts, those of terms within links. */
function markedPieces(token: Token, marks: readonly TermMark[], render: (piece: Token) => string): string {
  const draw = (start: number, end?: number): string =>
    start === (end ?? token.content.length)
      ? ''
      : render(withContent(token, token.content.slice(start, end)));
  let html = '';
  let done = 0;
  for (const { start, end, term } of marks) {
    html += draw(done, start) + termLink(term, draw(start, end));
    done = end;
  }
  return html + draw(done);
}

function withContent(token: Token, content: string): Token {
  return Object.assign(copyOfToken(token), { content });
}

/** Leads within the page, which VS Code follows by `href` alone. To screen readers it is a reference to a glossary, and no word more. */
function termLink(term: number, inside: string): string {
  const attributes = { class: 'll-term', role: 'doc-glossref', href: `#${termId(term)}` };
  return `<a${attributesHtml(attributes)}>${inside}</a>`;
}

function termId(term: number): string {
  return `ll-term-${term}`;
}

/** The terms of a page with their definitions, folded, for its foot; `''` for none. */
export function termsHtml(md: MarkdownIt, terms: readonly PageTerm[], env: object): string {
  const rendering = renderingOf(env);
  if (!rendering || terms.length === 0) return '';
  const summary = pageText('terms', rendering.page.locale, terms.length);
  const attributes = attributesHtml({ class: 'll-terms', role: 'doc-glossary', 'aria-label': summary });
  const entries = terms.map((term, index) => termHtml(md, term, index + 1, rendering, env)).join('');
  return `<section${attributes}><details><summary>${escapeHtml(summary)}</summary>\n<dl>\n${entries}</dl>\n</details></section>\n`;
}

/** Finds the terms of a page, then draws one definition a step, so that `termMarks` and `termsHtml` have it all at hand afterwards. */
export function* drawTerms(md: MarkdownIt, tokens: readonly Token[], env: object): Generator<void> {
  const rendering = renderingOf(env);
  if (!rendering) return;
  const { terms } = termMarks(tokens, rendering.page);
  for (const [index, term] of terms.entries()) {
    yield;
    termHtml(md, term, index + 1, rendering, env);
  }
}

function termHtml(md: MarkdownIt, term: PageTerm, number: number, rendering: Rendering, env: object): string {
  const source = term.source ?? rendering.page.path;
  const embedded = [...new Set([rendering.page.path, source])];
  const inside = renderingWithin(rendering, { source, embedded, idPrefix: `${termId(number)}-` });
  const definition = definitionHtml(md, term.markdown, withRendering(env, inside));
  return `<div class="ll-term-entry" id="${termId(number)}"><dt>${escapeHtml(term.name)}</dt><dd>${definition}${fromHtml(term, rendering.page)}</dd></div>\n`;
}

function fromHtml({ name, source, line, from }: PageTerm, page: NotePage): string {
  const shown = escapeHtml(source === undefined || from === name ? from : `${from} › ${name}`);
  const place =
    source === undefined ? shown : linkHtml(page.hrefOf({ path: source, subpath: undefined, line }), shown);
  return `<p class="ll-term-from">${escapeHtml(pageText('termFrom', page.locale))} ${place}</p>`;
}
