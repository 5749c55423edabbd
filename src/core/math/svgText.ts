import { LiteElement } from '@mathjax/src/mjs/adaptors/lite/Element.js';

/** What MathJax draws with. Anything else a formula has brought in. */
const drawingElements: ReadonlySet<string> = new Set([
  'circle',
  'defs',
  'ellipse',
  'g',
  'line',
  'path',
  'polygon',
  'polyline',
  'rect',
  'svg',
  'text',
  'use',
]);

const plainValue = /^(?!.*url)[\w\s.,()+%#-]*$/i;

/** Attributes that decide what a drawing looks like, with the values that they may have; all others are left out. */
const drawingAttributes: ReadonlyMap<string, RegExp> = new Map([
  ...[
    'cx',
    'cy',
    'd',
    'fill',
    'font-size',
    'font-style',
    'font-weight',
    'height',
    'opacity',
    'overflow',
    'points',
    'preserveAspectRatio',
    'r',
    'rx',
    'ry',
    'stroke',
    'stroke-dasharray',
    'stroke-linecap',
    'stroke-width',
    'transform',
    'viewBox',
    'width',
    'x',
    'x1',
    'x2',
    'y',
    'y1',
    'y2',
  ].map((name) => [name, plainValue] as const),
  ['font-family', /^[\w\s,'-]*$/],
  ['id', /^MJX-[\w-]+$/],
  ['xlink:href', /^#MJX-[\w-]+$/],
]);

/** Thickness of the lines of a table, in the units of the drawing. MathJax has it in the style sheet of its page. */
const tableLine = 70;

const xmlEntities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A drawing of MathJax as SVG that cannot do anything but be looked at: no links, no scripts, no styles, nothing from outside.
 * @throws Error where it contains anything that is no drawing.
 */
export function svgText(element: LiteElement): string {
  const { kind } = element;
  // A reference to another formula is a link: its text stays.
  if (kind === 'a') return contentText(element);
  if (!drawingElements.has(kind)) throw new Error(`<${kind}> cannot be drawn.`);
  return `<${kind}${attributesText(element)}>${contentText(element)}</${kind}>`;
}

/** What is inside of a drawing's root; see `svgText`. */
export function contentText(element: LiteElement): string {
  return element.children
    .map((child) => (child instanceof LiteElement ? svgText(child) : escapeXml(child.value)))
    .join('');
}

function attributesText(element: LiteElement): string {
  const attributes = Object.entries({ ...element.attributes, ...styleOf(element) });
  return attributes
    .filter(([name, value]) => drawingAttributes.get(name)?.test(String(value)))
    .map(([name, value]) => ` ${name}="${String(value)}"`)
    .join('');
}

/** What MathJax leaves to style sheets. */
function styleOf({ kind, attributes }: LiteElement): Readonly<Record<string, string | number>> {
  if (kind === 'svg') return { overflow: 'visible' };
  if ('data-line' in attributes || 'data-frame' in attributes) return lineStyle(String(attributes.class));
  const strokeWidth = /stroke-width:\s*([\d.]+)/.exec(String(attributes.style))?.[1];
  if (strokeWidth !== undefined) return { 'stroke-width': strokeWidth };
  return {};
}

function lineStyle(classes: string): Readonly<Record<string, string | number>> {
  const line = { 'stroke-width': tableLine, fill: 'none' };
  if (classes.includes('dashed')) return { ...line, 'stroke-dasharray': 2 * tableLine };
  if (classes.includes('dotted'))
    return { ...line, 'stroke-linecap': 'round', 'stroke-dasharray': `0,${2 * tableLine}` };
  return line;
}

/** Control characters are no XML, not even escaped: the whole picture would be broken. */
function escapeXml(text: string): string {
  return text
    .replace(/[&<>]/g, (character) => xmlEntities[character] ?? character)
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD');
}
