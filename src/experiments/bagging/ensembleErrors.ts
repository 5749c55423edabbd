/** Mean squared error of a model, and mean product of the errors of two different ones. Goodfellow et al. (2016), 7.11. */
export interface Spread {
  /** v */
  readonly variance: number;
  /** c */
  readonly covariance: number;
}

/** Mean of the products of two errors, entry by entry. */
export function meanProduct(errors: Float64Array, others: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < errors.length; at++) sum += errors[at]! * others[at]!;
  return sum / errors.length;
}

/** Entry by entry the mean of some errors: the error of the mean of the models. */
export function meanError(errors: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(errors[0]!.length);
  for (const each of errors) for (let at = 0; at < mean.length; at++) mean[at]! += each[at]! / errors.length;
  return mean;
}

/** v and c of at least two members, over all of them and all of their pairs. */
export function spreadOf(errors: readonly Float64Array[]): Spread {
  const members = errors.length;
  const mean = meanError(errors);
  const variance = errors.reduce((sum, each) => sum + meanProduct(each, each), 0) / members;
  const covariance = (members * meanProduct(mean, mean) - variance) / (members - 1);
  return { variance, covariance };
}

/** Expected squared error of `members` models: v/k + (k − 1)/k · c. Goodfellow et al. (2016), 7.11, eq. 7.50. */
export function expectedError({ variance, covariance }: Spread, members: number): number {
  return variance / members + ((members - 1) / members) * covariance;
}

/**
 * Mean squared error of ensembles of 1, 2, 4, … members, up to all of them: the members are divided into groups of that size, and
 * the mean is over the groups. Each group consists of two of the size before.
 * @param errors of a power of two members
 */
export function errorsByGroupSize(errors: readonly Float64Array[]): number[] {
  const sizes = Math.log2(errors.length) + 1;
  let groups = errors;
  return Array.from({ length: sizes }, () => {
    const mean = groups.reduce((sum, each) => sum + meanProduct(each, each), 0) / groups.length;
    const joined = groups;
    groups = Array.from({ length: joined.length >> 1 }, (_, pair) =>
      meanError([joined[2 * pair]!, joined[2 * pair + 1]!]),
    );
    return mean;
  });
}

/** Chance that a bootstrap of `points` draws has an example `times` times: binomial. */
export function chanceOfTimes(points: number, times: number): number {
  let chance = (1 - 1 / points) ** (points - times);
  for (let draw = 0; draw < times; draw++) chance *= (points - draw) / ((draw + 1) * points);
  return chance;
}
