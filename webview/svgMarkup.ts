import type { Rgb } from './color';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Farther out nothing is seen, and some programs cannot read such numbers. */
const FARTHEST = 1e5;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text for XML, in an element or in an attribute. Characters that XML does not allow are left out. */
export function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
  return allowed.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A length in CSS pixels as SVG writes it, to the hundredth; 0 for what is no number. */
export function pixels(value: number): string {
  if (Number.isNaN(value)) return '0';
  const near = Math.min(FARTHEST, Math.max(-FARTHEST, value));
  return String(Math.round(near * 100) / 100 || 0);
}

/** An SVG element as text. Attributes are escaped, numbers are lengths; what is `undefined` is left out. `content` is markup. */
export function svgTag(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? pixels(value) : escapeXml(value ?? '')}"`)
    .join('');
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`;
}

/** A line of text that begins, or as `text-anchor` says, at a place on its base line. */
export function svgText(text: string, x: number, y: number, attributes: Attributes = {}): string {
  return svgTag('text', { x, y, ...attributes }, escapeXml(text));
}

/** An attribute's text for a colour, in the notation that every program reads. */
export function hexColor(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
