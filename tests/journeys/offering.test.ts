import { beforeEach, describe, expect, it } from 'vitest'
import type { FieldHint } from '@/utils/core/detect/fieldHint'
import { createPageFrame, type PageFrame } from './support/pageFrame'
import { LINK, PASSPHRASE, SITE, value, World } from './support/world'

const HINT: FieldHint = { type: 'text', names: 'x', label: '', near: '', wrapper: '' }

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

const offer = (asked = {}) => world.askFrame(tabId, 'fill.offer', asked)
const load = (pairing = '') => world.askMenu(tabId, 'menu.load', { pairing })
const start = (how = {}) => world.ask('fill.start', { accountId, site: SITE, ...how })
const listSites = async () => value(await world.ask('sites.list', {}))

describe('what stands in a code field', () => {
  it('is an icon with its menu', async () => {
    const offered = value(await offer())
    expect(offered.hasIcon).toBe(true)
    expect(offered.pairing).toBeDefined()
  })

  it('is an icon alone, which opens the menu when asked', async () => {
    value(await world.ask('settings.update', { offerMode: 'icon' }))
    expect(value(await offer())).toEqual({ hasIcon: true })
    expect(value(await offer({ isAsked: true })).pairing).toBeDefined()
  })

  it('is nothing at all', async () => {
    value(await world.ask('settings.update', { offerMode: 'off' }))
    expect(value(await offer())).toEqual({})
  })

  it('is the same before the vault was unlocked', async () => {
    value(await world.ask('settings.update', { offerMode: 'off' }))
    value(await world.ask('vault.lock', {}))
    expect(value(await offer())).toEqual({})
  })
})

describe('several accounts of one site', () => {
  it.each([
    ['service', ['Acme', 'Bank', 'Zeta']],
    ['lastUsed', ['Zeta', 'Acme', 'Bank']],
    ['own', ['Acme', 'Zeta', 'Bank']],
  ] as const)('stand in the menu as in the list: %s', async (sort, expected) => {
    const links = ['Zeta', 'Bank'].map((it) => LINK.replaceAll('Acme', it).replace('JBSW', it))
    const [zeta] = await world.addAccounts(links, SITE)
    value(await world.ask('accounts.noteUse', { accountId: zeta?.id ?? '' }))
    value(await world.ask('settings.update', { sort }))
    const { pairing } = value(await offer())
    const { accounts } = value(await load(pairing))
    expect(accounts.map(({ issuer }) => issuer)).toEqual(expected)
  })
})

describe('a wish in the context menu of a field while the vault is locked', () => {
  it.each([
    ['hide-site', { site: SITE, isMissed: true }],
    ['never-here', { site: SITE, isMissed: true }],
    ['fill-here', { site: SITE }],
  ] as const)('is gone on with in the popup: %s', async (entry, expected) => {
    value(await world.ask('vault.lock', {}))
    const url = `${SITE}/login`
    await world.services.marks.choose({ tabId, frameId: 0, frameUrl: url, pageUrl: url, entry })
    expect(world.state.openedPopups).toBe(1)
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(value(await world.ask('app.load', {})).offer).toEqual(expected)
  })
})

describe('a page that takes the menu away each time', () => {
  it('is gone on from in the popup, once for each offer', async () => {
    value(await offer())
    value(await world.askFrame(tabId, 'fill.leave', {}))
    value(await world.askFrame(tabId, 'fill.leave', {}))
    expect(world.state.openedPopups).toBe(1)
    expect(value(await world.ask('app.load', {})).offer).toEqual({ site: SITE })
  })

  it.each([{ documentId: 'D2' }, { frameId: 3 }])(
    'opens no popup without an offer: %j',
    async (change) => {
      value(await offer())
      value(await world.askFrame(tabId, 'fill.leave', {}, change))
      expect(world.state.openedPopups).toBe(0)
    },
  )

  it('opens no popup over another tab', async () => {
    value(await offer())
    await world.openTab('https://elsewhere.example/')
    value(await world.askFrame(tabId, 'fill.leave', {}))
    expect(world.state.openedPopups).toBe(0)
  })
})

describe('the settings', () => {
  it('are opened by the menu of an offer, and by no other frame', async () => {
    const { pairing } = value(await offer())
    value(await world.askMenu(tabId, 'menu.settings', {}))
    expect(world.state.openedPages).toBe(0)
    value(await load(pairing))
    value(await world.askMenu(tabId, 'menu.settings', {}))
    expect(world.state.openedPages).toBe(1)
  })
})

describe('a page that steals the click on hiding', () => {
  it('is not rid of the offer: the popup goes on', async () => {
    frame.behaviour = 'doubts'
    value(await load(value(await offer()).pairing))
    expect(await world.askMenu(tabId, 'menu.hide', { clickedAt: 0 })).toEqual({
      ok: false,
      code: 'not-seen',
    })
    expect(Object.keys(value(await offer()))).toEqual(['pairing', 'hasIcon'])
    expect(value(await world.ask('app.load', {})).offer).toEqual({ site: SITE })
  })
})

describe('a site without offers', () => {
  beforeEach(async () => {
    value(await load(value(await offer()).pairing))
    value(await world.askMenu(tabId, 'menu.hide', { clickedAt: 0 }))
  })

  it('is left alone from the click on', async () => {
    expect(frame.events.at(-1)).toMatchObject({ event: 'menu.close', isOver: true })
    expect(value(await offer())).toEqual({})
  })

  it('still answers when the person asks', async () => {
    const offered = value(await offer({ isAsked: true }))
    expect(Object.keys(offered)).toEqual(['pairing'])
  })

  it('is listed, and gets them back', async () => {
    expect(await listSites()).toMatchObject([{ site: SITE, isBound: true, isHidden: true }])
    value(await world.ask('sites.prefer', { site: SITE, isHidden: false }))
    expect(value(await offer()).pairing).toBeDefined()
  })

  it('is unknown while the vault is locked, and closed once it is open', async () => {
    value(await world.ask('vault.lock', {}))
    const { pairing } = value(await offer())
    expect(value(await load(pairing)).status).toBe('locked')
    expect(await world.ask('sites.list', {})).toMatchObject({ code: 'locked' })
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await load(pairing)).toMatchObject({ code: 'not-offered' })
  })

  it('stands in no storage in clear text', async () => {
    const { local, session } = await readAll()
    expect(local + session).not.toContain('isHidden')
    expect(local).not.toContain('acme.example')
  })
})

describe('a page that sends its codes itself', () => {
  it('is told in the menu', async () => {
    const { pairing } = value(await offer({ kind: 'sms' }))
    expect(value(await load(pairing))).toMatchObject({ kind: 'sms', accounts: [{ accountId }] })
  })

  it.each(['any', 'authenticator'] as const)('is not one that asks for %s', async (kind) => {
    const { pairing } = value(await offer({ kind }))
    expect(value(await load(pairing))).not.toHaveProperty('kind')
  })

  it('is filled from the popup only when that is meant', async () => {
    frame.kind = 'email'
    expect(await start()).toMatchObject({ code: 'code-delivered', detail: { kind: 'email' } })
    expect(frame.tickets).toEqual([])
    value(await start({ isSure: true }))
    expect(frame.received).toHaveLength(1)
  })

  it('cannot say what is no kind', async () => {
    frame.kind = '<b>'
    expect(await start()).toMatchObject({ code: 'no-field' })
  })
})

describe('a field that holds something', () => {
  it('is left as it is until the person says what to do', async () => {
    frame.behaviour = 'holds'
    expect(await start()).toMatchObject({ code: 'field-occupied' })
    expect(frame.received).toEqual([])
    value(await start({ way: 'replace' }))
    expect(frame.received).toHaveLength(1)
  })

  it('keeps no ticket of the first try', async () => {
    frame.behaviour = 'holds'
    await start()
    const ticket = frame.tickets[0] ?? ''
    expect(await world.askFrame(tabId, 'fill.code', { ticket })).toMatchObject({ ok: false })
  })

  it('has the code put behind it from then on, for that account, until that is taken back', async () => {
    frame.behaviour = 'holds'
    value(await start({ way: 'append' }))
    value(await start())
    expect(frame.events.at(-1)).toMatchObject({ event: 'fill.ready', way: 'append' })
    expect(await listSites()).toMatchObject([{ site: SITE, appends: [{ accountId }] }])
    value(await world.ask('sites.prefer', { site: SITE, replacesFor: accountId }))
    expect(await start()).toMatchObject({ code: 'field-occupied' })
  })
})

describe('after a fill', () => {
  it('nothing is explained where nothing was filled', async () => {
    value(await world.askFrame(tabId, 'fill.reject', {}))
    expect(world.state.openedPopups).toBe(0)
  })

  it('the form is sent where the person wants it', async () => {
    value(await world.ask('sites.prefer', { site: SITE, submits: true }))
    value(await start())
    expect(frame.received).toMatchObject([{ value: { submits: true } }])
  })

  it('the popup explains a code that was not accepted', async () => {
    value(await start())
    value(await world.askFrame(tabId, 'fill.reject', {}))
    expect(world.state.openedPopups).toBe(1)
    expect(value(await world.ask('app.load', {})).errand).toEqual({ to: 'assist', accountId })
  })

  it('the popup is told of it until it says that it is open, and no view that follows is', async () => {
    value(await start())
    value(await world.askFrame(tabId, 'fill.reject', {}))
    const load = async (payload = {}) => value(await world.ask('app.load', payload)).errand
    expect(await load({ isFollowing: true })).toBeUndefined()
    expect(await load()).toEqual({ to: 'assist', accountId })
    expect(await load()).toEqual({ to: 'assist', accountId })
    value(await world.ask('app.noteErrand', {}))
    expect(await load()).toBeUndefined()
  })

  it('the popup opens once for it, however often the page says so', async () => {
    value(await start())
    value(await world.askFrame(tabId, 'fill.reject', {}))
    value(await world.askFrame(tabId, 'fill.reject', {}))
    expect(world.state.openedPopups).toBe(1)
  })

  it('the next site in the tab opens nothing', async () => {
    value(await start())
    const other = { origin: 'https://b.example', tab: { id: tabId, url: 'https://b.example/' } }
    value(await world.askFrame(tabId, 'fill.reject', {}, other))
    expect(world.state.openedPopups).toBe(0)
  })
})

describe('what the person said about fields', () => {
  beforeEach(async () => {
    value(await world.services.sites.prefer(SITE, { field: HINT }))
    value(await world.services.sites.prefer(SITE, { never: { ...HINT, names: 'y' } }))
  })

  it('is told to pages of that site alone', async () => {
    expect(value(await world.askFrame(tabId, 'fill.hints', {}))).toEqual({
      ...{ field: HINT, never: [{ ...HINT, names: 'y' }] },
    })
    const other = { origin: 'https://b.example', tab: { id: tabId, url: 'https://b.example/' } }
    expect(value(await world.askFrame(tabId, 'fill.hints', {}, other))).toEqual({ never: [] })
  })

  it('is told to nobody while the vault is locked', async () => {
    value(await world.ask('vault.lock', {}))
    expect(value(await world.askFrame(tabId, 'fill.hints', {}))).toEqual({ never: [] })
  })

  it('is taken back, and the site forgotten with it', async () => {
    expect(await listSites()).toMatchObject([{ hasField: true, never: 1 }])
    value(await world.ask('sites.prefer', { site: SITE, forgetsFields: true }))
    const data = value(await world.services.vault.read())
    expect(data.sites).toBeUndefined()
  })
})

describe('some time after a fill', () => {
  it('the menu asks about it for a while', async () => {
    value(await start())
    const { pairing } = value(await offer())
    expect(value(await load(pairing)).wasFilled).toBe(true)
    world.state.now += 2 * 60_000
    expect(value(await load(pairing))).not.toHaveProperty('wasFilled')
  })
})

async function readAll() {
  const { fakeBrowser } = await import('wxt/testing/fake-browser')
  const { local, session } = fakeBrowser.storage
  return {
    local: JSON.stringify(await local.get(null)),
    session: JSON.stringify(await session.get(null)),
  }
}
