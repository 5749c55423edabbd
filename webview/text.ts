import MarkdownIt from 'markdown-it';
import katexPlugin from 'markdown-it-katex';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
// `output: html` would hide formulas from screen readers; KaTeX's default adds MathML beside the picture of the formula.
katexPlugin(markdown, { throwOnError: false, ...{ strict: 'ignore' } });
markdown.disable('image');
markdown.validateLink = (url) => /^https?:\/\//i.test(url);

/** HTML of a learner text of several paragraphs: Markdown with `$TeX$`. HTML in the text is shown as text; only http links are links. */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}

/** HTML of a learner text of one line: inline Markdown with `$TeX$`. */
export function renderInlineMarkdown(text: string): string {
  return markdown.renderInline(text);
}

/** A learner text of one line without its marks, for places that show plain text only: `Weight Decay ($L_2$)` gives `Weight Decay (L₂)`. */
export function plainText(text: string): string {
  return text.replace(/\$([^$]*)\$/g, (_, formula: string) => plainFormula(formula)).replace(/[*`]/g, '');
}

const subscripts = '₀₁₂₃₄₅₆₇₈₉';
const commands: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  eta: 'η',
  sigma: 'σ',
  lambda: 'λ',
  theta: 'θ',
  min: 'min',
  max: 'max',
  ldots: '…',
};

function plainFormula(formula: string): string {
  return formula
    .replace(/\\([a-z]+)/gi, (command, name: string) => commands[name] ?? command.slice(1))
    .replace(/_(\d)/g, (_, digit: string) => subscripts[Number(digit)] ?? digit)
    .replace(/[{}\\]/g, '');
}

/** Shows a learner text of one line in an element. */
export function setInlineMarkdown(target: Element, text: string): void {
  target.innerHTML = renderInlineMarkdown(text);
}
