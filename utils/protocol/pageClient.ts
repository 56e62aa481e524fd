import { failure } from '../core/result'
import { onAnnouncement } from '../platform/announcements'
import { takeHeadStart } from '../platform/headStart'
import { sendRuntimeMessage } from '../platform/runtime'
import { FIRST_QUESTION, type Envelope, type Reply } from './envelope'
import { PAGE_EVENTS, type MenuRequests, type PageEvent, type PageRequests } from './requests'

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
  // The channel itself may fail: a message that is too large, a background that is being replaced.
  const send = () => sendRuntimeMessage(envelope).catch(() => undefined)
  const early = takeAsked(name)
  const reply = early ? ((await early) ?? (await send())) : await send()
  // The background is the same build as this page: the router's types vouch for the shape.
  return (reply as Reply<ReplyOf<Name>> | undefined) ?? failure('unexpected')
}

/** The reply to the popup's first question, which was asked before this code was loaded. */
function takeAsked(name: string): Promise<unknown> | undefined {
  return name === FIRST_QUESTION.request ? takeHeadStart() : undefined
}

/** Calls back for each event that the background announces; returns the way to stop. */
export function onPageEvent(callback: (event: PageEvent) => void): () => void {
  return onAnnouncement((message) => {
    const event = PAGE_EVENTS.find((known) => known === message)
    if (event) callback(event)
  })
}
