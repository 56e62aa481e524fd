import type { ImportAnswer, ImportQuestion } from '../../core/import/answerImport'
import { startWorker, type WorkerHandle } from '../../platform/worker'

const PLAIN_TIMEOUT_MS = 60_000
// A key that takes a gigabyte takes its time on a small machine.
const SEALED_TIMEOUT_MS = 300_000

type Handle = WorkerHandle<ImportQuestion, ImportAnswer>

/**
 * Reads files one by one in a worker. A worker that derived a key is dismissed: the memory that it took
 * does not come back otherwise. `undefined` when it was stopped or took too long.
 */
export function createFileReader() {
  let worker: Handle | undefined

  async function read(question: ImportQuestion): Promise<ImportAnswer | undefined> {
    worker ??= startWorker<ImportQuestion, ImportAnswer>('/importer.js')
    const isSealed = question.password !== undefined
    const answer = await worker.ask(question, isSealed ? SEALED_TIMEOUT_MS : PLAIN_TIMEOUT_MS)
    if (isSealed || answer === undefined) stop()
    return answer
  }

  function stop(): void {
    worker?.stop()
    worker = undefined
  }

  return { read, stop }
}
