// docs/reliability.md: what the project promises its users, which test shows it, and the figure of the last nightly run.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultFolder, root } from './project.mjs';

/**
 * @typedef {object} Statement
 * @property {string} id of the figure that the test records
 * @property {string} statement
 * @property {{ file: string, title: string }} test `file` below the root; `title` as it stands in the file
 * @property {string} unit what the figure counts
 */

/** @typedef {{ id: string, value: number, size: 'ci' | 'nightly' }} Figure */

/** @typedef {{ title: string, statements: readonly Statement[] }} StatedPromise */

/**
 * @param {string} id
 * @param {string} statement
 * @param {string} file
 * @param {string} title
 * @param {string} [unit]
 * @returns {Statement}
 */
const says = (id, statement, file, title, unit = 'cases') => ({
  ...{ id, statement, unit },
  test: { file: `test/${file}`, title },
});

/** @param {string} file @returns {string} */
const here = (file) => `reliability/${file}.test.ts`;

/** The statements, by the promise that they are part of. A figure that somebody records under another id is no statement. */
export const promises = /** @type {readonly StatedPromise[]} */ ([
  {
    title: 'Nothing is lost',
    statements: [
      says(
        'fuzz-parse-any-note',
        'Any text is read as a note, and every place found in it is exactly where it is said to be.',
        here('notes'),
        'in notes of any kind',
      ),
      says(
        'fuzz-index-profile',
        'The quick reading for the index misses nothing that the whole grammar finds.',
        here('profiles'),
        'finds what the whole grammar finds',
      ),
      says(
        'vault-operations',
        'After any order of creating, editing, renaming, moving and deleting, a vault answers as one that has just been read.',
        here('vaultIndex'),
        'answers every question as one that has just been read',
        'operations',
      ),
      says(
        'burst-files',
        'When a branch switch replaces, deletes and adds notes all at once, links and references in VS Code agree with the disk.',
        'vscode/reliability.test.ts',
        'leaves links and references that agree with the disk',
        'files changed at once',
      ),
      says(
        'window-operations',
        'After any order of writing, renaming, moving, deleting and editing on disk and in editors, links and references in VS Code agree with the disk and the editors.',
        'vscode/vaultLife.test.ts',
        'answers in the end what its files say, on disk and in editors',
        'operations',
      ),
      says(
        'odd-files',
        'Names of 255 bytes, NUL, broken UTF-8 and symbolic links to nowhere or in a circle cost other notes neither lenses nor hovers.',
        'vscode/reliability.test.ts',
        'has its lenses and its hovers, whatever is in the notes that it links to',
        'such files and folders',
      ),
      says(
        'fuzz-link-resolver',
        'Links lead where Obsidian’s rules say.',
        here('links'),
        'leads where Obsidian’s rules say, in any vault, also after files have gone',
      ),
      says(
        'fuzz-file-renames',
        'Links lead to the same place after a file was renamed or moved, or are counted as lost beforehand.',
        here('renames'),
        'every link leads to the place that it led to, but for those that are said to be lost',
      ),
      says(
        'fuzz-heading-renames',
        'Links to a heading lead to it after it was renamed.',
        here('renames'),
        'every link that led to it leads to it still, or the rename is refused',
      ),
      says(
        'fuzz-glossary-places',
        'A new entry leaves all of its glossary as it was.',
        here('terms'),
        'is put in and changes nothing else, whatever the glossary looks like',
      ),
      says(
        'fuzz-glossary-extractions',
        'What is taken into the glossary replaces the selection and nothing around it.',
        here('terms'),
        'that is made of any selection is refused, or takes out the selection and adds to the glossary only',
      ),
      says(
        'fuzz-damaged-caches',
        'A damaged cache never becomes a wrong note: it is read anew.',
        here('caches'),
        'that was damaged in any way is refused or says what was written, never anything else',
      ),
      says(
        'fuzz-damaged-notes',
        'Nor does a single damaged note in it stop anything.',
        here('caches'),
        'with other values in it is refused or read, without a hang',
      ),
      says(
        'fuzz-katex-formulas',
        'A formula that could be typeset can be typeset after it was rewritten for KaTeX.',
        here('formulas'),
        'is rewritten without an exception, and what KaTeX could typeset it still can',
      ),
      says(
        'fuzz-term-finds',
        'Terms are found exactly where their words stand.',
        here('terms'),
        'are found in order, none over another, each where its own words stand',
      ),
    ],
  },
  {
    title: 'Nothing is leaked',
    statements: [
      says(
        'soak-frames',
        'Training keeps no tensor from one run to the next, and its memory does not grow.',
        here('soak.slow'),
        'keeps no tensor from one run to the next, and its memory does not grow',
        'frames',
      ),
      says(
        'lab-openings',
        'A lab that is closed leaves no worker, no page and no listener in VS Code’s window.',
        'e2e/reliability.test.ts',
        'leaves no worker and no page, and the window’s memory does not grow',
        'labs opened and closed',
      ),
      says(
        'window-heap-growth',
        'Nor does the memory of the window grow by more than VS Code’s own (a fifth at most).',
        'e2e/reliability.test.ts',
        'leaves no worker and no page, and the window’s memory does not grow',
        'times the memory after a third of them',
      ),
      says(
        'fuzz-page-html',
        'The page of any note, embedding any other, is HTML without mistakes that runs nothing.',
        here('pages'),
        'is HTML that no browser needs to mend, and nothing in it runs anything',
      ),
      says(
        'fuzz-page-hostile-words',
        'Words of a note never become elements, attributes or addresses.',
        here('pages'),
        'never become elements, attributes or addresses that run something',
      ),
      says(
        'fuzz-page-file-names',
        'Nor do names of files.',
        here('pages'),
        'as names of files lead to these files and nowhere else',
      ),
      says(
        'fuzz-page-tokens',
        'A page is the same each time that it is drawn.',
        here('pages'),
        'is the same HTML each time it is drawn from the same tokens',
      ),
      says(
        'fuzz-page-history',
        'No page depends on what was drawn before it.',
        here('pages'),
        'does not depend on what was drawn before',
      ),
      says(
        'fuzz-exports',
        'An exported note leads nowhere but to itself and the web.',
        here('exports'),
        'is a document without mistakes that leads nowhere but to itself and the web',
      ),
      says(
        'fuzz-panel-messages',
        'Messages between host and page are checked: what is not right is refused, and changes no prototype.',
        here('messages'),
        'between host and page is accepted where it is right, and accepted or refused, never thrown at, where it is not',
      ),
      says(
        'fuzz-worker-messages',
        'So are those to the worker and from it, and saved states.',
        here('messages'),
        'to the worker or from it, and a saved state, alike',
      ),
    ],
  },
  {
    title: 'Every failure has a message that says what to do',
    statements: [
      says(
        'host-crashes',
        'When VS Code’s extension host crashes, the lab goes on training, and the learner is told what it can do no more.',
        'e2e/reliability.test.ts',
        'goes on training, and the learner is told what the lab can do no more',
        'crashes',
      ),
      says(
        'window-reloads',
        'A lab that is training comes back with its settings when the window is reloaded.',
        'e2e/reliability.test.ts',
        'comes back with its experiment and settings when the window is reloaded in mid-run',
        'reload',
      ),
      says(
        'fuzz-own-files',
        'A file with an experiment of one’s own is read, or refused with a reason and a place.',
        here('ownExperiments'),
        'is read, or refused with a reason and a place in the file',
      ),
      says(
        'fuzz-own-specs',
        'Its spec is taken, or refused in sentences that name the field.',
        here('ownExperiments'),
        'that is anything at all is taken, or refused in sentences that name the field',
      ),
      says(
        'fuzz-experiment-params',
        'Settings are valid, or refused with what is allowed.',
        here('ownExperiments'),
        'are valid for all of its parameters, or refused with what is wrong, whatever they are',
      ),
      says(
        'fuzz-demo-blocks',
        'A demo block orders what its experiment can do, or says what is wrong and where.',
        here('demos'),
        'orders what its experiment can do, or says what is wrong and where',
      ),
      says(
        'fuzz-demos-property',
        'So does the property `demos`.',
        here('demos'),
        'is read, or is a problem, with places that cut their own texts out',
      ),
      says(
        'fuzz-yaml-properties',
        'Properties are read as YAML, or are a problem where YAML sees one.',
        here('profiles'),
        'are read as a YAML parser reads them, or are a problem where it sees one',
      ),
    ],
  },
  {
    title: 'Nothing hangs',
    statements: [
      says(
        'fuzz-linear-notes',
        'The time to read a note grows with its length, whatever is repeated in it.',
        here('linear'),
        'when a note is read, whatever is repeated in it',
        'measured texts',
      ),
      says(
        'fuzz-linear-terms',
        'So does the time to find its terms.',
        here('linear'),
        'when terms are looked up in it, whatever its words',
        'measured texts',
      ),
    ],
  },
]);

/** All of them. */
export const statements = promises.flatMap((promise) => promise.statements);

/** The page. */
export const reliabilityPage = join(root, 'docs/reliability.md');

const begin = '<!-- figures: begin, written by npm run reliability -->';
const end = '<!-- figures: end -->';

/**
 * The figures that tests have recorded, by id.
 * @param {string} [folder]
 * @returns {ReadonlyMap<string, Figure>}
 */
export function recordedFigures(folder = join(resultFolder, 'reliability')) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const figures = files.map(
    (name) => /** @type {Figure} */ (JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  );
  return new Map(figures.map((figure) => [figure.id, figure]));
}

/** @param {number} value */
const written = (value) => value.toLocaleString('en', { maximumFractionDigits: 2 });

/**
 * @param {Statement} statement
 * @param {Figure | undefined} figure
 */
function row({ statement, test, unit }, figure) {
  const amount = figure ? `${written(figure.value)} ${unit}` : 'not measured';
  const size = figure?.size === 'ci' ? ' (quick run)' : '';
  return `| ${statement} | [${test.title}](../${test.file}) | ${amount}${size} |`;
}

/**
 * The part of the page between the markers.
 * @param {ReadonlyMap<string, Figure>} figures
 */
export function figureTables(figures) {
  const fuzzed = [...figures.values()].filter(({ id }) => id.startsWith('fuzz-'));
  const total = fuzzed.reduce((sum, { value }) => sum + value, 0);
  const tables = promises.map(({ title, statements: own }) =>
    [
      `### ${title}\n`,
      '| statement | test | figure |',
      '|---|---|---|',
      ...own.map((one) => row(one, figures.get(one.id))),
    ].join('\n'),
  );
  return [`Random cases in all: ${written(total)}.`, ...tables].join('\n\n');
}

/**
 * A page with other figures between its markers. Throws where it has none.
 * @param {string} page
 * @param {ReadonlyMap<string, Figure>} figures
 */
export function withFigures(page, figures) {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/reliability.md needs the lines "${begin}" and "${end}".`);
  return `${page.slice(0, from + begin.length)}\n\n${figureTables(figures)}\n\n${page.slice(to)}`;
}

/** Writes the recorded figures into the page. */
export function writeReliabilityPage() {
  writeFileSync(reliabilityPage, withFigures(readFileSync(reliabilityPage, 'utf8'), recordedFigures()));
}
