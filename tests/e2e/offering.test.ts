import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindAccount, BUILDS } from '../../bench/fields/bindAccount.ts'
import { listenOnLoopback } from '../../demo/listen.ts'
import { messages as en } from '../../utils/ui/i18n/messages/en.ts'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
} from '../support/browserDriver.ts'
import { byId, createVault } from '../support/story.ts'

/** Pages of one site, by path. */
const PAGES: Readonly<Record<string, string>> = {
  '/code': '<h1>Two-factor authentication</h1><label>Code <input id="f" name="otp"></label>',
  '/schemes':
    '<meta name="color-scheme" content="light dark"><label>Code <input id="f" name="otp"></label>',
  '/sms':
    '<p>We sent a verification code by SMS.</p><label>Code <input id="f" name="code"></label>',
  '/both': '<label>Password and one-time code <input id="f" type="password" name="otp"></label>',
  '/steps': '<label>Name <input name="user"></label><button id="next">Next</button>',
  '/again': '<dialog id="box"></dialog>',
  '/srcdoc': '<iframe width="600" height="400"></iframe>',
  '/written': '<iframe width="600" height="400"></iframe>',
  '/blob': '<iframe width="600" height="400"></iframe>',
  '/odd': '<label>Zahl vom Schirm <input id="f" name="zvs"></label>',
  '/send':
    '<form action="/sent"><label>One-time code <input id="f" name="otp"></label><button>Sign in</button></form>',
  '/sent': '<p id="sent">Welcome</p>',
}
const STEP =
  '<body style="margin:60px"><label>Authentication code <input id="f" name="otp"></label>'
/** What the pages do by themselves. */
const SCRIPTS: Readonly<Record<string, string>> = {
  '/steps': `document.querySelector('#next').onclick = () => {
    document.open(); document.write('${STEP}'); document.close() }`,
  // Counts down, and draws all of it anew for that.
  '/again': `let text = ''
    const draw = () => {
      const hadFocus = document.activeElement?.id === 'f'
      box.innerHTML = '<label>Authentication code <input id="f" name="otp"></label>' + Date.now()
      const field = box.querySelector('input')
      field.value = text
      field.oninput = () => { text = field.value }
      if (hadFocus) field.focus()
    }
    draw(); box.showModal(); setInterval(draw, 1000)`,
  '/srcdoc': `document.querySelector('iframe').srcdoc = '${STEP}'`,
  '/written': `const { contentDocument } = document.querySelector('iframe')
    contentDocument.open(); contentDocument.write('${STEP}'); contentDocument.close()`,
  '/blob': `document.querySelector('iframe').src =
    URL.createObjectURL(new Blob(['${STEP}'], { type: 'text/html' }))`,
}
const FIELD = '#f'
const ARMED = (id: string) => `${byId(id)}[aria-disabled=false]`

describe.each<BrowserKind>(['chrome', 'firefox'])('the offer in a field in %s', (kind) => {
  let driver: BrowserDriver
  let site: Awaited<ReturnType<typeof listenOnLoopback>>
  let page: Page

  beforeAll(async () => {
    site = await listenOnLoopback((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      const path = new URL(request.url ?? '/', 'http://localhost').pathname
      const script = SCRIPTS[path] === undefined ? '' : `<script>${SCRIPTS[path]}</script>`
      response.end(`<!doctype html><body style="margin:60px">${PAGES[path] ?? ''}${script}`)
    }, 0)
    driver = await launch(kind, { extensionDir: BUILDS[kind] })
    await (await createVault(driver, 'kopi angin perak lima')).close()
    page = await bindAccount(driver, at('/code'))
  })
  afterAll(async () => {
    await driver.close()
    await site.close()
  })

  const at = (path: string) => `http://localhost:${String(site.port)}${path}`
  const valueOf = () => page.$eval(FIELD, (field) => (field as HTMLInputElement).value)
  const holds = (pattern: RegExp) =>
    waitUntil('the code', async () => pattern.test(await valueOf()))

  /** The page's own view of what stands in it: anything beside its body. */
  const countGuests = () =>
    page.evaluate(() => [...document.documentElement.children].slice(2).length)
  const readIcon = () =>
    page.evaluate((selector) => {
      const field = document.querySelector(selector)?.getBoundingClientRect()
      const icon = [...document.documentElement.children]
        .slice(2)
        .find((it) => !(it as HTMLElement).popover && getComputedStyle(it).visibility === 'visible')
        ?.getBoundingClientRect()
      if (!field || !icon) return undefined
      const isInside =
        icon.left > field.left &&
        icon.right < field.right &&
        icon.top >= field.top &&
        icon.bottom <= field.bottom
      return { isInside, x: icon.left + icon.width / 2, y: icon.top + icon.height / 2 }
    }, FIELD)

  async function enter(path: string) {
    await page.goto(at(path))
    await page.bringToFront()
    await page.click(FIELD)
    return driver.menuFrame(page)
  }

  it('leaves the page as it is until a person enters the field', async () => {
    await page.goto(at('/code'))
    await page.focus(FIELD)
    // The small script has looked at the page when the other one is there.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
    expect(await countGuests()).toBe(0)
  })

  it('stands as an icon inside the field, which opens the accounts again', async () => {
    const menu = await enter('/code')
    await menu.waitFor(ARMED('menu-account'))
    expect(await readIcon()).toMatchObject({ isInside: true })
    await page.keyboard.press('Escape')
    await waitUntil('a closed menu', async () => (await countGuests()) === 1)
    const icon = await readIcon()
    await page.mouse.click(icon?.x ?? 0, icon?.y ?? 0)
    const again = await driver.menuFrame(page)
    await again.click(ARMED('menu-account'))
    await holds(/^\d{6}$/u)
  })

  it.each(['light', 'dark'])('lets a %s page shine through around the menu', async (scheme) => {
    await page.goto(at('/schemes'))
    await page.evaluate((scheme) => {
      document.querySelector('meta')?.setAttribute('content', scheme)
    }, scheme)
    await page.bringToFront()
    const box = await page.$eval(
      FIELD,
      (field) => field.getBoundingClientRect().toJSON() as DOMRect,
    )
    // Within the frame, below the menu of one account.
    const clip = { x: box.x + 20, y: box.bottom + 200, width: 40, height: 20 }
    const before = await page.screenshot({ clip, encoding: 'base64' })
    await page.click(FIELD)
    await (await driver.menuFrame(page)).waitFor(ARMED('menu-account'))
    expect(await page.screenshot({ clip, encoding: 'base64' })).toBe(before)
  })

  it('says that a page sends its codes itself, and fills one of the vault if that is meant', async () => {
    const menu = await enter('/sms')
    expect(await menu.text(byId('menu-sent'))).toContain(en['sent.sms'])
    await menu.click(ARMED('menu-anyway'))
    await menu.click(ARMED('menu-account'))
    await holds(/^\d{6}$/u)
  })

  it('puts the code behind a password, asks once and remembers it', async () => {
    const asking = await enter('/both')
    await page.keyboard.type('rahasia-7')
    await asking.click(ARMED('menu-account'))
    await asking.click(ARMED('menu-append'))
    await holds(/^rahasia-7\d{6}$/u)
    const remembering = await enter('/both')
    await page.keyboard.type('lain-8')
    await remembering.click(ARMED('menu-account'))
    await holds(/^lain-8\d{6}$/u)
  })

  it('learns a field from the context menu that nothing gives away', async () => {
    await page.goto(at('/odd'))
    await page.click(FIELD)
    await driver.clickContextMenu('fill-here', true)
    await (await driver.menuFrame(page)).waitFor(ARMED('menu-account'))
    const known = await enter('/odd')
    await known.click(ARMED('menu-account'))
    await holds(/^\d{6}$/u)
  })

  it.each(['/srcdoc', '/written', '/blob'])(
    'stands in a frame without an address: %s',
    async (path) => {
      await page.goto(at(path))
      await page.bringToFront()
      const frame = await waitUntil('the field in the frame', async () => {
        for (const it of page.frames())
          if (it !== page.mainFrame() && (await it.$(FIELD))) return it
        return undefined
      })
      await frame.click(FIELD)
      await (await driver.menuFrame(page)).waitFor(ARMED('menu-account'))
    },
  )

  it('stands in a step that the page writes over itself', async () => {
    await page.goto(at('/steps'))
    await page.bringToFront()
    await page.click('#next')
    await page.waitForSelector(FIELD)
    await page.click(FIELD)
    await (await driver.menuFrame(page)).waitFor(ARMED('menu-account'))
  })

  it('goes on in the popup where a page draws its dialog anew again and again', async () => {
    await page.goto(at('/again'))
    await page.bringToFront()
    await page.click(FIELD)
    const popup = await driver.openedPopup()
    await popup.click(byId('account-fill'))
    await holds(/^\d{6}$/u)
  })

  it('fills by its keys', async () => {
    await page.goto(at('/code'))
    await page.bringToFront()
    await driver.pressCommand('fill-code')
    await holds(/^\d{6}$/u)
  })

  it('has keys in the browser for what is done by keys', async () => {
    const named = await driver.evaluateInBackground(async () => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api }
      const all = await (scope.browser ?? scope.chrome).commands.getAll()
      return all.filter(({ shortcut }) => shortcut !== '').map(({ name }) => name)
    })
    const scan = kind === 'firefox' ? ['scan-page'] : []
    expect(named.sort()).toEqual(['_execute_action', 'copy-code', 'fill-code', 'lock', ...scan])
  })

  it('copies by its keys', async () => {
    await page.bringToFront()
    await driver.pressCommand('copy-code')
    const popup = await driver.openedPopup()
    await waitUntil('the code to be copied', async () =>
      (await popup.text(byId('toast'))).includes('copied'),
    )
    await popup.close()
  })

  it('sends the form where that is wanted', async () => {
    const options = await driver.openExtensionPage('options.html#autofill')
    // A code behind a password is never sent: what comes before it may not be typed yet.
    await options.waitForSelector(byId('site-replaces'))
    await options.click(byId('site-replaces'))
    await options.waitForSelector(byId('site-replaces'), { hidden: true })
    await options.click(byId('site-submits'))
    await options.close()
    const menu = await enter('/send')
    await menu.click(ARMED('menu-account'))
    await page.waitForSelector('#sent')
  })

  it('is hidden on a site, and comes back', async () => {
    const menu = await enter('/code')
    await menu.click(ARMED('menu-hide'))
    await waitUntil('an untouched page', async () => (await countGuests()) === 0)
    await page.click(FIELD)
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
    expect(await countGuests()).toBe(0)
    const options = await driver.openExtensionPage('options.html#autofill')
    await options.waitForSelector(byId('site-offers'))
    await options.click(byId('site-offers'))
    await options.close()
    await (await enter('/code')).waitFor(ARMED('menu-account'))
  })

  it('names no account where none is used yet, and goes on in the popup', async () => {
    await page.goto(at('/code').replace('localhost', 'elsewhere.localhost'))
    await page.bringToFront()
    await page.click(FIELD)
    const menu = await driver.menuFrame(page)
    expect(await menu.text('main')).toContain(en['menu.unbound'])
    expect(await menu.exists(byId('menu-account'))).toBe(false)
    await menu.click(ARMED('menu-choose'))
    const popup = await driver.openedPopup()
    await popup.click(byId('account-menu'))
    await popup.click(byId('menu-fill'))
    await popup.click(byId('confirm-site'))
    await holds(/^\d{6}$/u)
  })
})

interface Api {
  readonly commands: { getAll(): Promise<{ name: string; shortcut: string }[]> }
}
