import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import type { CatalogEntry } from '../experiments/catalog.gen';
import type { Locale, Localized } from '../experiments/kit/localized';
import type { Params } from '../experiments/kit/params';
import { readOwnParams } from './ownSpec';
import { type PreparedOwn, prepareOwn } from './prepareOwn';

/** A learner's own experiment as far as it is known without running it. */
export interface OwnReading {
  readonly prepared: PreparedOwn;
  /** How lists of experiments show it. What the file computes instead of writing it out has the id for a name, and no concepts. */
  readonly entry: CatalogEntry;
  /** The parameters that are written out. */
  readonly params: Params;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown, otherwise: string): Localized {
  if (typeof value === 'string') return { de: value, en: value };
  const { de, en } = fieldsOf(value);
  const [german, english] = [de, en].map((text) => (typeof text === 'string' ? text : undefined));
  return { de: german ?? english ?? otherwise, en: english ?? german ?? otherwise };
}

function namesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string' && name.trim() !== '') : [];
}

/** Reads a file with an experiment; runs nothing of it. A module of its own, loaded for the first such file: it has a parser in it. */
export function readOwn(id: string, source: string, locale: Locale): OwnReading {
  const prepared = prepareOwn(
    source,
    { parse, walk: (root, visitors) => simple(root, { ...visitors }) },
    locale,
  );
  const spec = fieldsOf('outline' in prepared ? prepared.outline.spec : undefined);
  const { de, en } = fieldsOf(spec.concepts);
  return {
    prepared,
    entry: {
      id,
      title: textOf(spec.title, id),
      summary: textOf(spec.summary, ''),
      concepts: { de: namesOf(de), en: namesOf(en) },
    },
    params: readOwnParams(spec.params),
  };
}
