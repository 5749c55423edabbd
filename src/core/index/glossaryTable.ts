import { TermTable } from '../terms/termTable';

/** The names of an entry of a glossary that is not a note. */
export interface TermNames {
  /** By language, the usual name first. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly abbreviations?: readonly string[];
  readonly misspellings?: readonly string[];
}

/** Makes entries findable by all their names, in every language and form. */
export function glossaryTable<T extends TermNames>(entries: readonly T[]): TermTable<T> {
  const table = new TermTable<T>();
  const all = entries.flatMap((value) => {
    const lists = Object.values(value.names);
    const usual = lists.flatMap((names) => names.slice(0, 1));
    const others = [
      ...lists.flatMap((names) => names.slice(1)),
      ...(value.abbreviations ?? []),
      ...(value.misspellings ?? []),
    ];
    return [
      ...[...new Set(usual)].map((name) => ({ name, value })),
      ...[...new Set(others)].map((name) => ({ name, value, isAlias: true })),
    ];
  });
  table.set('', all);
  return table;
}
