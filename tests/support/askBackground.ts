import { randomUUID } from 'node:crypto'
import type { Page } from 'puppeteer-core'
import type { Reply } from '../../utils/protocol/envelope.ts'
import type { PageRequests } from '../../utils/protocol/requests.ts'

type PayloadOf<Name extends keyof PageRequests> = PageRequests[Name]['payload']
type AnswerOf<Name extends keyof PageRequests> = PageRequests[Name]['reply']

/**
 * Asks the background what a page of the extension may ask, through the very channel that the page
 * uses. `undefined` when the background went away before it answered. A command that is asked again
 * has the same name.
 */
export async function askBackground<Name extends keyof PageRequests>(
  page: Page,
  request: Name,
  payload: PayloadOf<Name>,
  command: string = randomUUID(),
): Promise<Reply<AnswerOf<Name>> | undefined> {
  const reply = await page.evaluate(sendMessage, { to: 'background', request, payload, command })
  // The background is of the same source: the request's name vouches for the type of its reply.
  return (reply ?? undefined) as Reply<AnswerOf<Name>> | undefined
}

/** The same where nothing but a good answer is expected. */
export async function askForSure<Name extends keyof PageRequests>(
  page: Page,
  request: Name,
  payload: PayloadOf<Name>,
): Promise<AnswerOf<Name>> {
  const reply = await askBackground(page, request, payload)
  if (!reply?.ok) throw new Error(`${request}: ${reply?.code ?? 'no answer'}`)
  return reply.value
}

interface Api {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> }
}

/** Runs in the page. */
async function sendMessage(message: unknown): Promise<unknown> {
  const scope = globalThis as unknown as { browser?: Api; chrome: Api }
  try {
    return await (scope.browser ?? scope.chrome).runtime.sendMessage(message)
  } catch {
    return undefined
  }
}
