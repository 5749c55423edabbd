import type { SvgFrame } from './axesSvg';

/** From so far away the pointer still means an item, in CSS pixels. */
const REACH = 16;

/** How far a point is from a box; 0 inside it. */
function distance({ left, top, width, height }: SvgFrame, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - left - width), Math.max(top - y, 0, y - top - height));
}

const middleOf = ({ left, top, width, height }: SvgFrame) => [left + width / 2, top + height / 2] as const;

/** Index of the nearest of the numbers; -1 where there is none. The last of several at the same distance, which is drawn on top. */
function nearest(distances: readonly number[]): number {
  return distances.lastIndexOf(Math.min(...distances));
}

/** Index of the item under a point of the picture, or near it; `undefined` where there is none. Boxes without a place are NaN. */
export function itemAt(boxes: readonly SvgFrame[], x: number, y: number): number | undefined {
  const distances = boxes.map((box) => {
    const [across, down] = middleOf(box);
    // Of several boxes over one another it is the one whose middle is closest.
    const away = distance(box, x, y) + Math.hypot(across - x, down - y) * 1e-3;
    return distance(box, x, y) <= REACH ? away : Number.POSITIVE_INFINITY;
  });
  const item = nearest(distances);
  return Number.isFinite(distances[item] ?? Number.NaN) ? item : undefined;
}

/** The item above (`-1`) or below (`1`): in the nearest row, the one nearest in it. */
function vertical(boxes: readonly SvgFrame[], item: number, direction: -1 | 1): number {
  const [fromX, fromY] = middleOf(boxes[item] as SvgFrame);
  const distances = boxes.map((box) => {
    const [x, y] = middleOf(box);
    const down = (y - fromY) * direction;
    // A row counts for more than a column, unless they are points anywhere.
    return down > 0.5 ? down * 2 + Math.abs(x - fromX) : Number.POSITIVE_INFINITY;
  });
  const found = nearest(distances);
  return Number.isFinite(distances[found] ?? Number.NaN) ? found : item;
}

const isPlaced = ({ left }: SvgFrame) => !Number.isNaN(left);

/**
 * The item that a key leads to, from the first or the last where there is none yet: arrows left and right in reading order, up and
 * down by place, Home and End to the ends. `undefined` for other keys and where nothing can be read.
 */
export function movedItem(
  boxes: readonly SvgFrame[],
  item: number | undefined,
  key: string,
): number | undefined {
  const placed = boxes.flatMap((box, index) => (isPlaced(box) ? [index] : []));
  const at = item === undefined ? -1 : placed.indexOf(item);
  const last = placed.length - 1;
  const targets: Readonly<Record<string, () => number | undefined>> = {
    ArrowLeft: () => placed[at < 0 ? last : Math.max(0, at - 1)],
    ArrowRight: () => placed[Math.min(last, at + 1)],
    ArrowUp: () => (item === undefined || at < 0 ? placed[last] : vertical(boxes, item, -1)),
    ArrowDown: () => (item === undefined || at < 0 ? placed[0] : vertical(boxes, item, 1)),
    Home: () => placed[0],
    End: () => placed[last],
  };
  return Object.hasOwn(targets, key) ? targets[key]?.() : undefined;
}
