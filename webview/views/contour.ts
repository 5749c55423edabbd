import { pixels } from '../svgMarkup';

/** Corners of a cell in the order top left, top right, bottom right, bottom left; an edge joins a corner and the next. */
const corners = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
] as const;

/** Which edges a line through a cell joins, by the corners above the level as bits. The two ambiguous cases are cut apart. */
const joinedEdges: readonly (readonly number[])[] = [
  [],
  [3, 0],
  [0, 1],
  [3, 1],
  [1, 2],
  [3, 0, 1, 2],
  [0, 2],
  [3, 2],
  [2, 3],
  [2, 0],
  [0, 1, 2, 3],
  [2, 1],
  [1, 3],
  [1, 0],
  [0, 3],
  [],
];

/**
 * The lines on which a raster has one of the levels, by marching squares: `[x1, y1, x2, y2, …]`, one segment after the other. Coordinates
 * run from 0 to `columns` and `rows`, y downwards; the value of a cell is the one at its centre. `offset` is the index of the raster's
 * first cell.
 */
export function contourSegments(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  levels: readonly number[],
  offset = 0,
): readonly number[] {
  const segments: number[] = [];
  const at = (row: number, column: number) => values[offset + row * columns + column] ?? Number.NaN;
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const topLeft = at(row, column);
      const topRight = at(row, column + 1);
      const bottomRight = at(row + 1, column + 1);
      const bottomLeft = at(row + 1, column);
      const lowest = Math.min(topLeft, topRight, bottomRight, bottomLeft);
      const highest = Math.max(topLeft, topRight, bottomRight, bottomLeft);
      for (const level of levels) {
        // Few lines go through a cell: the others are passed over without looking at its edges.
        if (!(level > lowest && level <= highest)) continue;
        const above =
          (topLeft >= level ? 1 : 0) |
          (topRight >= level ? 2 : 0) |
          (bottomRight >= level ? 4 : 0) |
          (bottomLeft >= level ? 8 : 0);
        for (const edge of joinedEdges[above] ?? []) pushCrossing(segments, at, row, column, edge, level);
      }
    }
  }
  return segments;
}

function pushCrossing(
  segments: number[],
  at: (row: number, column: number) => number,
  row: number,
  column: number,
  edge: number,
  level: number,
): void {
  const [startDown, startRight] = corners[edge as 0 | 1 | 2 | 3];
  const [endDown, endRight] = corners[((edge + 1) % 4) as 0 | 1 | 2 | 3];
  const start = at(row + startDown, column + startRight);
  const end = at(row + endDown, column + endRight);
  const share = (level - start) / (end - start);
  segments.push(
    column + startRight + (endRight - startRight) * share + 0.5,
    row + startDown + (endDown - startDown) * share + 0.5,
  );
}

/** The segments as SVG path data, scaled from raster cells to pixels and moved to where the raster begins. */
export function contourData(
  segments: readonly number[],
  scale: readonly [number, number],
  [left, top]: readonly [number, number],
): string {
  const place = (index: number) =>
    `${pixels(left + (segments[index] ?? 0) * scale[0])},${pixels(top + (segments[index + 1] ?? 0) * scale[1])}`;
  return segments.map((_, index) => (index % 4 === 0 ? `M${place(index)}L${place(index + 2)}` : '')).join('');
}

/** The segments as a path, scaled from raster cells to pixels. */
export function contourPath(segments: readonly number[], scaleX: number, scaleY: number): Path2D {
  const path = new Path2D();
  for (let index = 0; index + 3 < segments.length; index += 4) {
    path.moveTo((segments[index] ?? 0) * scaleX, (segments[index + 1] ?? 0) * scaleY);
    path.lineTo((segments[index + 2] ?? 0) * scaleX, (segments[index + 3] ?? 0) * scaleY);
  }
  return path;
}
