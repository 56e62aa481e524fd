import { sendFrameMessage } from './frame'

// A page's first question may go out before the page's own code is loaded: the two scripts of the
// page meet here. The native API does, as it does in frames: the polyfill would be loaded twice.
const scope = globalThis as { sandiHeadStart?: Promise<unknown> }

export function giveHeadStart(message: unknown): void {
  scope.sandiHeadStart = sendFrameMessage(message)
}

/** The answer under way, once; `undefined` where none was asked for. */
export function takeHeadStart(): Promise<unknown> | undefined {
  const answer = scope.sandiHeadStart
  delete scope.sandiHeadStart
  return answer
}
