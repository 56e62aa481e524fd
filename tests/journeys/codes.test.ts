import { beforeEach, describe, expect, it } from 'vitest'
import { generateCode } from '@/utils/core/otp/generateCode'
import { makeAccount } from '../support/accounts'
import { LINK, PASSPHRASE, SECRET, value, World } from './support/world'

const HOTP_LINK = `otpauth://hotp/Counter:me?secret=${SECRET}&counter=7`
const codeAt = (counter: number) =>
  generateCode(makeAccount({ type: 'hotp', secret: SECRET }), counter)

let world: World
let totpId: string
let hotpId: string
beforeEach(async () => {
  world = await World.open()
  const [totp, hotp] = await world.withAccounts([LINK, HOTP_LINK])
  totpId = totp?.id ?? ''
  hotpId = hotp?.id ?? ''
})

async function readCounter(): Promise<number | undefined> {
  const { accounts } = value(await world.ask('app.load', {}))
  return accounts.find(({ id }) => id === hotpId)?.counter
}

describe('current codes', () => {
  it('are given for time-based accounts only', async () => {
    const accountIds = [hotpId, totpId, 'unknown', '__proto__']
    const codes = value(await world.ask('codes.current', { accountIds }))
    expect(codes.map(({ accountId }) => accountId)).toEqual([totpId])
    expect(codes[0]?.validUntil).toBe(world.state.now + 30_000)
  })

  it('change on the boundary', async () => {
    const ask = async () => value(await world.ask('codes.current', { accountIds: [totpId] }))[0]
    const before = await ask()
    world.state.now += 29_999
    expect(await ask()).toEqual(before)
    world.state.now += 1
    expect((await ask())?.code).toBe(before?.next)
  })

  it('are not given for an account in the trash', async () => {
    value(await world.ask('accounts.delete', { accountIds: [totpId] }))
    expect(value(await world.ask('codes.current', { accountIds: [totpId] }))).toEqual([])
  })
})

describe('advancing a counter', () => {
  it('gives each code once', async () => {
    for (const counter of [7, 8, 9]) {
      expect(value(await world.ask('codes.advance', { accountId: hotpId }))).toMatchObject({
        accountId: hotpId,
        code: codeAt(counter),
      })
    }
    expect(await readCounter()).toBe(10)
  })

  it('gives different codes to those who ask at the same time', async () => {
    const asks = Array.from({ length: 10 }, () => world.ask('codes.advance', { accountId: hotpId }))
    const codes = (await Promise.all(asks)).map((reply) => value(reply).code)
    expect(codes).toEqual(Array.from({ length: 10 }, (_, n) => codeAt(7 + n)))
  })

  it('is kept over a restart of the browser', async () => {
    value(await world.ask('codes.advance', { accountId: hotpId }))
    await world.restartBrowser()
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(value(await world.ask('codes.advance', { accountId: hotpId })).code).toBe(codeAt(8))
  })

  it.each([
    ['refused', 'storage-full'],
    ['lost', 'write-failed'],
    ['garbled', 'write-failed'],
  ] as const)('gives no code when the write is %s', async (localWrites, code) => {
    world.state.localWrites = localWrites
    expect(await world.ask('codes.advance', { accountId: hotpId })).toEqual({
      ok: false,
      code,
    })
    world.state.localWrites = 'arrive'
    world.restartBackground()
    expect(await readCounter()).toBe(7)
    expect(value(await world.ask('codes.advance', { accountId: hotpId })).code).toBe(codeAt(7))
  })

  it('ends at the last safe counter and never repeats a code', async () => {
    const link = `otpauth://hotp/End:me?secret=${SECRET}&counter=${String(Number.MAX_SAFE_INTEGER - 1)}`
    const [account] = await world.addAccounts([link])
    const accountId = account?.id ?? ''
    expect(value(await world.ask('codes.advance', { accountId })).code).toBe(
      codeAt(Number.MAX_SAFE_INTEGER - 1),
    )
    expect(await world.ask('codes.advance', { accountId })).toMatchObject({ ok: false })
  })

  it.each([
    ['a time-based account', () => totpId, 'not-hotp'],
    ['an unknown account', () => 'unknown', 'account-missing'],
  ])('is refused for %s', async (_name, readId, code) => {
    expect(await world.ask('codes.advance', { accountId: readId() })).toEqual({ ok: false, code })
  })

  it('is refused for an account in the trash', async () => {
    value(await world.ask('accounts.delete', { accountIds: [hotpId] }))
    expect(await world.ask('codes.advance', { accountId: hotpId })).toMatchObject({
      code: 'account-missing',
    })
  })
})

describe('taking an advance back', () => {
  let asked = 0
  const terms = () => ({ command: `command-${String((asked += 1))}` })
  const advance = () => world.ask('codes.advance', { accountId: hotpId }, terms())
  const stepBack = (counter: number) =>
    world.ask('codes.stepBack', { accountId: hotpId, counter }, terms())

  it('makes the same code again', async () => {
    const { code } = value(await advance())
    expect(value(await stepBack(7)).counter).toBe(7)
    expect(value(await advance()).code).toBe(code)
  })

  it.each([6, 8, 0])('is refused where the counter went on from elsewhere: %d', async (counter) => {
    value(await advance())
    expect(await stepBack(counter)).toMatchObject({ code: 'conflict' })
    expect(await readCounter()).toBe(8)
  })

  it('happens once, however often it is asked', async () => {
    value(await advance())
    value(await advance())
    value(await stepBack(8))
    expect(await stepBack(8)).toMatchObject({ code: 'conflict' })
    expect(await stepBack(7)).toMatchObject({ code: 'conflict' })
    expect(await readCounter()).toBe(8)
  })

  it('is refused once something else was done', async () => {
    value(await advance())
    value(await world.ask('accounts.pin', { accountId: totpId, pinned: true }, terms()))
    expect(await stepBack(7)).toMatchObject({ code: 'conflict' })
    expect(await readCounter()).toBe(8)
  })

  it('is refused once the counter of another account stood at the same number', async () => {
    value(await advance())
    const [other] = await world.addAccounts([HOTP_LINK.replace('Counter', 'Other')])
    const accountId = other?.id ?? ''
    value(await world.ask('codes.advance', { accountId }, terms()))
    expect(await stepBack(7)).toMatchObject({ code: 'conflict' })
    value(await world.ask('codes.stepBack', { accountId, counter: 7 }, terms()))
  })

  it('is refused once as many accounts were deleted', async () => {
    const [counter] = await world.addAccounts([HOTP_LINK.replace('counter=7', 'counter=1')])
    const accountId = counter?.id ?? ''
    value(await world.ask('codes.advance', { accountId }, terms()))
    value(await world.ask('accounts.delete', { accountIds: [totpId] }, terms()))
    expect(await world.ask('codes.stepBack', { accountId, counter: 1 }, terms())).toMatchObject({
      code: 'conflict',
    })
  })

  it('is refused for what counts nothing, or is not there', async () => {
    const ask = (accountId: string) => world.ask('codes.stepBack', { accountId, counter: 7 })
    expect(await ask(totpId)).toMatchObject({ code: 'not-hotp' })
    expect(await ask('unknown')).toMatchObject({ code: 'account-missing' })
  })
})
