import type { Page } from 'puppeteer-core'
import { askBackground, askForSure } from '../support/askBackground.ts'
import { launch, type BrowserKind } from '../support/browserDriver.ts'
import { makeLinks } from '../support/makeLinks.ts'
import type { SoakOptions, SoakReport } from './soakReport.ts'

const PAGES = ['popup.html', 'popup.html', 'options.html', 'welcome.html']
const PASSPHRASE = 'kopi sawah angin perak lima'
const COUNTER = 'otpauth://hotp/Counter:soak?secret=GEZDGNBVGY3TQOJQ&issuer=Counter&counter=0'
/** Commands of each page in a round. */
const PER_PAGE = 5

/**
 * Four pages give commands at the same time, one after the other each: every one of them is carried out,
 * the vault's generation grows by one with each, and no value of a counter is given out twice.
 */
export async function pagesRounds(
  kind: BrowserKind,
  { extensionDir, rounds, log }: SoakOptions,
): Promise<SoakReport> {
  const driver = await launch(kind, { extensionDir })
  const report: SoakReport = { rounds: 0, acknowledged: 0, pendingApplied: 0, problems: [] }
  try {
    const pages: Page[] = []
    for (const path of PAGES) pages.push(await driver.openExtensionPage(path))
    const [first] = pages
    if (!first) throw new Error('no page')
    await askForSure(first, 'vault.create', { passphrase: PASSPHRASE })
    const [counterId = '', ...accountIds] = await addAccounts(first)
    await first.evaluate(watchGenerations)
    const codes: string[] = []
    for (let round = 1; round <= rounds; round++) {
      const given = await Promise.all(
        pages.map((page, at) => giveCommands(page, accountIds[at] ?? '', counterId, round, report)),
      )
      codes.push(...given.flat())
      report.rounds = round
      log(`${kind} ${String(round)}/${String(rounds)}: ${String(report.acknowledged)} commands`)
    }
    const generations = await first.evaluate(readGenerations)
    report.problems.push(...findGaps(generations, report.acknowledged))
    if (new Set(codes).size < codes.length) report.problems.push('a counter was given out twice')
    const { accounts } = await askForSure(first, 'app.load', {})
    for (const { id, sites } of accounts.filter((it) => accountIds.includes(it.id))) {
      const last = siteOf(rounds, PER_PAGE - 1)
      if (sites[0] !== last) report.problems.push(`${id} has ${String(sites[0])} and not ${last}`)
    }
  } finally {
    await driver.close()
  }
  return report
}

async function addAccounts(page: Page): Promise<readonly string[]> {
  const text = [COUNTER, ...makeLinks(PAGES.length)].join('\n')
  const { drafts } = await askForSure(page, 'accounts.readText', { text })
  const choices = drafts.map(({ draftId, view: { issuer, account } }) => ({
    ...{ draftId, issuer, account },
  }))
  return (await askForSure(page, 'accounts.add', { choices })).map(({ id }) => id)
}

/** Changes the page's own account, and moves the counter that all share; the codes that it got. */
async function giveCommands(
  page: Page,
  accountId: string,
  counterId: string,
  round: number,
  report: SoakReport,
): Promise<readonly string[]> {
  const codes: string[] = []
  for (let command = 0; command < PER_PAGE; command++) {
    const sites = [siteOf(round, command)]
    const change = { accountId, sites, hasSeenWarning: true }
    const bound = await askBackground(page, 'accounts.setSites', change)
    const advanced = await askBackground(page, 'codes.advance', { accountId: counterId })
    for (const reply of [bound, advanced]) {
      if (reply?.ok) report.acknowledged++
      else report.problems.push(`refused: ${reply?.code ?? 'no answer'}`)
    }
    if (advanced?.ok) codes.push(advanced.value.code)
  }
  return codes
}

function siteOf(round: number, command: number): string {
  return `https://round${String(round)}-${String(command)}.example`
}

function findGaps(generations: readonly number[], commands: number): readonly string[] {
  const gaps = generations.slice(1).filter((it, at) => it !== (generations[at] ?? 0) + 1)
  const problems = gaps.map((generation) => `generation ${String(generation)} does not follow`)
  const isCounted = generations.length === commands
  return isCounted ? problems : [...problems, `${String(generations.length)} generations`]
}

interface Watching {
  generations?: number[]
  browser?: Api
  chrome: Api
}
interface Api {
  storage: {
    onChanged: {
      addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void
    }
  }
}

/** Runs in the page: the generation of every copy of the vault that is written. */
function watchGenerations(): void {
  const scope = globalThis as unknown as Watching
  const generations: number[] = []
  scope.generations = generations
  ;(scope.browser ?? scope.chrome).storage.onChanged.addListener((changes) => {
    for (const slot of ['vault.a', 'vault.b']) {
      const copy = changes[slot]?.newValue as { header: string } | undefined
      if (copy) generations.push((JSON.parse(copy.header) as { generation: number }).generation)
    }
  })
}

function readGenerations(): readonly number[] {
  return (globalThis as unknown as Watching).generations ?? []
}
