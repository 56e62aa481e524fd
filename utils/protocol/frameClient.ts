import { onFrameMessage, sendFrameMessage } from '../platform/frame'
import type { Envelope, Reply } from './envelope'
import type { FrameEvent, FrameRequests } from './requests'

/** Asks the background from a web page's frame; `undefined` when the extension was updated or removed. */
export async function frameRequest<Name extends keyof FrameRequests>(
  name: Name,
  payload: FrameRequests[Name]['payload'],
): Promise<Reply<FrameRequests[Name]['reply']> | undefined> {
  const envelope: Envelope = { to: 'background', request: name, payload }
  const reply = await sendFrameMessage(envelope)
  // Only our own background answers on this channel, and it is of the same build.
  return reply as Reply<FrameRequests[Name]['reply']> | undefined
}

/** Listens to the background until `signal` aborts. What the callback returns is the answer. */
export function onFrameEvent(callback: (event: FrameEvent) => unknown, signal: AbortSignal): void {
  onFrameMessage((message) => {
    if (isFrameEvent(message)) return callback(message)
    return undefined
  }, signal)
}

function isFrameEvent(message: unknown): message is FrameEvent {
  return typeof message === 'object' && message !== null && 'event' in message
}
