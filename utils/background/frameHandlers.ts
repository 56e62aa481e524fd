import { success } from '../core/result'
import type { FrameHandlers, GuestHandlers, MenuHandlers } from '../protocol/router'
import type { Services } from './services'

/** What a content script may ask: an offer for its own document, and the one code approved for it. */
export function createFrameHandlers({ offers, approvals, fill }: Services): FrameHandlers {
  return {
    'fill.wake': async (_nothing, speaker) => success({ isStarted: await offers.wake(speaker) }),
    'fill.hints': async (_nothing, speaker) => success(await offers.readHints(speaker)),
    'fill.offer': async (asked, speaker) => success(await offers.offer(speaker, asked)),
    'fill.code': ({ ticket }, speaker) => approvals.redeem(ticket, speaker),
    'fill.leave': async (_nothing, speaker) => {
      await offers.leaveFrame(speaker)
      return success(null)
    },
    'fill.reject': async (_nothing, speaker) => {
      await fill.reject(speaker)
      return success(null)
    },
  }
}

/** What a frame of another site may ask: the code that was approved for it in the popup, by its name. */
export function createGuestHandlers({ approvals }: Services): GuestHandlers {
  return { 'fill.code': ({ ticket }, speaker) => approvals.redeem(ticket, speaker) }
}

/** What the in-page menu may ask: the offer of its own tab, and to approve one account of it. */
export function createMenuHandlers(services: Services): MenuHandlers {
  const { menus, settings, clock, session, platform } = services
  return {
    'menu.load': async ({ pairing }, speaker) => {
      const offer = await menus.read(pairing, speaker)
      if (!offer.ok) return offer
      const clockOffsetMs = await clock.readOffsetMs()
      return success({ ...offer.value, clockOffsetMs, settings: await settings.read() })
    },
    'menu.pick': async ({ accountId, clickedAt, way }, speaker) => {
      await session.touch()
      return menus.pick(speaker, accountId, { clickedAt, ...(way ? { way } : {}) })
    },
    'menu.leave': async ({ accountId }, speaker) => {
      await menus.leave(speaker, accountId)
      return success(null)
    },
    'menu.dismiss': async (_nothing, speaker) => {
      await menus.close(speaker, true)
      return success(null)
    },
    'menu.hide': ({ clickedAt }, speaker) => menus.hide(speaker, clickedAt),
    'menu.settings': async (_nothing, speaker) => {
      if (await menus.close(speaker, false)) await platform.openPage('/options.html#autofill')
      return success(null)
    },
    'menu.reject': async (_nothing, speaker) => {
      await menus.reject(speaker)
      return success(null)
    },
  }
}
