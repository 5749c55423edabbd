import type { ParamValues } from '../src/protocol/panelMessages';

/** What a learner can take back: parameters and seed. */
export interface Settings {
  readonly params: ParamValues;
  readonly seed: number;
}

/** Changes of the same setting within this time, as under a dragged slider, are taken back together. */
export const ONE_CHANGE_MILLISECONDS = 1000;
const MOST_LEVELS = 100;

/** The names of what differs between two settings; empty where nothing does. */
function differenceOf(before: Settings, after: Settings): string {
  const names = Object.keys(after.params).filter((name) => before.params[name] !== after.params[name]);
  return [...names, ...(before.seed === after.seed ? [] : ['seed'])].join(' ');
}

/** The settings before each change of the learner's, the last change first to be taken back. */
export class SettingsHistory {
  #levels: readonly Settings[] = [];
  /** The last change and when it went on last; `undefined` where the next one is another in any case. */
  #last: { readonly difference: string; readonly time: number } | undefined;

  /** How many changes can be taken back. */
  get count(): number {
    return this.#levels.length;
  }

  /** Notes a change that was made at `time`, in milliseconds. What changes nothing is not noted. */
  record(before: Settings, after: Settings, time: number): void {
    const difference = differenceOf(before, after);
    if (difference === '') return;
    const goesOn = this.#last?.difference === difference && time - this.#last.time < ONE_CHANGE_MILLISECONDS;
    if (!goesOn) this.#levels = [...this.#levels, before].slice(-MOST_LEVELS);
    this.#last = { difference, time };
  }

  /** The settings before the last change, which is then forgotten; `undefined`: there is none. */
  undo(): Settings | undefined {
    const before = this.#levels.at(-1);
    this.#levels = this.#levels.slice(0, -1);
    this.#last = undefined;
    return before;
  }

  /** Forgets every change: the settings are now another experiment's. */
  clear(): void {
    this.#levels = [];
    this.#last = undefined;
  }
}
