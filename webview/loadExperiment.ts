import { findInCatalog } from '../src/experiments/catalog.gen';
import type { ExperimentSpec } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import { loadSpec } from '../src/experiments/specLoaders.gen';
import type { RenderedTexts } from './text';
import { loadViewKinds } from './views/registry';

/** An experiment with its texts in the language of the page. */
export interface LoadedExperiment {
  readonly spec: ExperimentSpec;
  readonly texts: RenderedTexts;
}

const fetched = new Map<string, Promise<RenderedTexts>>();

/** The texts of an experiment, fetched once; after a failure the next one who asks fetches them again. */
function textsOf(id: string, locale: Locale): Promise<RenderedTexts> {
  const texts = fetched.get(id) ?? fetchTexts(id, locale);
  fetched.set(id, texts);
  texts.catch(() => fetched.delete(id));
  return texts;
}

async function fetchTexts(id: string, locale: Locale): Promise<RenderedTexts> {
  // Beside the folders of the page's own files, one a language.
  const response = await fetch(new URL(`../texts/${id}.${locale}.json`, import.meta.url));
  if (!response.ok) throw new Error(`${id}: ${response.status} ${response.statusText}`);
  // Written by the same build as this file.
  return (await response.json()) as RenderedTexts;
}

/** Loads an experiment and what draws its pictures; `undefined` if there is none of that id. Rejects where its files cannot be had. */
export async function loadExperiment(id: string, locale: Locale): Promise<LoadedExperiment | undefined> {
  if (!findInCatalog(id)) return undefined;
  const [spec, texts] = await Promise.all([loadSpec(id), textsOf(id, locale)]);
  if (!spec) return undefined;
  await loadViewKinds(spec.views.map(({ kind }) => kind));
  return { spec, texts };
}
