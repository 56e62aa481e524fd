import type { Page } from 'puppeteer-core'

/** What a page is told in the background's place: never anything, a refusal, or what differs in the reply. */
export type PlayedReply =
  | { readonly isHeld: true }
  | { readonly refuses: string; readonly detail?: Readonly<Record<string, string | number>> }
  | { readonly value: unknown }

export interface Played {
  readonly replies?: Readonly<Record<string, PlayedReply>>
  /** Stops the page's clock so many seconds before codes change. */
  readonly secondsLeft?: number
}

/** A moment in a reply, in milliseconds from now. */
export const inMs = (ms: number) => ({ inMs: ms })

/**
 * States that it takes an accident, an attack or a lucky second to come to: the page itself is the real
 * one, and what it hears is played from its next load on.
 */
export async function playIn(page: Page, { replies = {}, secondsLeft }: Played): Promise<void> {
  if (secondsLeft !== undefined) await page.evaluateOnNewDocument(stopClock, secondsLeft)
  await page.evaluateOnNewDocument(playReplies, replies)
}

/** Runs in the page. */
function stopClock(secondsLeft: number): void {
  const periodMs = 30_000
  const read = Date.now.bind(Date)
  // Vue tells by the clock whether a listener was there before the event: it never quite stands still.
  let asked = 0
  Date.now = () =>
    Math.ceil((read() + 1) / periodMs) * periodMs - secondsLeft * 1000 + ++asked / 100
}

/** Runs in the page. */
function playReplies(replies: Readonly<Record<string, PlayedReply>>): void {
  interface Reply {
    readonly ok: boolean
    readonly value?: unknown
  }
  interface Api {
    runtime?: { sendMessage?: (...args: unknown[]) => Promise<unknown> }
  }
  const isRecord = (it: unknown): it is Record<string, unknown> =>
    typeof it === 'object' && it !== null && !Array.isArray(it)

  function merge(real: unknown, played: unknown): unknown {
    if (!isRecord(played)) return played
    if (typeof played['inMs'] === 'number') return Date.now() + played['inMs']
    const all: Record<string, unknown> = isRecord(real) ? { ...real } : {}
    for (const [name, value] of Object.entries(played)) all[name] = merge(all[name], value)
    return all
  }

  async function answer(message: unknown, send: () => Promise<unknown>): Promise<unknown> {
    const played = isRecord(message) ? replies[String(message['request'])] : undefined
    if (!played) return send()
    if ('isHeld' in played) return new Promise<never>(() => undefined)
    if ('refuses' in played) return { ok: false, code: played.refuses, detail: played.detail }
    const reply = (await send()) as Reply | undefined // the background is of the same build
    return { ok: true, value: merge(reply?.value, played.value) }
  }

  const scope = globalThis as { chrome?: Api; browser?: Api }
  for (const runtime of new Set([scope.chrome?.runtime, scope.browser?.runtime])) {
    const send = runtime?.sendMessage?.bind(runtime)
    if (!runtime || !send) continue
    // With a callback, as the polyfill asks, or with a promise.
    runtime.sendMessage = (...args) => {
      const last = args.at(-1)
      const callback = typeof last === 'function' ? (last as (it: unknown) => void) : undefined
      const asked = callback ? args.slice(0, -1) : args
      const answered = answer(asked[0], () => send(...asked))
      if (callback) void answered.then(callback)
      return answered
    }
  }
}
