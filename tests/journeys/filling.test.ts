import { beforeEach, describe, expect, it } from 'vitest'
import { generateTimedCode } from '@/utils/core/otp/generateCode'
import type { RawSender } from '@/utils/protocol/sender'
import { makeAccount } from '../support/accounts'
import { createPageFrame, type PageFrame } from './support/pageFrame'
import { LINK, PASSPHRASE, SECRET, SITE, value, World } from './support/world'

const OTHER_SITE = 'https://evil.example'

let world: World
let accountId: string
let tabId: number
let frame: PageFrame
beforeEach(async () => {
  world = await World.open()
  const [account] = await world.withAccounts([LINK], SITE)
  accountId = account?.id ?? ''
  tabId = await world.openTab(`${SITE}/login`)
  frame = createPageFrame(world, tabId)
})

const codeNow = () => generateTimedCode(makeAccount({ secret: SECRET }), world.state.now).code
const offer = (change: Partial<RawSender> = {}) => world.askFrame(tabId, 'fill.offer', {}, change)
const load = (pairing: string, tab = tabId) => world.askMenu(tab, 'menu.load', { pairing })
const pick = () => world.askMenu(tabId, 'menu.pick', { accountId, clickedAt: 0 })

/** The menu as it opens: the page asks, and the frame that it makes is paired. */
async function openMenu() {
  const { pairing = '' } = value(await offer())
  return load(pairing)
}
const redeem = (ticket: string, change: Partial<RawSender> = {}, tab = tabId) =>
  world.askFrame(tab, 'fill.code', { ticket }, change)

/** An approved ticket that the page has not used. */
async function takeTicket(): Promise<string> {
  frame.behaviour = 'ignores'
  value(await openMenu())
  await pick()
  const ticket = frame.tickets.at(-1)
  if (ticket === undefined) throw new Error('no ticket')
  return ticket
}

describe('the small script of a page', () => {
  const wake = () => world.askFrame(tabId, 'fill.wake', {})

  it('is followed by the rest of it when it may have found a field', async () => {
    expect(value(await wake())).toEqual({ isStarted: true })
  })

  it('stays alone where the user gave no access', async () => {
    world.state.hasSiteAccess = false
    expect(value(await wake())).toEqual({ isStarted: false })
  })

  it('stays alone where the browser allows no script', async () => {
    world.state.isInjectionForbidden = true
    expect(value(await wake())).toEqual({ isStarted: false })
  })
})

describe('the menu in a page', () => {
  it('brings one code to the field of the document that asked', async () => {
    const menu = value(await openMenu())
    expect(menu).toMatchObject({
      status: 'unlocked',
      site: SITE,
      accounts: [{ accountId, issuer: 'Acme', account: 'me' }],
    })
    expect(JSON.stringify(menu)).not.toMatch(new RegExp(`${SECRET}|${codeNow()}`, 'u'))
    expect(await pick()).toEqual({ ok: true, value: null })
    expect(frame.received).toEqual([{ ok: true, value: { code: codeNow() } }])
  })

  it('works the same when the background was stopped at every step', async () => {
    const { pairing = '' } = value(await offer())
    world.restartBackground()
    value(await load(pairing))
    world.restartBackground()
    frame.behaviour = 'ignores'
    await pick()
    world.restartBackground()
    expect(value(await redeem(frame.tickets[0] ?? '')).code).toBe(codeNow())
  })

  it('tells the page nothing about how many accounts there are', async () => {
    const one = value(await offer())
    const links = [1, 2, 3, 4].map((n) => `otpauth://totp/More:u${String(n)}?secret=GEZDGNBV`)
    await world.addAccounts(links, SITE)
    const many = value(await offer())
    expect(Object.keys(many)).toEqual(Object.keys(one))
  })

  it.each<[string, Partial<RawSender>]>([
    ['another site', { origin: OTHER_SITE, tab: { id: 1, url: OTHER_SITE } }],
    [
      'a subdomain',
      {
        origin: `https://x.login.acme.example`,
        tab: { id: 1, url: 'https://x.login.acme.example' },
      },
    ],
    ['another port', { origin: `${SITE}:8443`, tab: { id: 1, url: `${SITE}:8443` } }],
  ])('is not offered on %s', async (_name, change) => {
    const { pairing = '' } = value(await offer(change))
    const menu = await world.askMenu(1, 'menu.load', { pairing })
    // Its menu leads to the popup, and shows no account.
    expect(value(menu).accounts).toEqual([])
    expect(await world.askMenu(1, 'menu.pick', { accountId, clickedAt: 0 })).toMatchObject({
      ok: false,
    })
    expect(frame.received).toEqual([])
  })

  it('is not offered for an account in the trash', async () => {
    value(await world.ask('accounts.delete', { accountIds: [accountId] }))
    expect(value(await offer())).toEqual({})
  })

  it('shows nothing in a tab that was not offered anything', async () => {
    const { pairing = '' } = value(await offer())
    expect(await load(pairing, tabId + 1)).toMatchObject({ code: 'not-offered' })
    expect(await world.askMenu(tabId + 1, 'menu.pick', { accountId, clickedAt: 0 })).toMatchObject({
      code: 'not-offered',
    })
  })

  it('ends with its offer', async () => {
    const { pairing = '' } = value(await offer())
    value(await load(pairing))
    world.state.now += 5 * 60_000
    expect(await load(pairing)).toMatchObject({ code: 'not-offered' })
    expect(await pick()).toMatchObject({ code: 'not-offered' })
  })

  it('asks to unlock, and shows no account before', async () => {
    value(await world.ask('vault.lock', {}))
    const { pairing = '' } = value(await offer())
    expect(value(await load(pairing))).toMatchObject({ status: 'locked', accounts: [] })
    expect(await pick()).toMatchObject({ code: 'locked' })
    value(await world.askMenu(tabId, 'menu.leave', {}))
    expect(world.state.openedPopups).toBe(1)
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(value(await load(pairing)).accounts).toHaveLength(1)
  })

  it('is closed in the frame that asked', async () => {
    value(await openMenu())
    value(await world.askMenu(tabId, 'menu.dismiss', {}))
    expect(frame.events.at(-1)).toEqual({ event: 'menu.close', refocus: true })
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['an account of another site', () => bindTo(OTHER_SITE), 'site-not-bound'],
    ['an account that was unbound meanwhile', () => bindTo(), 'site-not-bound'],
    [
      'an account deleted meanwhile',
      () => world.ask('accounts.delete', { accountIds: [accountId] }),
      'account-missing',
    ],
    ['a tab that went elsewhere', () => navigate(OTHER_SITE), 'not-offered'],
    ['a tab that went to plain http', () => navigate(SITE.replace('https', 'http')), 'not-offered'],
    ['a page that is gone', leave, 'no-field'],
  ])('refuses to pick %s', async (_name, happen, code) => {
    value(await openMenu())
    await happen()
    expect(await pick()).toMatchObject({ ok: false, code })
    expect(frame.received).toEqual([])
  })

  it('refuses to pick an unknown account', async () => {
    value(await openMenu())
    expect(
      await world.askMenu(tabId, 'menu.pick', { accountId: '__proto__', clickedAt: 0 }),
    ).toMatchObject({
      code: 'account-missing',
    })
  })
})

const leave = () => {
  world.state.frames.clear()
  return Promise.resolve()
}
const bindTo = (...sites: readonly string[]) => world.ask('accounts.setSites', { accountId, sites })
const navigate = (url: string) => world.navigate(tabId, `${url}/login`)

describe('a ticket', () => {
  it('is good once', async () => {
    const ticket = await takeTicket()
    expect(value(await redeem(ticket)).code).toBe(codeNow())
    expect(await redeem(ticket)).toEqual({ ok: false, code: 'not-offered' })
  })

  it('is good once for those who ask at the same time', async () => {
    const ticket = await takeTicket()
    const replies = await Promise.all(Array.from({ length: 10 }, () => redeem(ticket)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it.each<[string, Partial<RawSender>, number?]>([
    ['another document of the frame', { documentId: 'D2' }],
    ['a document that is not named', { documentId: undefined }],
    ['another frame of the same site', { frameId: 4 }],
    ['another site', { origin: OTHER_SITE, tab: { id: 1, url: OTHER_SITE } }],
    ['another tab', { tab: { id: 99, url: SITE } }],
  ])('is worth nothing to %s, and stays good', async (_name, change) => {
    const ticket = await takeTicket()
    expect(await redeem(ticket, change)).toEqual({ ok: false, code: 'not-offered' })
    expect(value(await redeem(ticket)).code).toBe(codeNow())
  })

  it.each<[string, Partial<RawSender>]>([
    ['a sandboxed frame', { origin: 'null' }],
    ['a page in the back-forward cache', { documentLifecycle: 'cached' }],
    ['another extension', { id: 'other' }],
    ['a top frame that the tab has left', { tab: { id: 1, url: OTHER_SITE } }],
  ])('is refused to %s at the door', async (_name, change) => {
    const ticket = await takeTicket()
    expect(await redeem(ticket, change)).toEqual({ ok: false, code: 'request-refused' })
  })

  it('is good until it expires, and not then', async () => {
    const early = await takeTicket()
    world.state.now += 9999
    expect((await redeem(early)).ok).toBe(true)
    const late = await takeTicket()
    world.state.now += 10_000
    expect(await redeem(late)).toEqual({ ok: false, code: 'offer-expired' })
    expect(await redeem(late)).toEqual({ ok: false, code: 'not-offered' })
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['unbound', () => bindTo(), 'site-not-bound'],
    ['deleted', () => world.ask('accounts.delete', { accountIds: [accountId] }), 'account-missing'],
    ['locked away', () => world.ask('vault.lock', {}), 'not-offered'],
  ])('is worth nothing when the account was %s', async (_name, happen, code) => {
    const ticket = await takeTicket()
    await happen()
    expect(await redeem(ticket)).toEqual({ ok: false, code })
  })

  it.each(['', 'unknown', '__proto__', 'constructor', 'toString'])(
    'is not guessed: %j',
    async (ticket) => {
      await takeTicket()
      expect((await redeem(ticket)).ok).toBe(false)
    },
  )

  it('is gone when the browser was closed', async () => {
    const ticket = await takeTicket()
    await world.restartBrowser()
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await redeem(ticket)).toMatchObject({ code: 'not-offered' })
  })
})

describe('the code that arrives', () => {
  it('is the next one when the present one is about to end', async () => {
    world.state.now += 28_000
    const { next } = generateTimedCode(makeAccount({ secret: SECRET }), world.state.now)
    expect(value(await redeem(await takeTicket())).code).toBe(next)
  })

  it('is the present one while there is time', async () => {
    world.state.now += 27_000
    expect(value(await redeem(await takeTicket())).code).toBe(codeNow())
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['locked the vault', () => world.ask('vault.lock', {}), 'locked'],
    ['unbound the account', () => bindTo(), 'site-not-bound'],
    [
      'deleted the account',
      () => world.ask('accounts.delete', { accountIds: [accountId] }),
      'account-missing',
    ],
  ])('is none when the person %s while it was waited for', async (_name, happen, code) => {
    world.state.now += 28_000
    world.state.whileAsleep = happen
    expect(await redeem(await takeTicket())).toEqual({ ok: false, code })
  })

  it('is a fresh one for each fill of a counter, and none when it cannot be saved', async () => {
    const link = `otpauth://hotp/Counter:me?secret=${SECRET}&counter=7`
    const [hotp] = await world.addAccounts([link], SITE)
    accountId = hotp?.id ?? ''
    const codes = [await redeem(await takeTicket()), await redeem(await takeTicket())].map(
      (reply) => value(reply).code,
    )
    expect(new Set(codes).size).toBe(2)
    const ticket = await takeTicket()
    world.state.localWrites = 'refused'
    expect(await redeem(ticket)).toEqual({ ok: false, code: 'storage-full' })
  })
})
