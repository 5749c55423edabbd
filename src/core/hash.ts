/** A whole number below 2³² that depends on a text alone: FNV-1a over its UTF-16 code units (Fowler, Noll, Vo 1991). */
export function fnv1a(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
