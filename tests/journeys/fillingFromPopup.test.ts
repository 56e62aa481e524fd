import { beforeEach, describe, expect, it } from 'vitest'
import { generateTimedCode } from '@/utils/core/otp/generateCode'
import { makeAccount } from '../support/accounts'
import { createPageFrame } from './support/pageFrame'
import { LINK, SECRET, SITE, value, World } from './support/world'

const PAY = 'https://pay.example:8443'

let world: World
let accountId: string
let tabId: number
beforeEach(async () => {
  world = await World.open()
  const [account] = await world.withAccounts([LINK], SITE)
  accountId = account?.id ?? ''
  tabId = await world.openTab(`${SITE}/login`)
})

const start = (site = SITE) => world.ask('fill.start', { accountId, site })
const codeNow = () => generateTimedCode(makeAccount({ secret: SECRET }), world.state.now).code

describe('filling from the popup', () => {
  it('goes to the field of the tab', async () => {
    const frame = createPageFrame(world, tabId)
    expect(await start()).toEqual({ ok: true, value: null })
    expect(frame.received).toEqual([{ ok: true, value: { code: codeNow() } }])
  })

  it('says so where the page is in a sandbox, which is of no site', async () => {
    const frame = createPageFrame(world, tabId)
    frame.behaviour = 'ignores'
    expect(await start()).toEqual({ ok: false, code: 'no-field' })
    frame.origin = 'null'
    expect(await start()).toEqual({ ok: false, code: 'page-isolated' })
  })

  it('is done when the page went on with the code before it could say so', async () => {
    world.state.frames.set(`${String(tabId)}:0`, async (event) => {
      const { event: name, ticket = '' } = event as { event: string; ticket?: string }
      if (name === 'fill.probe') return { score: 5, kind: 'any' }
      value(await world.askFrame(tabId, 'fill.code', { ticket }))
      return undefined
    })
    expect(await start()).toEqual({ ok: true, value: null })
  })

  it('goes to the best frame of the site', async () => {
    const top = createPageFrame(world, tabId)
    const inner = createPageFrame(world, tabId, 3)
    top.score = 4
    inner.score = 9
    value(await start())
    expect([top.received.length, inner.received.length]).toEqual([0, 1])
  })

  it.each([null, undefined, 0, -1, Number.NaN, '9', {}, true])(
    'passes a frame that answers %j',
    async (score) => {
      createPageFrame(world, tabId).score = score
      expect(await start()).toEqual({ ok: false, code: 'no-field' })
    },
  )

  it('gives no code to a frame of another site, whatever score it claims', async () => {
    const ads = createPageFrame(world, tabId, 3, { origin: 'https://ads.example' })
    ads.score = 1e9
    ads.origin = SITE
    expect(await start()).toMatchObject({ ok: false })
    expect(ads.received).toEqual([{ ok: false, code: 'not-offered' }])
  })

  it('names the site of a frame that has the field, to an account of another site too', async () => {
    const frame = createPageFrame(world, tabId, 3, { origin: PAY })
    const elsewhere = {
      ok: false,
      code: 'field-elsewhere',
      detail: { host: 'pay.example:8443', site: PAY },
    }
    expect(await start()).toEqual(elsewhere)
    value(await world.ask('accounts.setSites', { accountId, sites: [PAY] }))
    expect(await start()).toEqual(elsewhere)
    expect(frame.tickets).toEqual([])
  })

  it('fills a frame of another site once that was named, for an account that is bound to it', async () => {
    const frame = createPageFrame(world, tabId, 3, { origin: PAY })
    const fillThere = { accountId, site: SITE, frameSite: PAY }
    expect(await world.ask('fill.start', fillThere)).toEqual({ ok: false, code: 'site-not-bound' })
    value(await world.ask('accounts.setSites', { accountId, sites: [PAY] }))
    expect(await world.ask('fill.start', fillThere)).toEqual({ ok: true, value: null })
    expect(frame.received).toEqual([{ ok: true, value: { code: codeNow() } }])
  })

  it('gives the code that was meant for a frame to no other site', async () => {
    value(await world.ask('accounts.setSites', { accountId, sites: [SITE, PAY] }))
    const liar = createPageFrame(world, tabId, 3, { origin: 'https://ads.example' })
    liar.origin = PAY
    const top = createPageFrame(world, tabId)
    expect(await world.ask('fill.start', { accountId, site: SITE, frameSite: PAY })).toMatchObject({
      ok: false,
    })
    expect([liar.received, top.received]).toEqual([[{ ok: false, code: 'not-offered' }], []])
  })

  it.each([
    undefined,
    '',
    'null',
    'pay.example',
    'http://pay.example',
    `https://${'x'.repeat(300)}`,
    {},
  ])('believes no frame that says it is of %j', async (origin) => {
    createPageFrame(world, tabId, 3, { origin: PAY }).origin = origin
    expect(await start()).toEqual({ ok: false, code: 'no-field' })
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['the page is protected', () => forbid(), 'page-forbidden'],
    ['nothing in it asks for a code', () => Promise.resolve(), 'no-field'],
    [
      'the tab went elsewhere',
      () => world.navigate(tabId, 'https://evil.example/'),
      'site-unknown',
    ],
    [
      'the tab is not secure',
      () => world.navigate(tabId, 'http://login.acme.example/'),
      'site-unknown',
    ],
    ['another tab is active', () => world.openTab('https://other.example/'), 'site-unknown'],
  ])('is refused when %s', async (_name, happen, code) => {
    await happen()
    expect(await start()).toEqual({ ok: false, code })
  })

  it.each([
    ['another site than the tab’s', 'https://evil.example'],
    ['an address instead of a site', `${SITE}/`],
    ['nothing', ''],
  ])('is refused for %s', async (_name, site) => {
    createPageFrame(world, tabId)
    expect(await start(site)).toEqual({ ok: false, code: 'site-unknown' })
  })

  it('is refused for an account that is not bound to the site', async () => {
    const frame = createPageFrame(world, tabId)
    value(await world.ask('accounts.setSites', { accountId, sites: ['https://acme.example'] }))
    expect(await start()).toEqual({ ok: false, code: 'site-not-bound' })
    expect(frame.tickets).toEqual([])
  })
})

const forbid = () => {
  world.state.isInjectionForbidden = true
  return Promise.resolve()
}
