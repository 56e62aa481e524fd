import { readSettings, type Settings } from '../protocol/settings'
import type { StorageArea } from '../platform/storage'
import { createSerialQueue } from './serialQueue'

const KEY = 'settings'

/** Settings lie in clear text, so nothing about accounts belongs here. */
export function createSettingsService(area: StorageArea) {
  const enqueue = createSerialQueue()

  async function read(): Promise<Settings> {
    return readSettings((await area.get([KEY]))[KEY])
  }

  function update(change: Partial<Settings>): Promise<Settings> {
    return enqueue(async () => {
      const settings = { ...(await read()), ...change }
      await area.set({ [KEY]: settings })
      return settings
    })
  }

  /** Takes over settings of a backup, of which any may be of any kind. */
  function restore(settings: object): Promise<Settings> {
    return update(readSettings(settings))
  }

  return { read, update, restore }
}

export type SettingsService = ReturnType<typeof createSettingsService>
