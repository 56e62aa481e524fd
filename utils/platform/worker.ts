/** One question at a time, from the page that started the worker; the answer goes back to it. */
export function answerQuestions(answer: (question: unknown) => Promise<unknown>): void {
  const scope = globalThis as unknown as WorkerScope // the DOM's types know no worker
  scope.onmessage = ({ data }) => {
    // A worker has one speaker, the page of this extension that made it.
    answer(data).then((value) => {
      scope.postMessage(value)
    }, reportError) // a bug: the page hears of it at once, by the worker's error event
  }
}

interface WorkerScope {
  onmessage: (event: MessageEvent<unknown>) => void
  postMessage: (message: unknown) => void
}

export interface WorkerHandle<Question, Answer> {
  /** `undefined` when the worker broke, was stopped, or took longer than it may. */
  readonly ask: (question: Question, timeoutMs: number) => Promise<Answer | undefined>
  readonly stop: () => void
}

/** Starts a script of this extension as a worker. */
export function startWorker<Question, Answer>(script: string): WorkerHandle<Question, Answer> {
  const worker = new Worker(script)
  let settle: ((answer: Answer | undefined) => void) | undefined
  const finish = (answer: Answer | undefined) => {
    settle?.(answer)
    settle = undefined
  }
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    finish(data as Answer) // of the same build
  }
  worker.onerror = () => {
    finish(undefined)
  }
  const stop = () => {
    worker.terminate()
    finish(undefined)
  }
  return {
    ask: (question, timeoutMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(stop, timeoutMs)
        settle = (answer) => {
          clearTimeout(timer)
          resolve(answer)
        }
        worker.postMessage(question)
      }),
    stop,
  }
}
