import * as v from 'valibot'
import type { Settings } from '../protocol/requests'
import type { StorageArea } from '../platform/storage'
import { createSerialQueue } from './serialQueue'

const KEY = 'settings'

export const DEFAULT_SETTINGS: Settings = { language: 'auto', theme: 'system', autoLockMinutes: 15 }

// Each field falls back by itself: one damaged setting does not reset the others.
const settingsSchema = v.object({
  language: v.fallback(v.picklist(['auto', 'en', 'id']), DEFAULT_SETTINGS.language),
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), DEFAULT_SETTINGS.theme),
  autoLockMinutes: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240)),
    DEFAULT_SETTINGS.autoLockMinutes,
  ),
})

/** Settings lie in clear text, so nothing about accounts belongs here. */
export function createSettingsService(area: StorageArea) {
  const enqueue = createSerialQueue()

  async function read(): Promise<Settings> {
    const stored = (await area.get([KEY]))[KEY]
    return v.parse(settingsSchema, typeof stored === 'object' && stored !== null ? stored : {})
  }

  function update(change: Partial<Settings>): Promise<Settings> {
    return enqueue(async () => {
      const settings = { ...(await read()), ...change }
      await area.set({ [KEY]: settings })
      return settings
    })
  }

  return { read, update }
}

export type SettingsService = ReturnType<typeof createSettingsService>
