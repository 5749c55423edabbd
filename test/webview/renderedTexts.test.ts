import { afterAll, describe, expect, it } from 'vitest';
import { renderInlineMarkdown, renderMarkdown } from '../../scripts/lib/learnerMarkdown.mjs';
import { locales, renderTexts } from '../../scripts/lib/renderedTexts.mjs';
import type { ExperimentSpec } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import { specs } from '../../src/experiments/specs.gen';
import * as page from '../../webview/text';

/** Elements that Markdown and KaTeX make. None of them runs or loads anything. */
const harmless = new Set(
  (
    'p em strong code pre ul ol li a br hr h1 h2 h3 h4 blockquote s table thead tbody tr th td span svg path line ' +
    'math semantics annotation mrow mi mo mn mtext mspace mstyle mpadded mphantom mfrac msqrt mroot msub msup msubsup mover munder ' +
    'munderover mtable mtr mtd menclose'
  ).split(' '),
);

/** Every text in a language, the lists of concepts apart. */
function textsOf(value: unknown, locale: Locale): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (locale in value) {
    const text = (value as Readonly<Record<string, unknown>>)[locale];
    return typeof text === 'string' ? [text] : [];
  }
  return Object.values(value).flatMap((inner) => textsOf(inner, locale));
}

/** The headings of the controls, as the controls write them. */
function symbolTexts({ params }: ExperimentSpec, locale: Locale): readonly string[] {
  return Object.values(params).flatMap((param) =>
    param.kind === 'number' && param.symbol ? [`${param.label[locale]} $${param.symbol}$`] : [],
  );
}

afterAll(() => page.adoptRenderedTexts({ inline: {}, block: {}, formulas: {} }));

describe.each(specs.flatMap((spec) => locales.map((locale) => ({ id: spec.id, locale, spec }))))(
  'the texts of $id in $locale',
  ({ spec, locale }) => {
    const rendered = renderTexts(spec, locale);
    const all = [rendered.inline, rendered.block, rendered.formulas].flatMap((texts) => Object.values(texts));

    it('are shown on the page as Markdown and TeX mean them, every one', () => {
      page.adoptRenderedTexts(rendered);
      const { explanation, limits, ...others } = spec;
      const texts = [...textsOf(others, locale), ...symbolTexts(spec, locale)];
      expect(texts.length).toBeGreaterThan(20);
      for (const text of texts) expect(page.renderInlineMarkdown(text)).toBe(renderInlineMarkdown(text));
      // The page knows these by their names.
      expect(page.renderMarkdown('explanation')).toBe(renderMarkdown(explanation[locale]));
      if (limits) expect(page.renderMarkdown('limits')).toBe(renderMarkdown(limits[locale]));
    });

    it('have a place for every value of a live formula', () => {
      page.adoptRenderedTexts(rendered);
      for (const { tex } of spec.formulas ?? []) {
        const html = page.renderLiveFormula(tex);
        for (const [, name] of tex.matchAll(/\\live\{(\w+)\}/g)) expect(html).toContain(`⟦${name}⟧`);
        expect(html.match(/⟦/g)?.length).toBe(2 * (tex.match(/\\live\b/g)?.length ?? 0));
      }
    });

    it('have no formula that cannot be set', () => {
      for (const html of all) expect(html).not.toContain('katex-error');
    });

    it('run no script and load nothing', () => {
      const tags = new Set(all.join('').match(/<[^>]*>/g));
      expect(tags.size).toBeGreaterThan(10);
      for (const tag of tags) {
        expect(harmless).toContain(/^<\/?([^\s/>]*)/.exec(tag)?.[1]);
        expect(tag).not.toMatch(/\s(on\w+|src|srcset|action|formaction|xlink:href)\s*=/i);
        expect(tag).not.toMatch(/href="(?!https?:\/\/)/i);
        expect(tag).not.toMatch(/url\(/i);
      }
    });
  },
);
