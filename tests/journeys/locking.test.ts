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
    world.state.frames.set(`${String(tabId)}:0`, () => ({ score: 9, kind: 'any' }))
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
      world.ask('accounts.delete', { accountIds: [accountId] }),
      world.ask('accounts.restore', { accountIds: [accountId] }),
      world.ask('accounts.pin', { accountId, pinned: true }),
      world.ask('accounts.setSites', { accountId, sites: [] }),
      world.ask('accounts.move', { accountId, beside: accountId, side: 'after' }),
      world.ask('accounts.noteUse', { accountId }),
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

describe('by itself', () => {
  it('locks after twelve hours of use', async () => {
    for (let minutes = 0; minutes < 12 * 60; minutes += 12) {
      world.state.now = NOW + minutes * MINUTE_MS
      expect(await readStatus()).toBe('unlocked')
    }
    world.state.now = NOW + 12 * 60 * MINUTE_MS
    expect(await world.ask('codes.current', { accountIds: [accountId] })).toMatchObject({
      code: 'locked',
    })
  })

  it('never locks for want of use where that was chosen, but after its hours', async () => {
    const change = { autoLockMinutes: 'never', lockAfterHours: 24, passphrase: PASSPHRASE } as const
    value(await world.ask('settings.update', change))
    world.state.now = NOW + 23 * 60 * MINUTE_MS
    expect(await readStatus()).toBe('unlocked')
    world.state.now = NOW + 24 * 60 * MINUTE_MS
    expect(await readStatus()).toBe('locked')
  })

  it.each([
    ['set on by an hour', 60 * MINUTE_MS],
    ['set back by an hour', -60 * MINUTE_MS],
  ])('locks when the clock is %s, and stays so when it is set right', async (_name, jumpMs) => {
    world.state.now = NOW + jumpMs
    expect(await readStatus()).toBe('locked')
    world.state.now = NOW
    expect(await readStatus()).toBe('locked')
  })

  it('locks a background that was stopped past the deadline, at its first request', async () => {
    world.restartBackground()
    world.state.now = NOW + 3 * 60 * MINUTE_MS
    expect(await world.ask('codes.current', { accountIds: [accountId] })).toMatchObject({
      code: 'locked',
    })
    expect(await readStorage()).not.toContain('dataKey')
  })

  it('locks with the screen', async () => {
    await world.services.keys.lockWithScreen()
    expect(await readStatus()).toBe('locked')
  })

  it('stays open with the screen locked where that was chosen', async () => {
    const change = { locksWithScreen: false, passphrase: PASSPHRASE }
    value(await world.ask('settings.update', change))
    await world.services.keys.lockWithScreen()
    expect(await readStatus()).toBe('unlocked')
  })
})

describe('locking', () => {
  it('closes the menus in pages and takes back what was approved', async () => {
    const events: unknown[] = []
    const tabId = await world.openTab(`${SITE}/login`)
    world.state.frames.set(`${String(tabId)}:0`, (event) => void events.push(event))
    const { pairing = '' } = value(await world.askFrame(tabId, 'fill.offer', {}))
    value(await world.askMenu(tabId, 'menu.load', { pairing }))
    await world.askMenu(tabId, 'menu.pick', { accountId, clickedAt: 0 })
    const ready = events.find((event) => JSON.stringify(event).includes('fill.ready'))
    value(await world.ask('vault.lock', {}))
    expect(events.at(-1)).toEqual({ event: 'menu.close', refocus: false, isOver: true })
    expect(await world.askMenu(tabId, 'menu.load', { pairing })).toMatchObject({
      code: 'not-offered',
    })
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    const { ticket } = ready as { ticket: string }
    expect(await world.askFrame(tabId, 'fill.code', { ticket })).toMatchObject({
      code: 'not-offered',
    })
  })

  it('shows in the toolbar, and so does unlocking', async () => {
    value(await world.ask('vault.lock', {}))
    expect(world.state.shownLock).toBe(true)
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(world.state.shownLock).toBe(false)
    world.state.now += 15 * MINUTE_MS
    await world.services.vault.lockWhenExpired()
    expect(world.state.shownLock).toBe(true)
  })

  it('shows in the toolbar after the browser was started', async () => {
    await world.restartBrowser()
    world.state.shownLock = undefined
    await world.services.keys.showLockState()
    expect(world.state.shownLock).toBe(true)
  })

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

it('stays open while settings are changed', async () => {
  world.state.now = NOW + 14 * MINUTE_MS
  value(await world.ask('settings.update', { theme: 'dark' }))
  world.state.now = NOW + 16 * MINUTE_MS
  expect(await readStatus()).toBe('unlocked')
})

it('is not kept open by a view that only follows the page in front', async () => {
  const follow = () => world.ask('app.load', { isFollowing: true })
  world.state.now = NOW + 14 * MINUTE_MS
  expect(value(await follow()).status).toBe('unlocked')
  world.state.now = NOW + 16 * MINUTE_MS
  expect(value(await follow()).status).toBe('locked')
})
