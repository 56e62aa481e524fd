import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { renderQr } from '../support/renderQr'
import { LINK, SITE, World } from './support/world'

const OTHER = 'otpauth://totp/Other:you?secret=GEZDGNBVGY3TQOJQ&issuer=Other'

describe('scanning a page', () => {
  let world: World

  beforeEach(async () => {
    world = await World.open()
    await world.withAccounts()
    await world.openTab(`${SITE}/setup`)
  })

  it('finds links and keys where the screen shows no code', async () => {
    world.state.picture = renderQr('x')
    world.state.frameScans = [
      { frameId: 0, result: { pictures: [], links: [OTHER], keys: ['JBSW Y3DP EHPK 3PXP'] } },
    ]
    const report = await world.ask('accounts.scanTab', {})
    if (!report.ok) throw new Error(report.code)
    expect(report.value.drafts.map(({ view, origins }) => [view.issuer, origins])).toEqual([
      ['Other', [{ kind: 'link', place: 'visible' }]],
      ['login.acme.example', [{ kind: 'key', place: 'visible' }]],
    ])
  })

  it('takes the picture of the window that the page is in', async () => {
    const tabId = await world.openTab(`${SITE}/setup`)
    await world.ask('accounts.scanTab', {})
    const { windowId } = await fakeBrowser.tabs.get(tabId)
    expect(windowId).toBeDefined()
    expect(world.state.capturedWindowId).toBe(windowId)
  })

  it('merges what the screen and the page say about one account', async () => {
    world.state.picture = renderQr(LINK)
    world.state.frameScans = [{ frameId: 0, result: { pictures: [], links: [LINK], keys: [] } }]
    const report = await world.ask('accounts.scanTab', {})
    expect(report.ok && report.value.drafts).toHaveLength(1)
  })

  it('offers to scroll to a picture that it may not read', async () => {
    world.state.picture = { data: new Uint8ClampedArray(400 * 400), width: 100, height: 400 }
    const pictures = [{ index: 3, place: 'outside' }]
    world.state.frameScans = [{ frameId: 7, result: { pictures, links: [], keys: [] } }]
    expect(await world.ask('accounts.scanTab', {})).toEqual({
      ok: false,
      code: 'qr-outside',
      detail: { frameId: 7, index: 3 },
    })
  })

  it.each([
    ['nothing', null],
    ['too many links', { pictures: [], links: Array(65).fill(LINK), keys: [] }],
    ['a picture by address', { pictures: [{ index: 0, place: 'visible', dataUrl: 'https://x' }] }],
  ])('believes no frame that answers %s', async (_name, result) => {
    world.state.picture = { data: new Uint8ClampedArray(400 * 400), width: 100, height: 400 }
    world.state.frameScans = [{ frameId: 0, result }]
    expect(await world.ask('accounts.scanTab', {})).toMatchObject({ ok: false, code: 'no-qr' })
  })

  it('names the rule that forbids a page', async () => {
    world.state.isCaptureForbidden = true
    await world.openTab('https://addons.mozilla.org/')
    expect(await world.ask('accounts.scanTab', {})).toMatchObject({
      code: 'capture-forbidden',
      detail: { rule: 'store' },
    })
  })

  it('finds links where only the capture is forbidden', async () => {
    world.state.isCaptureForbidden = true
    world.state.frameScans = [{ frameId: 0, result: { pictures: [], links: [LINK], keys: [] } }]
    const report = await world.ask('accounts.scanTab', {})
    expect(report.ok && report.value.drafts).toHaveLength(1)
  })
})
