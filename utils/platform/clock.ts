/** Wall-clock time in epoch milliseconds. */
export function readClock(): number {
  return Date.now()
}

/** Milliseconds on a clock that only runs forward; their beginning means nothing. */
export function readStopwatch(): number {
  return performance.now()
}

export function sleep(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs)
  })
}

/** Calls back once, as long as this page or background lives. */
export function after(durationMs: number, action: () => unknown): void {
  setTimeout(() => void action(), durationMs)
}

/** Calls back on every full second of the wall clock, until the returned function is called. */
export function onEverySecond(callback: (now: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const schedule = () => {
    timer = setTimeout(tick, 1000 - (Date.now() % 1000))
  }
  const tick = () => {
    callback(Date.now())
    schedule()
  }
  schedule()
  return () => {
    clearTimeout(timer)
  }
}
