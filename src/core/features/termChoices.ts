import type { Definition } from '../index/glossary';
import { inGermanOrder } from './germanOrder';
import type { GlossaryEntry } from './glossaryList';
import { BestOf, type Fit, fitOf, searchKey } from './textSearch';

/** A term of a glossary that is no note. */
export interface ShippedEntry {
  readonly id: string;
  /** The head term first; in any language. */
  readonly names: readonly string[];
  /** What the term means, in Markdown. */
  readonly definition: string;
}

/** Where a name is explained. */
export type TermTarget =
  | { readonly kind: 'vault'; readonly definition: Definition }
  | { readonly kind: 'shipped'; readonly entry: ShippedEntry };

/** One name that can be looked up. */
export interface TermChoice {
  readonly name: string;
  /** The name under which the term is explained; `undefined` where it is this one. */
  readonly head: string | undefined;
  readonly target: TermTarget;
  /** What the name is searched by. */
  readonly key: string;
}

/** Every name of every term in German order; of equal names that of the vault first. */
export function termChoices(
  entries: readonly GlossaryEntry[],
  shipped: readonly ShippedEntry[],
): readonly TermChoice[] {
  const ofVault = entries.flatMap(({ term, otherNames, definition }) =>
    choicesOf([term, ...otherNames], { kind: 'vault', definition }),
  );
  const ofShipped = shipped.flatMap((entry) => choicesOf(entry.names, { kind: 'shipped', entry }));
  return inGermanOrder([...ofVault, ...ofShipped], ({ name }) => name);
}

function choicesOf(names: readonly string[], target: TermTarget): readonly TermChoice[] {
  const [head] = names;
  return [...new Set(names)].map((name) => ({
    name,
    head: name === head ? undefined : head,
    target,
    key: searchKey(name),
  }));
}

/** The choices that fit what was typed, best first, at most `limit`; the first ones where nothing was typed. */
export function fittingTerms(
  choices: readonly TermChoice[],
  typed: string,
  limit: number,
): readonly TermChoice[] {
  const wanted = searchKey(typed.trim());
  if (wanted === '') return choices.slice(0, limit);
  const best = new BestOf<{ choice: TermChoice; fit: Fit }>(limit, (a, b) => a.fit - b.fit);
  for (const choice of choices) {
    const fit = fitOf(choice.key, wanted);
    if (fit !== undefined) best.add({ choice, fit });
  }
  return best.items.map(({ choice }) => choice);
}

/** The choice whose name is this one, in any case; `undefined` where there is none. */
export function choiceNamed(choices: readonly TermChoice[], name: string): TermChoice | undefined {
  const [best] = fittingTerms(choices, name, 1);
  return best?.key === searchKey(name.trim()) && best.key !== '' ? best : undefined;
}

/** The beginning of a text without markup, formulas as TeX; at most `length` characters, cut between words where possible. */
export function plainExcerpt(markdown: string, length: number): string {
  const plain = markdown
    .replace(/\$+|\*+|`+|\\[,;! ]/g, (mark) => (mark.startsWith('\\') ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= length) return plain;
  const head = plain.slice(0, length - 1);
  const space = head.lastIndexOf(' ');
  return `${space > length / 2 ? head.slice(0, space) : head}…`;
}
