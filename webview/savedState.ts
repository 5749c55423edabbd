import { isLabState } from '../src/protocol/checkPanelMessages';
import type { LabState } from '../src/protocol/panelMessages';
import { type Predictions, readPredictions } from './prediction/predictions';

/** What the page keeps over a reload. It is a `LabState`, so that the host can restore the panel from it, and remembers the other experiments too. */
export interface SavedState extends LabState {
  /** Newest state of every experiment opened in this panel, by id. */
  readonly remembered: Readonly<Record<string, LabState>>;
  readonly isPlaying: boolean;
  /** Index in the list of speeds. */
  readonly speed: number;
  readonly backend: 'auto' | 'cpu';
  readonly predictions: Predictions;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The saved state in a value of unknown origin; `undefined` if there is none. Damaged parts are left out. */
export function readSavedState(value: unknown): SavedState | undefined {
  if (!isRecord(value) || !isLabState(value)) return undefined;
  const saved: LabState & Readonly<Record<string, unknown>> = value;
  const remembered = isRecord(saved.remembered) ? Object.entries(saved.remembered) : [];
  const { experimentId, params, seed, frame, origin } = saved;
  const current: LabState = { experimentId, params, seed, frame, ...(origin && { origin }) };
  const intact = remembered.filter((entry): entry is [string, LabState] => isLabState(entry[1]));
  return {
    ...current,
    remembered: { ...Object.fromEntries(intact), [experimentId]: current },

    isPlaying: saved.isPlaying !== false,
    speed: Number.isSafeInteger(saved.speed) ? Number(saved.speed) : -1,
    backend: saved.backend === 'cpu' ? 'cpu' : 'auto',
    predictions: readPredictions(saved.predictions),
  };
}
