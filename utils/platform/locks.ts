/**
 * Runs a task while no other context of this extension runs one of the same name: two background
 * instances overlap for a moment during an update.
 */
export function withLock<T>(name: string, task: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, task)
}
