import { answer } from './answer.ts'
import { listenOnLoopback } from './listen.ts'
import { createMemory } from './memory.ts'
import type { Demo, DemoEvent, ServiceId } from './site.ts'

export interface DemoOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number
  /** The clock of the services, in epoch milliseconds. */
  readonly now?: () => number
}

export interface RunningDemo {
  readonly port: number
  readonly url: (service?: ServiceId, path?: string) => string
  /** What the services decided, oldest first; never a code or a secret. */
  readonly events: readonly DemoEvent[]
  readonly close: () => Promise<void>
}

export async function startDemo(options: DemoOptions = {}): Promise<RunningDemo> {
  const memory = createMemory()
  const readClock = options.now ?? Date.now
  const now = () => readClock() + memory.readSkew()
  const events: DemoEvent[] = []
  const demo: Demo = {
    memory,
    now,
    record: (event) => {
      events.push({ ...event, at: now() })
    },
  }
  const { port, close } = await listenOnLoopback((request, response) => {
    answer(demo, request, response).catch((error: unknown) => {
      response.destroy()
      console.error(error)
    })
  }, options.port ?? 0)

  function url(service?: ServiceId, path = '/'): string {
    const host = service === undefined ? 'localhost' : `${service}.localhost`
    return `http://${host}:${String(port)}${path}`
  }

  return { port, url, events, close }
}
