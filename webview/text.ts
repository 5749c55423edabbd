/** HTML of an experiment's texts in one language, by their source. It is made when the extension is built. */
export interface RenderedTexts {
  /** Texts of one line; those that have no markup are missing. */
  readonly inline: Readonly<Record<string, string>>;
  /** Texts of several paragraphs: of experiments that ship, by the name of their field, which is all that the page has of their source. */
  readonly block: Readonly<Record<string, string>>;
  /** Live formulas by their TeX; `⟦name⟧` is the place of a value. */
  readonly formulas: Readonly<Record<string, string>>;
}

let texts: RenderedTexts = { inline: {}, block: {}, formulas: {} };

/** From now on the functions of this file give the HTML of these texts, in place of those before. */
export function adoptRenderedTexts(rendered: RenderedTexts): void {
  texts = rendered;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

function htmlOf(source: string, rendered: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(rendered, source) ? rendered[source] : undefined;
}

/** HTML of a learner text of several paragraphs of the experiment on the page: Markdown with `$TeX$`. */
export function renderMarkdown(text: string): string {
  return htmlOf(text, texts.block) ?? (text && `<p>${renderInlineMarkdown(text)}</p>`);
}

/** HTML of a learner text of one line of the experiment on the page. Any other text is shown without its marks. */
export function renderInlineMarkdown(text: string): string {
  return htmlOf(text, texts.inline) ?? escapeHtml(plainText(text));
}

/** HTML of a live formula of the experiment on the page, with `⟦name⟧` where values go; its TeX where there is none. */
export function renderLiveFormula(tex: string): string {
  return htmlOf(tex, texts.formulas) ?? escapeHtml(tex.replace(/\\live\{(\w+)\}/g, '⟦$1⟧'));
}

/** A learner text of one line without its marks, for places that show plain text only: `Weight Decay ($L_2$)` gives `Weight Decay (L₂)`. */
export function plainText(text: string): string {
  return text.replace(/\$([^$]*)\$/g, (_, formula: string) => plainFormula(formula)).replace(/[*`]/g, '');
}

const subscripts = '₀₁₂₃₄₅₆₇₈₉';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
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
  varepsilon: 'ε',
  epsilon: 'ε',
  phi: 'φ',
  Phi: 'Φ',
  approx: '≈',
  cdot: '·',
  times: '×',
  leq: '≤',
  geq: '≥',
  operatorname: '',
};

// The star of an exponent becomes another sign, as those of emphasis are taken away.
function plainFormula(formula: string): string {
  return formula
    .replace(/\\([a-z]+)/gi, (command, name: string) => commands[name] ?? command.slice(1))
    .replace(/_(\d)/g, (_, digit: string) => subscripts[Number(digit)] ?? digit)
    .replace(/\^(\d)/g, (_, digit: string) => superscripts[Number(digit)] ?? digit)
    .replace(/\^\*/g, '∗')
    .replace(/\\\|/g, '‖')
    .replace(/[{}\\]/g, '');
}

/** Shows a learner text of one line in an element. */
export function setInlineMarkdown(target: Element, text: string): void {
  target.innerHTML = renderInlineMarkdown(text);
}
