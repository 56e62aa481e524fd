export interface Locks {
  /** Runs the task when no other one runs; a background that is stopped lets go of its lock. */
  run<T>(task: () => Promise<T>, life: AbortSignal): Promise<T>
}

/** The browser's lock between the contexts of an extension, which ends with the context that holds it. */
export function createLocks(): Locks {
  let tail: Promise<unknown> = Promise.resolve()
  return {
    run(task, life) {
      const result = tail.then(() => (life.aborted ? new Promise<never>(() => undefined) : task()))
      tail = Promise.race([
        result.catch(() => undefined),
        new Promise((resolve) => {
          life.addEventListener('abort', resolve, { once: true })
          if (life.aborted) resolve(undefined)
        }),
      ])
      return result
    },
  }
}
