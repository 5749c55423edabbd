import type {
  ExperimentSpec,
  Frame,
  FrameValue,
  Run,
  Running,
  Setup,
  Trace,
} from '../../../src/experiments/kit/experiment';
import type { Locale } from '../../../src/experiments/kit/localized';
import { measureOnTrace } from '../../../src/experiments/kit/measureClaims';
import type { Params, Values } from '../../../src/experiments/kit/params';
import { problemsOfViews } from '../../../src/experiments/kit/viewNeeds';
import { formulaValues, OWN_FIELDS } from '../../../src/ownExperiments/ownFields';
import { ownProblem } from './ownProblems';
import { OwnError, type Watchdog } from './watchdog';

/** Most frames of a run, and most bytes of all of them together: the page keeps every one. */
const MOST_FRAMES = 10_000;
const MOST_BYTES = 128e6;

/** Values of a setup or frame in arrays of their own. Throws where something is no number and no array of the two kinds. */
function copied(values: unknown, what: string, locale: Locale): Record<string, FrameValue> {
  if (typeof values !== 'object' || values === null) throw new OwnError(ownProblem('noObject', locale, what));
  const entries = Object.entries(values).map(([name, value]: [string, unknown]) => {
    if (typeof value === 'number') return [name, value] as const;
    if (value instanceof Float32Array || value instanceof Uint8Array) return [name, value.slice()] as const;
    throw new OwnError(ownProblem('noNumbers', locale, `${what}.${name}`));
  });
  return Object.fromEntries(entries);
}

function bytesOf(values: Readonly<Record<string, FrameValue>>): number {
  return Object.values(values).reduce<number>(
    (sum, value) => sum + (typeof value === 'number' ? 8 : value.byteLength),
    0,
  );
}

/** What a page cannot compute for itself: it runs none of the learner's functions. */
class Answers {
  readonly #spec: ExperimentSpec;
  readonly #values: Values<Params>;

  constructor(spec: ExperimentSpec, values: Values<Params>) {
    this.#spec = spec;
    this.#values = values;
  }

  /** Values of all live formulas at the newest frame, one after the other. */
  formulas(trace: Trace): Float32Array {
    return formulaValues(this.#spec.formulas ?? [], trace, trace.frames.length - 1, this.#values);
  }

  /** What each claim measures, and the index of the right option of each choice, NaN for other questions. */
  atEnd(trace: Trace): readonly [Float32Array, Float32Array] {
    const claims = Float32Array.from(measureOnTrace(this.#spec, this.#values, trace), Number);
    const answers = (this.#spec.predictions ?? []).map((prediction) => {
      if (prediction.kind !== 'choice') return Number.NaN;
      const right = prediction.answer(trace);
      return prediction.options.findIndex((option) => option.id === right);
    });
    return [claims, Float32Array.from(answers)];
  }
}

/** The parts of a run that the learner's function returned. Throws where one is missing. */
function checkedRunning(running: unknown, locale: Locale): Running {
  const { setup, frameCount, frames, dispose } = (running ?? {}) as Partial<Running>;
  if (typeof frames?.next !== 'function') throw new OwnError(ownProblem('noIterator', locale));
  if (!Number.isInteger(frameCount) || frameCount! < 1 || frameCount! > MOST_FRAMES) {
    throw new OwnError(ownProblem('frameCount', locale, MOST_FRAMES, String(frameCount)));
  }
  return {
    setup: copied(setup ?? {}, 'run(…).setup', locale) as Setup,
    frameCount: frameCount!,
    frames,
    dispose: typeof dispose === 'function' ? dispose : () => undefined,
  };
}

/**
 * The learner's run with its frames checked, copied and counted, and with the answers that the page needs in the fields of `OWN_FIELDS`.
 * Every call of the learner's functions is the watchdog's.
 */
export function guardedRun(spec: ExperimentSpec, run: Run, watchdog: Watchdog): Run {
  const { locale } = watchdog;
  return (values, context) => {
    const running = watchdog.limit(() => checkedRunning(run(values, context), locale));
    const answers = new Answers(spec, values);
    const trace: { readonly setup: Setup; readonly frames: Frame[] } = { setup: running.setup, frames: [] };
    let bytes = bytesOf(running.setup);

    /** The next frame; `undefined` behind the last. */
    const next = (): Frame | undefined =>
      watchdog.limit(() => {
        if (trace.frames.length >= running.frameCount) return undefined;
        const { value, done } = running.frames.next();
        if (done) return undefined;
        const frame = copied(value, `frames[${trace.frames.length}]`, locale);
        bytes += bytesOf(frame);
        if (bytes > MOST_BYTES) {
          throw new OwnError(ownProblem('tooManyBytes', locale, MOST_BYTES / 1e6));
        }
        const problems =
          trace.frames.length === 0 ? problemsOfViews(spec.views, trace.setup, frame, locale) : [];
        if (problems.length > 0) throw new OwnError(problems.join('\n'));
        trace.frames.push(frame);
        return frame;
      });

    /** The frame as it is posted, whose arrays move to the page, with what there is to say about it. */
    const posted = (frame: Frame, isLast: boolean): Frame =>
      watchdog.limit(() => {
        const [claims, choices] = isLast ? answers.atEnd(trace) : [];
        return {
          ...copied(frame, 'frame', locale),
          [OWN_FIELDS.formulas]: answers.formulas(trace),
          ...(claims && { [OWN_FIELDS.claims]: claims }),
          ...(choices && { [OWN_FIELDS.choices]: choices }),
        };
      });

    function* frames(): Generator<Frame, void> {
      for (let frame = next(); frame; ) {
        // Before the next one is computed: formulas are of the newest frame that there is.
        const shown = posted(frame, false);
        const following = next();
        yield following ? shown : posted(frame, true);
        frame = following;
      }
    }

    return {
      setup: running.setup,
      frameCount: running.frameCount,
      frames: frames(),
      dispose: () => watchdog.limit(running.dispose),
    };
  };
}
