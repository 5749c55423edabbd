// What the page shows of experiments as HTML, made when the extension is built: a file an experiment and language.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderInlineMarkdown, renderLiveFormula, renderMarkdown } from './learnerMarkdown.mjs';
import { blockNames } from './learnerTexts.mjs';
import { loadSpecs } from './loadSpecs.mjs';

/** @typedef {import('./loadSpecs.mjs').Spec} Spec */
/** @typedef {import('../../src/experiments/kit/localized').Locale} Locale */
/** @typedef {import('../../webview/text').RenderedTexts} RenderedTexts */

/** @type {readonly Locale[]} */
export const locales = ['de', 'en'];

/** @param {string} text */
const escapeHtml = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * Every text in one language below a value, with the name of the property that holds it.
 * @param {unknown} value
 * @param {Locale} locale
 * @param {string} [name]
 * @returns {readonly { readonly name: string, readonly text: string }[]}
 */
function textsOf(value, locale, name = '') {
  if (typeof value !== 'object' || value === null) return [];
  const text = /** @type {Readonly<Record<string, unknown>>} */ (value)[locale];
  if (typeof text === 'string') return [{ name, text }];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, locale, key));
}

/**
 * What the controls write: the name of a number with its symbol, and the symbol alone.
 * @param {Spec} spec
 * @param {Locale} locale
 */
function symbolTexts({ params }, locale) {
  return Object.values(params).flatMap((param) =>
    param.kind === 'number' && param.symbol
      ? [`${param.label[locale]} $${param.symbol}$`, `$${param.symbol}$`]
      : [],
  );
}

/**
 * HTML by text.
 * @param {readonly string[]} texts
 * @param {(text: string) => string} render
 * @returns {Readonly<Record<string, string>>}
 */
function rendered(texts, render) {
  return Object.fromEntries(texts.map((text) => [text, render(text)]));
}

/**
 * Whether HTML shows its text otherwise than as it stands: what is in no file the page shows without its marks.
 * @param {readonly [text: string, html: string]} pair
 */
function isMarkedUp([text, html]) {
  return /[$*`]/.test(text) || html !== escapeHtml(text);
}

/**
 * All that the page shows of an experiment as HTML.
 * @param {Spec} spec
 * @param {Locale} locale
 * @returns {RenderedTexts}
 */
export function renderTexts(spec, locale) {
  const { concepts: _, ...shown } = spec;
  const texts = textsOf(shown, locale);
  const blocks = texts.filter(({ name }) => blockNames.has(name));
  const lines = texts.filter(({ name }) => !blockNames.has(name)).map(({ text }) => text);
  const inline = rendered([...lines, ...symbolTexts(spec, locale)], renderInlineMarkdown);
  const formulas = (spec.formulas ?? []).map(({ tex }) => tex);
  return {
    inline: Object.fromEntries(Object.entries(inline).filter(isMarkedUp)),
    block: Object.fromEntries(blocks.map(({ name, text }) => [name, renderMarkdown(text)])),
    formulas: rendered(formulas, renderLiveFormula),
  };
}

/**
 * Writes `<id>.<locale>.json` for each experiment.
 * @param {string} folder made where it is missing
 * @param {readonly string[]} ids of the experiments
 * @returns {Promise<void>}
 */
export async function writeRenderedTexts(folder, ids) {
  mkdirSync(folder, { recursive: true });
  for (const spec of await loadSpecs(ids)) {
    for (const locale of locales) {
      const texts = JSON.stringify(renderTexts(spec, locale));
      writeFileSync(join(folder, `${spec.id}.${locale}.json`), texts);
    }
  }
}
