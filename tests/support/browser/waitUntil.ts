import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again and again until the answer is truthy; an answer that throws counts as not yet. */
export async function waitUntil<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeoutMs = 10_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeoutMs
  for (;;) {
    let cause: unknown
    try {
      const answer = await ask()
      if (answer) return answer
    } catch (error) {
      cause = error
    }
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${what}`, { cause })
    await sleep(50)
  }
}
