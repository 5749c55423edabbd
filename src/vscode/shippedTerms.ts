import { glossaryTable } from '../core/index/glossaryTable';
import type { TermTable } from '../core/terms/termTable';
import type { GlossaryTerm } from '../glossary/glossaryTerm';

export { shippedGlossaryTitle } from '../glossary/glossaryTitle';

/** The glossary that ships, ready for looking up. */
export interface ShippedTerms {
  readonly table: Pick<TermTable<GlossaryTerm>, 'findAt' | 'findAll'>;
  /** The entry with this id; `undefined` where there is none. */
  readonly withId: (id: string) => GlossaryTerm | undefined;
  /** See `src/glossary/shippedGlossary.ts`. */
  readonly definitionMarkdown: (term: GlossaryTerm, locale: 'de' | 'en') => string;
}

let loading: Promise<ShippedTerms> | undefined;

/** Loads the glossary on the first call. */
export function shippedTerms(): Promise<ShippedTerms> {
  loading ??= import('../glossary/shippedGlossary').then(
    ({ shippedGlossary, shippedTerm, definitionMarkdown }) => ({
      table: glossaryTable(shippedGlossary),
      withId: shippedTerm,
      definitionMarkdown,
    }),
  );
  return loading;
}
