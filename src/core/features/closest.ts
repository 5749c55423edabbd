/** A candidate and how many slips of the pen it is away. */
export interface Close<T> {
  readonly item: T;
  readonly distance: number;
}

/**
 * The candidates that `key` may have been meant to be, closest first, at most `limit`. Up to a third of the letters may be wrong, but no
 * more than four. Of equally close ones the earlier comes first.
 * @param candidates with their keys, folded like `key`.
 */
export function closest<T>(
  key: string,
  candidates: Iterable<readonly [key: string, item: T]>,
  limit: number,
): readonly Close<T>[] {
  const most = Math.min(4, Math.max(1, Math.floor(key.length / 3)));
  const found: Close<T>[] = [];
  for (const [other, item] of candidates) {
    if (Math.abs(other.length - key.length) > most) continue;
    const distance = editDistance(key, other, most);
    if (distance !== undefined) found.push({ item, distance });
  }
  return found.sort((a, b) => a.distance - b.distance).slice(0, limit);
}

/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to turn `a` into `b`; `undefined` for more than
 * `most` (Damerau 1964, as optimal string alignment: no letter is changed twice). Looks only at the part of the table near its diagonal.
 */
export function editDistance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  const tooMany = most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next: number[] = new Array(b.length + 1).fill(tooMany);
    next[0] = row;
    let least = row;
    const end = Math.min(b.length, row + most);
    for (let column = Math.max(1, row - most); column <= end; column++) {
      const cost = stepCost(a, b, row, column, { beforeLast, last, next });
      next[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return undefined;
    beforeLast = last;
    last = next;
  }
  const distance = last[b.length] ?? tooMany;
  return distance > most ? undefined : distance;
}

interface Rows {
  readonly beforeLast: readonly number[];
  readonly last: readonly number[];
  readonly next: readonly number[];
}

function stepCost(
  a: string,
  b: string,
  row: number,
  column: number,
  { beforeLast, last, next }: Rows,
): number {
  const isSame = a[row - 1] === b[column - 1];
  const replaced = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
  const changed = Math.min(replaced, (last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
  const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return isSwap ? Math.min(changed, (beforeLast[column - 2] ?? 0) + 1) : changed;
}
