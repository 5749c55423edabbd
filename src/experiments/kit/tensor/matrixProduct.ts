/** A matrix inside a larger array: element (r, c) is `values[start + r · row + c · column]`. */
export interface MatrixView {
  readonly values: Float32Array;
  readonly start: number;
  readonly row: number;
  readonly column: number;
}

/** Lengths of a product of matrices: `[rows, inner]` times `[inner, columns]`. */
export interface ProductSize {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
}

/**
 * Writes left · right, `[rows, columns]`, row-major to `target` from `targetStart` on.
 * Four rows and two columns are summed together, which is two to three times as fast as one element after another; at the edges
 * the last row or column stands in for the missing ones and is written again with the same value.
 */
export function multiply(
  left: MatrixView,
  right: MatrixView,
  { rows, inner, columns }: ProductSize,
  target: Float32Array,
  targetStart: number,
): void {
  // Plain constants, no destructuring in the loops: both keep the compiler from using registers and cost a factor of two.
  const a = left.values;
  const b = right.values;
  const aStep = left.column;
  const bStep = right.row;
  for (let r0 = 0; r0 < rows; r0 += 4) {
    const r1 = Math.min(r0 + 1, rows - 1);
    const r2 = Math.min(r0 + 2, rows - 1);
    const r3 = Math.min(r0 + 3, rows - 1);
    for (let c0 = 0; c0 < columns; c0 += 2) {
      const c1 = Math.min(c0 + 1, columns - 1);
      let s00 = 0;
      let s10 = 0;
      let s20 = 0;
      let s30 = 0;
      let s01 = 0;
      let s11 = 0;
      let s21 = 0;
      let s31 = 0;
      let a0 = left.start + r0 * left.row;
      let a1 = left.start + r1 * left.row;
      let a2 = left.start + r2 * left.row;
      let a3 = left.start + r3 * left.row;
      let b0 = right.start + c0 * right.column;
      let b1 = right.start + c1 * right.column;
      for (let i = 0; i < inner; i++) {
        const y0 = b[b0]!;
        const y1 = b[b1]!;
        s00 += a[a0]! * y0;
        s10 += a[a1]! * y0;
        s20 += a[a2]! * y0;
        s30 += a[a3]! * y0;
        s01 += a[a0]! * y1;
        s11 += a[a1]! * y1;
        s21 += a[a2]! * y1;
        s31 += a[a3]! * y1;
        a0 += aStep;
        a1 += aStep;
        a2 += aStep;
        a3 += aStep;
        b0 += bStep;
        b1 += bStep;
      }
      target[targetStart + r0 * columns + c0] = s00;
      target[targetStart + r1 * columns + c0] = s10;
      target[targetStart + r2 * columns + c0] = s20;
      target[targetStart + r3 * columns + c0] = s30;
      target[targetStart + r0 * columns + c1] = s01;
      target[targetStart + r1 * columns + c1] = s11;
      target[targetStart + r2 * columns + c1] = s21;
      target[targetStart + r3 * columns + c1] = s31;
    }
  }
}
