/** The value of a key, made and kept at its first use. Changes `map`. */
export function getOrAdd<Key, Value>(
  map: Pick<Map<Key, Value>, 'get'> & { readonly set: (key: Key, value: Value) => unknown },
  key: Key,
  make: () => Value,
): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}

/** Puts a value last, as the newest or the most recently used, and drops the first where there are more than `most`. Changes `map`. */
export function keepRecent<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
