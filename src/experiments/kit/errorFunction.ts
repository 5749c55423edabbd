/** Coefficients of the approximation by Abramowitz, Stegun: Handbook of Mathematical Functions (1964), 7.1.26; its error is below 1.5e-7. */
const coefficients = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429] as const;

/** What the error function lacks to 1, for x ≥ 0. */
export function erfc(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  return t * coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0) * Math.exp(-x * x);
}

/** The error function, for x ≥ 0. */
export function erf(x: number): number {
  return 1 - erfc(x);
}

/** Distribution function Φ of the standard normal distribution. */
export function normalCdf(z: number): number {
  const tail = erfc(Math.abs(z) / Math.SQRT2);
  return z > 0 ? 1 - tail / 2 : tail / 2;
}
