import type { MarkdownIt, RendererRule, Token } from 'markdown-it';
import { formulaRules, type MathBlockMeta, math } from '../grammar/math';
import { escapeHtml } from '../html';
import { definedByFormula, katexTex } from '../math/katexTex';
import { copyOfToken } from './copyOfToken';
import { DefinedMacros } from './definedMacros';
import { FormulaCache } from './formulaCache';
import { renderingOf } from './notePage';

/** The renderer rules of KaTeX's plugin. A fenced block `math` is one too, by way of `fence`. */
const inlineRule = 'math_inline';
const displayRules = ['math_block', 'math_inline_block', 'math_inline_bare_block'];

/** Longer TeX would keep KaTeX busy for seconds: it is shown as it is written. Characters. */
const longestTex = 8000;

/** What is remembered about the formulas of one markdown-it. */
interface FormulaState {
  readonly cache: FormulaCache;
  readonly macros: DefinedMacros;
}

/**
 * Leaves formulas to whoever typesets them (VS Code), but reads them as Obsidian does and hands over what KaTeX understands. Where nobody
 * typesets them they are shown as TeX. Which of both is known at the first parse, when all have extended this markdown-it.
 */
export function pageFormulas(md: MarkdownIt): void {
  const state: FormulaState = { cache: new FormulaCache(), macros: new DefinedMacros() };
  let isInstalled = false;
  md.core.ruler.before('normalize', 'lecture_lab_formulas', () => {
    state.macros.textParsed();
    if (isInstalled) return;
    isInstalled = true;
    install(md, state);
  });
}

function install(md: MarkdownIt, state: FormulaState): void {
  const { rules } = md.renderer;
  if (!rules.math_inline && !rules.math_block) {
    math(md);
    for (const name of [inlineRule, ...displayRules]) rules[name] = texRule;
    return;
  }
  formulaRules(md);
  for (const name of [inlineRule, ...displayRules]) {
    const original = rules[name];
    rules[name] = original ? formulaRule(name, original, state) : texRule;
  }
  const fence = rules.fence;
  if (fence) rules.fence = fenceRule(fence, formulaRule('fence', fence, state));
}

/** Renders a formula with the rule of whoever typesets it. */
function formulaRule(name: string, original: RendererRule, state: FormulaState): RendererRule {
  const isDisplay = name !== inlineRule;
  return (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (!token || token.content.length > longestTex) return texRule(tokens, index, options, env, self);
    const { macros, cache } = state;
    const page = renderingOf(env)?.page;
    const source = token.content;
    macros.enter(page);
    const tex = katexTex(source, macros.preambleWith(page?.preamble ?? ''), {
      isDisplay,
      defined: macros.known,
    });
    const typeset = (): string => {
      const copy = copyOfToken(token);
      copy.content = tex;
      return withSource(original([copy], 0, options, env, self), source);
    };
    // What formulas have defined decides what those behind them look like.
    macros.add(definedByFormula(source));
    const html = macros.isEmpty ? cache.get(name, tex, source, typeset) : typeset();
    return placed(html, token, isDisplay, self);
  };
}

/** A fenced block `math` is a formula where the rule makes one of it. */
function fenceRule(original: RendererRule, formula: RendererRule): RendererRule {
  return (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (token?.info.trim().toLowerCase() !== 'math') return original(tokens, index, options, env, self);
    const html = formula(tokens, index, options, env, self);
    return html.includes('katex') ? html : original(tokens, index, options, env, self);
  };
}

/** Shows a formula as TeX, dollar signs included. */
const texRule: RendererRule = (tokens, index, _options, _env, self) => {
  const token = tokens[index];
  if (!token) return '';
  const isInline = token.type === inlineRule;
  const mark = isInline ? '$' : '$$';
  const tex = escapeHtml(`${mark}${token.content}${mark}`);
  if (!isBlock(token)) return `<span class="ll-tex">${tex}</span>`;
  return `<div${attributesOf(token, 'll-tex', self)}>${tex}</div>\n`;
};

/** KaTeX's paragraph where it may stand: in none other, and with its place in the source. */
function placed(html: string, token: Token, isDisplay: boolean, self: MarkdownIt['renderer']): string {
  if (!isDisplay) return html;
  if (isBlock(token)) return `<div${attributesOf(token, 'll-formula', self)}>${html.trimEnd()}</div>\n`;
  const [, classes, inside] = /^<p class="(katex-block[^"]*)"([\s\S]*)<\/p>\s*$/.exec(html) ?? [];
  if (classes === undefined || inside === undefined) return html;
  return `<span class="${classes} ll-display"${inside}</span>`;
}

/** KaTeX keeps what it was given, for those who copy a formula or see its mistake: that is the note's own TeX. */
function withSource(html: string, tex: string): string {
  const source = escapeHtml(tex);
  return html
    .replace(/(<annotation encoding="application\/x-tex">)[^<]*/, (_, tag: string) => tag + source)
    .replace(/^(<\w+ class="[^"]*katex-error" title=")[^"]*/, (_, tag: string) => tag + source);
}

/** Whether a formula is a block of its own. One on the page of another note has no lines. */
function isBlock({ type, map, meta }: Token): boolean {
  return (
    map !== null || type === 'fence' || (meta as Partial<MathBlockMeta> | null)?.sourceStart !== undefined
  );
}

function attributesOf(token: Token, name: string, self: MarkdownIt['renderer']): string {
  const copy = copyOfToken(token);
  copy.attrJoin('class', name);
  return self.renderAttrs(copy);
}
