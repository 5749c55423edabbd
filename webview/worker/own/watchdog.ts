import type { Locale } from '../../../src/experiments/kit/localized';
import type { SourcePlace } from '../../../src/protocol/ownExperiments';
import type { SourceMap } from './sourceMap';

/** Longest that one call of a learner's function may take: a step of training, a setup, a measurement. */
const LONGEST_CALL_MILLISECONDS = 5000;

/** Rounds of a loop between two looks at the clock. */
const ROUNDS_A_LOOK = 1024;

/** Something that went wrong in the learner's code, or that it must not do. */
export class OwnError extends Error {
  /** Where in the learner's file; `undefined` where that is not known. */
  readonly place: SourcePlace | undefined;

  constructor(message: string, place?: SourcePlace) {
    super(message);
    this.place = place;
  }
}

const texts: Readonly<Record<Locale, { readonly endless: string; readonly late: string }>> = {
  de: {
    endless: 'Diese Schleife lief länger als 5 Sekunden und wurde angehalten. Ist sie endlos?',
    late: 'Diese Schleife läuft, obwohl gerade nichts berechnet werden soll: `async` und `Promise` gibt es in Experimenten nicht.',
  },
  en: {
    endless: 'This loop ran for more than 5 seconds and was stopped. Is it endless?',
    late: 'This loop runs while nothing is to be computed: there is no `async` and no `Promise` in experiments.',
  },
};

/** Calls the learner's functions, ends their loops when they take too long, and says where they failed. */
export class Watchdog {
  readonly #sourceMap: SourceMap;
  /** Language of what is said about the learner's code. */
  readonly locale: Locale;
  readonly #now: () => number;
  /** Time of the clock at which the present call must be over; `undefined`: there is none. */
  #deadline: number | undefined;
  #rounds = 0;

  constructor(sourceMap: SourceMap, locale: Locale, now: () => number) {
    this.#sourceMap = sourceMap;
    this.locale = locale;
    this.#now = now;
  }

  /** Every round of every loop of the learner's code calls this. Throws where the present call has taken too long. */
  readonly tick = (line: number, column: number): void => {
    if (this.#deadline !== undefined && this.#rounds++ % ROUNDS_A_LOOK !== 0) return;
    const { endless, late } = texts[this.locale];
    if (this.#deadline === undefined) throw new OwnError(late, { line, column });
    if (this.#now() > this.#deadline) throw new OwnError(endless, { line, column });
  };

  /** What `call` returns. Throws an `OwnError` where it throws or takes too long. Calls may be nested. */
  limit<T>(call: () => T): T {
    const outer = this.#deadline;
    this.#deadline = outer ?? this.#now() + LONGEST_CALL_MILLISECONDS;
    try {
      return call();
    } catch (error) {
      throw error instanceof OwnError ? error : this.#named(error);
    } finally {
      this.#deadline = outer;
    }
  }

  #named(error: unknown): OwnError {
    if (!(error instanceof Error)) return new OwnError(String(error));
    return new OwnError(`${error.name}: ${error.message}`, this.#sourceMap.placeOf(error));
  }
}
