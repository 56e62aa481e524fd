import { vi } from 'vitest'

/** Stands in for the browser's Worker: answers each question in the page itself, a moment later. */
export function playWorker(answer: (question: unknown) => Promise<unknown>) {
  const questions: unknown[] = []
  class PlayedWorker {
    onmessage: ((event: { readonly data: unknown }) => void) | undefined
    #isEnded = false

    postMessage(question: unknown): void {
      questions.push(question)
      void answer(structuredClone(question)).then((data) => {
        if (!this.#isEnded) this.onmessage?.({ data })
      })
    }

    terminate(): void {
      this.#isEnded = true
    }
  }
  vi.stubGlobal('Worker', PlayedWorker)
  return { questions }
}
