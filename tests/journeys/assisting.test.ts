import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { generateCode, generateTimedCode } from '@/utils/core/otp/generateCode'
import type { FindingCode } from '@/utils/core/assist/findings'
import { makeAccount } from '../support/accounts'
import { createPageFrame } from './support/pageFrame'
import { LINK, SECRET, SITE, value, World } from './support/world'

let world: World
let accountId: string
beforeEach(async () => {
  world = await World.open()
  const [account] = await world.withAccounts([LINK], SITE)
  accountId = account?.id ?? ''
  await world.openTab(`${SITE}/login`)
})

/** A server whose clock is ahead by that much, as the page's script tells it. */
function playServer(offsetMs: number, change: object = {}) {
  world.state.serverTime = (now) => ({
    origin: SITE,
    isForbidden: false,
    isOnline: true,
    samples: [0, 290, 580, 870, 1160].map((elapsed) => ({
      sentAt: now + elapsed,
      receivedAt: now + elapsed + 20,
      dateMs: Math.floor((now + elapsed + 10 + offsetMs) / 1000) * 1000,
      ageSeconds: 0,
    })),
    ...change,
  })
}

const check = async () => value(await world.ask('assist.check', {}))
const measure = async () => value(await world.ask('assist.measure', {}))
const codes = (findings: readonly { readonly code: FindingCode }[]) =>
  findings.map(({ code }) => code)
const currentCode = async () =>
  value(await world.ask('codes.current', { accountIds: [accountId] }))[0]

describe('asking why a code was rejected', () => {
  it('speaks of the account of the site in front, and uses no network by itself', async () => {
    world.state.serverTime = () => {
      throw new Error('nobody asked for the network')
    }
    const report = await check()
    expect(report).toMatchObject({ site: SITE, accountId, isMeasurable: true })
    expect(codes(report.findings)).toEqual(
      expect.arrayContaining(['site-bound', 'account-only', 'parameters-usual']),
    )
    expect(report.likely.code).toBe('secret-replaced')
  })

  it('names a slow clock after asking the site', async () => {
    playServer(47_000)
    const { likely } = await measure()
    expect(likely.code).toBe('clock-slow')
    expect(Math.abs(Number(likely.detail['seconds']) - 47)).toBeLessThanOrEqual(1)
  })

  it.each([
    ['forbidden', undefined],
    ['forbidden', { origin: 'https://evil.example' }],
    ['forbidden', { samples: 'many' }],
    ['policy', { samples: [], isForbidden: true }],
    ['offline', { samples: [], isOnline: false }],
    ['unclear', { samples: [] }],
  ] as const)('says honestly that the clock is not known: %s', async (reason, change) => {
    playServer(0, change)
    if (change === undefined) world.state.serverTime = undefined
    const { findings } = await measure()
    expect(findings).toContainEqual({
      code: 'clock-unmeasured',
      detail: { host: 'login.acme.example', reason },
    })
  })

  it('knows a code that was given out twice', async () => {
    value(await world.ask('accounts.noteUse', { accountId }))
    expect((await check()).likely.code).toBe('secret-replaced')
    world.state.now += 12_000
    value(await world.ask('accounts.noteUse', { accountId }))
    expect((await check()).likely.code).toBe('code-reused')
  })

  it('takes two copies in a breath for one', async () => {
    value(await world.ask('accounts.noteUse', { accountId }))
    world.state.now += 1000
    value(await world.ask('accounts.noteUse', { accountId }))
    expect((await check()).likely.code).toBe('secret-replaced')
  })

  it('reads what the page says, of frames of its own site only', async () => {
    world.state.pageTexts = [
      { origin: 'https://ads.example', text: 'Too many attempts' },
      { origin: SITE, text: 'Kode telah dikirim lewat SMS' },
      'garbage',
    ]
    expect((await check()).likely.code).toBe('kind-sms')
  })

  it('notices that the page speaks of another account', async () => {
    const other = `otpauth://totp/Acme:admin@acme.example?secret=KRSXG5CTMVRXEZLU&issuer=Acme`
    await world.addAccounts([other], SITE)
    value(await world.ask('accounts.noteUse', { accountId }))
    world.state.pageTexts = [{ origin: SITE, text: 'Signing in as admin@acme.example' }]
    expect((await check()).likely).toMatchObject({ code: 'account-named' })
  })

  it('says that the account asked about is not that of the site, and lets it be chosen', async () => {
    const [other] = await world.addAccounts(['otpauth://totp/Other:you?secret=KRSXG5CTMVRXEZLU'])
    const asked = other?.id ?? ''
    const { findings, likely, choices } = value(
      await world.ask('assist.check', { accountId: asked }),
    )
    expect(likely).toMatchObject({
      code: 'account-foreign',
      detail: { other: expect.stringContaining('Acme') as string },
    })
    expect(codes(findings)).not.toContain('account-only')
    expect(choices.map((choice) => choice.accountId).sort()).toEqual([accountId, asked].sort())
  })

  it('is refused while the vault is locked, and forgets with it who was used', async () => {
    value(await world.ask('accounts.noteUse', { accountId }))
    await world.ask('vault.lock', {})
    expect(await world.ask('assist.check', {})).toMatchObject({ ok: false, code: 'locked' })
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain(accountId)
  })
})

describe('correcting the clock', () => {
  it('needs a measurement first', async () => {
    expect(await world.ask('assist.correctClock', {})).toMatchObject({ code: 'not-measured' })
  })

  it('changes every code, and not when it ends on this clock', async () => {
    playServer(47_000)
    await measure()
    value(await world.ask('assist.correctClock', {}))
    const there = world.state.now + 47_000
    const expected = generateTimedCode(makeAccount({ secret: SECRET }), there)
    const code = await currentCode()
    expect(code?.code).toBe(expected.code)
    expect(Math.abs((code?.validUntil ?? 0) - (expected.validUntil - 47_000))).toBeLessThan(1000)
    const app = value(await world.ask('app.load', {}))
    expect(app.codes[0]?.code).toBe(expected.code)
    expect(app.correction?.offsetMs).toBeCloseTo(47_000, -3)
  })

  it('is followed by fills, previews and what the menu says', async () => {
    playServer(47_000)
    await measure()
    value(await world.ask('assist.correctClock', {}))
    const offsetMs = value(await world.ask('app.load', {})).correction?.offsetMs ?? 0
    const there = world.state.now + offsetMs
    const { code, validUntil } = generateTimedCode(makeAccount({ secret: SECRET }), there)
    const end = validUntil - offsetMs
    const { drafts } = value(await world.ask('accounts.readText', { text: LINK }))
    expect(drafts[0]).toMatchObject({ code, validUntil: end })
    const tab = await world.openTab(`${SITE}/login`)
    const frame = createPageFrame(world, tab)
    value(await world.ask('fill.start', { accountId, site: SITE }))
    expect(frame.received).toEqual([{ ok: true, value: { code } }])
    const { pairing = '' } = value(await world.askFrame(tab, 'fill.offer', {}))
    const menu = value(await world.askMenu(tab, 'menu.load', { pairing }))
    expect(menu.clockOffsetMs).toBe(offsetMs)
  })

  it('is told from what is measured after it', async () => {
    playServer(47_000)
    await measure()
    value(await world.ask('assist.correctClock', {}))
    playServer(120_000)
    const { findings, likely } = await measure()
    expect(likely.code).toBe('clock-slow')
    expect(codes(findings)).toContain('clock-correction')
    value(await world.ask('assist.correctClock', {}))
    const { correction } = value(await world.ask('app.load', {}))
    expect(correction?.offsetMs).toBeCloseTo(120_000, -3)
    expect(codes((await check()).findings)).toContain('clock-corrected')
  })

  it('is refused by more than a day, and nothing changes', async () => {
    const before = await currentCode()
    playServer(3 * 24 * 3_600_000)
    expect((await measure()).likely.code).toBe('clock-beyond')
    expect(await world.ask('assist.correctClock', {})).toMatchObject({ code: 'not-measured' })
    expect(await currentCode()).toEqual(before)
    expect((await fakeBrowser.storage.local.get('clock'))['clock']).toBeUndefined()
  })

  it('outlives a restart of the background, and says nothing about accounts in storage', async () => {
    playServer(47_000)
    await measure()
    value(await world.ask('assist.correctClock', {}))
    const before = await currentCode()
    world.restartBackground()
    expect(await currentCode()).toEqual(before)
    const { clock } = await fakeBrowser.storage.local.get('clock')
    expect(Object.keys(clock as object).sort()).toEqual(['measuredAt', 'offsetMs'])
  })

  it('goes by itself when the clock is right again', async () => {
    playServer(47_000)
    await measure()
    value(await world.ask('assist.correctClock', {}))
    playServer(200)
    expect((await measure()).likely.code).toBe('clock-right-again')
    expect(value(await world.ask('app.load', {})).correction).toBeUndefined()
  })

  it('is taken back by hand', async () => {
    const before = await currentCode()
    playServer(-120_000)
    await measure()
    value(await world.ask('assist.correctClock', {}))
    expect(await currentCode()).not.toEqual(before)
    value(await world.ask('assist.removeCorrection', {}))
    expect(await currentCode()).toEqual(before)
  })
})

describe('comparing with a code that works', () => {
  const codeOf = (change: object, offsetMs = 0) =>
    generateTimedCode(makeAccount({ secret: SECRET, ...change }), world.state.now + offsetMs).code
  const solve = async (code: string) => value(await world.ask('assist.solve', { accountId, code }))

  it('says that the codes are the same, a step earlier or later too', async () => {
    for (const offsetMs of [0, -30_000, 30_000]) {
      expect(await solve(codeOf({}, offsetMs))).toEqual({ kind: 'same' })
    }
  })

  it('finds the time, and takes it over', async () => {
    expect(await solve(codeOf({}, 90_000))).toEqual({ kind: 'clock', seconds: 90, isZone: false })
    value(await world.ask('assist.adopt', { accountId, code: codeOf({}, 90_000) }))
    expect((await currentCode())?.code).toBe(codeOf({}, 90_000))
  })

  it('finds a wrong zone', async () => {
    const found = await solve(codeOf({}, -7 * 3_600_000))
    expect(found).toEqual({ kind: 'clock', seconds: -25_200, isZone: true })
  })

  it('finds other parameters, and takes them over', async () => {
    const code = codeOf({ algorithm: 'SHA256', digits: 8 })
    expect(await solve(code)).toMatchObject({ kind: 'parameters', algorithm: 'SHA256', digits: 8 })
    value(await world.ask('assist.adopt', { accountId, code }))
    expect((await currentCode())?.code).toBe(code)
  })

  it('knows a code of another account', async () => {
    const other = 'KRSXG5CTMVRXEZLU'
    const [added] = await world.addAccounts([
      `otpauth://totp/Other:you?secret=${other}&issuer=Other`,
    ])
    expect(await solve(codeOf({ secret: other }))).toMatchObject({
      kind: 'other',
      accountId: added?.id,
    })
  })

  it('says that the key is another one, and changes nothing for it', async () => {
    const code = codeOf({ secret: 'KRSXG5CTMVRXEZLU' })
    const before = await currentCode()
    expect(await solve(code)).toEqual({ kind: 'stranger' })
    expect(await world.ask('assist.adopt', { accountId, code })).toMatchObject({ ok: false })
    expect(await currentCode()).toEqual(before)
  })

  it.each(['', 'abc', '12 34 56 78 90 12'])('takes %j for no code', async (code) => {
    expect(await world.ask('assist.solve', { accountId, code })).toMatchObject({
      code: 'not-a-code',
    })
  })
})

describe('counting anew', () => {
  const LINK_HOTP = `otpauth://hotp/Door:me?secret=${SECRET}&counter=40`
  const codeAt = (counter: number) =>
    generateCode(makeAccount({ type: 'hotp', secret: SECRET }), counter)

  it('goes on behind two codes in a row', async () => {
    const [door] = await world.addAccounts([LINK_HOTP])
    const id = door?.id ?? ''
    const typed = { accountId: id, first: codeAt(57), second: codeAt(58) }
    value(await world.ask('assist.resync', typed))
    expect(value(await world.ask('codes.advance', { accountId: id })).code).toBe(codeAt(59))
  })

  it('changes nothing for codes that are no pair', async () => {
    const [door] = await world.addAccounts([LINK_HOTP])
    const id = door?.id ?? ''
    const typed = { accountId: id, first: codeAt(57), second: codeAt(57) }
    expect(await world.ask('assist.resync', typed)).toMatchObject({ code: 'codes-unrelated' })
    expect(value(await world.ask('codes.advance', { accountId: id })).code).toBe(codeAt(40))
  })

  it('is not for codes of the clock', async () => {
    const typed = { accountId, first: '123456', second: '123457' }
    expect(await world.ask('assist.resync', typed)).toMatchObject({ code: 'not-hotp' })
  })
})
