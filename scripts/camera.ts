import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page, ScreenshotClip } from 'puppeteer-core'
import { findViolations } from '../tests/support/accessibility.ts'
import { waitUntil, type BrowserDriver, type Popup } from '../tests/support/browserDriver.ts'
import { openState, type ViewState, type ViewWorld } from '../tests/support/views.ts'

export const THEMES = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]
export const LANGUAGES = ['en', 'id'] as const
export type Language = (typeof LANGUAGES)[number]
type Shown = Page | Popup

/** Colours that are on their way to others are in no picture. */
const SETTLED_MS = 150
const STILL = { name: 'prefers-reduced-motion', value: 'reduce' }
const WELCOME_SIZE = { width: 640, height: 800 }
const SECTION_SIZE = { width: 800, height: 800 }

export interface CameraOptions {
  readonly folder: string
  readonly language: Language
  /** Takes only what one of these words is in; everything where there are none. */
  readonly words: readonly string[]
  /** Looks for violations of WCAG in each state too. */
  readonly checks: boolean
}

export type Camera = ReturnType<typeof createCamera>

/** Takes pictures of one thing in all themes, and remembers what could not be taken. */
export function createCamera({ folder, language, words, checks }: CameraOptions) {
  const problems: string[] = []
  const isWanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word))
  const pathOf = (name: string) => join(folder, `${language}-${name}.png`)

  /** What stands there, in every theme. The page itself changes it, so nothing else comes to the front. */
  async function shootThemes(
    shown: Shown,
    name: string,
    take: (path: string) => Promise<unknown> = (path) => save(shown, path),
  ): Promise<void> {
    if (!isWanted(name)) return
    console.log(language, name)
    for (const theme of THEMES) {
      await chooseTheme(shown, theme)
      await sleep(SETTLED_MS)
      await take(pathOf(`${name}-${theme}`))
    }
  }

  async function shootStates(
    driver: BrowserDriver,
    world: ViewWorld,
    states: readonly ViewState[],
  ): Promise<void> {
    for (const state of states) {
      if (isWanted(state.name)) await shootState(driver, world, state).catch(note(state.name))
    }
  }

  async function shootState(
    driver: BrowserDriver,
    world: ViewWorld,
    state: ViewState,
  ): Promise<void> {
    const { name, path, part, isWide = false } = state
    const view = await openState(driver, world, {
      ...state,
      played: { secondsLeft: 21, ...state.played },
    })
    try {
      const isWelcome = path.startsWith('welcome')
      if (isWelcome) await view.setViewport(WELCOME_SIZE)
      else if (isWide && name !== 'settings') await view.setViewport(SECTION_SIZE)
      await sleep(300)
      await shootThemes(view, name, async (path) => {
        const shown = part === undefined ? view : await view.$(part)
        await shown?.screenshot({ path, ...(isWelcome ? { fullPage: true } : {}) })
      })
      if (checks) {
        const found = await findViolations(view, { part })
        problems.push(...found.map((it) => `${language} ${name}: ${it}`))
      }
    } finally {
      await view.close()
    }
  }

  const note = (name: string) => (error: unknown) => {
    problems.push(`${language} ${name}: ${String(error)}`)
    console.error(problems.at(-1))
  }

  return { problems, isWanted, note, shootThemes, shootStates, pathOf }
}

export async function save(shown: Shown, path: string): Promise<void> {
  if ('isOpen' in shown) await shown.screenshot(path)
  else await shown.screenshot({ path })
}

/** A part of the page around an element of it. */
export async function clipAround(
  page: Page,
  selector: string,
  margin: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  },
): Promise<ScreenshotClip> {
  const box = await (await page.$(selector))?.boundingBox()
  if (!box) throw new Error(`No ${selector}`)
  const x = Math.max(0, box.x - margin.left)
  const y = Math.max(0, box.y - margin.top)
  return { x, y, width: margin.width, height: margin.height }
}

/** The person's theme, and where none is known yet, the system's. */
export async function chooseTheme(shown: Shown, theme: Theme): Promise<void> {
  const value = theme === 'light' ? 'light' : 'dark'
  if (!('isOpen' in shown)) {
    await shown.emulateMediaFeatures([STILL, { name: 'prefers-color-scheme', value }])
  }
  await changeSettings(shown, { theme })
  await waitUntil('the theme', () => evaluate(shown, isShowing, theme))
}

/** As a page of the extension asks for it. */
export async function changeSettings(shown: Shown, payload: object): Promise<void> {
  await evaluate(shown, askForSettings, payload)
}

function evaluate<Args extends readonly unknown[], T>(
  shown: Shown,
  fn: (...args: Args) => T | Promise<T>,
  ...args: Args
): Promise<T> {
  // A page has it too, and means the same by it.
  return (shown as Popup).evaluate(fn, ...args)
}

/** Runs in the page. */
function isShowing(theme: string): boolean {
  return (document.documentElement.dataset['theme'] ?? theme) === theme
}

/** Runs in the page. */
async function askForSettings(payload: object): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: object): Promise<unknown> } }
  }
  const command = crypto.randomUUID()
  await chrome.runtime.sendMessage({
    ...{ to: 'background', request: 'settings.update' },
    ...{ payload, command },
  })
}
