import { beforeEach, expect, it } from 'vitest'
import { behindPassphrase } from '@/utils/background/behindPassphrase'
import { success } from '@/utils/core/result'
import { LINK, PASSPHRASE, value, World } from './support/world'

let world: World
beforeEach(async () => {
  world = await World.open()
})

const readSettings = async () => value(await world.ask('app.load', {})).settings
const LONGER = { autoLockMinutes: 60 }

it('is not asked before there is a vault', async () => {
  value(await world.ask('settings.update', LONGER))
  expect(await readSettings()).toMatchObject(LONGER)
})

it('is needed to weaken the lock, and not to strengthen it', async () => {
  await world.withAccounts([LINK])
  value(await world.ask('settings.update', { autoLockMinutes: 5, theme: 'dark' }))
  expect(await world.ask('settings.update', LONGER)).toEqual({
    ok: false,
    code: 'passphrase-needed',
  })
  expect(await world.ask('settings.update', { ...LONGER, passphrase: 'wrong' })).toMatchObject({
    code: 'wrong-passphrase',
    detail: { triesLeft: 3 },
  })
  expect(await readSettings()).toMatchObject({ autoLockMinutes: 5 })
  value(await world.ask('settings.update', { ...LONGER, passphrase: PASSPHRASE }))
  expect(await readSettings()).toMatchObject(LONGER)
})

it('cannot be given while the vault is locked', async () => {
  await world.withAccounts([LINK])
  value(await world.ask('vault.lock', {}))
  const change = { ...LONGER, passphrase: PASSPHRASE }
  expect(await world.ask('settings.update', change)).toEqual({ ok: false, code: 'locked' })
})

it('leaves the passphrase in no storage', async () => {
  await world.withAccounts([LINK])
  value(await world.ask('settings.update', { ...LONGER, passphrase: PASSPHRASE }))
  const { local, memory } = world.services.platform
  const stored = await Promise.all([local.get(['settings']), memory.get(['session'])])
  expect(JSON.stringify(stored)).not.toContain(PASSPHRASE)
})

it('shares its pauses with the lock screen', async () => {
  await world.withAccounts([LINK])
  for (let attempt = 0; attempt < 4; attempt++) {
    await world.ask('settings.update', { ...LONGER, passphrase: 'wrong' })
  }
  const change = { ...LONGER, passphrase: PASSPHRASE }
  expect(await world.ask('settings.update', change)).toMatchObject({ code: 'throttled' })
  await world.restartBrowser()
  expect(await world.ask('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    code: 'throttled',
  })
})

it('stands before a handler, which never sees it', async () => {
  await world.withAccounts([LINK])
  const seen: unknown[] = []
  const handler = behindPassphrase<{ passphrase: string; accountId: string }, null, never>(
    world.services.keys,
    (payload) => {
      seen.push(payload)
      return Promise.resolve(success(null))
    },
  )
  expect(await handler({ passphrase: 'wrong', accountId: 'a' })).toMatchObject({ ok: false })
  expect(seen).toEqual([])
  value(await handler({ passphrase: PASSPHRASE, accountId: 'a' }))
  expect(seen).toEqual([{ accountId: 'a' }])
})
