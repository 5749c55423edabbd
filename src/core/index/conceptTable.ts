import { keepRecent } from '../maps';
import { type TermMatch, TermTable } from '../terms/termTable';

/** The concepts of all experiments, with the experiments' ids; of several that show the same concept, the one that it says most about first. */
export type ConceptTable = Pick<TermTable<string>, 'findAll' | 'findAt'> & {
  /** Ids of all experiments. */
  readonly ids: ReadonlySet<string>;
};

/** An experiment, as far as notes are concerned: its id, and by language the terms that it shows, those that it says most about first. */
export interface RunnableConcepts {
  readonly id: string;
  readonly concepts: Readonly<Record<string, readonly string[]>>;
}

/** Texts whose concepts are remembered: a note of 4,000 lines has a few hundred places that may name one. */
const mostRemembered = 4000;

/** A longer text is no name of a place. */
const longestName = 200;

/** Makes the experiments findable by their concepts, in inflected forms and in every language; with the first question, not before. */
export function conceptTable(experiments: readonly RunnableConcepts[]): ConceptTable {
  let table: TermTable<string> | undefined;
  const made = (): TermTable<string> => {
    table ??= tableOf(experiments);
    return table;
  };
  // Headings and lead-ins are the same before and after a keystroke.
  const found = new Map<string, readonly TermMatch<string>[]>();
  const findAll = (text: string): readonly TermMatch<string>[] => {
    const matches = found.get(text) ?? made().findAll(text);
    keepRecent(found, text, matches, mostRemembered);
    return matches;
  };
  return {
    ids: new Set(experiments.map(({ id }) => id)),
    findAll: (text, select) =>
      select || text.length > longestName ? made().findAll(text, select) : findAll(text),
    findAt: (text, offset, select) => made().findAt(text, offset, select),
  };
}

/** The table gives the values of a term in the order in which they came: those with the term early in their list go first. */
function tableOf(experiments: readonly RunnableConcepts[]): TermTable<string> {
  const entries = experiments.flatMap(({ id, concepts }) =>
    Object.values(concepts).flatMap((names) => names.map((name, rank) => ({ id, name, rank }))),
  );
  const table = new TermTable<string>();
  for (const { id, name, rank } of entries.sort((a, b) => a.rank - b.rank)) {
    table.set(`${id} ${rank} ${name}`, [{ name, value: id }]);
  }
  return table;
}
