import { type Bidi } from './bidi.ts'
import { selectAll } from './remoteCall.ts'
import { type MenuFrame } from './session.ts'
import { waitUntil } from './waitUntil.ts'

/** The frame below `root` that shows the page; the protocol lists frames in closed shadow roots too. */
export async function firefoxMenuFrame(bidi: Bidi, root: string, page: string): Promise<MenuFrame> {
  const matches = (url: string) =>
    URL.canParse(url) &&
    new URL(page).pathname === new URL(url).pathname &&
    url.startsWith('moz-extension:')
  const findContext = async () =>
    (await bidi.contexts(root)).find(({ url }) => matches(url))?.context

  const context = await waitUntil(`a frame showing ${page}`, async () => {
    const found = await findContext()
    if (!found) return undefined
    const isLoaded = await bidi.call<boolean>(found, () => document.readyState === 'complete')
    return isLoaded ? found : undefined
  })

  async function find(selector: string): Promise<string> {
    const expression = `document.querySelector(${JSON.stringify(selector)})`
    return waitUntil(
      `${selector} in ${page}`,
      async () => (await bidi.evaluate(context, expression)).sharedId,
    )
  }
  async function perform(type: 'pointer' | 'key', actions: readonly object[]): Promise<void> {
    await bidi.send('input.performActions', { context, actions: [{ type, id: type, actions }] })
  }
  async function click(selector: string): Promise<void> {
    const origin = { type: 'element', element: { sharedId: await find(selector) } }
    await perform('pointer', [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ])
  }
  async function press(...keys: readonly string[]): Promise<void> {
    await perform(
      'key',
      keys.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    )
  }

  return {
    click,
    async waitFor(selector) {
      await find(selector)
    },
    async type(selector, text) {
      await click(selector)
      await press(...text)
    },
    async fill(selector, text) {
      await click(selector)
      await bidi.call(context, selectAll, [selector])
      await press(...text)
    },
    press: (key) => press(WEBDRIVER_KEYS[key] ?? key),
    async text(selector) {
      await find(selector)
      return bidi.call(
        context,
        (selector: string) => document.querySelector(selector)?.textContent ?? '',
        [selector],
      )
    },
    exists: (selector) =>
      bidi.call(context, (selector: string) => document.querySelector(selector) !== null, [
        selector,
      ]),
    async evaluate<Args extends readonly unknown[], T>(
      fn: (...args: Args) => T | Promise<T>,
      ...args: Args
    ) {
      return bidi.call<T>(context, fn, args)
    },
    isOpen: async () => (await findContext()) === context,
  }
}

/** https://w3c.github.io/webdriver/#keyboard-actions */
const WEBDRIVER_KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ' ': '\uE00D',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}
