import type { Frame, Setup } from '../../src/experiments/kit/experiment';
import type { View } from '../../src/experiments/kit/views';
import { createDecisionMapsView } from './decisionMaps';
import { createLandscapeView } from './landscape';
import { createProfileView } from './profile';
import { createResponseView } from './response';
import { createTimelineView } from './timeline';
import type { CreateView, LabView, ViewContext } from './view';

type AnyView = View<Setup, Frame>;

/** What draws each kind of picture. A new kind is a new line here and a file beside this one. */
const creators: { readonly [Kind in AnyView['kind']]: CreateView<Extract<AnyView, { kind: Kind }>> } = {
  response: createResponseView,
  profile: createProfileView,
  timeline: createTimelineView,
  'decision-maps': createDecisionMapsView,
  landscape: createLandscapeView,
};

/** Makes the picture that a declaration asks for. */
export function createView(declaration: AnyView, context: ViewContext, requestDraw: () => void): LabView {
  const create = creators[declaration.kind] as CreateView<AnyView>;
  return create(declaration, context, requestDraw);
}
