import { TermTable } from '../terms/termTable';

/** The concepts of all experiments, with the experiments' ids. */
export type ConceptTable = Pick<TermTable<string>, 'findAll' | 'findAt'>;

/** An experiment, as far as notes are concerned: its id, and by language the terms that it shows. */
export interface RunnableConcepts {
  readonly id: string;
  readonly concepts: Readonly<Record<string, readonly string[]>>;
}

/** Makes the experiments findable by their concepts, in inflected forms and in every language; with the first question, not before. */
export function conceptTable(experiments: readonly RunnableConcepts[]): ConceptTable {
  let table: TermTable<string> | undefined;
  const made = (): TermTable<string> => {
    table ??= tableOf(experiments);
    return table;
  };
  return {
    findAll: (text, select) => made().findAll(text, select),
    findAt: (text, offset, select) => made().findAt(text, offset, select),
  };
}

function tableOf(experiments: readonly RunnableConcepts[]): TermTable<string> {
  const table = new TermTable<string>();
  for (const { id, concepts } of experiments) {
    const terms = Object.values(concepts).flat();
    table.set(
      id,
      terms.map((name) => ({ name, value: id })),
    );
  }
  return table;
}
