import type { Frame, Setup } from '../../src/experiments/kit/experiment';
import type { View } from '../../src/experiments/kit/views';
import { createDecisionMapsView } from './decisionMaps';
import { createProfileView } from './profile';
import { createResponseView } from './response';
import { createTimelineView } from './timeline';
import type { CreateView, LabView, ViewContext } from './view';

type AnyView = View<Setup, Frame>;
type Kind = AnyView['kind'];
type Creator<K extends Kind> = CreateView<Extract<AnyView, { kind: K }>>;
type LateKind = 'landscape' | 'images' | 'matrix' | 'scatter' | 'networks';

/** What draws each kind of picture. A new kind is a new line here or below and a file beside this one. */
const creators: { readonly [K in Exclude<Kind, LateKind>]: Creator<K> } = {
  response: createResponseView,
  profile: createProfileView,
  timeline: createTimelineView,
  'decision-maps': createDecisionMapsView,
};

/** Kinds that few experiments have are files of their own, loaded with the first experiment that has them. */
const lateCreators: { readonly [K in LateKind]: () => Promise<Creator<K>> } = {
  landscape: async () => (await import('./landscape')).createLandscapeView,
  images: async () => (await import('./images')).createImagesView,
  matrix: async () => (await import('./matrix')).createMatrixView,
  scatter: async () => (await import('./scatter')).createScatterView,
  networks: async () => (await import('./networks')).createNetworksView,
};

/** All that can be made at the moment, by kind. */
const known = new Map(Object.entries(creators) as [Kind, CreateView<AnyView>][]);

const isLate = (kind: Kind): kind is LateKind => Object.hasOwn(lateCreators, kind);

/** Loads what draws these kinds of picture; `createView` can make them from then on. Rejects where a file cannot be had. */
export async function loadViewKinds(kinds: readonly Kind[]): Promise<void> {
  const missing = [...new Set(kinds)].filter((kind) => !known.has(kind)).filter(isLate);
  await Promise.all(
    missing.map(async (kind) => known.set(kind, (await lateCreators[kind]()) as CreateView<AnyView>)),
  );
}

/** Makes the picture that a declaration asks for. Throws where its kind has not been loaded. */
export function createView(declaration: AnyView, context: ViewContext, requestDraw: () => void): LabView {
  const create = known.get(declaration.kind);
  if (!create) throw new Error(`No picture of the kind "${declaration.kind}" has been loaded.`);
  return create(declaration, context, requestDraw);
}
