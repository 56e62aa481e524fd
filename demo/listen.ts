import { createServer, type RequestListener, type Server } from 'node:http'

const ATTEMPTS_FOR_A_FREE_PORT = 10

export interface Listening {
  readonly port: number
  readonly close: () => Promise<void>
}

/**
 * Listens on both loopback addresses, since `*.localhost` may resolve to either.
 * Port 0 takes any port that is free on both.
 */
export async function listenOnLoopback(
  listener: RequestListener,
  port: number,
): Promise<Listening> {
  for (let attempt = 1; ; attempt++) {
    const first = await openServer(listener, '127.0.0.1', port)
    const taken = readPort(first)
    try {
      const second = await openSecondServer(listener, taken)
      const servers = second ? [first, second] : [first]
      return { port: taken, close: () => closeAll(servers) }
    } catch (error) {
      await closeAll([first])
      if (port !== 0 || attempt >= ATTEMPTS_FOR_A_FREE_PORT) throw error
    }
  }
}

async function openSecondServer(listener: RequestListener, port: number): Promise<Server | null> {
  try {
    return await openServer(listener, '::1', port)
  } catch (error) {
    if (hasCode(error, 'EADDRNOTAVAIL') || hasCode(error, 'EAFNOSUPPORT')) return null
    throw error
  }
}

async function openServer(listener: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer(listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
  return server
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map(closeServer))
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}

function readPort(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
