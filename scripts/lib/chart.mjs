// Drawing charts as SVG text: data coordinates in, path data out.

/** Told apart by colour-blind readers too. */
export const color = {
  ink: '#1c2b3f',
  soft: '#6b7789',
  line: '#d5dbe3',
  blue: '#0b62a8',
  red: '#c8501e',
  green: '#0d7f62',
};

/**
 * @typedef {readonly [number, number]} Point
 * @typedef {object} Chart a rectangle of the picture with its two scales
 * @property {Point} x range of the data
 * @property {Point} y range of the data
 * @property {readonly [left: number, top: number, width: number, height: number]} box in pixels
 */

/**
 * @param {number} value in pixels
 * @returns {string} rounded to what an eye can see
 */
export const short = (value) => String(Math.round(value * 10) / 10);

/**
 * @param {Chart} chart
 * @param {Point} point in units of the data
 * @returns {Point} in pixels
 */
export function place({ x, y, box: [left, top, width, height] }, [px, py]) {
  return [left + (width * (px - x[0])) / (x[1] - x[0]), top + (height * (y[1] - py)) / (y[1] - y[0])];
}

/**
 * @param {Chart} chart
 * @param {readonly Point[]} points
 * @param {string} attributes
 */
export function line(chart, points, attributes) {
  const path = points.map((point) => place(chart, point).map(short).join(' ')).join('L');
  return `<path d="M${path}" fill="none" ${attributes}/>`;
}

/**
 * @param {Chart} chart
 * @param {Point} from
 * @param {Point} to
 * @param {string} attributes
 */
export const segment = (chart, from, to, attributes) => line(chart, [from, to], attributes);

/**
 * @param {Chart} chart
 * @param {(x: number) => number} f
 * @param {string} attributes
 */
export function curve(chart, f, attributes) {
  const [from, to] = chart.x;
  const points = Array.from({ length: 61 }, (_, i) => from + ((to - from) * i) / 60);
  return line(
    chart,
    points.map((x) => [x, f(x)]),
    attributes,
  );
}

/**
 * @param {Chart} chart
 * @param {Point} at
 * @param {string} text SVG content
 * @param {string} [attributes]
 */
export function label(chart, at, text, attributes = '') {
  const [x, y] = place(chart, at);
  return `<text x="${short(x)}" y="${short(y)}" ${attributes}>${text}</text>`;
}

/**
 * @param {Chart} chart
 * @param {string} xTitle
 * @param {string} yTitle
 */
export function axes({ box: [left, top, width, height] }, xTitle, yTitle) {
  const [bottom, right] = [top + height, left + width];
  return `<path d="M${left} ${top}V${bottom}H${right}" fill="none" stroke="${color.soft}" stroke-width="1.5"/>
    <text x="${right}" y="${bottom + 22}" text-anchor="end" class="axis">${xTitle}</text>
    <text x="${left}" y="${top - 10}" class="axis">${yTitle}</text>`;
}

/**
 * @param {Chart} chart
 * @param {Point} from
 * @param {Point} to
 * @param {string} stroke
 */
export function arrow(chart, from, to, stroke) {
  const [[x1, y1], [x2, y2]] = [place(chart, from), place(chart, to)];
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const tip = `translate(${short(x2)} ${short(y2)}) rotate(${short(angle)})`;
  return `<path d="M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}" stroke="${stroke}" stroke-width="3.5"/>
    <path d="M3 0L-12 6V-6Z" fill="${stroke}" transform="${tip}"/>`;
}

/**
 * An ellipse of four Bézier curves. The PDF writer would turn SVG's own into fifty, ten times the bytes.
 * @param {Point} center in pixels
 * @param {Point} radii in pixels
 * @param {string} attributes
 */
export function oval([x, y], [rx, ry], attributes) {
  // 4/3 (√2 − 1): the control point's distance for a quarter of a circle.
  const [bx, by] = [0.5523 * rx, 0.5523 * ry];
  /** @param {readonly number[]} numbers */
  const join = (numbers) => numbers.map(short).join(' ');
  const quarters = [
    [0, by, bx - rx, ry, -rx, ry],
    [-bx, 0, -rx, by - ry, -rx, -ry],
    [0, -by, rx - bx, -ry, rx, -ry],
    [bx, 0, rx, ry - by, rx, ry],
  ];
  return `<path d="M${join([x + rx, y])}${quarters.map((quarter) => `c${join(quarter)}`).join('')}z" ${attributes}/>`;
}

/** @param {string} name */
export const symbol = (name) => `<tspan class="math">${name}</tspan>`;
