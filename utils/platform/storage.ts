import { browser } from './browser'

/** A storage area as the services use it. `session` is held in memory and gone with the browser. */
export interface StorageArea {
  /** The stored values of those keys that exist. */
  get(keys: readonly string[]): Promise<Record<string, unknown>>
  set(values: Record<string, unknown>): Promise<void>
  remove(keys: readonly string[]): Promise<void>
}

export function storageArea(name: 'local' | 'session'): StorageArea {
  // Looked up at each call: the area belongs to the browser, which tests replace.
  const area = () => browser.storage[name]
  return {
    get: (keys) => area().get([...keys]),
    set: (values) => area().set(values),
    remove: (keys) => area().remove([...keys]),
  }
}

interface AccessLevels {
  setAccessLevel?: (options: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>
}

/**
 * Keeps content scripts out of the storage areas where the browser can (Chromium). Firefox cannot for
 * `local`, which is why nothing about accounts lies there unencrypted.
 */
export async function closeStorageToContentScripts(): Promise<void> {
  for (const name of ['local', 'session'] as const) {
    // Newer than the polyfill's types, and absent in Firefox.
    const area = browser.storage[name] as AccessLevels
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
  }
}
