// Leaves out of a bundle the learner texts that nobody will see there: half of an experiment's bytes, or more.
import { readFileSync } from 'node:fs';

/** @typedef {import('../../src/experiments/kit/localized').Locale} Locale */

/**
 * A text in both languages, found in a module.
 * @typedef {{ readonly name: string | undefined, readonly parts: Readonly<Record<Locale, Span>> }} FoundText
 *   `name`: the property that it is the value of
 */

/**
 * Where the text in one language stands, in UTF-16 units, and what can stand there instead.
 * @typedef {{ readonly start: number, readonly end: number, readonly empty: string }} Span
 */

/** Texts of several paragraphs, by the field of the spec that holds them; every other text is shown within a line. */
export const blockNames = new Set(['explanation', 'limits']);

/** Texts of which a refusal of settings is made are under other names: `label`. */
const onlyShown = new Set(
  'title summary explanation limits concepts help why caption text question because cause'.split(' '),
);

/** @param {typeof import('typescript')} ts */
function emptyFormOf(ts) {
  const { SyntaxKind } = ts;
  const texts = new Set([
    SyntaxKind.StringLiteral,
    SyntaxKind.NoSubstitutionTemplateLiteral,
    SyntaxKind.TemplateExpression,
    SyntaxKind.TaggedTemplateExpression,
  ]);
  /** @param {import('typescript').Expression} value */
  return (value) => {
    if (texts.has(value.kind)) return "''";
    return value.kind === SyntaxKind.ArrayLiteralExpression ? '[]' : undefined;
  };
}

/**
 * The texts in both languages in the source of a module: object literals that have `de` and `en`, written out, and nothing else.
 * @param {typeof import('typescript')} ts
 * @param {string} source TypeScript
 * @returns {readonly FoundText[]}
 */
function findTexts(ts, source) {
  const emptyForm = emptyFormOf(ts);
  const file = ts.createSourceFile('spec.ts', source, ts.ScriptTarget.ES2022, true);
  /** @type {FoundText[]} */
  const found = [];
  /** @param {import('typescript').Node} node */
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node)) {
      const parts = partsOf(node);
      const { parent } = node;
      const name = ts.isPropertyAssignment(parent)
        ? parent.name.getText(file).replace(/['"]/g, '')
        : undefined;
      if (parts) found.push({ name, parts });
    }
    ts.forEachChild(node, visit);
  };
  /** @param {import('typescript').ObjectLiteralExpression} literal */
  const partsOf = ({ properties }) => {
    const spans = properties.flatMap((property) => {
      const value = ts.isPropertyAssignment(property) ? property.initializer : undefined;
      const empty = value && emptyForm(value);
      const key = property.name?.getText(file).replace(/['"]/g, '');
      return value && empty && key ? [[key, { start: value.getStart(file), end: value.end, empty }]] : [];
    });
    const { de, en } = Object.fromEntries(spans);
    return de && en && properties.length === 2 ? { de, en } : undefined;
  };
  visit(file);
  return found;
}

/** What was found in files that have not changed since: several bundles of one build read the same specs. */
const remembered = /** @type {Map<string, readonly FoundText[]>} */ (new Map());

/**
 * @param {string} source
 * @returns {Promise<readonly FoundText[]>}
 */
async function textsOf(source) {
  const known = remembered.get(source);
  if (known) return known;
  // Imported here: most scripts that know the bundles' options need no compiler.
  const { default: ts } = await import('typescript');
  const found = findTexts(ts, source);
  remembered.set(source, found);
  return found;
}

/**
 * @param {string} source
 * @param {readonly Span[]} spans in any order, none within another
 */
function withoutSpans(source, spans) {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, empty }) => text.slice(0, start) + empty + text.slice(end), source);
}

/**
 * @param {string} source of a module
 * @param {(text: FoundText) => readonly Locale[]} unseen the languages in which the text is not needed
 * @returns {Promise<string>} the module without them: an empty string or list in each place
 */
async function without(source, unseen) {
  const spans = (await textsOf(source)).flatMap((text) => unseen(text).map((locale) => text.parts[locale]));
  return withoutSpans(source, spans);
}

/**
 * The source of a module of an experiment with its texts in one language. Those of several paragraphs, which the page has as HTML, are
 * there by their names only.
 * @param {string} source TypeScript
 * @param {Locale} locale the language that stays
 */
export async function inOneLanguage(source, locale) {
  const other = locale === 'de' ? 'en' : 'de';
  const spans = (await textsOf(source)).flatMap(({ name, parts }) => [
    parts[other],
    ...(name && blockNames.has(name) ? [{ ...parts[locale], empty: `'${name}'` }] : []),
    // Concepts are for notes: the page looks for nothing by them.
    ...(name === 'concepts' ? [parts[locale]] : []),
  ]);
  return withoutSpans(source, spans);
}

/** Of those what notes show of an experiment: in completion, hovers and lenses of their own settings. */
const shownInNotes = new Set(['title', 'summary', 'concepts', 'help']);

/**
 * The source of a spec without the texts that are only shown; those stay of which the refusal of a setting is made.
 * @param {string} source TypeScript
 */
export function withoutShownTexts(source) {
  return without(source, ({ name }) => (name && onlyShown.has(name) ? ['de', 'en'] : []));
}

/**
 * The source of a spec without the texts that only the page shows.
 * @param {string} source TypeScript
 */
export function withoutPageTexts(source) {
  const onPage = (/** @type {string} */ name) => onlyShown.has(name) && !shownInNotes.has(name);
  return without(source, ({ name }) => (name && onPage(name) ? ['de', 'en'] : []));
}

/**
 * @param {string} name
 * @param {RegExp} filter
 * @param {(source: string) => Promise<string>} change
 * @returns {import('esbuild').Plugin}
 */
function changing(name, filter, change) {
  return {
    name,
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => ({
        contents: await change(readFileSync(path, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}

/**
 * For a page, which speaks one language.
 * @param {Locale} locale
 */
export function textsInOneLanguage(locale) {
  return changing('texts-in-one-language', /[\\/]src[\\/]experiments[\\/].*\.ts$/, (source) =>
    inOneLanguage(source, locale),
  );
}

const specFiles = /[\\/]src[\\/]experiments[\\/][^\\/]+[\\/]spec\.ts$/;

/** For where specs are computed with and not shown. */
export const noShownTexts = changing('no-shown-texts', specFiles, withoutShownTexts);

/** For where notes set what the page runs. */
export const noPageTexts = changing('no-page-texts', specFiles, withoutPageTexts);
