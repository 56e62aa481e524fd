/** A map that forgets its oldest entry when full: visits alone must not fill the memory. */
export function createBoundedMap<Value>(limit: number) {
  const entries = new Map<string, Value>()

  function set(key: string, value: Value): void {
    entries.delete(key)
    entries.set(key, value)
    const oldest = entries.keys().next()
    if (entries.size > limit && oldest.done !== true) entries.delete(oldest.value)
  }

  function removeWhere(matches: (value: Value) => boolean): void {
    for (const [key, value] of entries) {
      if (matches(value)) entries.delete(key)
    }
  }

  return {
    get: (key: string) => entries.get(key),
    set,
    remove: (key: string) => {
      entries.delete(key)
    },
    removeWhere,
  }
}
