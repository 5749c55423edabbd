/*
 * How a tensor `[matrices, rows, columns]` lies in a texture. A texel holds a block of two rows by two columns: top left, top right,
 * bottom left, bottom right; zeros beyond an odd edge. A line of the texture is a pair of columns of one matrix, with all its rows one
 * after another; a matrix's lines follow each other. Tensors have many rows (points) and few columns (features), and wide textures
 * are drawn faster than tall ones, on software WebGL by far.
 */

/** Where the blocks of a tensor are. */
export interface BlockLayout {
  /** Of the texture, in texels: pairs of rows. */
  readonly width: number;
  /** Of the texture, in texels: pairs of columns of all matrices. */
  readonly height: number;
  /** Pairs of columns of a single matrix. */
  readonly columnPairs: number;
}

/** The layout of a tensor of this shape, which has at least one element. */
export function blockLayout([matrices, rows, columns]: readonly [number, number, number]): BlockLayout {
  const columnPairs = (columns + 1) >> 1;
  return { width: (rows + 1) >> 1, height: matrices * columnPairs, columnPairs };
}

/** Calls back for each element with its index in the row-major values and in the texels' numbers. */
function forEachElement(
  [matrices, rows, columns]: readonly [number, number, number],
  use: (value: number, texel: number) => void,
): void {
  const { width, columnPairs } = blockLayout([matrices, rows, columns]);
  let value = 0;
  for (let matrix = 0; matrix < matrices; matrix++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const line = matrix * columnPairs + (column >> 1);
        use(value++, 4 * (line * width + (row >> 1)) + 2 * (row & 1) + (column & 1));
      }
    }
  }
}

/** The numbers of all texels for these row-major values. */
export function packBlocks(values: Float32Array, shape: readonly [number, number, number]): Float32Array {
  const { width, height } = blockLayout(shape);
  const texels = new Float32Array(4 * width * height);
  forEachElement(shape, (value, texel) => {
    texels[texel] = values[value]!;
  });
  return texels;
}

/** The row-major values in the numbers of all texels. */
export function unpackBlocks(texels: Float32Array, shape: readonly [number, number, number]): Float32Array {
  const values = new Float32Array(shape[0] * shape[1] * shape[2]);
  forEachElement(shape, (value, texel) => {
    values[value] = texels[texel]!;
  });
  return values;
}
