import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'

/** Waits for what a page began, also where it loads a part of itself first. */
export async function settle(): Promise<void> {
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
}
