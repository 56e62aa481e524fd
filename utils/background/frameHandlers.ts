import { success } from '../core/result'
import type { FrameHandlers, MenuHandlers } from '../protocol/router'
import type { Services } from './services'

/** What a content script may ask: an offer for its own document, and the one code approved for it. */
export function createFrameHandlers({ fill }: Services): FrameHandlers {
  return {
    'fill.wake': async (_nothing, speaker) => success({ isStarted: await fill.wake(speaker) }),
    'fill.offer': async (_nothing, speaker) => {
      const pairing = await fill.offer(speaker)
      return success(pairing === undefined ? {} : { pairing })
    },
    'fill.code': ({ ticket }, speaker) => fill.redeem(ticket, speaker),
  }
}

/** What the in-page menu may ask: the offer of its own tab, and to approve one account of it. */
export function createMenuHandlers({ fill, settings, session }: Services): MenuHandlers {
  return {
    'menu.load': async ({ pairing }, speaker) => {
      const offer = await fill.readOffer(pairing, speaker)
      return offer.ok ? success({ ...offer.value, settings: await settings.read() }) : offer
    },
    'menu.pick': async ({ accountId }, speaker) => {
      await session.touch()
      return fill.pick(speaker, accountId)
    },
    'menu.leave': async ({ accountId }, speaker) => {
      await fill.leave(speaker, accountId)
      return success(null)
    },
    'menu.dismiss': async (_nothing, speaker) => {
      await fill.closeMenu(speaker, true)
      return success(null)
    },
  }
}
