import { defineProgram, type Operand, type Shape } from './program';

/*
 * Two tensors `[matrices, rows, columns]`, combined number by number. Rows and columns agree; a tensor with a single matrix is shared by
 * all of the result, of which there are `matrixCount`, and of one with more than that the rest is not read.
 */

type Pair = Readonly<Record<'Left' | 'Right', Shape>>;

function sizesOf({ Left, Right }: Pair, { matrixCount }: { readonly matrixCount: number }) {
  return {
    matrices: matrixCount,
    rows: Left[1],
    columns: Left[2],
    leftUpTo: Left[0] - 1,
    rightUpTo: Right[0] - 1,
  };
}

function shapeOf({ matrices, rows, columns }: ReturnType<typeof sizesOf>): Shape {
  return [matrices, rows, columns];
}

/** Index of the first number of each matrix of the result in one of the tensors. */
function startOf({ shape }: Operand, matrix: number): number {
  return Math.min(matrix, shape[0] - 1) * shape[1] * shape[2];
}

function defineCombination(name: string, sign: '*' | '+', combine: (left: number, right: number) => number) {
  return defineProgram({
    name,
    inputs: ['Left', 'Right'],
    uniforms: ['matrixCount'],
    sizes: sizesOf,
    outputShape: shapeOf,
    unit: 'block',
    glsl: `
      vec4 block(int matrix, int row, int column) {
        vec4 left = getLeftBlock(min(matrix, leftUpTo), row, column);
        return left ${sign} getRightBlock(min(matrix, rightUpTo), row, column);
      }`,
    cpu: ({ Left, Right }, { matrices, rows, columns }, output) => {
      const size = rows * columns;
      for (let matrix = 0; matrix < matrices; matrix++) {
        const [left, right] = [startOf(Left, matrix), startOf(Right, matrix)];
        const start = matrix * size;
        for (let at = 0; at < size; at++) {
          output[start + at] = combine(Left.values[left + at]!, Right.values[right + at]!);
        }
      }
    },
  });
}

/** The products of the numbers of `Left` and `Right`, `[matrixCount, rows, columns]`. */
export const product = defineCombination('ElementwiseProduct', '*', (left, right) => left * right);

/** The sums of the numbers of `Left` and `Right`, `[matrixCount, rows, columns]`. */
export const sum = defineCombination('ElementwiseSum', '+', (left, right) => left + right);
