import type { FrameValue } from '../../src/experiments/kit/experiment';

type Fields = Readonly<Record<string, FrameValue>>;

const wrongField = (name: string, expected: string) =>
  new Error(`The run gives no ${expected} named "${name}".`);

/** A field that the experiment declares as an array of numbers. Throws where the run does not keep to its declaration. */
export function arrayField(fields: Fields, name: string): Float32Array {
  const value = fields[name];
  if (value instanceof Float32Array) return value;
  throw wrongField(name, 'array of numbers');
}

/** A field that the experiment declares as bytes. Throws where the run does not keep to its declaration. */
export function byteField(fields: Fields, name: string): Uint8Array {
  const value = fields[name];
  if (value instanceof Uint8Array) return value;
  throw wrongField(name, 'array of bytes');
}

/** A scalar field, or the entry `index` of an array field; NaN past its end. Throws where the run does not keep to its declaration. */
export function numberField(fields: Fields, name: string, index?: number): number {
  const value = fields[name];
  if (index === undefined && typeof value === 'number') return value;
  if (index !== undefined && value instanceof Float32Array) return value[index] ?? Number.NaN;
  throw wrongField(name, index === undefined ? 'number' : 'array of numbers');
}
