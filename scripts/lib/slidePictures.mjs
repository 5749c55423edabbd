// The pictures on the sample vault's slides. Every curve and every optimum is computed from its formula.
import { arrow, axes, color, curve, label, oval, place, segment, short, symbol } from './chart.mjs';

/** @typedef {import('./chart.mjs').Point} Point */
/** @typedef {import('./chart.mjs').Chart} Chart */

/** Gradient descent on ½x², running down into its valley: x ← (1 − η)x. */
export function descentPicture() {
  /** @type {Chart} */
  const chart = { x: [-2.6, 2.6], y: [-0.2, 3.6], box: [0, 0, 380, 300] };
  const valley = (/** @type {number} */ x) => 0.5 * x * x;
  const dots = Array.from({ length: 7 }, (_, step) => {
    const x = -2.35 * 0.64 ** step;
    return oval(place(chart, [x, valley(x)]), [7, 7], 'fill="#ffb37a"');
  });
  return `<svg width="380" height="300">${curve(chart, valley, 'stroke="#8fc1ec" stroke-width="4"')}${dots.join('')}</svg>`;
}

/** One gradient, clipped in both ways; the threshold is 1. */
export function clippingPicture() {
  /** @type {Chart} */
  const chart = { x: [-1.3, 3.3], y: [-1.3, 2], box: [0, 20, 460, 330] };
  /** @type {Point} */
  const gradient = [3, 1.2];
  const length = Math.hypot(...gradient);
  const center = place(chart, [0, 0]);
  const [left, top] = place(chart, [-1, 1]);
  return `<svg width="460" height="370">
    ${oval(center, [100, 100], `fill="${color.blue}14" stroke="${color.blue}"`)}
    <path d="M${left} ${top}h200v200h-200z" fill="none" stroke="${color.red}"/>
    ${arrow(chart, [0, 0], gradient, color.soft)}
    ${arrow(chart, [0, 0], [Math.min(gradient[0], 1), Math.min(gradient[1], 1)], color.red)}
    ${arrow(chart, [0, 0], [gradient[0] / length, gradient[1] / length], color.blue)}
    ${label(chart, [2.5, 1.25], symbol('g'), `fill="${color.soft}" class="big"`)}
    ${label(chart, [0.5, 1.12], 'komponentenweise', `fill="${color.red}"`)}
    ${label(chart, [1.08, 0.1], 'nach Norm', `fill="${color.blue}"`)}
    ${label(chart, [-0.66, -0.5], `Länge ≤ ${symbol('c')}`, `fill="${color.blue}"`)}
  </svg>`;
}

/** Mean square of the activations of a ReLU network, 128 inputs a unit: each layer multiplies it by n·Var(w)/2 (He et al. 2015). */
export function variancePicture() {
  const inputs = 128;
  /** @type {readonly { deviation: number, text: string, at: Point, stroke: string }[]} */
  const rules = [
    { deviation: 1, text: 'Standardabweichung 1', at: [3.3, 5], stroke: color.red },
    { deviation: Math.sqrt(2 / inputs), text: `√(2/${symbol('n')})`, at: [8.6, 0.5], stroke: color.green },
    { deviation: Math.sqrt(1 / inputs), text: `1/√${symbol('n')}`, at: [8.6, -1.9], stroke: color.blue },
    { deviation: 0.01, text: 'Standardabweichung 0,01', at: [3.0, -5], stroke: color.red },
  ];
  /** @type {Chart} */
  const chart = { x: [0, 10], y: [-6, 6], box: [46, 30, 410, 290] };
  const lines = rules.map(({ deviation, text, at, stroke }) => {
    const slope = Math.log10((inputs * deviation ** 2) / 2);
    const end = Math.min(chart.x[1], slope === 0 ? chart.x[1] : chart.y[1] / Math.abs(slope));
    const path = segment(chart, [0, 0], [end, slope * end], `stroke="${stroke}" stroke-width="3"`);
    return `${path}${label(chart, at, text, `fill="${stroke}"`)}`;
  });
  const grid = [-6, -3, 0, 3, 6].map((power) => {
    const digits = `${power < 0 ? '−' : ''}${Math.abs(power)}`;
    const name = power === 0 ? '1' : `10<tspan dy="-5" font-size="10">${digits}</tspan>`;
    const tick = label(chart, [-0.25, power - 0.2], name, 'text-anchor="end" class="axis"');
    return `${segment(chart, [0, power], [10, power], `stroke="${color.line}"`)}${tick}`;
  });
  return `<svg width="470" height="360">${grid.join('')}${lines.join('')}
    ${axes(chart, 'Layer 0 bis 10', 'mittleres Quadrat der Aktivierungen')}</svg>`;
}

/** The loss ½(w − w*)ᵀH(w − w*) with H = [[a, b], [b, d]], to be minimised inside the unit ball of a norm. */
const bowl = { minimum: /** @type {Point} */ ([0.6, 1.7]), a: 1, b: 0.35, d: 1.6 };

/** @param {Point} w */
function bowlLoss([x, y]) {
  const [u, v] = [x - bowl.minimum[0], y - bowl.minimum[1]];
  return 0.5 * (bowl.a * u * u + 2 * bowl.b * u * v + bowl.d * v * v);
}

/**
 * @param {(w: Point) => number} norm
 * @returns {Point} the point of the norm's unit sphere with the smallest loss
 */
function bestOnSphere(norm) {
  /** @type {Point[]} */
  const points = Array.from({ length: 3600 }, (_, i) => {
    /** @type {Point} */
    const [x, y] = [Math.cos((i * Math.PI) / 1800), Math.sin((i * Math.PI) / 1800)];
    return [x / norm([x, y]), y / norm([x, y])];
  });
  return points.reduce((best, point) => (bowlLoss(point) < bowlLoss(best) ? point : best));
}

/**
 * @param {Chart} chart with the same scale on both axes
 * @param {number} level of the loss
 */
function bowlContour(chart, level) {
  const { a, b, d, minimum } = bowl;
  const [center, spread] = [(a + d) / 2, Math.hypot((a - d) / 2, b)];
  const scale = chart.box[2] / (chart.x[1] - chart.x[0]);
  const angle = (0.5 * Math.atan2(2 * b, a - d) * 180) / Math.PI;
  const [x, y] = place(chart, minimum).map(short);
  return oval(
    [0, 0],
    [scale * Math.sqrt((2 * level) / (center + spread)), scale * Math.sqrt((2 * level) / (center - spread))],
    `fill="none" stroke="${color.soft}" stroke-width="1.3" transform="translate(${x} ${y}) rotate(${short(-angle)})"`,
  );
}

/**
 * @param {number} left in pixels
 * @param {string} name of the norm
 * @param {(w: Point) => number} norm
 * @param {(center: Point, attributes: string) => string} ball draws the unit ball, 80 pixels a unit
 * @param {string} fill
 */
function ballPicture(left, name, norm, ball, fill) {
  /** @type {Chart} */
  const chart = { x: [-1.4, 1.7], y: [-1.4, 2.5], box: [left, 30, 248, 312] };
  const best = bestOnSphere(norm);
  const levels = [0.12, 0.45, 1].map((share) => bowlContour(chart, share * bowlLoss(best)));
  return `${segment(chart, [-1.4, 0], [1.7, 0], `stroke="${color.line}"`)}
    ${segment(chart, [0, -1.4], [0, 2.5], `stroke="${color.line}"`)}
    ${ball(place(chart, [0, 0]), `fill="${fill}1f" stroke="${fill}" stroke-width="2.5"`)}
    ${levels.join('')}
    ${oval(place(chart, best), [6, 6], `fill="${fill}"`)}
    ${label(chart, [-1.35, 2.25], name, `fill="${fill}" class="big"`)}
    ${label(chart, [1.42, -0.2], `${symbol('w')}₁`, 'class="axis"')}
    ${label(chart, [0.08, -1.32], `${symbol('w')}₂`, 'class="axis"')}`;
}

/** Why L1 makes weights exactly zero: the smallest loss inside the ball lies on its corner. */
export function sparsityPicture() {
  const circle = ballPicture(
    0,
    `${symbol('L')}₂`,
    ([x, y]) => Math.hypot(x, y),
    (center, attributes) => oval(center, [80, 80], attributes),
    color.blue,
  );
  const diamond = ballPicture(
    268,
    `${symbol('L')}₁`,
    ([x, y]) => Math.abs(x) + Math.abs(y),
    ([x, y], attributes) => `<path d="M${x} ${y - 80}l80 80l-80 80l-80 -80z" ${attributes}/>`,
    color.red,
  );
  return `<svg width="520" height="360">${circle}${diamond}</svg>`;
}

/** Made-up curves of the usual shape; the mark is where the drawn validation curve is lowest. */
export function stoppingPicture() {
  /** @type {Chart} */
  const chart = { x: [0, 1], y: [0, 1.05], box: [30, 30, 420, 280] };
  const training = (/** @type {number} */ t) => 0.06 + 0.9 * Math.exp(-t / 0.2);
  const validation = (/** @type {number} */ t) => 0.24 + 0.76 * Math.exp(-t / 0.15) + 0.42 * t ** 1.5;
  const times = Array.from({ length: 1001 }, (_, i) => i / 1000);
  const stop = times.reduce((best, t) => (validation(t) < validation(best) ? t : best));
  return `<svg width="470" height="360">
    ${segment(chart, [stop, 0], [stop, 0.95], `stroke="${color.green}" stroke-width="1.5"`)}
    ${curve(chart, training, `stroke="${color.blue}" stroke-width="3"`)}
    ${curve(chart, validation, `stroke="${color.red}" stroke-width="3"`)}
    ${oval(place(chart, [stop, validation(stop)]), [6, 6], `fill="${color.green}"`)}
    ${label(chart, [stop + 0.02, 0.9], `hier aufhören (Schritt ${symbol('k')}*)`, `fill="${color.green}"`)}
    ${label(chart, [0.56, 0.56], 'Validierung', `fill="${color.red}"`)}
    ${label(chart, [0.56, 0.16], 'Training', `fill="${color.blue}"`)}
    ${axes(chart, 'Trainingsschritte', 'Loss (schematisch)')}</svg>`;
}

/** Which units one dropout mask leaves on, layer by layer. */
const mask = [
  [true, false, true, true],
  [false, true, true, false, true],
  [true, false, false, true, true],
  [true, true],
];

/** A network with one dropout mask applied. */
export function dropoutPicture() {
  const units = mask.flatMap((layer, column) =>
    layer.map((on, row) => ({
      on,
      column,
      x: 40 + column * 125,
      y: 180 + (row - (layer.length - 1) / 2) * 62,
    })),
  );
  const pairs = units.flatMap((from) =>
    units.filter((to) => to.column === from.column + 1).map((to) => ({ from, to, used: from.on && to.on })),
  );
  const links = [false, true].map((used) => {
    const drawn = pairs.filter((pair) => pair.used === used);
    const path = drawn.map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`).join('');
    return `<path d="${path}" stroke="${used ? color.blue : color.line}" stroke-width="${used ? 1.6 : 1}"/>`;
  });
  const dots = units.map(({ on, x, y }) => {
    if (on) return oval([x, y], [15, 15], `fill="${color.blue}"`);
    const cross = `<path d="M${x - 7} ${y - 7}l14 14m0-14l-14 14" stroke="${color.red}" stroke-width="2"/>`;
    return `${oval([x, y], [15, 15], `fill="#fff" stroke="${color.soft}"`)}${cross}`;
  });
  return `<svg width="460" height="360">${links.join('')}${dots.join('')}</svg>`;
}

const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));

/** @param {number} index of the panel, from the left */
function activationChart(index) {
  return /** @type {Chart} */ ({ x: [-4, 4], y: [-1.2, 2.2], box: [20 + index * 250, 24, 220, 160] });
}

/** @returns {string} sigmoid, tanh and ReLU with their derivatives: an SVG file, readable on light and dark pages */
export function activationFigure() {
  const solid = `stroke="${color.blue}" stroke-width="3"`;
  const dashed = `stroke="${color.red}" stroke-width="2" stroke-dasharray="6 4"`;
  const [first, second, third] = [activationChart(0), activationChart(1), activationChart(2)];
  const titles = ['Sigmoid', 'tanh', 'ReLU'].map((title, index) => {
    const chart = activationChart(index);
    const across = segment(chart, [-4, 0], [4, 0], `stroke="${color.line}"`);
    const upright = segment(chart, [0, -1.2], [0, 2.2], `stroke="${color.line}"`);
    const one = label(chart, [-3.9, 1.08], '1', `fill="${color.soft}" font-size="12"`);
    const level = segment(chart, [-4, 1], [4, 1], `stroke="${color.line}"`);
    return `${across}${upright}${level}${one}${label(chart, [-3.9, 1.8], title, `fill="${color.ink}" font-weight="bold"`)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 240" font-family="sans-serif" font-size="15">
  <title>Sigmoid, tanh und ReLU mit ihren Ableitungen</title>
  <rect width="760" height="240" rx="10" fill="#fff"/>
  ${titles.join('\n  ')}
  ${curve(first, sigmoid, solid)}
  ${curve(first, (z) => sigmoid(z) * (1 - sigmoid(z)), dashed)}
  ${curve(second, Math.tanh, solid)}
  ${curve(second, (z) => 1 - Math.tanh(z) ** 2, dashed)}
  ${segment(third, [-4, 0], [0, 0], solid)}
  ${segment(third, [0, 0], [2.2, 2.2], solid)}
  ${segment(third, [-4, 0], [0, 0], dashed)}
  ${segment(third, [0, 1], [4, 1], dashed)}
  <text x="20" y="222" fill="${color.blue}">durchgezogen: Funktion</text>
  <text x="230" y="222" fill="${color.red}">gestrichelt: Ableitung</text>
</svg>
`;
}
