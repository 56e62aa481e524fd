// The two scripts of one frame share the extension's own world there, which pages do not see.
interface Scope {
  sandiRunning?: Partial<Record<Part, AbortController>>
  sandiEntered?: EventTarget | undefined
}
type Part = 'watching' | 'filling'
const scope = globalThis as Scope

/** A script may be injected again, by the popup or after an update: the newer one takes over. */
export function takeOver(part: Part): AbortController {
  scope.sandiRunning ??= {}
  scope.sandiRunning[part]?.abort()
  return (scope.sandiRunning[part] = new AbortController())
}

/** Keeps for the other script which field a person entered. */
export function leaveEntered(entered: EventTarget): void {
  scope.sandiEntered = entered
}

export function takeEntered(): EventTarget | undefined {
  const entered = scope.sandiEntered
  delete scope.sandiEntered
  return entered
}
