import { failure } from '../core/result'
import { onAnnouncement } from '../platform/announcements'
import { randomId } from '../platform/entropy'
import { takeHeadStart } from '../platform/headStart'
import { sendRuntimeMessage } from '../platform/runtime'
import { FIRST_QUESTION, type Envelope, type Reply, type Terms } from './envelope'
import { PAGE_EVENTS, type MenuRequests, type PageEvent, type PageRequests } from './requests'

type Asked = PageRequests & MenuRequests
type PayloadOf<Name extends keyof Asked> = Asked[Name]['payload']
type ReplyOf<Name extends keyof Asked> = Asked[Name]['reply']

/**
 * Asks the background. Payloads are plain objects: a reactive proxy would not cross. `seen` is the
 * generation of the vault that the change is meant for.
 */
export async function request<Name extends keyof PageRequests>(
  name: Name,
  payload: PayloadOf<Name>,
  terms: Pick<Terms, 'seen'> = {},
): Promise<Reply<ReplyOf<Name>>> {
  return ask(name, payload, terms)
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
  terms: Terms = {},
): Promise<Reply<ReplyOf<Name>>> {
  const command = randomId()
  const envelope: Envelope = { to: 'background', request: name, payload, command, ...terms }
  // The channel itself may fail: a background that was stopped over its work, or is being replaced. The
  // same command is asked again once; if it was carried out already, it is only answered.
  const send = () => sendRuntimeMessage(envelope).catch(() => undefined)
  const reply = (await (takeAsked(name) ?? send())) ?? (await send())
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
