import type { Database } from '../platform/database'

const PREFIX = 'quarantine.'

/** Something that could not be opened, or that was put away; kept until the person removes it. */
export interface AsideInfo {
  readonly id: string
  /** Epoch milliseconds. */
  readonly setAsideAt: number
}

interface AsideOptions {
  readonly database: Database
  readonly now: () => number
}

/** Keeps what would otherwise be written over: damaged copies, and a vault that was started over. */
export function createAsideStore({ database, now }: AsideOptions) {
  /** Keeps it once, however often it is found; throws when the storage does not take it. */
  async function keep(name: string, stored: unknown): Promise<void> {
    const text = JSON.stringify(stored)
    const kept = await list()
    for (const { id } of kept) {
      const isKnown = id.endsWith(`.${name}`) && (await read(id)) === text
      if (isKnown) return
    }
    const latest = Math.max(now(), ...kept.map(({ setAsideAt }) => setAsideAt + 1))
    await database.set(`${PREFIX}${String(latest)}.${name}`, stored)
  }

  /** Newest first. */
  async function list(): Promise<readonly AsideInfo[]> {
    const names = (await database.keys()).filter((key) => key.startsWith(PREFIX))
    return names
      .map((key) => key.slice(PREFIX.length))
      .map((id) => ({ id, setAsideAt: Number(id.split('.')[0]) }))
      .sort((a, b) => b.setAsideAt - a.setAsideAt)
  }

  /** The text of a file that keeps it outside. */
  async function read(id: string): Promise<string | undefined> {
    const stored = await database.get(PREFIX + id)
    return stored === undefined ? undefined : JSON.stringify(stored)
  }

  async function remove(id: string): Promise<void> {
    await database.remove(PREFIX + id)
  }

  return { keep, list, read, remove }
}

export type AsideStore = ReturnType<typeof createAsideStore>
