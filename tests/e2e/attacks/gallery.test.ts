import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../soak/random.ts'
import { waitUntil, type BrowserKind } from '../../support/browserDriver.ts'
import { forgeMessages, isHarmless, REQUESTS } from '../../support/forgeMessages.ts'
import { byId, openList } from '../../support/story.ts'
import { ATTACKS } from './attacks.ts'
import { forgeFromFrame, forgeFromPage, installForger, type Forger } from './forgeInBrowser.ts'
import { HONEST } from './honestPages.ts'
import { CANARIES, playGallery, readLeaks } from './playGallery.ts'

type Gallery = Awaited<ReturnType<typeof playGallery>>

/** `FORGED=1000` for the figure in SECURITY.md. */
const FORGED = Number(process.env['FORGED'] ?? 4)
/** As many as one message of the drivers carries with ease. */
const AT_ONCE = 400
/** One of each kind; `npm run bench -- attacks` plays all of them, each after its own control. */
const CHOSEN = [
  'fades, cuts and bends the host',
  'spills the shadow of one pixel',
  'covers all with a view transition',
  'covers when the pointer comes',
  'puts another field in the place of the first',
  'keeps itself busy while a cover lies there',
  'sends the form to somebody else',
]
const VISITED = [
  'a root that is scaled for good',
  'names that hide the DOM',
  'prototypes that lie',
  'a sheet in the top layer that draws only what is in its shadow',
]
/** Time for a menu that must not come: an honest page's needs far less. */
const NOTHING_MS = 700

describe.each<BrowserKind>(['chrome', 'firefox'])('among hostile pages in %s', (kind) => {
  let gallery: Gallery

  beforeAll(async () => {
    gallery = await playGallery(kind, { hasFewControls: true })
  })
  afterAll(() => gallery.close())

  it(
    'gives nothing for forged messages, wherever they come from',
    async () => {
      const { driver, page, siteOf } = gallery
      const [bank, evil] = [siteOf('bank'), siteOf('evil')]
      const known = { ...(await gallery.forgetFill()), site: bank, sites: [evil] }
      const before = await gallery.readState()
      const forged = REQUESTS.flatMap((request, seed) =>
        forgeMessages(request, FORGED, known, createRandom(seed)).map((message) => ({
          request,
          message,
        })),
      )
      const send = async (forge: Forger, isHeard: boolean) => {
        let answers = 0
        for (let start = 0; start < forged.length; start += AT_ONCE) {
          const batch = forged.slice(start, start + AT_ONCE)
          const replies = await forge(batch.map(({ message }) => message))
          const harmful = batch.flatMap(({ request }, index) => {
            const reply = replies[index] ?? 'null'
            const text = reply.toLowerCase()
            const leaks = [...CANARIES, known.accountId].some((it) =>
              text.includes(it.toLowerCase()),
            )
            return leaks || !isHarmless(request, JSON.parse(reply)) ? [[request, reply]] : []
          })
          expect(harmful).toEqual([])
          answers += replies.filter((reply) => reply !== 'null').length
        }
        // Messages that come to nobody's ears prove nothing, unless that is as it should be.
        expect(answers > 0).toBe(isHeard)
        const after = await gallery.readState()
        const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
        expect(names.filter((name) => before[name] !== after[name])).toEqual([])
      }
      await page.goto(bank)
      await send(forgeFromFrame(driver, bank), true)
      await send(async (messages) => {
        const heard = await forgeFromPage(page)(messages)
        expect(heard).toEqual([])
        return []
      }, false)
      await page.goto(`${bank}/framing?frame=${evil}`)
      await send(forgeFromFrame(driver, evil), true)
      await page.goto(`${evil}/framing?frame=${bank}`)
      await send(forgeFromFrame(driver, bank), true)
      await page.goto(evil)
      await send(forgeFromFrame(driver, evil), true)
      await send(await installForger(driver, page), false)
    },
    FORGED * 5000 + 60_000,
  )

  it.each(ATTACKS.filter(({ name }) => CHOSEN.includes(name)).map((it) => [it.name, it] as const))(
    'fills nothing unseen where a page %s',
    async (_name, attack) => {
      const { control, isFilled, isAsBefore, leaks } = await gallery.play(attack)
      // An attack proves nothing in a page in which nothing works.
      expect([control, leaks]).toEqual(['inline', []])
      if (isFilled) expect([attack.kind, isAsBefore]).toEqual(['covers', true])
    },
  )

  it.each(HONEST.filter(({ name }) => VISITED.includes(name)).map((it) => [it.name, it] as const))(
    'has no dead end on an honest page: %s',
    async (_name, honest) => {
      expect(await gallery.visit(honest)).not.toBe('dead end')
    },
  )

  it('opens no menu for a script, nor for a page that frames the site', async () => {
    const { page, siteOf } = gallery
    await page.goto(siteOf('bank'))
    await page.evaluate(() => {
      const field = document.querySelector<HTMLElement>('#code')
      field?.focus()
      for (const type of ['pointerdown', 'mousedown', 'click', 'keyup']) {
        field?.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
      }
    })
    await sleep(NOTHING_MS)
    expect(await page.$('[popover=manual]')).toBeNull()
    await page.goto(`${siteOf('evil')}/framing?frame=${siteOf('bank')}`)
    const frame = await waitUntil('the frame', () =>
      page.frames().find((one) => one.url().startsWith(siteOf('bank'))),
    )
    await (await frame.waitForSelector('#code'))?.click()
    await sleep(NOTHING_MS)
    expect(await frame.$('[popover=manual]')).toBeNull()
    expect(await readLeaks(page)).toEqual([])
  })

  // Firefox shows the menu on such a page, and its protocol does not reach a window that an extension opened.
  if (kind === 'chrome') {
    it('goes on in the popup where a page lets no frame of others in', async () => {
      const { page, siteOf, driver } = gallery
      await page.goto(`${siteOf('bank')}/isolated`)
      await waitUntil('the menu', async () => {
        await page.click('#code')
        return page.waitForSelector('[popover=manual]', { timeout: NOTHING_MS })
      })
      const popup = await driver.openedPopup()
      await popup.click(byId('account-fill'))
      await waitUntil('a filled field', async () => (await page.evaluate('codes()')) !== '')
      expect(await page.$('[popover=manual]')).toBeNull()
    })

    it('goes on in a window of its own where that of the page has no toolbar', async () => {
      const { page: opener, siteOf, driver } = gallery
      await opener.goto(siteOf('bank'))
      await opener.evaluate(() => void open('/', 'sign-in', 'popup,width=460,height=560'))
      const page = await waitUntil('the sign-in window', async () => {
        const pages = await driver.browser.pages()
        return pages.find((one) => one !== opener && one.url().startsWith(siteOf('bank')))
      })
      await waitUntil('the menu', async () => {
        await page.click('#code')
        return page.waitForSelector('[popover=manual]', { timeout: NOTHING_MS })
      })
      const menu = await driver.menuFrame(page)
      await menu.waitFor(`${byId('menu-account')}[aria-disabled=false]`)
      await page.evaluate(() => {
        const chat = document.createElement('div')
        chat.popover = 'manual'
        chat.style.cssText = 'position:fixed;inset:auto;left:60px;top:180px;width:40px;height:40px'
        document.body.append(chat)
        chat.showPopover()
      })
      await menu.click(byId('menu-account'))
      const popup = await driver.openedPopup()
      await popup.click(`${byId('offer-fill')}[aria-disabled=false]`)
      await waitUntil('a filled field', async () => (await page.evaluate('codes()')) !== '')
      await page.close()
    })
  }

  it('fills the site in a frame of another one from the popup, once it was named there', async () => {
    const { page, siteOf, driver } = gallery
    await page.goto(`${siteOf('evil')}/framing?frame=${siteOf('bank')}`)
    const popup = await openList(driver, page)
    await popup.click(byId('account-menu'))
    await popup.click(byId('menu-fill'))
    expect(await popup.text(byId('toast'))).toContain(new URL(siteOf('bank')).host)
    await popup.click(byId('toast-action'))
    const frame = await waitUntil('the frame', () =>
      page.frames().find((one) => one.url().startsWith(siteOf('bank'))),
    )
    await waitUntil('a filled field', async () => (await frame.evaluate('codes()')) !== '')
    expect(await readLeaks(page)).toEqual([])
  })

  it('cannot be noticed by a page before a person enters a code field', async () => {
    const { page, siteOf, driver } = gallery
    await page.goto(siteOf('evil'))
    // Firefox draws the host of an extension's pages anew at each installation: no page knows it.
    const accessible = kind === 'chrome' ? ['menu.html'] : []
    const files = [...accessible, 'popup.html', 'icon/16.png', 'otp.js']
    const traces = await page.evaluate(
      async (addresses) => {
        const reached = addresses.map((address) =>
          fetch(address).then(
            () => address,
            () => '',
          ),
        )
        const popover = document.querySelector('[popover]')?.outerHTML ?? ''
        return [...(await Promise.all(reached)), popover].join('')
      },
      files.map((file) => `${driver.origin}/${file}`),
    )
    expect([traces, await readLeaks(page)]).toEqual(['', []])
  })

  it('works in a modal dialog, in a shadow root too, and Escape closes the menu alone', async () => {
    const { page, siteOf, driver } = gallery
    await page.goto(`${siteOf('bank')}/dialog`)
    await page.$eval('dialog form', (form) => {
      const host = document.createElement('code-form')
      host.attachShadow({ mode: 'open' }).append(form.cloneNode(true))
      form.replaceWith(host)
    })
    const field = await page.waitForSelector('>>> #code')
    await waitUntil('the menu', async () => {
      await field?.click()
      return page.waitForSelector('[popover=manual]', { timeout: NOTHING_MS })
    })
    const menu = await driver.menuFrame(page)
    await menu.waitFor(byId('menu-account'))
    await page.keyboard.press('Escape')
    await waitUntil('the menu to close', async () => !(await menu.isOpen()))
    expect(await page.$eval('dialog', (dialog) => dialog.open)).toBe(true)
    await field?.click()
    const again = await driver.menuFrame(page)
    await again.click(`${byId('menu-account')}[aria-disabled=false]`)
    await waitUntil('a filled field', () =>
      page.$eval('code-form', (host) => {
        const input = host.shadowRoot?.querySelector<HTMLInputElement>('#code')
        return input?.value.length === 6
      }),
    )
  })
})
