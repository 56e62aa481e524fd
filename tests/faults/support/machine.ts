import { createPageHandlers } from '@/utils/background/pageHandlers'
import {
  createFrameHandlers,
  createGuestHandlers,
  createMenuHandlers,
} from '@/utils/background/frameHandlers'
import { createServices, type Platform, type Services } from '@/utils/background/services'
import { readSelf } from '@/utils/platform/runtime'
import type { Database } from '@/utils/platform/database'
import type { StorageArea } from '@/utils/platform/storage'
import type { Reply } from '@/utils/protocol/envelope'
import type { PageRequests } from '@/utils/protocol/requests'
import { createRouter } from '@/utils/protocol/router'
import { createCountingBytes } from '../../support/countingBytes'
import { CHEAP_COST, createTestPlatform } from '../../support/platform'
import { createLocks, type Locks } from './locks'

type Values = Map<string, unknown>

let machines = 0
let commands = 0

/** What a machine holds: two storage engines on its disk, and memory that ends with the browser. */
export interface Held {
  readonly local: Values
  readonly database: Values
  readonly memory: Values
}

/** One access of the extension to storage. */
export interface Access {
  readonly place: keyof Held
  readonly kind: 'get' | 'set' | 'remove' | 'keys'
  /** What is written or removed. */
  readonly keys: readonly string[]
}

/**
 * What becomes of an access. `stop` ends the background before it: nothing that it had under way goes
 * on. What a write then does to the disk is the rest.
 */
export type Fate =
  'arrive' | 'stop' | 'refused' | 'lost' | 'torn' | 'garbled' | 'stale' | 'volatile'

export type Faults = (access: Access) => Fate

/** One run of the background, until it is stopped. */
export interface Background {
  readonly services: Services
  /**
   * Asks as the popup; `undefined` when the background was stopped before it answered. A command that
   * is asked again has the same name.
   */
  ask<Name extends keyof PageRequests>(
    request: Name,
    payload: PageRequests[Name]['payload'],
    command?: string,
  ): Promise<Reply<PageRequests[Name]['reply']> | undefined>
  readonly isStopped: boolean
  /** Resolves when it is stopped: what was asked then gets no answer. */
  readonly stopped: Promise<undefined>
  stop(): void
}

/** A browser with a disk, on which the backgrounds run that ship, and storage does what it is told. */
export class Machine {
  readonly held: Held
  readonly #platform: Platform
  readonly #locks: Locks = createLocks()
  /** What the disk holds in truth where a write only seemed to arrive. */
  readonly #durable = new Map<string, unknown>()
  #stale: Values | undefined

  /** A copy of a vault goes on with nonces and ids of its own, unless it is to repeat another one's. */
  constructor(held: Held = emptyMachine(), seed = `machine ${String(++machines)}`) {
    this.held = structuredClone(held)
    let ids = 0
    this.#platform = {
      ...createTestPlatform().platform,
      randomBytes: createCountingBytes(seed),
      randomId: () => `${seed} ${String(++ids)}`,
    }
  }

  /** The browser, or the whole machine, went down: memory is gone, and so is what was never flushed. */
  restartBrowser(): void {
    this.held.memory.clear()
    for (const [key, value] of this.#durable) {
      if (value === undefined) this.held.local.delete(key)
      else this.held.local.set(key, value)
    }
    this.#durable.clear()
  }

  start(faults: Faults = () => 'arrive', cost = CHEAP_COST): Background {
    const life = new AbortController()
    const stopped = new Promise<undefined>((resolve) => {
      life.signal.addEventListener('abort', () => {
        resolve(undefined)
      })
    })
    const access: Perform = (what, work) => {
      if (life.signal.aborted) return new Promise(() => undefined)
      const fate = faults(what)
      if (fate !== 'stop') return work(fate)
      life.abort()
      return new Promise(() => undefined)
    }
    const services = createServices(
      {
        ...this.#platform,
        local: this.#createArea('local', access),
        memory: this.#createArea('memory', access),
        database: this.#createDatabase(access),
        withLock: (_name, task) => this.#locks.run(task, life.signal),
        announce: () => Promise.resolve(),
      },
      cost,
    )
    const bugs: unknown[] = []
    const route = createRouter(
      {
        page: createPageHandlers(services),
        menu: createMenuHandlers(services),
        frame: createFrameHandlers(services),
        guest: createGuestHandlers(services),
      },
      readSelf(),
      (bug) => bugs.push(bug),
    )
    return {
      services,
      stopped,
      get isStopped() {
        return life.signal.aborted
      },
      stop: () => {
        life.abort()
      },
      ask: async (request, payload, command = `command ${String(++commands)}`) => {
        const { extensionId, origin } = readSelf()
        const sender = { id: extensionId, origin, url: `${origin}/popup.html` }
        const reply = await Promise.race([
          route(structuredClone({ to: 'background', request, payload, command }), sender),
          stopped,
        ])
        if (bugs.length > 0) throw bugs[0]
        // The request's name vouches for the type of its reply.
        return reply as never
      },
    }
  }

  #createArea(place: 'local' | 'memory', access: Perform): StorageArea {
    const values = this.held[place]
    return {
      get: (keys) =>
        access({ place, kind: 'get', keys }, () => {
          const source = (place === 'local' && this.#stale) || values
          if (place === 'local') this.#stale = undefined
          const found = keys.filter((key) => source.has(key)).map((key) => [key, source.get(key)])
          return Promise.resolve(structuredClone(Object.fromEntries(found)))
        }),
      set: (given) =>
        access({ place, kind: 'set', keys: Object.keys(given) }, (fate) =>
          this.#write(values, structuredClone(given), fate),
        ),
      remove: (keys) =>
        access({ place, kind: 'remove', keys }, () => {
          for (const key of keys) values.delete(key)
          return Promise.resolve()
        }),
    }
  }

  #createDatabase(access: Perform): Database {
    const values = this.held.database
    const place = 'database'
    return {
      get: (key) =>
        access({ place, kind: 'get', keys: [key] }, (fate) =>
          fate === 'refused'
            ? Promise.reject(new Error('database is closed'))
            : Promise.resolve(structuredClone(values.get(key))),
        ),
      set: (key, value) =>
        access({ place, kind: 'set', keys: [key] }, (fate) =>
          this.#write(values, structuredClone({ [key]: value }), fate),
        ),
      remove: (key) =>
        access({ place, kind: 'remove', keys: [key] }, () => {
          values.delete(key)
          return Promise.resolve()
        }),
      keys: () =>
        access({ place, kind: 'keys', keys: [] }, () => Promise.resolve([...values.keys()])),
    }
  }

  #write(values: Values, given: Record<string, unknown>, fate: Fate): Promise<void> {
    if (fate === 'refused') return Promise.reject(new Error('QUOTA_BYTES quota exceeded'))
    if (fate === 'lost') return Promise.resolve()
    // The next read still sees what was there before.
    if (fate === 'stale') this.#stale = new Map(values)
    for (const [key, value] of Object.entries(given)) {
      if (values === this.held.local) {
        if (fate !== 'volatile') this.#durable.delete(key)
        else if (!this.#durable.has(key)) this.#durable.set(key, values.get(key))
      }
      values.set(key, fate === 'garbled' ? garble(value) : value)
      if (fate === 'torn') break
    }
    return Promise.resolve()
  }
}

function emptyMachine(): Held {
  return { local: new Map(), database: new Map(), memory: new Map() }
}

type Perform = <T>(what: Access, work: (fate: Fate) => Promise<T>) => Promise<T>

/** One letter of the ciphertext changed, as a bad disk would. */
function garble(value: unknown): unknown {
  const text = JSON.stringify(value)
  if (!text) return value
  return JSON.parse(
    text.replace(
      /("ciphertext":")(.)/u,
      (_all, start: string, first: string) => start + (first === 'A' ? 'B' : 'A'),
    ),
  )
}
