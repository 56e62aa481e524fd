import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { askForSure } from '../tests/support/askBackground.ts'
import { waitUntil, type BrowserDriver, type Popup } from '../tests/support/browserDriver.ts'
import {
  byId,
  confirmEnrolment,
  openPopup,
  pasteAndAdd,
  readCode,
  scan,
} from '../tests/support/story.ts'
import type { Camera } from './camera.ts'

export interface Stage {
  readonly driver: BrowserDriver
  readonly camera: Camera
  /** A page of the extension that stays open, to ask the background through. */
  readonly settings: Page
  readonly at: (service: 'surat' | 'dompet', path: string) => string
  /** Puts the demo's clock wrong. */
  readonly skew: (ms: number) => void
}

const ACCOUNTS = [
  'otpauth://totp/GitHub:budi%40contoh.id?secret=JBSWY3DPEHPK3PXPJBSWY3DP&issuer=GitHub',
  'otpauth://totp/Google:budi%40contoh.id?secret=KRUGS4ZANFZSA3LBMRSSA5LQ&issuer=Google',
  'otpauth://totp/Tokopedia:budi%40contoh.id?secret=NVQWIZJAOVYCA3LBMRSSA5LQ&issuer=Tokopedia',
  'otpauth://steam/Steam:budi_88?secret=MFRGGZDFMZTWQ2LKNNWG23TP&issuer=Steam',
  'otpauth://hotp/VPN%20Kantor:budi?secret=ONSWG4TFOQQGC43LORUGKYLM&issuer=VPN%20Kantor&counter=1042',
  'otpauth://totp/Sekolah%20Arunika:sdn1%40sekolah.example?secret=MFZHK3TJNNQSA43FNNXWYYLI&issuer=Sekolah%20Arunika',
  'otpauth://totp/Koperasi:sari%40koperasi.example?secret=GEZDGNBVGY3TQOJQGEZDGNBV&issuer=Koperasi',
]
const DELETED = 'otpauth://totp/Forum%20Lama:budi?secret=GEZDGNBVGY3TQOJQ&issuer=Forum%20Lama'
const FOR_SITE = ['admin', 'bendahara', 'budi', 'kepala', 'operator', 'sari'].map(
  (user) =>
    `otpauth://totp/Perizinan:${user}%40kantor.example?secret=GEZDGNBVGY3TQOJQMFRG${user.slice(0, 4).toUpperCase()}&issuer=Perizinan`,
)
const TAGS: Readonly<Record<string, readonly string[]>> = {
  Kantor: ['Perizinan', 'VPN Kantor', 'Google'],
  Sekolah: ['Sekolah Arunika'],
  Pribadi: ['Steam', 'Tokopedia', 'GitHub'],
}

/** What the toolbar's popup shows over a page, from the first account on; ends on the code page of a login. */
export async function photographPopups(page: Page, stage: Stage): Promise<void> {
  const { driver, camera, at, skew } = stage
  let popup = await openPopup(driver, page, 'add', 'scan-page')
  await camera.shootThemes(popup, 'popup-empty')
  await scan(popup)
  await popup.waitFor(byId('review-add'))
  await camera.shootThemes(popup, 'popup-review')
  await popup.click(byId('review-add'))
  const code = await readCode(popup)
  await camera.shootThemes(popup, 'popup-enrol')
  await popup.click(byId('enrol-close'))
  await camera.shootThemes(popup, 'popup-one')
  await popup.close()
  await confirmEnrolment(page, code)
  popup = await openPopup(driver, page, 'add')
  await pasteAndAdd(popup, [...ACCOUNTS, DELETED])
  await popup.close()
  await pinAndDelete(page, stage)
  await page.goto(at('surat', '/login'))
  await page.click(byId('login-submit'))
  await page.waitForSelector(byId('code'))
  popup = await openFresh()
  await camera.shootThemes(popup, 'popup-list')
  await popup.click(byId('account-row'))
  await popup.waitFor(byId('toast'))
  await camera.shootThemes(popup, 'popup-copied')
  await popup.click(byId('assist'))
  await popup.waitFor('[data-code=clock-right], [data-code=clock-slow]')
  await camera.shootThemes(popup, 'popup-assist-right')
  await popup.close()
  skew(47_000)
  popup = await openFresh()
  await popup.click(byId('assist'))
  await popup.waitFor('[data-code=clock-slow]')
  await camera.shootThemes(popup, 'popup-assist-clock')
  await popup.click(byId('assist-correct-clock'))
  await popup.waitFor('[data-code=clock-corrected]')
  await popup.click(byId('back'))
  await popup.waitFor(byId('clock-chip'))
  await camera.shootThemes(popup, 'popup-chip')
  skew(0)
  await popup.click(byId('assist'))
  await popup.waitFor('[data-code=clock-right-again]')
  await popup.close()
  for (const path of ['sms', 'whatsapp', 'email', 'recovery', 'maintenance']) {
    const name = `popup-assist-${path}`
    if (!camera.isWanted(name)) continue
    await page.goto(at('surat', `/${path}`))
    popup = await openPopup(driver, page, 'account-code')
    await popup.click(byId('assist'))
    await popup.waitFor(byId('assist-likely'))
    await camera.shootThemes(popup, name)
    await popup.close()
  }

  async function openFresh(): Promise<Popup> {
    const opened = await openPopup(driver, page, 'account-code')
    await waitUntil(
      'codes that are not about to expire',
      async () => Number(await opened.text(byId('account-remaining'))) > 12,
      20_000,
    )
    return opened
  }
}

async function pinAndDelete(page: Page, { driver, camera, settings }: Stage): Promise<void> {
  const accounts = await askForSure(settings, 'accounts.list', {})
  const google = accounts.find(({ issuer }) => issuer === 'Google')
  await askForSure(settings, 'accounts.pin', { accountId: google?.id ?? '', pinned: true })
  const popup = await openPopup(driver, page, 'search')
  await popup.type(byId('search'), 'Forum Lama')
  await popup.waitFor(byId('account-menu'))
  await popup.click(byId('account-menu'))
  await popup.click(byId('menu-delete'))
  await popup.click(byId('delete-confirm'))
  await popup.waitFor(byId('toast-action'))
  await camera.shootThemes(popup, 'popup-deleted')
  await popup.close()
}

/** More accounts than the pictures of the documents show: many of one site, with tags. */
export async function addMore(
  page: Page,
  site: string,
  { driver, settings }: Stage,
): Promise<void> {
  const popup = await openPopup(driver, page, 'add')
  await pasteAndAdd(popup, FOR_SITE)
  await popup.close()
  const accounts = await askForSure(settings, 'accounts.list', {})
  const idsOf = (issuers: readonly string[]) =>
    accounts.filter(({ issuer }) => issuers.includes(issuer)).map(({ id }) => id)
  for (const accountId of idsOf(['Perizinan'])) {
    await askForSure(settings, 'accounts.setSites', {
      ...{ accountId, sites: [site] },
      hasSeenWarning: true,
    })
  }
  for (const [tag, issuers] of Object.entries(TAGS)) {
    await askForSure(settings, 'accounts.tagMany', { accountIds: idsOf(issuers), tag, isOn: true })
  }
  await sleep(300)
}
