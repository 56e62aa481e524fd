import { isConnected } from '../platform/frame'
import { frameRequest } from '../protocol/frameClient'
import { leaveEntered } from './takeOver'
import { watchForFields } from './watchForFields'

/** Asks for the other half of the content script when a field may want a code. It stops this one. */
export function startWatching(controller: AbortController): void {
  let isAsking = false
  watchForFields(onCandidate, controller.signal)

  function onCandidate(entered: EventTarget | undefined): void {
    if (!isConnected()) {
      controller.abort() // the extension was updated: its new version starts its own script
      return
    }
    // What is only seen takes nothing from what a person entered just before.
    if (entered) leaveEntered(entered)
    if (isAsking) return
    isAsking = true
    void frameRequest('fill.wake', {}).then(() => {
      isAsking = false
    })
  }
}
