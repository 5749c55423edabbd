import { LiteElement } from '@mathjax/src/mjs/adaptors/lite/Element.js';
import { errorText } from '../errorText';
import { keepRecent } from '../maps';
import { definitionsOf } from './definitions';
import type { FormulaImage, FormulaOptions, FormulaStyle, RenderFormula } from './formulaImage';
import { MathJaxDocument, TexMistake } from './mathJaxDocument';
import { type Limits, longestBuffer, Work } from './mathJaxHooks';
import { contentText } from './svgText';

/** Longer TeX is no formula that a hover can show. */
const longestTex = longestBuffer / 2;

/** Steps (see `mathJaxHooks`) for reading a formula or a preamble. The largest of 9,600 formulas in real notes needs 3,500. */
const readingSteps = 15_000;

/** Steps for reading and drawing a formula; those notes need 5,500. */
const drawingSteps = 30_000;

/** A larger picture is no part of a text, in CSS pixels. */
const largestPicture = { width: 4000, height: 2000 };

/** Preambles whose documents are kept: a window rarely has more vaults. */
const mostPreambles = 4;

/** A preamble with the document that it was read into. */
interface Preamble {
  /** Those that can be read. */
  definitions: readonly string[];
  /** `undefined` when a formula has spoiled it. */
  document: MathJaxDocument | undefined;
}

/** The one used last stands last. */
const preambles = new Map<string, Preamble>();

/** Heavy module (MathJax and its fonts): import it only when the first formula is to be shown. */
export const renderFormula: RenderFormula = (tex, isDisplay, style, options = {}) => {
  if (tex.length > longestTex) return undefined;
  const drawing = { steps: drawingSteps, isTimeUp: options.isTimeUp };
  try {
    return withPreamble(options, drawing, (document) => {
      const svg = document.draw(withoutBackticks(tex), isDisplay);
      return svg && toImage(svg, isDisplay, style);
    });
  } catch {
    return undefined;
  }
};

/** Why a formula cannot be drawn, mostly in MathJax's words; `undefined` where it can. Parses only, which is a fraction of drawing. */
export function checkFormula(
  tex: string,
  isDisplay: boolean,
  options: FormulaOptions = {},
): string | undefined {
  if (tex.length > longestTex) return `The formula is longer than ${longestTex} characters.`;
  try {
    const reading = { steps: readingSteps, isTimeUp: options.isTimeUp };
    withPreamble(options, reading, (document) => document.check(withoutBackticks(tex), isDisplay));
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

function messageOf(error: unknown): string {
  if (error instanceof RangeError) return 'The formula is nested too deeply.';
  return errorText(error);
}

/** A formula that fails with a preamble may be one that knows nothing of it: then it is tried without. */
function withPreamble<T>(
  { preamble = '' }: FormulaOptions,
  limits: Limits,
  use: (document: MathJaxDocument) => T,
): T {
  try {
    return withDocument(preamble, limits, use);
  } catch (error) {
    if (preamble === '') throw error;
    try {
      return withDocument('', limits, use);
    } catch {
      throw error;
    }
  }
}

/** What a formula defines is good for this formula only; so is what it leaves half done. */
function withDocument<T>(tex: string, limits: Limits, use: (document: MathJaxDocument) => T): T {
  const preamble = preambleOf(tex);
  const document = preamble.document ?? documentWith(preamble);
  const work = new Work(limits);
  preamble.document = undefined;
  let isWhole = true;
  try {
    return work.run(() => use(document));
  } catch (error) {
    isWhole = error instanceof TexMistake;
    throw error;
  } finally {
    if (isWhole && !work.hasDefined) preamble.document = document;
  }
}

function preambleOf(tex: string): Preamble {
  const preamble = preambles.get(tex) ?? { definitions: definitionsOf(tex), document: undefined };
  keepRecent(preambles, tex, preamble, mostPreambles);
  return preamble;
}

/** A new document with what can be read of a preamble, which it forgets what cannot. One that takes too long is none. */
function documentWith(preamble: Preamble): MathJaxDocument {
  const document = new MathJaxDocument();
  const work = new Work({ steps: readingSteps, isTimeUp: undefined });
  try {
    preamble.definitions = preamble.definitions.filter((tex) => work.run(() => isReadable(document, tex)));
    return document;
  } catch {
    preamble.definitions = [];
    return new MathJaxDocument();
  }
}

function isReadable(document: MathJaxDocument, tex: string): boolean {
  try {
    document.check(tex, true);
    return true;
  } catch (error) {
    if (error instanceof TexMistake) return false;
    throw error;
  }
}

/** GitLab's and VS Code's `$`…`$`. */
function withoutBackticks(tex: string): string {
  return tex.replace(/^`(.*)`$/s, '$1');
}

/** MathJax's SVG has 1000 units to an em, its baseline at y = 0. */
const unitsPerEm = 1000;

function toImage(
  svg: LiteElement,
  isDisplay: boolean,
  { color, fontSize }: FormulaStyle,
): FormulaImage | undefined {
  const box = boxOf(svg);
  if (!box) return undefined;
  const [left = 0, top = 0, boxWidth = 0, boxHeight = 0] = box;
  const reach = Math.max(-top, top + boxHeight);
  const pageScale = pageScaleOf(svg);
  const isLow = !isDisplay && pageScale === undefined;
  const y = isLow ? -reach : top;
  const height = isLow ? 2 * reach : boxHeight;
  const viewBox =
    pageScale === undefined
      ? [left, y, boxWidth, height]
      : [0, 0, boxWidth * pageScale, boxHeight * pageScale];
  const scale = fontSize / unitsPerEm;
  const size = {
    width: Math.max(1, Math.ceil(boxWidth * scale)),
    height: Math.max(1, Math.ceil(height * scale)),
  };
  if (size.width > largestPicture.width || size.height > largestPicture.height) return undefined;
  const root =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size.width}" ` +
    `height="${size.height}" viewBox="${viewBox.join(' ')}" color="${color}">`;
  return { source: `data:image/svg+xml;base64,${base64(`${root}${contentText(svg)}</svg>`)}`, ...size };
}

/**
 * A formula with a number in the margin is as wide as its page: MathJax gives it no view box, but coordinates in pixels with the origin at the
 * top. This is the size of its unit in those pixels; `undefined` for all other formulas.
 */
function pageScaleOf({ attributes, children }: LiteElement): number | undefined {
  if (attributes.viewBox !== undefined) return undefined;
  const [group] = children.slice(-1);
  const transform = group instanceof LiteElement ? String(group.attributes.transform) : '';
  return Number(/^scale\(([\d.]+)/.exec(transform)?.[1] ?? 1);
}

/** Left, top, width and height; `undefined` for what is no box, because a formula asked for infinite space. */
function boxOf({ attributes }: LiteElement): readonly number[] | undefined {
  const box = String(attributes.viewBox ?? attributes['data-mjx-viewBox'])
    .split(' ')
    .map(Number);
  return box.length === 4 && box.every(Number.isFinite) ? box : undefined;
}

function base64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
