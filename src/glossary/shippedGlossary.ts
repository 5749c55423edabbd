import type { Locale } from '../experiments/kit/localized';
import type { GlossaryTerm } from './glossaryTerm';
import { architectures } from './terms/architectures';
import { generalization } from './terms/generalization';
import { linearAlgebra } from './terms/linearAlgebra';
import { losses } from './terms/losses';
import { networks } from './terms/networks';
import { optimization } from './terms/optimization';
import { regularization } from './terms/regularization';
import { statistics } from './terms/statistics';
import { tasks } from './terms/tasks';

/** The glossary that comes with the extension, in no particular order. Heavy module: import it when the first term is asked for. */
export const shippedGlossary: readonly GlossaryTerm[] = [
  ...architectures,
  ...generalization,
  ...linearAlgebra,
  ...losses,
  ...networks,
  ...optimization,
  ...regularization,
  ...statistics,
  ...tasks,
];

const byId = new Map(shippedGlossary.map((term) => [term.id, term]));

/** The entry with this id; `undefined` where there is none. */
export function shippedTerm(id: string): GlossaryTerm | undefined {
  return byId.get(id);
}

/**
 * Every name that a term is known by, correctly spelt: those of `locale` first, then the other language's, then abbreviations. What differs
 * in case and hyphens only comes once.
 */
export function namesOf({ names, abbreviations = [] }: GlossaryTerm, locale: Locale): readonly string[] {
  const other = locale === 'de' ? 'en' : 'de';
  const spellings = new Map<string, string>();
  for (const name of [...names[locale], ...names[other], ...abbreviations]) {
    const key = name.toLowerCase().replace(/[-\s]/g, '');
    if (!spellings.has(key)) spellings.set(key, name);
  }
  return [...spellings.values()];
}

/** What a term means, as Markdown: definition, formula on a line of its own, symbols. Without title and source. */
export function definitionMarkdown(
  { definition, formula, symbols = [] }: GlossaryTerm,
  locale: Locale,
): string {
  const where = { de: 'Dabei ist', en: 'Here' }[locale];
  const is = { de: '', en: ' is' }[locale];
  const meanings = symbols.map(({ tex, meaning }) => `$${tex}$${is} ${meaning[locale]}`);
  return [
    definition[locale],
    ...(formula ? [`$$${formula}$$`] : []),
    ...(meanings.length > 0 ? [`${where} ${meanings.join(', ')}.`] : []),
  ].join('\n\n');
}
