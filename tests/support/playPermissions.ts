import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

/** The browser's permissions, which the fake browser lacks: not granted, and granted when asked. */
export function playPermissions() {
  const nobodyListens = { addListener: vi.fn(), removeListener: vi.fn() }
  const permissions = {
    contains: vi.fn<() => Promise<boolean>>().mockResolvedValue(false),
    request: vi.fn<() => Promise<boolean>>().mockResolvedValue(true),
    remove: vi.fn<() => Promise<boolean>>().mockResolvedValue(true),
    onAdded: nobodyListens,
    onRemoved: nobodyListens,
  }
  Object.assign(fakeBrowser.permissions, permissions)
  return permissions
}
