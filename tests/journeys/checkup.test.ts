import { beforeEach, describe, expect, it } from 'vitest'
import { LINK, PASSPHRASE, SITE, value, World } from './support/world'

let world: World
beforeEach(async () => {
  world = await World.open()
  await world.withAccounts([LINK], SITE)
  world.state.hasSiteAccess = false
})

const read = async () => value(await world.ask('checkup.read', {}))
const urgent = async () => value(await world.ask('app.load', {})).urgentTasks

describe('the check-up', () => {
  it('names what is to be done in a new vault, and counts what is urgent', async () => {
    const tasks = (await read()).map(({ id }) => id)
    expect(tasks).toEqual(expect.arrayContaining(['backup-none', 'recovery-unconfirmed']))
    expect(await urgent()).toBe(2)
  })

  it('drops what was done', async () => {
    value(await world.ask('vault.confirmRecovery', {}))
    expect((await read()).map(({ id }) => id)).not.toContain('recovery-unconfirmed')
    expect(await urgent()).toBe(1)
  })

  it('tells of a weak passphrase until a better one is set', async () => {
    const ids = async () => (await read()).map(({ id }) => id)
    const weak = { passphrase: PASSPHRASE, next: 'sawah77', isWeak: true } as const
    value(await world.ask('vault.changePassphrase', weak))
    expect(await ids()).toContain('passphrase-weak')
    const better = { passphrase: weak.next, next: PASSPHRASE }
    value(await world.ask('vault.changePassphrase', better))
    expect(await ids()).not.toContain('passphrase-weak')
  })

  it('keeps over a restart what was put away and why, and takes it up again', async () => {
    value(await world.ask('checkup.dismiss', { task: 'backup-none', reason: 'accepted' }))
    world.restartBackground()
    expect(await read()).toContainEqual(
      expect.objectContaining({ id: 'backup-none', dismissed: 'accepted' }),
    )
    expect(await urgent()).toBe(1)
    value(await world.ask('checkup.dismiss', { task: 'backup-none' }))
    expect(await urgent()).toBe(2)
  })

  it('says what changed after it was put away', async () => {
    await world.addAccounts(['otpauth://totp/Loose:a?secret=KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU'])
    value(await world.ask('checkup.dismiss', { task: 'site-missing', reason: 'does-not-apply' }))
    const find = async () => (await read()).find(({ id }) => id === 'site-missing')
    expect((await find())?.dismissed).toBe('does-not-apply')
    await world.addAccounts(['otpauth://totp/Loose:b?secret=MZXW6YTBOJRGC6LSMZXW6YTBOJRGC6LS'])
    expect((await find())?.dismissed).toBeUndefined()
  })

  it('is refused while the vault is locked', async () => {
    await world.ask('vault.lock', {})
    expect(await world.ask('checkup.read', {})).toMatchObject({ code: 'locked' })
    expect(await urgent()).toBeUndefined()
  })
})
