import type { Random } from '../random';
import { DIGIT_SIDE } from './decodeDigits';
import type { DigitSet } from './digits';

/** x to the right and y downwards, both −1 … 1 in the box of the digit. */
type Point = readonly [number, number];

/** A part of an ellipse: middle, half axes, and the angles from which to which it goes, in degrees clockwise from the right. */
function arc(x: number, y: number, across: number, along: number, from: number, to: number): Point[] {
  const pieces = Math.ceil(Math.abs(to - from) / 30);
  return Array.from({ length: pieces + 1 }, (_, at) => {
    const angle = ((from + ((to - from) * at) / pieces) * Math.PI) / 180;
    return [x + across * Math.cos(angle), y + along * Math.sin(angle)];
  });
}

/** The strokes of each digit. A 9 is a 6 upside down. */
const strokes: readonly (readonly (readonly Point[])[])[] = [
  [arc(0, 0, 0.6, 0.95, 0, 360)],
  [
    [
      [-0.3, -0.6],
      [0.05, -0.95],
      [0.05, 0.95],
    ],
  ],
  [[...arc(0, -0.45, 0.55, 0.5, 190, 380), [-0.6, 0.95], [0.65, 0.95]]],
  [[...arc(-0.05, -0.48, 0.5, 0.47, 200, 440), ...arc(-0.05, 0.47, 0.6, 0.48, -80, 160)]],
  [
    [
      [0.3, 0.95],
      [0.3, -0.95],
      [-0.6, 0.35],
      [0.65, 0.35],
    ],
  ],
  [[[0.55, -0.95], [-0.4, -0.95], [-0.5, -0.1], ...arc(0, 0.4, 0.6, 0.55, 235, 510)]],
  [[[0.4, -0.9], [-0.2, -0.4], ...arc(0, 0.4, 0.55, 0.55, 190, 550)]],
  [
    [
      [-0.6, -0.95],
      [0.6, -0.95],
      [-0.1, 0.95],
    ],
  ],
  [arc(0, -0.48, 0.45, 0.47, 90, 450), arc(0, 0.47, 0.55, 0.48, -90, 270)],
  [[[-0.4, 0.9], [0.2, 0.4], ...arc(0, -0.4, 0.55, 0.55, 10, 370)]],
];

/** Squared distance of a place from the segment between two points. */
function distance2(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const share = length2 > 0 ? ((x - ax) * dx + (y - ay) * dy) / length2 : 0;
  const nearest = Math.min(1, Math.max(0, share));
  return (x - ax - nearest * dx) ** 2 + (y - ay - nearest * dy) ** 2;
}

/** Where the points of a digit's box come to lie on the 14 × 14 pixels, by a hand that draws every digit a bit differently. */
function drawHand(random: Random): (point: Point) => Point {
  const between = (from: number, to: number) => from + (to - from) * random.uniform();
  const [width, height, slant] = [between(2.6, 4.6), between(3.8, 5), between(-0.25, 0.5)];
  const [x, y] = [6.5 + between(-0.7, 0.7), 6.5 + between(-0.5, 0.5)];
  const wobble = 0.45;
  return ([across, along]) => [
    x + width * across - slant * height * along + wobble * random.normal(),
    y + height * along + wobble * random.normal(),
  ];
}

function drawDigit(digit: number, random: Random, target: Float32Array): void {
  const hand = drawHand(random);
  const lines = strokes[digit]!.map((stroke) => stroke.map(hand));
  const pen = 0.6 + 0.5 * random.uniform();
  for (let at = 0; at < target.length; at++) {
    const [x, y] = [at % DIGIT_SIDE, Math.floor(at / DIGIT_SIDE)];
    let nearest = Number.POSITIVE_INFINITY;
    for (const line of lines) {
      for (let point = 1; point < line.length; point++) {
        nearest = Math.min(nearest, distance2(x, y, line[point - 1]!, line[point]!));
      }
    }
    target[at] = Math.min(1, Math.max(0, pen + 0.5 - Math.sqrt(nearest)));
  }
}

/** Digits drawn from strokes with random slant, size, place, width of the pen and a shaky hand; classes in turn. */
export function drawDigits(count: number, random: Random): DigitSet {
  const size = DIGIT_SIDE * DIGIT_SIDE;
  const pixels = new Float32Array(count * size);
  const labels = Uint8Array.from({ length: count }, (_, at) => at % 10);
  for (const [at, label] of labels.entries()) {
    drawDigit(label, random, pixels.subarray(at * size, (at + 1) * size));
  }
  return { pixels, labels };
}
