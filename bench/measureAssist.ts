import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { startDemo, type RunningDemo } from '../demo/server.ts'
import { askForSure } from '../tests/support/askBackground.ts'
import {
  launch,
  type BrowserDriver,
  type BrowserKind,
  type Popup,
} from '../tests/support/browserDriver.ts'
import {
  byId,
  confirmEnrolment,
  createVault,
  openList,
  openPopup,
  readCode,
  scanAndAdd,
} from '../tests/support/story.ts'
import {
  PLANTED_CAUSES,
  type AccountName,
  type PlantedCause,
  type Stage,
} from './assist/plantedCauses.ts'
import { BUILDS } from './fields/bindAccount.ts'

/** A language, and the service of the demo that speaks it. */
const SERVICES = {
  en: { id: 'surat', imitation: 'suraat', other: 'dompet', field: 'code' },
  id: { id: 'perizinan', imitation: 'perizinnan', other: 'dompet', field: 'code' },
} as const
type Language = keyof typeof SERVICES
const PERIOD_SECONDS = 30

const link = (path: string, secret: string, more = '') =>
  `otpauth://${path}?secret=${secret}&issuer=Uji${more}`
const OTHERS: Readonly<Record<Exclude<AccountName, 'main'>, string>> = {
  second: link('totp/Uji:second%40contoh.id', 'JBSWY3DPEHPK3PXPJBSWY3DP'),
  counter: link('hotp/Uji:counter', 'KRUGS4ZANFZSA3LBMRSSA5LQ', '&counter=7'),
  unusual: link('totp/Uji:unusual', 'MFRGGZDFMZTWQ2LK', '&algorithm=SHA512&digits=8&period=60'),
  foreign: link('totp/Uji:foreign', 'NVQWIZJAOVYCA3LB'),
}

interface Outcome {
  readonly language: Language
  readonly cause: PlantedCause
  readonly named: string
  /** The most likely one as a person reads it. */
  readonly sentence: string
  /** How far the measured clock is from the planted one. */
  readonly errorMs?: number
}

/**
 * Plants every cause on the demo's pages, asks the assistant of the built extension as a person would, and
 * compares what it names as the most likely. The clock's error is that of the offset it then holds.
 */
export async function measureAssist(browser: BrowserKind, only = ''): Promise<object> {
  const outcomes: Outcome[] = []
  for (const language of ['en', 'id'] as const) {
    outcomes.push(...(await playLanguage(browser, language, only)))
  }
  const failures = outcomes.filter(({ cause, named }) => named !== cause.expected)
  const errors = outcomes.flatMap(({ errorMs }) => (errorMs === undefined ? [] : [errorMs]))
  return {
    browser,
    causes: new Set(outcomes.map(({ cause }) => cause.expected)).size,
    runs: outcomes.length,
    named: outcomes.length - failures.length,
    clockErrorMaxMs: Math.max(0, ...errors.map(Math.abs)),
    clockMeasured: errors.length,
    table: Object.fromEntries(
      PLANTED_CAUSES.map(({ name, expected }) => [
        name,
        {
          expected,
          ...Object.fromEntries(
            outcomes
              .filter(({ cause }) => cause.name === name)
              .map(({ language, named, errorMs }) => [
                language,
                `${named === expected ? 'yes' : `NO: ${named}`}${errorMs === undefined ? '' : ` (${String(errorMs)} ms)`}`,
              ]),
          ),
        },
      ]),
    ),
    sentences: outcomes.map(({ language, sentence }) => `${language}: ${sentence}`),
    failures: failures.map(
      ({ language, cause, named }) => `${language} ${cause.name}: ${named} for ${cause.expected}`,
    ),
  }
}

async function playLanguage(
  browser: BrowserKind,
  language: Language,
  only: string,
): Promise<readonly Outcome[]> {
  const clock = { skewMs: 0 }
  const demo = await startDemo({ now: () => Date.now() + clock.skewMs })
  const driver = await launch(browser, { extensionDir: BUILDS[browser] })
  try {
    const world = await prepare(driver, demo, language)
    const outcomes: Outcome[] = []
    for (const cause of PLANTED_CAUSES.filter(({ name }) => name.includes(only))) {
      const outcome = await play(world, clock, cause).catch((error: unknown) => ({
        language,
        cause,
        named: `error: ${String(error).slice(0, 120)}`,
        sentence: '',
      }))
      console.error(language, cause.name, '->', outcome.named)
      outcomes.push(outcome)
      clock.skewMs = 0
      await reset(world)
    }
    return outcomes
  } finally {
    await driver.close()
    await demo.close()
  }
}

interface World {
  readonly driver: BrowserDriver
  readonly demo: RunningDemo
  readonly language: Language
  readonly page: Page
  /** A page of the extension that asks what its own code asks. */
  readonly options: Page
  readonly ids: Readonly<Record<AccountName, string>>
  readonly site: string
}

async function prepare(
  driver: BrowserDriver,
  demo: RunningDemo,
  language: Language,
): Promise<World> {
  const service = SERVICES[language].id
  await (await createVault(driver, 'measured passphrase')).close()
  const options = await driver.openExtensionPage('options.html')
  await options.waitForSelector(byId('options-language'))
  await options.select(byId('options-language'), language)
  const page = await driver.newPage(demo.url(service, '/enrol'))
  const popup = await openList(driver, page)
  await scanAndAdd(popup)
  const code = await readCode(popup)
  await popup.close()
  await confirmEnrolment(page, code)
  const [main] = await askForSure(options, 'accounts.list', {})
  const { drafts } = await askForSure(options, 'accounts.readText', {
    text: Object.values(OTHERS).join('\n'),
  })
  const added = await askForSure(options, 'accounts.add', {
    choices: drafts.map(({ draftId, view: { issuer, account } }) => ({ draftId, issuer, account })),
  })
  const idOf = (name: string) => added.find(({ account }) => account.startsWith(name))?.id ?? ''
  return {
    driver,
    demo,
    language,
    page,
    options,
    site: new URL(demo.url(service)).origin,
    ids: {
      main: main?.id ?? '',
      second: idOf('second'),
      counter: idOf('counter'),
      unusual: idOf('unusual'),
      foreign: idOf('foreign'),
    },
  }
}

async function play(world: World, clock: { skewMs: number }, cause: PlantedCause) {
  await cause.plant(setStage(world, clock))
  const popup = await openAssistant(world, cause.about)
  // The answer stands only when the site has been asked for its time.
  await popup.waitFor(`[aria-busy=false] ~ footer ${byId('assist-likely')}`)
  const { named, sentence } = await popup.evaluate((selector) => {
    const line = document.querySelector<HTMLElement>(selector)
    return { named: line?.dataset['code'] ?? '', sentence: line?.textContent.trim() ?? '' }
  }, byId('assist-likely'))
  const isCorrectable =
    cause.isSkewed !== undefined && (await popup.exists(byId('assist-correct-clock')))
  const errorMs = isCorrectable ? (await correct(world, popup)) - (cause.isSkewed ?? 0) : undefined
  await popup.close()
  const { language } = world
  return { language, cause, named, sentence, ...(errorMs === undefined ? {} : { errorMs }) }
}

/** Corrects the clock and says by how much it was; it is as before when the next cause is planted. */
async function correct({ options }: World, popup: Popup): Promise<number> {
  await popup.click(byId('assist-correct-clock'))
  await popup.waitFor('[data-code=clock-corrected]')
  const { correction } = await askForSure(options, 'app.load', {})
  return correction?.offsetMs ?? Number.NaN
}

async function openAssistant(
  { driver, page, ids }: World,
  about: AccountName | undefined,
): Promise<Popup> {
  const popup = await openPopup(driver, page, 'account-row')
  if (about === undefined) await popup.click(byId('assist'))
  else {
    await popup.click(rowOf(ids[about]) + byId('account-menu'))
    await popup.click(byId('menu-assist'))
  }
  return popup
}

/** What stands before the parts of one account's row. */
function rowOf(accountId: string): string {
  return `${byId('account-row')}:has([data-account="${accountId}"]) `
}

function setStage(world: World, clock: { skewMs: number }): Stage {
  const { driver, demo, page, language, options, ids, site } = world
  const { id, imitation, other } = SERVICES[language]
  const goTo = async (url: string) => {
    await page.goto(url)
    await page.bringToFront()
  }
  const signInAt = async (url: string, user?: string) => {
    await goTo(url)
    if (user !== undefined) {
      await page.$eval(
        'input[name=username]',
        (field, value) => {
          field.value = value
        },
        user,
      )
    }
    await Promise.all([page.waitForNavigation(), page.click(byId('login-submit'))])
  }
  return {
    show: (path) => goTo(demo.url(id, path)),
    showOther: () => signInAt(demo.url(other, '/login')),
    showImitation: () => signInAt(demo.url(id, '/login').replace(id, imitation)),
    signIn: (user) => signInAt(demo.url(id, '/login'), user),
    async send(code) {
      await page.type(byId('code'), code)
      await Promise.all([page.waitForNavigation(), page.click(byId('code-submit'))])
    },
    async copy(name) {
      const popup = await openPopup(driver, page, 'account-code')
      const row = rowOf(ids[name])
      const code = (await popup.text(row + byId('account-code'))).replace(/\D/gu, '')
      await popup.click(`${row}.cover`)
      await popup.waitFor(byId('toast'))
      await sleep(300)
      await popup.close()
      return code
    },
    async waitForRemaining(seconds) {
      const left = () => PERIOD_SECONDS - ((Date.now() / 1000) % PERIOD_SECONDS)
      while (Math.ceil(left()) !== seconds && left() > seconds) await sleep(100)
      if (left() < seconds - 1) {
        await sleep((left() + 0.1) * 1000)
        while (left() > seconds) await sleep(100)
      }
    },
    setSkew: (ms) => (clock.skewMs = ms),
    async correctClock() {
      const popup = await openAssistant(world, undefined)
      await correct(world, popup)
      await popup.close()
    },
    async bind(name, isBound) {
      await setSites(options, ids[name], isBound ? [site] : [])
    },
  }
}

/** As it was after the set-up: one account belongs to the site, and the clock is not corrected. */
async function reset({ options, ids, site }: World): Promise<void> {
  await askForSure(options, 'assist.removeCorrection', {})
  for (const [name, id] of Object.entries(ids)) {
    await setSites(options, id, name === 'main' ? [site] : [])
  }
}

async function setSites(options: Page, accountId: string, sites: readonly string[]): Promise<void> {
  await askForSure(options, 'accounts.setSites', { accountId, sites, hasSeenWarning: true })
}
