// From the rounds' figures to goals, met or missed.

/** @typedef {Readonly<Record<string, any>>} Figures what a measured program reports */
/** @typedef {Readonly<Record<string, Figures>>} Round by the name of the run, `real/cold` */

/**
 * @typedef {object} Goal
 * @property {string} name
 * @property {string} unit `x` for a ratio
 * @property {number} value the median over the rounds
 * @property {number} limit
 * @property {'at most' | 'at least'} sense
 * @property {boolean} isMet
 * @property {boolean} isFarOff missed by more than noise explains
 */

/** @typedef {Pick<Goal, 'name' | 'unit' | 'limit' | 'sense'> & { of: (round: Round) => number | undefined }} Definition */

/**
 * By how much a goal may be missed before the benchmark fails. Ratios compare two programs of the same minute; milliseconds depend on the
 * machine and on who else uses it; shares of words are the same everywhere.
 * @type {Readonly<Record<string, number>>}
 */
const tolerance = { x: 2, MB: 1.5, ms: 4, share: 1 };

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * @param {Round} round
 * @param {string} a run
 * @param {string} b run
 * @param {(figures: Figures) => number} of
 */
export function ratio(round, a, b, of) {
  const [first, second] = [round[a], round[b]];
  return first && second ? of(first) / of(second) : undefined;
}

/**
 * @param {string} vault
 * @returns {readonly Definition[]} goals that hold for every vault
 */
function startGoals(vault) {
  const time = (/** @type {Figures} */ { ms }) => ms;
  return [
    {
      name: `${vault}: cold start / bare markdown-it`,
      ...{ unit: 'x', limit: 1, sense: 'at most' },
      of: (round) => ratio(round, `${vault}/cold`, `${vault}/markdownIt`, time),
    },
    {
      name: `${vault}: language service / cold start`,
      ...{ unit: 'x', limit: 3, sense: 'at least' },
      of: (round) => ratio(round, `${vault}/languageService`, `${vault}/cold (peer's Node)`, time),
    },
    {
      name: `${vault}: warm start / cold start`,
      ...{ unit: 'x', limit: 0.25, sense: 'at most' },
      of: (round) => ratio(round, `${vault}/warm`, `${vault}/cold`, time),
    },
  ];
}

const changeKinds = ['create', 'delete', 'rename'];
const hubKinds = ['hubCreate', 'hubDelete', 'hubRename'];

/**
 * @param {string} vault
 * @param {string} kind
 * @param {number} limit
 * @returns {Definition}
 */
function changeGoal(vault, kind, limit) {
  return {
    name: `${vault}: ${kind.replace(/^hub(.*)/, (_, rest) => `${rest.toLowerCase()} the hub`)}`,
    ...{ unit: 'ms', limit, sense: 'at most' },
    of: (round) => round[`${vault}/changes`]?.[kind]?.median,
  };
}

/**
 * @param {string} kind
 * @returns {Definition}
 */
function changeGrowth(kind) {
  return {
    name: `${kind}: 10,000 notes / 1,000 notes`,
    ...{ unit: 'x', limit: 1.2, sense: 'at most' },
    of: (round) => ratio(round, '10000/changes', '1000/changes', (figures) => figures[kind].median),
  };
}

/**
 * @param {string} vault
 * @returns {readonly Definition[]}
 */
function backgroundGoals(vault) {
  return ['slices', 'slices from the cache'].flatMap((run) => [
    {
      name: `${vault}: longest of ${run}`,
      ...{ unit: 'ms', limit: 16, sense: 'at most' },
      of: (/** @type {Round} */ round) => round[`${vault}/${run}`]?.longestBusy,
    },
    {
      name: `${vault}: event loop delay, ${run}, p99`,
      ...{ unit: 'ms', limit: 30, sense: 'at most' },
      of: (/** @type {Round} */ round) => round[`${vault}/${run}`]?.p99Delay,
    },
  ]);
}

/** @type {readonly Definition[]} */
const noteGoals = [
  {
    name: 'keystroke in a note of 4,000 lines',
    ...{ unit: 'ms', limit: 30, sense: 'at most' },
    of: (round) => keystroke(round, 4000),
  },
  {
    name: 'keystroke: growth by doubling, from 2,000 to 16,000 lines (2 is linear)',
    ...{ unit: 'x', limit: 2.4, sense: 'at most' },
    of: (round) => {
      const growth = quotient(keystroke(round, 16_000), keystroke(round, 2000));
      return growth === undefined ? undefined : growth ** (1 / 3);
    },
  },
];

/** The labelled words of bench/terms, by the name of their list. */
const wordLists = { tuning: 'words for tuning', heldOut: 'words held out' };

/** @type {readonly Definition[]} */
const termGoals = [
  ...Object.entries(wordLists).flatMap(([list, name]) => [
    wordGoal(`terms: precision, ${name}`, 0.98, ({ precision }) => precision, list),
    wordGoal(`terms: recall, ${name}`, 0.95, ({ recall }) => recall, list),
  ]),
  termGoal('terms: warm hover, formulas drawn anew, p95', 'ms', 5, (round) => round['terms hover']?.p95),
  termGoal('terms: warm hover, formulas at hand, p95', 'ms', 5, (round) => round['terms hover']?.againP95),
  termGoal('terms: first hover with formulas', 'ms', 400, (round) => round['terms first hover']?.ms),
  termGoal('terms: scanning a note of 336 kB', 'ms', 50, (round) => round['terms scan']?.median),
  termGoal(
    'terms: scanning, growth by doubling (2 is linear)',
    'x',
    2.3,
    (round) => round['terms scan']?.doubling,
  ),
  termGoal('terms: scanning, 5,000 terms / 500 terms', 'x', 1.3, (round) => round['terms scan']?.tenfold),
  termGoal('terms: heap of 5,000 terms', 'MB', 20, (round) =>
    quotient(round['terms memory']?.heapBytes, 1e6),
  ),
];

/**
 * @param {string} name
 * @param {number} limit
 * @param {(score: Figures) => number} of
 * @param {string} list
 * @returns {Definition}
 */
function wordGoal(name, limit, of, list) {
  return {
    name,
    ...{ unit: 'share', limit, sense: 'at least' },
    of: (round) => {
      const score = round['terms words']?.vault[list];
      return score && of(score);
    },
  };
}

/**
 * @param {string} name
 * @param {string} unit
 * @param {number} limit
 * @param {Definition['of']} of
 * @returns {Definition}
 */
function termGoal(name, unit, limit, of) {
  return { name, unit, limit, sense: 'at most', of };
}

/**
 * The labelled words that are recognised wrongly, for who looks for the guilty rule; and where the glossary that ships answers otherwise
 * than the labels, which know nothing of it.
 * @param {readonly Round[]} rounds
 * @returns {readonly string[]} lines of text, the same for every round
 */
export function mistakesOf(rounds) {
  const words = rounds[0]?.['terms words'];
  if (!words) return [];
  return [
    ...mistakeLines('Terms that are not recognised as labelled:', words.vault),
    ...mistakeLines('With the glossary that ships as second source:', words.withShipped),
  ];
}

/**
 * @param {string} title
 * @param {Figures} scores by list
 */
function mistakeLines(title, scores) {
  const lines = Object.keys(wordLists).flatMap((list) => scores[list].mistakes.map(mistakeLine));
  return lines.length > 0 ? [title, ...lines] : [];
}

/** @param {Figures} mistake */
function mistakeLine({ file, line, word, expected, found }) {
  return `  ${file}:${line + 1}  ${word.replace(/\s+/g, ' ')}: ${found ?? 'nothing'} instead of ${expected ?? 'nothing'}`;
}

/** Shorter times than these milliseconds grow by whatever happens on the machine. */
const measurable = 20;

/**
 * By how much the time grows when a text gets twice as long, for each text and reader the median over the rounds; the worst first.
 * @param {readonly Round[]} rounds
 * @returns {readonly { text: string, ms: number, ratio: number }[]} texts that take long enough to be measured
 */
export function growthsOf(rounds) {
  /** @type {Map<string, Figures[]>} */
  const byText = new Map();
  for (const result of rounds.flatMap(({ linear }) => linear?.results ?? [])) {
    const text = `${result.reader}: ${result.name}${result.error ? ` (${result.error})` : ''}`;
    byText.set(text, [...(byText.get(text) ?? []), result]);
  }
  return [...byText]
    .map(([text, results]) => ({
      text,
      ms: median(results.map(({ ms }) => ms)),
      ratio: median(results.map(({ ratio: growth }) => growth)),
    }))
    .filter(({ ms, ratio: growth }) => ms > measurable || growth > 1e3)
    .toSorted((a, b) => b.ratio - a.ratio);
}

/**
 * @param {Round} round
 * @param {number} lines
 * @returns {number | undefined}
 */
function keystroke(round, lines) {
  return round.keystroke?.results.find((/** @type {Figures} */ { lineCount }) => lineCount === lines)?.median;
}

/**
 * @param {number | undefined} a
 * @param {number | undefined} b
 */
function quotient(a, b) {
  return a === undefined || b === undefined ? undefined : a / b;
}

/**
 * @param {readonly string[]} vaults names
 * @returns {readonly Definition[]}
 */
function definitions(vaults) {
  return [
    ...vaults.flatMap(startGoals),
    ...vaults.flatMap((vault) => [
      changeGoal(vault, 'edit', 5),
      ...changeKinds.map((kind) => changeGoal(vault, kind, 10)),
    ]),
    ...hubKinds.map((kind) => changeGoal('10000', kind, 10)),
    ...['edit', ...changeKinds].map(changeGrowth),
    ...vaults.flatMap(backgroundGoals),
    ...vaults.map((vault) => ({
      name: `${vault}: resident memory grows by`,
      ...{ unit: 'MB', limit: 200, sense: /** @type {const} */ ('at most') },
      of: (/** @type {Round} */ round) => quotient(round[`${vault}/memory`]?.grownBytes, 1e6),
    })),
    ...noteGoals,
    ...termGoals,
  ];
}

/**
 * @param {readonly Round[]} rounds
 * @param {readonly string[]} vaults names
 * @returns {readonly Goal[]} those that were measured
 */
export function goalsOf(rounds, vaults) {
  const goals = judgeAll(definitions(vaults), rounds);
  const [steepest] = growthsOf(rounds);
  return steepest ? [...goals, judged(linearity, steepest.ratio)] : goals;
}

/**
 * @param {readonly Definition[]} defined
 * @param {readonly Round[]} rounds
 * @returns {readonly Goal[]} those that were measured, each by its median over the rounds
 */
export function judgeAll(defined, rounds) {
  return defined.flatMap(({ of, ...goal }) => {
    const values = rounds.map(of).filter((value) => value !== undefined);
    return values.length > 0 ? [judged(goal, median(values))] : [];
  });
}

/** @type {Omit<Definition, 'of'>} */
const linearity = {
  name: 'pathological texts, the worst: growth by doubling (2 is linear, 4 quadratic)',
  ...{ unit: 'x', limit: 3, sense: 'at most' },
};

/**
 * @param {Omit<Definition, 'of'>} goal
 * @param {number} value
 * @returns {Goal}
 */
function judged(goal, value) {
  const excessOf = goal.sense === 'at most' ? value / goal.limit : goal.limit / value;
  // A limit of zero can be met too.
  const excess = value === goal.limit ? 1 : excessOf;
  // What cannot be computed has not been met.
  return { ...goal, value, isMet: excess <= 1, isFarOff: !(excess <= (tolerance[goal.unit] ?? 1)) };
}
