import { failure } from '../core/result'
import { onRuntimeMessage, sendRuntimeMessage } from '../platform/runtime'
import type { Envelope, Reply } from './envelope'
import type { MenuRequests, PageEvent, PageRequests } from './requests'

type Asked = PageRequests & MenuRequests
type PayloadOf<Name extends keyof Asked> = Asked[Name]['payload']
type ReplyOf<Name extends keyof Asked> = Asked[Name]['reply']

/** Asks the background. Payloads are plain objects: a reactive proxy would not cross. */
export async function request<Name extends keyof PageRequests>(
  name: Name,
  payload: PayloadOf<Name>,
): Promise<Reply<ReplyOf<Name>>> {
  return ask(name, payload)
}

/** The same for the in-page menu, whose requests are its own. */
export async function menuRequest<Name extends keyof MenuRequests>(
  name: Name,
  payload: PayloadOf<Name>,
): Promise<Reply<ReplyOf<Name>>> {
  return ask(name, payload)
}

async function ask<Name extends keyof Asked>(
  name: Name,
  payload: PayloadOf<Name>,
): Promise<Reply<ReplyOf<Name>>> {
  const envelope: Envelope = { to: 'background', request: name, payload }
  const reply = await sendRuntimeMessage(envelope)
  // The background is the same build as this page: the router's types vouch for the shape.
  return (reply as Reply<ReplyOf<Name>> | undefined) ?? failure('unexpected')
}

/** Calls back for each event that the background announces; returns the way to stop. */
export function onPageEvent(callback: (event: PageEvent) => void): () => void {
  return onRuntimeMessage((message) => {
    if (isPageEvent(message)) callback(message.event)
  })
}

function isPageEvent(message: unknown): message is { event: PageEvent } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'event' in message &&
    (message.event === 'vault.changed' || message.event === 'vault.locked')
  )
}
