import { filled, type Locale, type Localized } from '../../../src/experiments/kit/localized';

/** What can be wrong with what a learner's experiment declares and gives. `{0}` is filled in. */
const problems = {
  noRun: {
    de: 'Es fehlt: export function run(params, { random })',
    en: 'Missing: export function run(params, { random })',
  },
  otherId: {
    de: 'spec.id: erwartet wird "{0}", wie die Datei heißt, gefunden "{1}".',
    en: 'spec.id: expected "{0}", as the file is named, found "{1}".',
  },
  noObject: { de: '{0}: Hier wird ein Objekt erwartet.', en: '{0}: object expected.' },
  noNumbers: {
    de: '{0}: Hier wird eine Zahl, ein Float32Array oder ein Uint8Array erwartet.',
    en: '{0}: number, Float32Array or Uint8Array expected.',
  },
  noIterator: {
    de: 'run(…).frames: Hier wird ein Iterator erwartet (function*).',
    en: 'run(…).frames: iterator expected (function*).',
  },
  frameCount: {
    de: 'run(…).frameCount: Erwartet wird eine ganze Zahl von 1 bis {0}, gefunden {1}.',
    en: 'run(…).frameCount: whole number 1 … {0} expected, found {1}.',
  },
  tooManyBytes: {
    de: 'Die Frames brauchen mehr als {0} MB. Geben Sie weniger oder kleinere zurück.',
    en: 'More than {0} MB of frames. Show fewer of them, or smaller ones.',
  },
  largeArray: {
    de: 'Ein Array mit {0} MB; erlaubt sind höchstens {1} MB.',
    en: 'An array of {0} MB; at most {1} MB are allowed.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** What is wrong, in the learner's language. */
export function ownProblem(
  problem: keyof typeof problems,
  locale: Locale,
  ...values: readonly (string | number)[]
): string {
  return filled(problems[problem][locale], values);
}
