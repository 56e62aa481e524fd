import { success } from '../core/result'
import type { FrameHandlers, MenuHandlers } from '../protocol/router'
import type { Services } from './services'

/** What a content script may ask: an offer for its own document, and the one code approved for it. */
export function createFrameHandlers({ fill }: Services): FrameHandlers {
  return {
    'fill.wake': async (_nothing, speaker) => success({ isStarted: await fill.wake(speaker) }),
    'fill.offer': async (_nothing, speaker) => success({ rows: await fill.offer(speaker) }),
    'fill.code': ({ ticket }, speaker) => fill.redeem(ticket, speaker),
  }
}

/** What the in-page menu may ask: the offer of its own tab, and to approve one account of it. */
export function createMenuHandlers({ fill, settings, session, platform }: Services): MenuHandlers {
  return {
    'menu.load': async (_nothing, { tabId }) => {
      const offer = await fill.readOffer(tabId)
      return offer.ok ? success({ ...offer.value, settings: await settings.read() }) : offer
    },
    'menu.pick': async ({ accountId }, { tabId }) => {
      await session.touch()
      return fill.pick(tabId, accountId)
    },
    'menu.unlock': async () => {
      await platform.openPopup()
      return success(null)
    },
    'menu.dismiss': async (_nothing, { tabId }) => {
      await fill.closeMenu(tabId, true)
      return success(null)
    },
  }
}
