import type { Reply } from '@/utils/protocol/envelope'
import type { RawSender } from '@/utils/protocol/sender'
import { SITE, type World } from './world'

/** The content script of a frame: it pulls the code when told to, or does not. */
export interface PageFrame {
  behaviour: 'fills' | 'ignores' | 'doubts' | 'holds'
  /** Which code it asks for. */
  kind: string
  /** What it answers to a probe. */
  score: unknown
  /** Where it says that it is. */
  origin: unknown
  readonly events: unknown[]
  readonly tickets: string[]
  readonly received: Reply<{ code: string }>[]
}

export function createPageFrame(
  world: World,
  tabId: number,
  frameId = 0,
  change: Partial<RawSender> = {},
): PageFrame {
  const frame: PageFrame = {
    ...{ behaviour: 'fills', score: 5, kind: 'any', origin: change.origin ?? SITE },
    ...{ events: [], tickets: [], received: [] },
  }
  world.state.frames.set(`${String(tabId)}:${String(frameId)}`, async (event) => {
    frame.events.push(event)
    if (isEvent(event, 'fill.probe')) return { score: frame.score, kind: frame.kind }
    if (isEvent(event, 'menu.seen')) return frame.behaviour !== 'doubts'
    if (isEvent(event, 'menu.close')) return frame.behaviour === 'fills'
    if (isEvent(event, 'fill.where')) return frame.origin
    if (!isEvent(event, 'fill.ready') || !('ticket' in event)) return undefined
    const ticket = String(event.ticket)
    frame.tickets.push(ticket)
    if (frame.behaviour === 'ignores') return 'no-field'
    if (frame.behaviour === 'holds' && !('way' in event)) return 'occupied'
    if (frame.behaviour === 'doubts') return 'unseen'
    const reply = await world.askFrame(tabId, 'fill.code', { ticket }, { frameId, ...change })
    frame.received.push(reply)
    return reply.ok ? 'filled' : 'failed'
  })
  return frame
}

function isEvent(event: unknown, name: string): event is object {
  return typeof event === 'object' && event !== null && 'event' in event && event.event === name
}
