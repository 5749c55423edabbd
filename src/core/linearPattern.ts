/** Whether a text fits. */
export type TextTest = (text: string) => boolean;

/** What a pattern is made of. */
type Part =
  /** Takes one UTF-16 unit. */
  | { readonly kind: 'take'; readonly takes: TextTest }
  /** Holds at a place, takes nothing. */
  | { readonly kind: 'place'; readonly holds: (text: string, at: number) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly options: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number };

/** One step of the search; it goes on with the next one, a `fork` with any of `to`. */
type Step =
  | Extract<Part, { kind: 'take' | 'place' }>
  | { readonly kind: 'fork'; to: readonly number[] }
  | { readonly kind: 'found' };

/** Longer patterns are refused, in UTF-16 units. */
const longestPattern = 500;

/** Patterns that need more steps are refused: `a{1000}{1000}`. */
const mostSteps = 1000;

/**
 * A regular expression of JavaScript as a test of texts, in time that grows with the text's length and no faster. JavaScript's own search may
 * take years for an expression of ten characters, and these expressions come with a vault.
 * @param flags `i` for any case; `s`: a dot takes line breaks, too.
 * @returns `undefined` for what is broken, too long, or cannot be tested so: backreferences, and looking ahead or behind.
 */
export function linearPattern(source: string, flags: '' | 'i' | 's' = ''): TextTest | undefined {
  if (source.length > longestPattern) return undefined;
  try {
    // The reader below relies on a pattern that is well formed.
    new RegExp(source, flags);
    const steps: Step[] = [];
    addSteps(new PatternReader(source, flags).read(), steps);
    addStep({ kind: 'found' }, steps);
    return (text) => isFoundIn(text, steps);
  } catch {
    return undefined;
  }
}

/** Reads a well-formed pattern. Throws at what cannot be tested in linear time. */
class PatternReader {
  readonly #source: string;
  readonly #flags: string;
  #at = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
  }

  /** Up to the end of the group, or of the pattern. */
  read(): Part {
    const options: Part[] = [];
    do options.push(this.#sequence());
    while (this.#skip('|'));
    return { kind: 'choice', options };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? ''))
      parts.push(this.#repeated(this.#atom()));
    return { kind: 'sequence', parts };
  }

  #atom(): Part {
    if (this.#skip('^')) return { kind: 'place', holds: (_text, at) => at === 0 };
    if (this.#skip('$')) return { kind: 'place', holds: (text, at) => at === text.length };
    if (this.#skip('(')) return this.#group();
    const boundary = this.#match(/\\[bB]/y);
    if (boundary)
      return { kind: 'place', holds: (text, at) => isBoundary(text, at) === (boundary === '\\b') };
    if (this.#match(/\\(?:[1-9]|k<)/y)) throw new Error('backreference');
    const one =
      this.#match(/\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:u[\da-f]{4}|x[\da-f]{2}|c[a-z]|[\s\S])|[\s\S]/iy) ?? '';
    // One character at a time cannot take long.
    const single = new RegExp(`^(?:${/^[{}\]]$/.test(one) ? `\\${one}` : one})$`, this.#flags);
    return { kind: 'take', takes: (character) => single.test(character) };
  }

  #group(): Part {
    if (this.#skip('?') && !this.#match(/:|<(?![=!])[^>]*>/y)) throw new Error('looking around');
    const inside = this.read();
    this.#skip(')');
    return inside;
  }

  #repeated(part: Part): Part {
    const count = this.#match(/[*+?]|\{\d+(?:,\d*)?\}/y);
    if (count === undefined) return part;
    // Whether it takes as little as it can makes no difference to whether it fits.
    this.#skip('?');
    const [least, most] = timesOf(count);
    return { kind: 'repeat', part, least, most };
  }

  #skip(character: string): boolean {
    if (this.#source[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#source)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

function timesOf(count: string): readonly [number, number] {
  if (count === '*') return [0, Number.POSITIVE_INFINITY];
  if (count === '+') return [1, Number.POSITIVE_INFINITY];
  if (count === '?') return [0, 1];
  const [least = '', most = least] = count.slice(1, -1).split(',');
  return [Number(least), most === '' ? Number.POSITIVE_INFINITY : Number(most)];
}

function isBoundary(text: string, at: number): boolean {
  return /\w/.test(text[at - 1] ?? ' ') !== /\w/.test(text[at] ?? ' ');
}

function addStep<T extends Step>(step: T, steps: Step[]): T {
  if (steps.length >= mostSteps) throw new Error('too many steps');
  steps.push(step);
  return step;
}

function addSteps(part: Part, steps: Step[]): void {
  switch (part.kind) {
    case 'take':
    case 'place':
      addStep(part, steps);
      break;
    case 'sequence':
      for (const each of part.parts) addSteps(each, steps);
      break;
    case 'choice':
      addChoice(part.options, steps);
      break;
    case 'repeat':
      addRepeat(part, steps);
      break;
  }
}

function addChoice(options: readonly Part[], steps: Step[]): void {
  const fork = addStep({ kind: 'fork', to: [] as readonly number[] }, steps);
  const starts: number[] = [];
  const ends = options.map((option) => {
    starts.push(steps.length);
    addSteps(option, steps);
    return addStep({ kind: 'fork', to: [] as readonly number[] }, steps);
  });
  fork.to = starts;
  for (const end of ends) end.to = [steps.length];
}

/** Every round has a step of its own, so that rounds without any are counted, too. */
function addRepeat({ part, least, most }: Extract<Part, { kind: 'repeat' }>, steps: Step[]): void {
  const round = (to: readonly number[]) => {
    const fork = addStep({ kind: 'fork', to }, steps);
    addSteps(part, steps);
    return fork;
  };
  for (let done = 0; done < least; done++) round([steps.length + 1]);
  const start = steps.length;
  const optional: { to: readonly number[] }[] = [];
  if (most === Number.POSITIVE_INFINITY) {
    optional.push(round([]));
    addStep({ kind: 'fork', to: [start] }, steps);
    (optional[0] as { to: readonly number[] }).to = [start + 1, steps.length];
    return;
  }
  for (let done = least; done < most; done++) {
    const at = steps.length;
    const fork = round([]);
    fork.to = [at + 1];
    optional.push(fork);
  }
  for (const fork of optional) fork.to = [...fork.to, steps.length];
}

/** Follows all ways through the steps at once, so that no place of the text is looked at twice for the same step. */
function isFoundIn(text: string, steps: readonly Step[]): boolean {
  let present: number[] = [];
  for (let at = 0; ; at++) {
    const seen = new Uint8Array(steps.length);
    const waiting: number[] = [];
    for (const start of [...present, 0]) if (follow(start, text, at, steps, seen, waiting)) return true;
    const character = text[at];
    if (character === undefined) return false;
    present = waiting.filter((index) => takes(steps[index], character)).map((index) => index + 1);
  }
}

function takes(step: Step | undefined, character: string): boolean {
  return step?.kind === 'take' && step.takes(character);
}

/** Collects the steps that wait for a character; whether the end is reached without one. */
function follow(
  start: number,
  text: string,
  at: number,
  steps: readonly Step[],
  seen: Uint8Array,
  waiting: number[],
): boolean {
  const open = [start];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (seen[index]) continue;
    seen[index] = 1;
    const step = steps[index];
    if (step?.kind === 'found') return true;
    if (step?.kind === 'take') waiting.push(index);
    else if (step?.kind === 'fork') open.push(...step.to);
    else if (step?.holds(text, at)) open.push(index + 1);
  }
  return false;
}
