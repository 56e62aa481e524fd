import { beforeEach, describe, expect, it } from 'vitest'
import { createPageFrame } from './support/pageFrame'
import { LINK, PASSPHRASE, SITE, value, World } from './support/world'

let world: World
let accountId: string
beforeEach(async () => {
  world = await World.open()
  const [account] = await world.withAccounts([LINK], SITE)
  accountId = account?.id ?? ''
})

const standing = async (site: string, id = accountId) =>
  value(await world.ask('sites.standing', { accountId: id, site }))
const bind = (sites: readonly string[], more: { hasSeenWarning?: boolean } = {}) =>
  world.ask('accounts.setSites', { accountId, sites, ...more })

describe('what a site is to an account', () => {
  it.each([
    [SITE, { kind: 'bound' }],
    [
      'https://www.acme.example',
      { kind: 'sibling', trusted: 'login.acme.example', wildcard: 'https://*.acme.example' },
    ],
    ['https://acme.okta.com', { kind: 'cousin', trusted: 'login.acme.example' }],
    ['https://acrne.example', { kind: 'imitation', trusted: 'login.acme.example' }],
    ['https://acme.example.evil.net', { kind: 'imitation', trusted: 'login.acme.example' }],
    ['https://somewhere.test', { kind: 'new', trusted: 'login.acme.example' }],
  ])('%s', async (site, expected) => {
    expect(await standing(site)).toEqual(expected)
  })

  it('follows its service, where it is not bound yet', async () => {
    const [github] = await world.addAccounts([
      'otpauth://totp/GitHub:me?secret=GEZDGNBV&issuer=GitHub',
    ])
    const id = github?.id ?? ''
    expect(await standing('https://github.com', id)).toMatchObject({ kind: 'same' })
    expect(await standing('https://g1thub.com', id)).toEqual({
      kind: 'imitation',
      trusted: 'github.com',
    })
  })

  it('is an imitation for every account when it imitates the site of one', async () => {
    const [other] = await world.addAccounts(['otpauth://totp/VPN:me?secret=GEZDGNBV'])
    expect(await standing('https://acrne.example', other?.id)).toMatchObject({ kind: 'imitation' })
  })
})

describe('binding', () => {
  it('refuses an imitation unless the warning was seen, and names both', async () => {
    expect(await bind([SITE, 'https://acrne.example'])).toEqual({
      ok: false,
      code: 'site-imitates',
      detail: { host: 'acrne.example', imitated: 'login.acme.example' },
    })
    const bound = value(await bind([SITE, 'https://acrne.example'], { hasSeenWarning: true }))
    expect(bound.sites).toEqual([SITE, 'https://acrne.example'])
    // What is there already is no new decision.
    expect((await bind(['https://acrne.example'])).ok).toBe(true)
  })

  it.each([
    ['https://*.com', 'site-shared', 'com'],
    ['https://*.github.io', 'site-shared', 'github.io'],
    ['https://*.okta.com', 'site-shared', 'okta.com'],
    ['http://acme.example', 'site-unknown', 'acme.example'],
  ])('refuses %s by name, when it is typed and when it is kept', async (site, code, host) => {
    const refusal = { ok: false, code, detail: { host } }
    expect(await bind([SITE, site])).toEqual(refusal)
    expect(await world.ask('sites.assess', { site })).toEqual(refusal)
  })

  it('refuses to add an account on an imitation', async () => {
    const { drafts } = value(
      await world.ask('accounts.readText', { text: 'otpauth://totp/X:me?secret=GEZDGNBV' }),
    )
    const choices = drafts.map(({ draftId, view: { issuer, account } }) => ({
      ...{ draftId, issuer, account },
      site: 'https://acrne.example',
    }))
    expect(await world.ask('accounts.add', { choices })).toMatchObject({ code: 'site-imitates' })
  })

  it('proposes where the service of a pasted link asks', async () => {
    const text = 'otpauth://totp/GitHub:me?secret=GEZDGNBV&issuer=GitHub'
    const { drafts } = value(await world.ask('accounts.readText', { text }))
    expect(drafts[0]?.site).toBe('https://github.com')
  })
})

describe('the field of a page', () => {
  const offer = async (site: string, asked = {}) => {
    const tabId = await world.openTab(`${site}/login`)
    const tab = { id: tabId, url: `${site}/login` }
    const reply = value(await world.askFrame(tabId, 'fill.offer', asked, { origin: site, tab }))
    return { tabId, ...reply }
  }
  const load = (tabId: number, pairing = '') => world.askMenu(tabId, 'menu.load', { pairing })

  it.each([
    ['a sibling', 'https://www.acme.example'],
    ['an imitation', 'https://acrne.example'],
    ['any other host', 'https://somewhere.test'],
  ])(
    'gets the same offer on %s, which names no account and goes on in the popup',
    async (_what, site) => {
      const { tabId, pairing, hasIcon } = await offer(site)
      expect(hasIcon).toBe(true)
      expect(value(await load(tabId, pairing)).accounts).toEqual([])
      value(await world.askMenu(tabId, 'menu.leave', {}))
      expect(world.state.openedPopups).toBe(1)
      expect(value(await world.ask('app.load', {})).offer).toEqual({ site })
    },
  )

  it('gets it while nobody knows the accounts, too', async () => {
    value(await world.ask('vault.lock', {}))
    const { tabId, pairing } = await offer('https://www.acme.example')
    expect(await offer('https://somewhere.test')).toHaveProperty('pairing')
    expect(value(await load(tabId, pairing)).accounts).toEqual([])
    value(await world.askMenu(tabId, 'menu.leave', {}))
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    await world.openTab('https://www.acme.example/login')
    const assessed = value(await world.ask('sites.assess', { site: 'https://www.acme.example' }))
    expect(assessed).toEqual({ likely: [accountId] })
  })

  it('gets none where the site sends its codes itself and no account is used', async () => {
    expect(await offer('https://somewhere.test', { kind: 'sms' })).not.toHaveProperty('pairing')
    expect(await offer('https://somewhere.test', { kind: 'any' })).toHaveProperty('pairing')
  })

  it('goes on in the popup where the page lets no menu come', async () => {
    const { tabId } = await offer(SITE)
    const frame = createPageFrame(world, tabId)
    for (const look of world.state.later) await look()
    expect(frame.events).toContainEqual({ event: 'menu.close', refocus: false })
    expect(world.state.openedPopups).toBe(1)
  })

  it('is left alone once the menu came, and when the person closed it before', async () => {
    const { tabId, pairing } = await offer(SITE)
    const frame = createPageFrame(world, tabId)
    frame.behaviour = 'ignores'
    for (const look of world.state.later) await look()
    value(await load(tabId, pairing))
    for (const look of world.state.later) await look()
    expect(world.state.openedPopups).toBe(0)
  })

  it('opens the popup with the offer preselected when the menu was not seen', async () => {
    const { tabId, pairing } = await offer(SITE)
    const frame = createPageFrame(world, tabId)
    frame.behaviour = 'doubts'
    value(await load(tabId, pairing))
    expect(await world.askMenu(tabId, 'menu.pick', { accountId, clickedAt: 0 })).toMatchObject({
      code: 'not-seen',
    })
    expect(world.state.openedPopups).toBe(1)
    expect(value(await world.ask('app.load', {})).offer).toEqual({ site: SITE, accountId })
    // The ticket that was refused is worth nothing any more.
    const ticket = frame.tickets[0] ?? ''
    expect(await world.askFrame(tabId, 'fill.code', { ticket })).toMatchObject({ ok: false })
    frame.behaviour = 'fills'
    value(await world.ask('fill.start', { accountId, site: SITE }))
    expect(frame.received).toHaveLength(1)
    expect(value(await world.ask('app.load', {})).offer).toBeUndefined()
  })

  it('is not gone on with in another tab, nor when its time is over', async () => {
    const { tabId, pairing } = await offer(SITE)
    value(await load(tabId, pairing))
    value(await world.askMenu(tabId, 'menu.leave', { accountId }))
    await world.openTab('https://somewhere.test/')
    expect(value(await world.ask('app.load', {})).offer).toBeUndefined()
  })

  it('has one menu: whoever comes second with the same pairing is nobody', async () => {
    const { tabId, pairing = '' } = await offer(SITE)
    value(await load(tabId, pairing))
    const copy = { frameId: 77, documentId: 'copy' }
    for (const request of ['menu.load', 'menu.pick', 'menu.leave', 'menu.dismiss'] as const) {
      const payload = {
        'menu.load': { pairing },
        'menu.pick': { accountId, clickedAt: 0 },
        'menu.leave': {},
        'menu.dismiss': {},
      }
      const reply = await world.askMenu(tabId, request, payload[request], copy)
      if (reply.ok) expect(reply.value).toBeNull()
      else expect(reply.code).toBe('not-offered')
    }
    expect(world.state.openedPopups).toBe(0)
  })

  it.each(['', 'guess', '__proto__'])(
    'shows a frame without the pairing nothing: %j',
    async (guess) => {
      const { tabId } = await offer(SITE)
      expect(await load(tabId, guess)).toMatchObject({ ok: false })
      expect(await world.askMenu(tabId, 'menu.pick', { accountId, clickedAt: 0 })).toMatchObject({
        code: 'not-offered',
      })
    },
  )
})
