// Learner texts as HTML: Markdown with formulas, set when the extension is built, so that the page needs no Markdown and no TeX.
import { createRequire } from 'node:module';
import katex from 'katex';
import MarkdownIt from 'markdown-it';

// Required, not imported: what an import of it gives differs between Node and the tests.
const { default: katexPlugin } = createRequire(import.meta.url)('markdown-it-katex');

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
// `output: html` would hide formulas from screen readers; KaTeX's default adds MathML beside the picture of the formula.
const options = /** @type {const} */ ({ throwOnError: false, strict: 'ignore' });
katexPlugin(markdown, options);
markdown.disable('image');
markdown.validateLink = (/** @type {string} */ url) => /^https?:\/\//i.test(url);

/**
 * HTML of a learner text of several paragraphs. HTML in the text is shown as text; only http links are links.
 * @param {string} text Markdown with `$TeX$`
 */
export function renderMarkdown(text) {
  return markdown.render(text);
}

/**
 * HTML of a learner text of one line.
 * @param {string} text inline Markdown with `$TeX$`
 */
export function renderInlineMarkdown(text) {
  return markdown.renderInline(text);
}

/** KaTeX sets no ⟦ within text; a sign that it sets stands in for it. */
const live = { macro: String.raw`\text{@#1@}`, set: /@(\w+)@/g };

/**
 * HTML of a live formula. The place of each `\live{name}` holds the text `⟦name⟧`, once in the picture of the formula and once in its
 * MathML. Throws where the formula cannot be set.
 * @param {string} tex without dollar signs
 */
export function renderLiveFormula(tex) {
  const html = katex.renderToString(String.raw`\displaystyle ${tex}`, {
    ...options,
    throwOnError: true,
    macros: { '\\live': live.macro },
  });
  // The annotation repeats the TeX, which has no numbers.
  return html.replace(/<annotation.*?<\/annotation>/s, '').replace(live.set, '⟦$1⟧');
}
