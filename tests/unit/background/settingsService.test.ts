import { beforeEach, describe, expect, it } from 'vitest'
import { createSettingsService, type SettingsService } from '@/utils/background/settingsService'
import { DEFAULT_SETTINGS } from '@/utils/protocol/settings'
import { createTestPlatform, type TestPlatform } from '../../support/platform'

let test: TestPlatform
let settings: SettingsService
beforeEach(() => {
  test = createTestPlatform()
  settings = createSettingsService(test.platform.local)
})

describe('settings', () => {
  it('have defaults', async () => {
    expect(await settings.read()).toEqual(DEFAULT_SETTINGS)
  })

  it.each([
    [null, {}],
    ['text', {}],
    [[], {}],
    [{ theme: 'pink', autoLockMinutes: 5 }, { autoLockMinutes: 5 }],
    [{ theme: 'dark', autoLockMinutes: 0 }, { theme: 'dark' }],
    [{ theme: 'dark', autoLockMinutes: 1e9 }, { theme: 'dark' }],
    [{ language: 'id', autoLockMinutes: '5' }, { language: 'id' }],
    [{ autoLockMinutes: 'never' }, { autoLockMinutes: 'never' }],
    [{ lockAfterHours: 0, locksWithScreen: 'no', theme: 'dark' }, { theme: 'dark' }],
    [{ unknown: true, language: 'en' }, { language: 'en' }],
  ])('fall back one by one when stored as %j', async (stored, read) => {
    await test.platform.local.set({ settings: stored })
    expect(await settings.read()).toEqual({ ...DEFAULT_SETTINGS, ...read })
  })

  it('keep every one of several changes at once', async () => {
    await Promise.all([
      settings.update({ theme: 'dark' }),
      settings.update({ language: 'id' }),
      settings.update({ autoLockMinutes: 240 }),
    ])
    expect(await settings.read()).toEqual({
      ...DEFAULT_SETTINGS,
      ...{ theme: 'dark', language: 'id', autoLockMinutes: 240 },
    })
  })
})
