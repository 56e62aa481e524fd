import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { NOW } from '../support/accounts'
import { renderQr } from '../support/renderQr'
import { onAnnouncement } from '@/utils/platform/announcements'
import { LINK, PASSPHRASE, SECRET, SITE, value, World } from './support/world'

const MINUTE_MS = 60_000

let world: World
let accountId: string
beforeEach(async () => {
  world = await World.open()
  const [account] = await world.withAccounts([LINK], SITE)
  accountId = account?.id ?? ''
})

async function readStatus(): Promise<string> {
  return value(await world.ask('app.load', {})).status
}

/** Everything in memory and on disk, as text. */
async function readStorage(): Promise<string> {
  const areas = [fakeBrowser.storage.local, fakeBrowser.storage.session]
  return JSON.stringify(await Promise.all(areas.map((area) => area.get(null))))
}

describe('a locked vault', () => {
  it('refuses everything that needs it', async () => {
    const tabId = await world.openTab(`${SITE}/login`)
    world.state.picture = renderQr(LINK)
    world.state.frames.set(`${String(tabId)}:0`, () => 9)
    value(await world.ask('vault.lock', {}))
    const typed = { issuer: '', account: '', type: 'totp', secret: SECRET }
    const rest = { algorithm: '', digits: '', period: '', counter: '' }
    const dataUrl = 'data:image/png;base64,AAAA'
    const replies = await Promise.all([
      world.ask('codes.current', { accountIds: [accountId] }),
      world.ask('codes.advance', { accountId }),
      world.ask('accounts.scanTab', {}),
      world.ask('accounts.readImage', { dataUrl }),
      world.ask('accounts.readText', { text: LINK }),
      world.ask('accounts.readTyped', { ...typed, ...rest }),
      world.ask('accounts.delete', { accountId }),
      world.ask('accounts.restore', { accountId }),
      world.ask('accounts.pin', { accountId, pinned: true }),
      world.ask('accounts.setSites', { accountId, sites: [] }),
      world.ask('fill.start', { accountId, site: SITE }),
    ])
    expect(replies).toEqual(replies.map(() => ({ ok: false, code: 'locked' })))
    expect(value(await world.ask('app.load', {}))).toMatchObject({ accounts: [], codes: [] })
  })

  it('leaves neither key nor drafts in memory', async () => {
    value(
      await world.ask('accounts.readText', { text: 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ' }),
    )
    expect(await readStorage()).toContain('GEZDGNBVGY3TQOJQ')
    value(await world.ask('vault.lock', {}))
    const text = await readStorage()
    expect(text).not.toMatch(/GEZDGNBVGY3TQOJQ|dataKey/u)
  })

  it('never had its accounts in the storage', async () => {
    expect(await readStorage()).not.toMatch(/Acme|JBSWY3DP|login\.acme|correct horse/u)
  })

  it('opens only to its passphrase', async () => {
    value(await world.ask('vault.lock', {}))
    for (const passphrase of ['', ' ', 'wrong', `${PASSPHRASE} `, PASSPHRASE.toUpperCase()]) {
      expect(await world.ask('vault.unlock', { passphrase })).toMatchObject({
        code: 'wrong-passphrase',
      })
      world.state.now += 10 * MINUTE_MS
    }
    expect(await readStatus()).toBe('locked')
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(await readStatus()).toBe('unlocked')
  })
})

describe('an unlocked vault', () => {
  it('stays so when the background was stopped', async () => {
    world.restartBackground()
    const app = value(await world.ask('app.load', {}))
    expect(app).toMatchObject({ status: 'unlocked', accounts: [{ id: accountId }] })
  })

  it('is locked after the browser was closed', async () => {
    await world.restartBrowser()
    expect(await readStatus()).toBe('locked')
  })

  it.each([
    ['just before the deadline', 15 * MINUTE_MS - 1, 'unlocked'],
    ['on the deadline', 15 * MINUTE_MS, 'locked'],
    ['after a night', 8 * 60 * MINUTE_MS, 'locked'],
    ['with the clock a minute back', -MINUTE_MS, 'unlocked'],
    ['with the clock further back', -MINUTE_MS - 1, 'locked'],
    ['with the clock a year back', -365 * 24 * 60 * MINUTE_MS, 'locked'],
  ])('is found %s', async (_name, passedMs, status) => {
    world.state.now = NOW + passedMs
    expect(await readStatus()).toBe(status)
  })

  it('is not kept open by opening the popup too late', async () => {
    world.state.now = NOW + 20 * MINUTE_MS
    await Promise.all([world.ask('app.load', {}), world.ask('app.load', {})])
    expect(await world.ask('codes.current', { accountIds: [accountId] })).toMatchObject({
      code: 'locked',
    })
  })

  it('is kept open by use', async () => {
    for (let minutes = 10; minutes <= 60; minutes += 10) {
      world.state.now = NOW + minutes * MINUTE_MS
      expect(await readStatus()).toBe('unlocked')
    }
  })

  it('locks after the time that was set', async () => {
    value(await world.ask('settings.update', { autoLockMinutes: 1 }))
    world.state.now = NOW + MINUTE_MS
    expect(await readStatus()).toBe('locked')
  })

  it('locks by the alarm, with its drafts', async () => {
    value(
      await world.ask('accounts.readText', { text: 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ' }),
    )
    await world.services.vault.lockWhenExpired()
    expect(await readStatus()).toBe('unlocked')
    world.state.now = NOW + 15 * MINUTE_MS
    await world.services.vault.lockWhenExpired()
    expect(await readStorage()).not.toMatch(/GEZDGNBVGY3TQOJQ|dataKey/u)
  })

  it('tells the open pages once when it locks', async () => {
    const events: unknown[] = []
    onAnnouncement((event) => void events.push(event))
    world.state.now = NOW + 15 * MINUTE_MS
    await world.ask('codes.current', { accountIds: [accountId] })
    await world.services.vault.lockWhenExpired()
    await world.ask('app.load', {})
    expect(events).toEqual(['vault.locked'])
  })
})

describe('locking', () => {
  it('outlasts an unlock that was under way', async () => {
    value(await world.ask('vault.lock', {}))
    await Promise.all([
      world.ask('vault.unlock', { passphrase: PASSPHRASE }),
      world.ask('vault.lock', {}),
    ])
    expect(await readStatus()).toBe('locked')
  })

  it('outlasts a page that loads at the same time', { timeout: 30_000 }, async () => {
    for (let turns = 0; turns < 8; turns++) {
      if (turns > 0) value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
      world.state.now += 11_000
      const load = world.ask('app.load', {})
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      await Promise.all([load, world.ask('vault.lock', {})])
      expect(await readStatus()).toBe('locked')
    }
  })

  it('gives way to an unlock that comes after it', async () => {
    await Promise.all([
      world.ask('vault.lock', {}),
      world.ask('vault.unlock', { passphrase: PASSPHRASE }),
    ])
    expect(await readStatus()).toBe('unlocked')
  })
})
