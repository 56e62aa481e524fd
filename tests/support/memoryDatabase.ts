import type { Database } from '@/utils/platform/database'

/** The browser's other storage engine, in memory; `isBroken` makes every access fail. */
export function createMemoryDatabase() {
  const values = new Map<string, unknown>()
  const state = { isBroken: false, values }
  const access = <T>(work: () => T): Promise<T> =>
    state.isBroken ? Promise.reject(new Error('database is closed')) : Promise.resolve(work())
  const database: Database = {
    get: (key) => access(() => structuredClone(values.get(key))),
    set: (key, value) => access(() => void values.set(key, structuredClone(value))),
    remove: (key) => access(() => void values.delete(key)),
    keys: () => access(() => [...values.keys()]),
  }
  return { state, database }
}

export type MemoryDatabase = ReturnType<typeof createMemoryDatabase>
