import { attributesHtml, escapeHtml } from '../core/html';

/** A place in the picture in its own pixels, x to the right and y down. */
export type Point = readonly [x: number, y: number];

type Attributes = Readonly<Record<string, string | number>>;

/** Width of every picture. It is shown at this width or, where there is less room, smaller. */
const pictureWidth = 480;

/** A picture as an `<svg>` element, named by `title`. */
export function picture(title: string, height: number, ...content: readonly string[]): string {
  const attributes = {
    class: 'll-figure-svg',
    viewBox: `0 0 ${pictureWidth} ${height}`,
    role: 'img',
    'aria-label': title,
  };
  return `<svg${attributesHtml(attributes)}>${content.join('')}</svg>`;
}

function element(name: string, look: string, attributes: Attributes): string {
  const rounded = Object.entries(attributes).map(([key, value]) => [
    key,
    typeof value === 'number' ? tenth(value) : value,
  ]);
  return `<${name}${attributesHtml({ class: `ll-figure-${look}`, ...Object.fromEntries(rounded) })}/>`;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A line through points. `look` is the class without its prefix. */
export function polyline(look: string, points: readonly Point[]): string {
  return element('polyline', look, { points: points.map((point) => point.map(tenth).join()).join(' ') });
}

/** A filled shape. */
export function polygon(look: string, points: readonly Point[]): string {
  return element('polygon', look, { points: points.map((point) => point.map(tenth).join()).join(' ') });
}

/** A circle. */
export function circle(look: string, [cx, cy]: Point, r: number): string {
  return element('circle', look, { cx, cy, r });
}

/** A rectangle between two of its corners. */
export function rectangle(look: string, [x1, y1]: Point, [x2, y2]: Point): string {
  return element('rect', look, {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  });
}

/** A line of text that starts, ends or has its middle at a point of its base line. */
export function label(text: string, [x, y]: Point, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return textElement('label', text, [x, y], anchor);
}

/** Text that is less important than a label. */
export function note(text: string, [x, y]: Point, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return textElement('note', text, [x, y], anchor);
}

function textElement(look: string, text: string, [x, y]: Point, anchor: string): string {
  const attributes = { class: `ll-figure-${look}`, x: tenth(x), y: tenth(y), 'text-anchor': anchor };
  return `<text${attributesHtml(attributes)}>${escapeHtml(text)}</text>`;
}

/** An arrow with its head at `to`. `series` is the number of its colour and dashes. */
export function arrow(series: number, from: Point, to: Point): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length < 0.1) return '';
  const head = Math.min(12, length);
  const [ux, uy] = [(dx / length) * head, (dy / length) * head];
  const neck: Point = [to[0] - ux, to[1] - uy];
  const side = (sign: number): Point => [neck[0] - sign * 0.42 * uy, neck[1] + sign * 0.42 * ux];
  return polyline(`line-${series}`, [from, neck]) + polygon(`fill-${series}`, [side(1), to, side(-1)]);
}
