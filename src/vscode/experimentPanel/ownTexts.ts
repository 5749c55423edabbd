import { plainExcerptHtml } from '../../core/features/excerptHtml';
import type { HostMessage, ViewMessage } from '../../protocol/panelMessages';
import type { TextExplainer } from './explainTexts';

/** The page asks for the texts of an experiment of the learner's own. */
export type TextsRequest = Extract<ViewMessage, { type: 'textsRequested' }>;

/** HTML by source. */
export type RenderedOwnTexts = Pick<Extract<HostMessage, { type: 'texts' }>, 'inline' | 'block' | 'formulas'>;

/** What a paragraph is wrapped in. */
const wrapping = /^<div>(?:<p>)?|(?:<\/p>)?<\/div>$/g;

/** The texts as HTML that leads nowhere and loads nothing; formulas are pictures in the colour of the present theme. */
export async function renderOwnTexts(
  { inline, block, formulas: live }: TextsRequest,
  { vaults, formulas }: TextExplainer,
): Promise<RenderedOwnTexts> {
  const renderFormula = await formulas.renderer(vaults.all()[0]);
  const html = (source: string): string => plainExcerptHtml(source, renderFormula);
  return {
    inline: Object.fromEntries(inline.map((source) => [source, html(source).replace(wrapping, '')])),
    block: Object.fromEntries(block.map((source) => [source, html(source)])),
    formulas: await renderFormulas(live),
  };
}

/** Live formulas as HTML; one that cannot be set is left out, and shown as its TeX. */
async function renderFormulas(formulas: readonly string[]): Promise<Readonly<Record<string, string>>> {
  if (formulas.length === 0) return {};
  const { liveFormulaHtml } = await import('../../ownExperiments/liveFormulaHtml');
  const rendered = formulas.flatMap((tex) => {
    const html = liveFormulaHtml(tex);
    return html === undefined ? [] : [[tex, html] as const];
  });
  return Object.fromEntries(rendered);
}
