import { fakeBrowser } from 'wxt/testing/fake-browser'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BrowserState } from '../support/platform'
import { PASSPHRASE, value, World } from './support/world'

const NEXT = 'sawah kopi angin perak'
const MINUTE_MS = 60_000

let world: World
let recoveryCode: string

beforeEach(async () => {
  world = await World.open()
  recoveryCode = value(await world.ask('vault.create', { passphrase: PASSPHRASE })).recoveryCode
})

const unlock = (passphrase: string) => world.ask('vault.unlock', { passphrase })
const readState = async () => value(await world.ask('app.load', {}))
async function addAccount(): Promise<void> {
  const link = 'otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP'
  const { drafts } = value(await world.ask('accounts.readText', { text: link }))
  const choices = drafts.map(({ draftId, view }) => ({
    draftId,
    issuer: view.issuer,
    account: view.account,
  }))
  value(await world.ask('accounts.add', { choices }))
}

describe('the passphrase', () => {
  it('changes for every copy, and the accounts stay', async () => {
    await addAccount()
    const change = { passphrase: PASSPHRASE, next: NEXT }
    value(await world.ask('vault.changePassphrase', change))
    await world.restartBrowser()
    expect(await unlock(PASSPHRASE)).toMatchObject({ code: 'wrong-passphrase' })
    value(await unlock(NEXT))
    expect((await readState()).accounts).toHaveLength(1)
  })

  it.each(['vault.a', 'vault.b'])('does not live on in %s after a change', async (lost) => {
    await addAccount()
    value(await world.ask('vault.changePassphrase', { passphrase: PASSPHRASE, next: NEXT }))
    await fakeBrowser.storage.local.remove(lost)
    await world.restartBrowser()
    expect(await unlock(PASSPHRASE)).toMatchObject({ code: 'wrong-passphrase' })
    value(await unlock(NEXT))
    expect((await readState()).accounts).toHaveLength(1)
  })

  it('is asked for again before it changes', async () => {
    const change = { passphrase: 'wrong', next: NEXT }
    expect(await world.ask('vault.changePassphrase', change)).toMatchObject({
      code: 'wrong-passphrase',
    })
    await world.restartBrowser()
    value(await unlock(PASSPHRASE))
  })

  it('cannot become empty', async () => {
    const change = { passphrase: PASSPHRASE, next: '' }
    expect(await world.ask('vault.changePassphrase', change)).toEqual({
      ok: false,
      code: 'passphrase-empty',
    })
  })

  it('cannot be changed while the vault is locked', async () => {
    await world.restartBrowser()
    const change = { passphrase: PASSPHRASE, next: NEXT }
    expect(await world.ask('vault.changePassphrase', change)).toMatchObject({ code: 'locked' })
  })
})

describe('the recovery code', () => {
  it('opens the vault and sets a new passphrase', async () => {
    await addAccount()
    await world.restartBrowser()
    value(await world.ask('vault.recover', { recoveryCode, passphrase: NEXT }))
    expect((await readState()).accounts).toHaveLength(1)
    await world.restartBrowser()
    expect(await unlock(PASSPHRASE)).toMatchObject({ code: 'wrong-passphrase' })
    value(await unlock(NEXT))
  })

  it('still opens the vault after the passphrase was changed', async () => {
    value(await world.ask('vault.changePassphrase', { passphrase: PASSPHRASE, next: NEXT }))
    await world.restartBrowser()
    value(await world.ask('vault.recover', { recoveryCode, passphrase: 'a third one' }))
  })

  it('is replaced by a new one', async () => {
    const renewed = value(await world.ask('vault.renewRecovery', { passphrase: PASSPHRASE }))
    await world.restartBrowser()
    expect(await world.ask('vault.recover', { recoveryCode, passphrase: NEXT })).toEqual({
      ok: false,
      code: 'wrong-recovery-code',
    })
    value(
      await world.ask('vault.recover', {
        recoveryCode: renewed.recoveryCode,
        passphrase: NEXT,
      }),
    )
  })

  it('counts as confirmed until it is renewed', async () => {
    expect((await readState()).isRecoveryConfirmed).toBe(false)
    value(await world.ask('vault.confirmRecovery', {}))
    expect((await readState()).isRecoveryConfirmed).toBe(true)
    value(await world.ask('vault.renewRecovery', { passphrase: PASSPHRASE }))
    expect((await readState()).isRecoveryConfirmed).toBe(false)
  })

  it('is not made anew without the passphrase', async () => {
    expect(await world.ask('vault.renewRecovery', { passphrase: 'wrong' })).toMatchObject({
      code: 'wrong-passphrase',
    })
  })

  it('of another vault opens nothing, and nothing changes', async () => {
    const other = '0000-0000-0000-0000-0000-0000-0000-0000-0'
    await world.restartBrowser()
    expect(await world.ask('vault.recover', { recoveryCode: other, passphrase: NEXT })).toEqual({
      ok: false,
      code: 'wrong-recovery-code',
    })
    value(await unlock(PASSPHRASE))
  })
})

describe('what a key costs', () => {
  const readCost = async () => {
    const vault = (await fakeBrowser.storage.local.get(null))['vault.a'] as { header: string }
    const { slots } = JSON.parse(vault.header) as { slots: { type: string; kdf: object }[] }
    return slots.find(({ type }) => type === 'passphrase')?.kdf
  }
  const MIB = 1024

  /** A vault that was made on another machine or by another version. */
  async function createWith(change: Partial<BrowserState>): Promise<World> {
    const made = await World.open()
    Object.assign(made.state, change)
    value(await made.ask('vault.create', { passphrase: PASSPHRASE }))
    return made
  }

  it('is found at the creation, for this machine', async () => {
    expect(await readCost()).toMatchObject({ memoryKib: 19 * MIB, iterations: 2 })
    await createWith({ derivationMs: 400 })
    expect(await readCost()).toMatchObject({ memoryKib: 19 * MIB, iterations: 4 })
  })

  it('never falls: not with a new passphrase, not by unlocking, not on a slower machine', async () => {
    const made = await createWith({ derivationMs: 400 })
    made.state.derivationMs = 5000
    value(await made.ask('vault.changePassphrase', { passphrase: PASSPHRASE, next: NEXT }))
    for (let time = 0; time < 2; time++) {
      await made.restartBrowser()
      value(await made.ask('vault.unlock', { passphrase: NEXT }))
    }
    expect(await readCost()).toMatchObject({ memoryKib: 19 * MIB, iterations: 4 })
  })

  it('is written once, and then left alone', async () => {
    const before = await fakeBrowser.storage.local.get(null)
    await world.restartBrowser()
    value(await unlock(PASSPHRASE))
    expect(await fakeBrowser.storage.local.get(['vault.a', 'vault.b'])).toEqual({
      'vault.a': before['vault.a'],
    })
  })

  it('is not paid for where there is no memory, and no vault is made', async () => {
    const poor = await World.open()
    poor.state.freeMemoryKib = 18 * MIB
    expect(await poor.ask('vault.create', { passphrase: PASSPHRASE })).toEqual({
      ok: false,
      code: 'no-memory',
    })
    expect(value(await poor.ask('app.load', {})).status).toBe('none')
  })
})

describe('wrong passphrases', () => {
  beforeEach(() => world.restartBrowser())

  it('say how many tries are left before a pause', async () => {
    const left: unknown[] = []
    for (let attempt = 0; attempt < 4; attempt++) {
      const reply = await unlock('wrong')
      left.push(!reply.ok && reply.detail)
    }
    expect(left).toEqual([
      { triesLeft: 3, pauseSeconds: 30 },
      { triesLeft: 2, pauseSeconds: 30 },
      { triesLeft: 1, pauseSeconds: 30 },
      { triesLeft: 0, pauseSeconds: 30 },
    ])
  })

  it('lead to pauses that grow to five minutes and no further', async () => {
    for (let attempt = 0; attempt < 3; attempt++) await unlock('wrong')
    for (const seconds of [30, 60, 120, 300, 300]) {
      expect(await unlock('wrong')).toMatchObject({ code: 'wrong-passphrase' })
      expect(await unlock(PASSPHRASE)).toEqual({
        ok: false,
        code: 'throttled',
        detail: { count: seconds },
      })
      expect((await readState()).unlockWaitUntil).toBe(world.state.now + seconds * 1000)
      world.state.now += seconds * 1000
    }
    value(await unlock(PASSPHRASE))
    expect((await readState()).unlockWaitUntil).toBeUndefined()
  })

  it('are still counted after the browser was restarted', async () => {
    for (let attempt = 0; attempt < 4; attempt++) await unlock('wrong')
    await world.restartBrowser()
    expect(await unlock(PASSPHRASE)).toMatchObject({ code: 'throttled' })
  })

  it('are not forgiven when the clock is set back, nor punished longer', async () => {
    for (let attempt = 0; attempt < 4; attempt++) await unlock('wrong')
    world.state.now -= 60 * MINUTE_MS
    expect(await unlock(PASSPHRASE)).toMatchObject({ detail: { count: 30 } })
  })

  it('asked all at once are counted one by one', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => unlock('wrong')))
    expect(replies.filter((reply) => !reply.ok && reply.code === 'throttled')).toHaveLength(4)
  })

  it('are forgotten once the right one was given', async () => {
    for (let attempt = 0; attempt < 3; attempt++) await unlock('wrong')
    value(await unlock(PASSPHRASE))
    await world.restartBrowser()
    expect(await unlock('wrong')).toMatchObject({ detail: { triesLeft: 3 } })
  })
})
