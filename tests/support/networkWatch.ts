import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'

/** Where the browsers of the tests find the proxy that stands for the network; see browserDriver. */
export const PROXY_PORT = 'SANDI_TEST_PROXY_PORT'

/**
 * The makers' own services, which browsers ask with every profile: updates, certificates, leaked passwords. A
 * test of the packages holds that they name none of them.
 */
const OF_BROWSERS =
  /^\w+ (?:https?:\/\/)?(?:[\w-]+\.)*(?:google|googleapis|gstatic|gvt1|mozilla|firefox)\.(?:com|net|org)[:/]/u

/**
 * Global set-up of the e2e tests: every browser gets a proxy on loopback for all that is not loopback. It
 * lets nothing through, remembers what was asked for, and the run fails unless that is nothing but the browsers' own.
 */
export default async function watchNetwork(): Promise<() => Promise<void>> {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`)
    response.writeHead(502).end()
  })
  proxy.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url ?? ''}`)
    socket.on('error', () => undefined) // a browser that is killed resets its connections
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  process.env[PROXY_PORT] = String((proxy.address() as AddressInfo).port)

  return async () => {
    await new Promise((resolve) => proxy.close(resolve))
    const unexpected = asked.filter((request) => !OF_BROWSERS.test(request))
    process.stdout.write(
      `${String(unexpected.length)} requests to the network, and ${String(asked.length - unexpected.length)} of the browsers themselves\n`,
    )
    if (unexpected.length > 0)
      throw new Error(`The network was asked for:\n${unexpected.join('\n')}`)
  }
}
