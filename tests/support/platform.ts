import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Argon2Cost } from '@/utils/core/crypto/argon2'
import type { Pixels } from '@/utils/core/qr/qrReading'
import { failure, success } from '@/utils/core/result'
import { createServices, PLATFORM, type Platform, type Services } from '@/utils/background/services'
import type { FrameResult } from '@/utils/platform/pageScan'
import type { StorageArea } from '@/utils/platform/storage'
import { NOW } from './accounts'
import { createCountingBytes } from './countingBytes'
import { openQrReader } from './openQrReader'
import { createMemoryDatabase, type MemoryDatabase } from './memoryDatabase'

/** The lowest cost that a vault may have: the tests derive many keys. */
export const CHEAP_COST: Argon2Cost = { memoryKib: 19 * 1024, iterations: 2 }

/** What a test may set about the browser around the extension. */
export interface BrowserState {
  now: number
  /** What the visible tab or a given image shows; nothing readable when absent. */
  picture: Pixels | undefined
  isCaptureForbidden: boolean
  /** The window whose picture was taken last. */
  capturedWindowId: number | undefined
  /** What the page scan finds in the frames of the tab. */
  frameScans: readonly FrameResult[]
  /** What asking the tab's server for its time brings; nothing where pages are closed. */
  serverTime: ((now: number) => unknown) | undefined
  /** What the tab's frames show, as the page's script tells it. */
  pageTexts: readonly unknown[]
  isInjectionForbidden: boolean
  hasSiteAccess: boolean
  /** What the clipboard holds, for who may look at it. */
  clipboard: string
  hasClipboardAccess: boolean
  /** Whether clearing the clipboard fails. */
  isClipboardStuck: boolean
  /** When a moment was set, by its name. */
  readonly alarms: Map<string, number>
  /** What happens to a write of the local storage: it arrives, is refused, is lost or is garbled. */
  localWrites: 'arrive' | 'refused' | 'lost' | 'garbled'
  openedPopups: number
  /** How many pages of the extension were opened in tabs. */
  openedPages: number
  /** What deriving a key once would take, and the memory there is for it. */
  derivationMs: number
  freeMemoryKib: number
  /** What the toolbar button shows; unknown until something is shown. */
  shownLock: boolean | undefined
  /** What happens in the world while the background waits. */
  whileAsleep: () => Promise<unknown>
  /** What the background does later, when its time has come. */
  readonly later: (() => unknown)[]
  /** Frames with a running content script, by `tab:frame`; what they answer to an event. */
  readonly frames: Map<string, (event: unknown) => unknown>
}

export interface TestPlatform {
  readonly state: BrowserState
  readonly platform: Platform
  readonly database: MemoryDatabase['state']
  /** A background as after a start: new services over whatever the browser holds. */
  startBackground(): Services
}

/**
 * The platform over the fake browser: real adapters, a clock that stands, bytes and ids that count.
 * Only what the fake browser lacks is doubled.
 */
export function createTestPlatform(): TestPlatform {
  fakeBrowser.reset()
  const state: BrowserState = {
    now: NOW,
    picture: undefined,
    isCaptureForbidden: false,
    capturedWindowId: undefined,
    frameScans: [],
    serverTime: undefined,
    pageTexts: [],
    isInjectionForbidden: false,
    hasSiteAccess: true,
    clipboard: '',
    hasClipboardAccess: false,
    isClipboardStuck: false,
    alarms: new Map(),
    localWrites: 'arrive',
    openedPopups: 0,
    openedPages: 0,
    derivationMs: 800, // the lowest cost is just affordable: no key takes longer than it must
    freeMemoryKib: Infinity,
    shownLock: undefined,
    whileAsleep: () => Promise.resolve(),
    later: [],
    frames: new Map(),
  }
  const memoryDatabase = createMemoryDatabase()
  let ids = 0
  const platform: Platform = {
    ...PLATFORM,
    now: () => state.now,
    sleep: async (durationMs) => {
      state.now += durationMs
      await state.whileAsleep()
    },
    after: (_durationMs, action) => void state.later.push(action),
    randomBytes: createCountingBytes('platform'),
    randomId: () => `id-${String(++ids)}`,
    local: withFaults(PLATFORM.local, state),
    memory: asChromiumStores(PLATFORM.memory),
    database: memoryDatabase.database,
    captureVisibleTab: (windowId) => {
      state.capturedWindowId = windowId
      return Promise.resolve(
        state.isCaptureForbidden
          ? failure('capture-forbidden')
          : success('data:image/png;base64,AAAA'),
      )
    },
    readQr: async () => {
      const { picture } = state
      const read = openQrReader(() =>
        Promise.resolve(picture ? success(picture) : failure('image-unreadable')),
      )
      return read('')
    },
    scanFrames: () => Promise.resolve(state.frameScans),
    revealPicture: () => Promise.resolve(),
    readPictureOf: () =>
      Promise.resolve(state.isInjectionForbidden ? undefined : 'data:image/png;base64,AAAA'),
    askServerTime: () => Promise.resolve(state.serverTime?.(state.now)),
    readPageTexts: () => Promise.resolve(state.pageTexts),
    hasSiteAccess: () => Promise.resolve(state.hasSiteAccess),
    hasWideAccess: () => Promise.resolve(state.hasSiteAccess),
    injectAutofill: (tabId) =>
      Promise.resolve(
        state.isInjectionForbidden ? failure('page-forbidden') : success(framesOf(tabId)),
      ),
    sendToFrame: (tabId, frameId, event) =>
      Promise.resolve(state.frames.get(`${String(tabId)}:${String(frameId)}`)?.(event)),
    showLockState: (isLocked) => {
      state.shownLock = isLocked
      return Promise.resolve()
    },
    openPage: () => {
      state.openedPages++
      return Promise.resolve()
    },
    openPopup: () => {
      state.openedPopups++
      return Promise.resolve()
    },
    clearHint: () => Promise.resolve(),
    hasClipboardAccess: () => Promise.resolve(state.hasClipboardAccess),
    clearClipboardOf: (text) => {
      if (state.isClipboardStuck) return Promise.reject(new Error('the clipboard does not answer'))
      if (state.clipboard === text) state.clipboard = ''
      return Promise.resolve()
    },
    setAlarm: (name, when) => {
      state.alarms.set(name, when)
      return Promise.resolve()
    },
  }
  const framesOf = (tabId: number) =>
    [...state.frames.keys()]
      .filter((key) => key.startsWith(`${String(tabId)}:`))
      .map((key) => Number(key.split(':')[1]))
  return {
    state,
    platform,
    database: memoryDatabase.state,
    startBackground: () =>
      createServices(platform, CHEAP_COST, ({ memoryKib }) =>
        Promise.resolve(memoryKib > state.freeMemoryKib ? undefined : state.derivationMs),
      ),
  }
}

/** Storage that may fail as disks do. */
function withFaults(area: StorageArea, state: BrowserState): StorageArea {
  const chromium = asChromiumStores(area)
  return {
    ...chromium,
    set: async (values) => {
      if (state.localWrites === 'refused') throw new Error('QUOTA_BYTES quota exceeded')
      if (state.localWrites === 'lost') return
      await chromium.set(state.localWrites === 'garbled' ? garble(values) : values)
    },
  }
}

/** The last letter of each ciphertext changed: a well-formed copy that does not open. */
function garble(values: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(values)
  return JSON.parse(
    text.replace(
      /("ciphertext":")(.)/gu,
      (_all, start: string, first: string) => start + (first === 'A' ? 'B' : 'A'),
    ),
  ) as Record<string, unknown>
}

/** Chromium keeps no order of keys: objects come back sorted, and as copies. */
function asChromiumStores(area: StorageArea): StorageArea {
  return {
    ...area,
    get: async (keys) => sortKeys(await area.get(keys)) as Record<string, unknown>,
  }
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([key, inner]) => [key, sortKeys(inner)]))
}
