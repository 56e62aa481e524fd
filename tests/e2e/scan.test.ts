import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawQrPng, drawQrSvg } from '../../demo/qr.ts'
import {
  launch,
  waitUntil,
  type BrowserDriver,
  type BrowserKind,
  type Popup,
} from '../support/browserDriver.ts'
import { writeMigration } from '../../utils/core/otpauth/writeMigration.ts'
import { drawFilm } from '../support/drawFilm.ts'
import { byId, createVault, openList, openPopup, scan } from '../support/story.ts'

const OUTPUT = join(import.meta.dirname, '../../.output')
const BUILDS: Record<BrowserKind, string> = { chrome: 'chrome-mv3-e2e', firefox: 'firefox-mv3' }

const link = (name: string, secret: string) =>
  `otpauth://totp/${name}:me?secret=${secret}&issuer=${name}`
const FIRST = link('First', 'JBSWY3DPEHPK3PXP')
const SECOND = link('Second', 'GEZDGNBVGY3TQOJQ')

const PHONE = ['GEZDGNBVGY3TQOJQ', 'MFRGGZDFMZTWQ2LK', 'NBSWY3DPO5XXE3DE']
const PAPER = ['ORSXG5BAGEZDGNBV', 'ORSXG5BAGY3TQOJQ', 'ORSXG5BANBSWY3DP']

/** One of the codes that an export shows one after the other. */
const exportPart = (name: string, secrets: readonly string[], index: number) =>
  writeMigration(
    [
      {
        ...{ type: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 },
        ...{ issuer: `${name} ${String(index + 1)}`, account: 'me', secret: secrets[index] ?? '' },
      },
    ],
    { batchId: 5, size: secrets.length, index },
  )

/** Addresses under `localhost` and `127.0.0.1` are two sites. */
const PAGES: Record<string, (port: number) => string> = {
  '/two': () => drawQrSvg(FIRST) + drawQrSvg(SECOND),
  '/below': () => `<p>Scroll down</p><div style="height:3000px"></div>${drawQrSvg(FIRST)}`,
  '/closed': () =>
    `<div style="height:3000px"></div><qr-card></qr-card><script>document.querySelector('qr-card')
     .attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(drawQrSvg(FIRST))}</script>`,
  '/framed': (port) =>
    `<iframe src="http://127.0.0.1:${String(port)}/one" width="420" height="420"></iframe>`,
  '/one': () => drawQrSvg(FIRST),
  '/written': () =>
    `<p><a href="${SECOND}">Open your app</a></p>
     <div><p>Can't scan it? Enter this setup key:</p><p><code>JBSW Y3DP EHPK 3PXP</code></p></div>`,
  '/both': () =>
    `${drawQrSvg(FIRST)}<div><p>Can't scan? Enter this key:</p><code>JBSW Y3DP EHPK 3PXP</code></div>`,
  '/foreign': (port) =>
    `<div style="height:3000px"></div><img src="http://127.0.0.1:${String(port)}/qr.png">`,
  '/pictures': () => `<img src="/qr.png">${drawQrSvg(SECOND)}`,
  '/payment': () => drawQrSvg('00020101021126570011ID.EXAMPLE.WWW5204000053033605802ID6304ABCD'),
  '/part1': () => drawQrSvg(exportPart('Phone', PHONE, 0)),
  '/part2': () => drawQrSvg(exportPart('Phone', PHONE, 1)),
  '/part3': () => drawQrSvg(exportPart('Phone', PHONE, 2)),
  '/none': () => '<p>Nothing here</p>',
}

describe.each<BrowserKind>(['chrome', 'firefox'])('one scan in %s', (kind) => {
  let driver: BrowserDriver
  let server: Server
  let page: Page
  let base: string
  const film = join(mkdtempSync(join(tmpdir(), 'sandi-film-')), 'film.y4m')

  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      const isPicture = url === '/qr.png'
      response.setHeader('content-type', isPicture ? 'image/png' : 'text/html; charset=utf-8')
      response.end(
        isPicture
          ? drawQrPng(FIRST)
          : `<!doctype html><style>svg{width:300px}</style>${PAGES[url]?.(portOf(server)) ?? ''}`,
      )
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    base = `http://localhost:${String(portOf(server))}`
    writeFileSync(film, drawFilm(PAPER.map((_, index) => exportPart('Paper', PAPER, index))))
    driver = await launch(kind, { extensionDir: join(OUTPUT, BUILDS[kind]), cameraFilm: film })
    await (await createVault(driver, 'kopi angin perak lima')).close()
    page = await driver.newPage(base)
  })
  afterAll(async () => {
    await driver.close()
    server.close()
    rmSync(dirname(film), { recursive: true })
  })

  async function scanPage(path: string): Promise<Popup> {
    await page.goto(`${base}${path}`)
    const popup = await openList(driver, page)
    await scan(popup)
    await popup.waitFor(`${byId('review-draft')}, ${byId('scan-error')}`)
    return popup
  }

  it.each([
    ['two codes at once', '/two', ['First', 'Second']],
    ['a code below the fold', '/below', ['First']],
    ['a code below the fold in a closed shadow root', '/closed', ['First']],
    ['a code in a frame of another site', '/framed', ['First']],
    ['a setup link, and a key that is written out', '/written', ['Second', 'localhost']],
    ['a code and the same key beside it, as one', '/both', ['First']],
  ])('finds %s', async (_name, path, issuers) => {
    const popup = await scanPage(path)
    const found = await readIssuers(popup)
    expect(found.map((issuer) => issuer.replace(/:\d+$/u, ''))).toEqual(issuers)
    await popup.close()
  })

  it('reads the one picture that was chosen in the context menu', async () => {
    await page.goto(`${base}/pictures`)
    await driver.clickContextMenu('scan-image', false, `${base}/qr.png`)
    const popup = await driver.openedPopup()
    await popup.waitFor(byId('review-draft'))
    expect(await readIssuers(popup)).toEqual(['First'])
    await popup.close()
  })

  it('offers to scroll to a picture that it may not read where it is', async () => {
    const popup = await scanPage('/foreign')
    await popup.click(byId('scan-reveal'))
    await popup.waitFor(byId('review-draft'))
    expect(await readIssuers(popup)).toEqual(['First'])
    await popup.close()
  })

  it('gathers an export that a phone shows one code after the other', async () => {
    await page.goto(`${base}/part3`)
    const first = await openList(driver, page)
    await scan(first)
    await first.waitFor(byId('parts-count'))
    expect(await first.text(byId('parts-count'))).toContain('1 of 3')
    await first.close()

    await page.goto(`${base}/part1`)
    const second = await openPopup(driver, page, 'parts-hint')
    await second.click(byId('parts-hint'))
    await second.waitFor(byId('parts-count'))
    await second.click(byId('scan-page'))
    await waitUntil('the second part', async () =>
      (await second.text(byId('parts-count'))).includes('2 of 3'),
    )
    await second.click(byId('paste-link'))
    await second.type(byId('paste-input'), exportPart('Phone', PHONE, 1))
    await second.click(byId('paste-submit'))
    await second.waitFor(byId('review-draft'))
    expect(await readIssuers(second)).toEqual(['Phone 1', 'Phone 2', 'Phone 3'])
    await second.click(byId('review-add'))
    await second.waitFor(byId('account-row'))
    await second.close()
  })

  it.each(['paste', 'drop'] as const)('reads a picture that comes by %s', async (way) => {
    const picture = toDataUrl(drawQrPng(link(`By ${way}`, 'KRSXG5CTMVRXEZLU')))
    const popup = await openList(driver, page)
    if (!(await popup.exists(byId('scan-page')))) await popup.click(byId('add'))
    await popup.waitFor(byId('scan-page'))
    await popup.evaluate(givePicture, way, picture)
    await popup.waitFor(byId('review-draft'))
    expect(await readIssuers(popup)).toEqual([`By ${way}`])
    await popup.close()

    const options = await driver.openExtensionPage('options.html#import')
    await options.waitForSelector(byId('import-drop'))
    await options.evaluate(givePicture, way, picture)
    await options.waitForSelector(byId('import-commit'))
    await options.close()
  })

  it('reads what is held in front of the camera, and turns it off', async () => {
    const options = await driver.openExtensionPage('options.html#camera')
    await (await options.waitForSelector(byId('camera-start')))?.click()
    if (kind === 'chrome') {
      await options.waitForSelector(byId('camera-video'))
      // It goes off by itself with the last of the three parts.
      await options.waitForSelector(byId('camera-start'), { timeout: 40_000 })
      await options.waitForSelector(byId('import-commit'))
      expect(await options.$eval(byId('import-new'), (it) => it.textContent)).toContain('3 new')
    } else {
      // Firefox takes no film, and the machines that run this have no camera.
      await options.waitForSelector(byId('camera-problem'))
    }
    await options.close()
  })

  it('says what a code is that is not for one-time codes', async () => {
    const popup = await scanPage('/payment')
    expect(await popup.text(byId('scan-error'))).toContain('payment')
    await popup.close()
  })

  it('says that there is none', async () => {
    const popup = await scanPage('/none')
    expect(await popup.text(byId('scan-error'))).toContain('No QR code')
    await popup.close()
  })
})

function toDataUrl(png: Buffer | Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`
}

/** Gives the page a picture as a paste or a drop does. */
function givePicture(way: 'paste' | 'drop', dataUrl: string): void {
  const bytes = Uint8Array.from(atob(dataUrl.split(',')[1] ?? ''), (it) => it.charCodeAt(0))
  const data = new DataTransfer()
  data.items.add(new File([bytes], 'qr.png', { type: 'image/png' }))
  const event = new Event(way, { bubbles: true, cancelable: true })
  // Firefox lets nobody make a paste with a picture in it.
  Object.assign(event, way === 'paste' ? { clipboardData: data } : { dataTransfer: data })
  document.body.dispatchEvent(event)
}

function portOf(server: Server): number {
  // listen() on TCP gives an AddressInfo; only pipes give a string.
  return (server.address() as AddressInfo).port
}

function readIssuers(popup: Popup): Promise<readonly string[]> {
  return popup.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLInputElement>(selector)].map(({ value }) => value).sort(),
    byId('review-issuer'),
  )
}
