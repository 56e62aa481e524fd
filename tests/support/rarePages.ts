import type { ElementHandle, Page } from 'puppeteer-core'
import { pressWithCapsLock } from './rareViews.ts'
import { byId } from './story.ts'
import { confirm, press, typeInto, upload, type ViewState } from './views.ts'

/** States of the pages beside those of `views.ts`, as `rareViews.ts` has them for the popup. */
const welcome = (name: string, reach: ViewState['reach'], played?: ViewState['played']) => ({
  ...{ name, path: 'welcome.html', isWide: true, ...(played ? { played } : {}) },
  ...(reach ? { reach } : {}),
})

export const RARE_WELCOME_STATES: readonly ViewState[] = [
  welcome('welcome-mismatch', async (page) => {
    await typeInto(page, 'welcome-passphrase', 'sawah kopi angin perak lima')
    await typeInto(page, 'welcome-repeat', 'sawah kopi angin perak enam')
    await press(page, 'welcome-create')
    await page.waitForSelector(byId('welcome-error'))
  }),
  welcome('welcome-caps', (page) => pressWithCapsLock(page, 'welcome-passphrase')),
  welcome(
    'welcome-deriving',
    async (page) => {
      await typeInto(page, 'welcome-passphrase', 'sawah kopi angin perak lima')
      await typeInto(page, 'welcome-repeat', 'sawah kopi angin perak lima')
      await press(page, 'welcome-create')
      await page.waitForSelector(`${byId('welcome-create')}[aria-busy]`)
    },
    { replies: { 'vault.create': { isHeld: true } } },
  ),
]

const section = (
  id: string,
  name: string,
  reach?: ViewState['reach'],
  played?: ViewState['played'],
): ViewState => ({
  ...{ name, path: `options.html#${id}`, isWide: true, part: `#${id}` },
  ...(reach ? { reach } : {}),
  ...(played ? { played } : {}),
})

const SECTIONS = [
  ...['checkup', 'accounts', 'appearance', 'autofill', 'security', 'backup', 'trash'],
  ...['snapshots', 'import', 'export', 'shortcuts', 'help', 'about'],
]

/** Each section of the settings as it first stands there. */
export const SECTION_STATES: readonly ViewState[] = SECTIONS.map((id) =>
  section(id, `settings-${id}`),
)

export const RARE_PAGE_STATES: readonly ViewState[] = [
  section('accounts', 'many', async (page) => {
    await page.waitForSelector(byId('many-row'))
    const boxes = await page.$$(`${byId('many-row')} input`)
    await boxes[0]?.click()
    await boxes[1]?.click()
    await page.waitForSelector(byId('many-trash'))
  }),
  section('accounts', 'tags', (page) => press(page, 'tag-rename')),
  section('security', 'change-passphrase', async (page) => {
    await typeInto(page, 'change-present', 'salah')
    await typeInto(page, 'change-passphrase', 'budi1990')
    await press(page, 'change-submit')
    await page.waitForSelector(byId('change-error'))
  }),
  section('security', 'recovery', async (page, world) => {
    await press(page, 'renew')
    await confirm(page, world.passphrase)
    await page.waitForSelector(byId('recovery-code'))
  }),
  {
    name: 'weaker',
    path: 'options.html#security',
    isWide: true,
    reach: async (page) => {
      await page.waitForSelector(byId('options-autolock'))
      await page.select(byId('options-autolock'), 'never')
      await page.waitForSelector(byId('confirm-passphrase'))
    },
  },
  section('backup', 'backup-opened', async (page, world) => {
    await openBackup(page, world.otherFiles?.backup, world.passphrase)
  }),
  section('backup', 'backup-wrong', async (page, world) => {
    await openBackup(page, world.otherFiles?.backup, 'salah')
    await page.waitForSelector(byId('backup-error'))
  }),
  {
    name: 'snapshot-preview',
    path: 'options.html#snapshots',
    isWide: true,
    reach: async (page) => {
      await press(page, 'snapshots-show', 'snapshot-look')
      await page.waitForSelector('dialog[open]')
    },
  },
  section('import', 'import-unknown', async (page, world) => {
    await upload(page, 'import-files', world.otherFiles?.junk ?? '')
    await page.waitForSelector(byId('import-file-problem'))
  }),
  section('import', 'import-camera', async (page) => {
    await press(page, 'camera-start')
    await page.waitForSelector(byId('camera-problem'))
  }),
  section('import', 'import-columns', async (page, world) => {
    await upload(page, 'import-files', world.otherFiles?.table ?? '')
    await page.waitForSelector(byId('import-columns-submit'))
  }),
  section('export', 'export-plain', async (page, world) => {
    await press(page, 'export-as-otpauth', 'export-start')
    await confirm(page, world.passphrase)
    await page.waitForSelector(byId('export-made'))
  }),
  section('help', 'help-open', async (page) => {
    await page.waitForSelector('#help-rejected summary')
    await page.click('#help-rejected summary')
    await page.click('#help-lost summary')
  }),
  // Last: it adds accounts.
  section('import', 'import-done', async (page, world) => {
    await upload(page, 'import-files', world.plainFile)
    await press(page, 'import-commit')
    await page.waitForSelector(byId('import-done'))
  }),
]

export const RARE_LOCKED_PAGES: readonly ViewState[] = [
  section('import', 'import-locked'),
  { name: 'rescue', path: 'options.html#rescue', isWide: true, whenLoaded: byId('rescue') },
]

async function openBackup(page: Page, file: string | undefined, passphrase: string): Promise<void> {
  await page.waitForSelector(byId('backup-file'))
  // The element is the input that the test id stands on.
  const input = (await page.$(byId('backup-file'))) as ElementHandle<HTMLInputElement> | null
  await input?.uploadFile(file ?? '')
  await page.waitForSelector(byId('backup-passphrase'))
  await typeInto(page, 'backup-passphrase', passphrase)
  await press(page, 'backup-open')
  await page.waitForSelector(`${byId('backup-report')}, ${byId('backup-error')}`, {
    timeout: 30_000,
  })
}
