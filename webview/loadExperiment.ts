import type { ExperimentSpec } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import { loadSpec } from '../src/experiments/specLoaders.gen';
import type { RenderedTexts } from './text';

/** An experiment with its texts in the language of the page. */
export interface LoadedExperiment {
  readonly spec: ExperimentSpec;
  readonly texts: RenderedTexts;
}

async function fetchTexts(id: string, locale: Locale): Promise<RenderedTexts> {
  // Beside the folders of the page's own files, one a language.
  const response = await fetch(new URL(`../texts/${id}.${locale}.json`, import.meta.url));
  if (!response.ok) throw new Error(`${id}: ${response.status} ${response.statusText}`);
  // Written by the same build as this file.
  return (await response.json()) as RenderedTexts;
}

/** Loads an experiment; `undefined` if there is none of that id. Rejects where its files cannot be had. */
export async function loadExperiment(id: string, locale: Locale): Promise<LoadedExperiment | undefined> {
  const texts = fetchTexts(id, locale);
  // Only an experiment that exists has texts: of any other, that they are missing is no news.
  texts.catch(() => undefined);
  const spec = await loadSpec(id);
  return spec && { spec, texts: await texts };
}
