import { hasCode } from './listen.ts'
import { startDemo, type RunningDemo } from './server.ts'

const USUAL_PORT = 4190
const PORTS_TO_TRY = 20

const demo = await startOnNextFreePort(readPortArgument())
console.log(`Demo services, on this computer only:

  ${demo.url()}  what to try
  ${demo.url('perizinan')}  Portal Perizinan Daerah
  ${demo.url('surat')}  Lantern Mail
  ${demo.url('dompet')}  Sampan Wallet

Press Ctrl+C to stop.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.close())
}

async function startOnNextFreePort(first: number): Promise<RunningDemo> {
  for (let port = first; ; port++) {
    try {
      return await startDemo({ port })
    } catch (error) {
      if (!hasCode(error, 'EADDRINUSE') || port >= first + PORTS_TO_TRY) throw error
    }
  }
}

function readPortArgument(): number {
  const argument = process.argv[2]
  if (argument === undefined) return USUAL_PORT
  const port = Number(argument)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error('The port must be a whole number from 0 to 65535')
  }
  return port
}
