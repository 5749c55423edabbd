import type { Locale } from '../../../src/experiments/kit/localized';
import { ownProblem } from './ownProblems';

/** What of the language stays within reach. Everything else that a worker's global has is taken away. */
const LANGUAGE: readonly string[] = [
  ...[
    'Object',
    'Function',
    'Array',
    'Number',
    'String',
    'Boolean',
    'Symbol',
    'BigInt',
    'Date',
    'RegExp',
    'Promise',
  ],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Proxy', 'Reflect', 'Math', 'JSON', 'Intl', 'Iterator'],
  ...[
    'Error',
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'TypeError',
    'URIError',
    'AggregateError',
  ],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...[
    'Int32Array',
    'Uint32Array',
    'Float16Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
  ],
  ...[
    'parseInt',
    'parseFloat',
    'isNaN',
    'isFinite',
    'structuredClone',
    'globalThis',
    'undefined',
    'NaN',
    'Infinity',
  ],
];

/** Types whose instances hold memory outside the heap of JavaScript. */
const BUFFERS: readonly string[] = LANGUAGE.filter((name) =>
  /^(?:ArrayBuffer|\w+\d+(?:Clamped)?Array)$/.test(name),
);

/** Most bytes that one array may have. */
export const MOST_BYTES = 256e6;

/** How many lines an experiment may write to the console. */
const MOST_LINES = 200;

type Scope = Record<PropertyKey, unknown>;
type Constructor = new (...parts: unknown[]) => object;

/** Every object from the global up to where the language's own begin. */
function scopesOf(global: object): readonly Scope[] {
  const scopes: Scope[] = [];
  for (
    let scope: object | null = global;
    scope && scope !== Object.prototype;
    scope = Object.getPrototypeOf(scope)
  ) {
    scopes.push(scope as Scope);
  }
  return scopes;
}

function remove(scope: Scope, key: PropertyKey): void {
  if (Reflect.deleteProperty(scope, key)) return;
  // What cannot be removed can mostly be overwritten.
  Reflect.set(scope, key, undefined);
}

/** Bytes that a call of a constructor asks for; none where it makes an array of something that is there. */
function bytesAsked(maker: Constructor, [length]: readonly unknown[]): number {
  const { BYTES_PER_ELEMENT = 1 } = maker as { readonly BYTES_PER_ELEMENT?: number };
  return typeof length === 'number' ? length * BYTES_PER_ELEMENT : 0;
}

/** The same constructor, but it refuses arrays that are too large. */
function withLimit(maker: Constructor, locale: Locale): Constructor {
  const limited: Constructor = new Proxy(maker, {
    construct(target, parts, newTarget) {
      const bytes = bytesAsked(target, parts);
      if (bytes > MOST_BYTES) {
        const megabytes = [bytes, MOST_BYTES].map((value) => Math.round(value / 1e6));
        throw new RangeError(ownProblem('largeArray', locale, ...megabytes));
      }
      return Reflect.construct(target, parts, newTarget === limited ? target : newTarget);
    },
  });
  return limited;
}

/** A console that falls silent after some lines. */
function quietConsole(
  real: Console,
): Readonly<Record<'log' | 'info' | 'warn' | 'error', (...parts: unknown[]) => void>> {
  let left = MOST_LINES;
  const write = (method: 'log' | 'info' | 'warn' | 'error') => {
    return (...parts: unknown[]) => {
      if (left-- > 0) real[method](...parts);
    };
  };
  return { log: write('log'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** Objects of the language that no name leads to. */
function hiddenIntrinsics(): readonly object[] {
  const functions = [function* () {}, async () => {}, async function* () {}];
  const iterators = [
    [][Symbol.iterator](),
    new Map().keys(),
    new Set().keys(),
    ''[Symbol.iterator](),
    'a'.matchAll(/a/g),
  ];
  return [...functions, ...iterators].flatMap((value) => {
    const prototypes: object[] = [];
    for (
      let at = Object.getPrototypeOf(value);
      at && at !== Object.prototype;
      at = Object.getPrototypeOf(at)
    ) {
      prototypes.push(at);
      const { prototype } = at as { readonly prototype?: object };
      if (prototype) prototypes.push(prototype);
    }
    return prototypes;
  });
}

/** Freezes what the code of the lab and that of the learner share, so that neither can change it under the other. */
function freezeLanguage(global: Scope): void {
  const named = LANGUAGE.flatMap((name) => {
    const value = global[name];
    if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) return [];
    if (value === global) return [];
    const { prototype } = value as { readonly prototype?: object };
    const parent: unknown = Object.getPrototypeOf(value);
    const parents =
      typeof parent === 'function' && parent !== Function.prototype ? [parent, parent.prototype] : [];
    return [value, ...(prototype ? [prototype] : []), ...parents];
  });
  for (const intrinsic of [...named, ...hiddenIntrinsics()]) Object.freeze(intrinsic);
}

/**
 * Leaves of a worker's global the language, a clock and a console: no network, no storage, no messages, no timers, no other workers.
 * What the lab's own code needs of the rest it must have taken before. Cannot be undone.
 * @param kept names that stay as they are
 * @param locale language of what is said when the limit of arrays is met
 */
export function lockDown(global: typeof globalThis, kept: readonly string[], locale: Locale): void {
  const scope = global as unknown as Scope;
  const { performance: clock, console: real } = global;
  const stays = new Set<PropertyKey>([...LANGUAGE, ...kept]);
  for (const owner of scopesOf(global)) {
    for (const key of Reflect.ownKeys(owner)) {
      if (typeof key === 'string' && !stays.has(key) && key !== 'constructor') remove(owner, key);
    }
  }
  for (const name of BUFFERS) {
    const maker = scope[name];
    if (typeof maker === 'function') scope[name] = withLimit(maker as unknown as Constructor, locale);
  }
  scope.performance = Object.freeze({ now: () => clock.now() });
  scope.console = Object.freeze(quietConsole(real));
  freezeLanguage(scope);
  for (const name of [...LANGUAGE, 'performance', 'console']) {
    const isThere = Object.hasOwn(scope, name) && Object.getOwnPropertyDescriptor(scope, name)?.configurable;
    if (isThere) Object.defineProperty(scope, name, { writable: false, configurable: false });
  }
}
