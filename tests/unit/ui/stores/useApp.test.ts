// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { toAccountView } from '@/utils/core/account'
import { failure, success } from '@/utils/core/result'
import type { AppState } from '@/utils/protocol/views'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { useAccounts } from '@/utils/ui/stores/useAccounts'
import { useApp } from '@/utils/ui/stores/useApp'
import { useCodes } from '@/utils/ui/stores/useCodes'
import { makeAccount } from '../../../support/accounts'
import { playBackground } from '../../../support/playBackground'

const account = toAccountView(makeAccount())
const SETTINGS = { ...DEFAULT_SETTINGS, language: 'id', theme: 'dark' } as const
const LOCKED: AppState = { status: 'locked', settings: SETTINGS, accounts: [], codes: [] }
const UNLOCKED: AppState = {
  ...LOCKED,
  status: 'unlocked',
  accounts: [account],
  codes: [
    { accountId: account.id, code: '118604', next: '552018', validUntil: Date.now() + 20_000 },
  ],
}

beforeEach(() => {
  fakeBrowser.reset()
  setActivePinia(createPinia())
})

it('paints from one request, in the language and theme of the person', async () => {
  const background = playBackground({ 'app.load': () => success(UNLOCKED) })
  const app = useApp()
  await app.load()
  expect(background.asked).toEqual(['app.load'])
  expect(useAccounts().accounts).toEqual([account])
  expect(useCodes().shown(account)?.code).toBe('118604')
  expect(document.documentElement.lang).toBe('id')
  expect(document.documentElement.dataset['theme']).toBe('dark')
})

it('takes codes and accounts off the page as soon as the vault locks', async () => {
  const background = playBackground({ 'app.load': () => success(UNLOCKED) })
  const app = useApp()
  await app.load()
  const stop = app.listen()
  background.answers['app.load'] = () => success(LOCKED)
  await background.announce('vault.locked')
  expect(app.status).toBe('locked')
  expect(useAccounts().accounts).toEqual([])
  expect(useCodes().shown(account)).toBeUndefined()
  stop()
})

it('does not show again what was on its way when the person locked', async () => {
  const waiting: ((reply: unknown) => void)[] = []
  fakeBrowser.runtime.onMessage.addListener((_message, _sender, respond) => {
    waiting.push(respond)
    return true
  })
  const app = useApp()
  const loaded = app.load()
  const locked = app.lock()
  waiting[0]?.(success(UNLOCKED)) // app.load, asked before the lock
  await flushPromises()
  expect(useAccounts().accounts).toEqual([])
  waiting[1]?.(success(null))
  await flushPromises()
  waiting[2]?.(success(LOCKED))
  await Promise.all([loaded, locked])
  expect(app.status).toBe('locked')
})

it('asks again when something changed while it was asking', async () => {
  let asked = 0
  const background = playBackground({
    'app.load': () => {
      asked += 1
      return success(asked === 1 ? LOCKED : UNLOCKED)
    },
  })
  const app = useApp()
  const stop = app.listen()
  const loaded = app.load()
  await background.announce('vault.changed')
  await loaded
  expect(app.status).toBe('unlocked')
  stop()
})

it('counts as use what the person does, and not what was changed elsewhere', async () => {
  const loads: unknown[] = []
  const background = playBackground({
    'app.load': (payload) => {
      loads.push(payload)
      return success(UNLOCKED)
    },
    'vault.unlock': async () => {
      await background.announce('vault.changed')
      return success(null)
    },
  })
  const app = useApp()
  const stop = app.listen()
  await app.load()
  await background.announce('vault.changed')
  await flushPromises()
  await app.unlock('angin laut merah')
  expect(loads.slice(0, 3)).toEqual([{}, { isFollowing: true }, {}])
  expect(loads.slice(3)).not.toContainEqual({ isFollowing: true })
  stop()
})

it('passes on why the vault did not open', async () => {
  playBackground({
    'app.load': () => success(LOCKED),
    'vault.unlock': () => failure('wrong-passphrase'),
  })
  expect(await useApp().unlock('salah')).toEqual(failure('wrong-passphrase'))
})

it.each([
  ['the last free try', failure('wrong-passphrase', { triesLeft: 0, pauseSeconds: 30 })],
  ['a try within the pause', failure('throttled', { count: 12 })],
])('learns after %s until when there is a pause', async (_name, refusal) => {
  const unlockWaitUntil = Date.now() + 30_000
  playBackground({
    'vault.unlock': () => refusal,
    'app.load': () => success({ ...LOCKED, unlockWaitUntil }),
  })
  const app = useApp()
  expect(await app.unlock('salah')).toEqual(refusal)
  expect(app.unlockWaitUntil).toBe(unlockWaitUntil)
})

it('asks for nothing more after a wrong passphrase without a pause', async () => {
  const background = playBackground({
    'vault.unlock': () => failure('wrong-passphrase', { triesLeft: 2, pauseSeconds: 30 }),
  })
  await useApp().unlock('salah')
  expect(background.asked).toEqual(['vault.unlock'])
})

it('shows the vault that the recovery code opened, even if the new passphrase was not saved', async () => {
  playBackground({
    'vault.recover': () => failure('write-failed'),
    'app.load': () => success({ ...UNLOCKED, isRecoveryConfirmed: true }),
  })
  const app = useApp()
  await app.recover('K7QX', { passphrase: 'angin laut merah' })
  expect(app.status).toBe('unlocked')
  expect(app.isRecoveryConfirmed).toBe(true)
})

describe('with more accounts than a view holds', () => {
  const more = toAccountView(makeAccount({ id: 'more', issuer: 'More' }))

  it('shows the first ones, then all of them', async () => {
    const background = playBackground({
      'app.load': () => success({ ...UNLOCKED, isPartial: true }),
      'accounts.list': () => success([account, more]),
    })
    await useApp().load()
    expect(background.asked).toEqual(['app.load', 'accounts.list'])
    expect(useAccounts().accounts).toEqual([account, more])
  })

  it('takes no row away while it loads again', async () => {
    const background = playBackground({
      'app.load': () => success({ ...UNLOCKED, isPartial: true }),
      'accounts.list': () => success([account, more]),
    })
    const app = useApp()
    await app.load()
    const seen: number[] = []
    background.answers['accounts.list'] = () => {
      seen.push(useAccounts().accounts.length)
      return success([account, more])
    }
    await app.load()
    expect(seen).toEqual([2])
  })

  it('brings nothing back after a lock', async () => {
    const background = playBackground({
      'app.load': () => success({ ...UNLOCKED, isPartial: true }),
      'accounts.list': () => {
        background.answers['app.load'] = () => success(LOCKED)
        void background.announce('vault.locked')
        return success([account, more])
      },
    })
    const app = useApp()
    const stop = app.listen()
    await app.load()
    await flushPromises()
    expect(app.status).toBe('locked')
    expect(useAccounts().accounts).toEqual([])
    stop()
  })
})
