// What the suite uses of `node:assert` where the extension host is a browser's worker, which has no Node.

/** What Mocha shows as a difference: what was there and what should have been. */
class AssertionError extends Error {
  override readonly name = 'AssertionError';
  readonly showDiff = true;
  readonly actual: unknown;
  readonly expected: unknown;

  constructor(message: string, actual?: unknown, expected?: unknown) {
    super(message);
    this.actual = actual;
    this.expected = expected;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether two values are the same, or plain data with the same parts. Maps, sets and the like are compared as objects of a class. */
function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isRecord(a) || !isRecord(b) || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Map || a instanceof Set) throw new Error('Compare the entries of maps and sets.');
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameData(a[key], b[key]))
  );
}

/** A message of the test itself wins; an error is thrown as it is. */
function failure(
  message: string | Error | undefined,
  otherwise: string,
  actual?: unknown,
  expected?: unknown,
): Error {
  return message instanceof Error ? message : new AssertionError(message ?? otherwise, actual, expected);
}

function excerpt(text: string): string {
  return text.length > 2000 ? `${text.slice(0, 2000)}…` : text;
}

/** The strict assertions by the names and with the meanings that Node gives them; only those that the suite uses. */
export const strict = {
  ok(value: unknown, message?: string | Error): void {
    if (!value) throw failure(message, `${String(value)} does not hold.`, value, true);
  },

  equal(actual: unknown, expected: unknown, message?: string | Error): void {
    if (!Object.is(actual, expected)) throw failure(message, 'The values differ.', actual, expected);
  },

  notEqual(actual: unknown, unexpected: unknown, message?: string | Error): void {
    if (Object.is(actual, unexpected)) throw failure(message, `It is ${String(actual)} nevertheless.`);
  },

  deepEqual(actual: unknown, expected: unknown, message?: string | Error): void {
    if (!isSameData(actual, expected)) throw failure(message, 'The values differ.', actual, expected);
  },

  match(text: string, pattern: RegExp, message?: string | Error): void {
    if (!pattern.test(text)) throw failure(message, `${pattern} does not match: ${excerpt(text)}`);
  },

  doesNotMatch(text: string, pattern: RegExp, message?: string | Error): void {
    if (pattern.test(text)) throw failure(message, `${pattern} matches: ${excerpt(text)}`);
  },

  fail(message?: string | Error): never {
    throw failure(message, 'This should not have been reached.');
  },

  async rejects(
    work: () => PromiseLike<unknown>,
    isExpected: RegExp | ((error: Error) => boolean) = /^/,
  ): Promise<void> {
    const outcome = await work().then(
      () => undefined,
      (error: Error) => ({ error }),
    );
    if (!outcome) throw new AssertionError('It did not reject.');
    if (isExpected instanceof RegExp) strict.match(String(outcome.error), isExpected);
    else strict.ok(isExpected(outcome.error), `It rejects with another error: ${outcome.error}`);
  },
};
