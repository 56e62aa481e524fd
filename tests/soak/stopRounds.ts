import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { askForSure } from '../support/askBackground.ts'
import { launch, type BrowserKind } from '../support/browserDriver.ts'
import { nextEdit, type Edit } from './edits.ts'
import { compareWithLedger, emptyLedger } from './ledger.ts'
import { loadWhole } from './loadWhole.ts'
import { createRandom } from './random.ts'
import type { SoakOptions, SoakReport } from './soakReport.ts'

const MAX_LIFETIME_MS = 400
const MAX_TRIES = 5

/**
 * Stops the background at random moments of a loop of edits, as the browser does with one that was idle
 * or is being updated. Who asked asks again, as a person would, until there is an answer: after each
 * round everything is there once.
 */
export async function stopRounds(
  kind: BrowserKind,
  { extensionDir, rounds, seed, log }: SoakOptions,
): Promise<SoakReport> {
  const random = createRandom(seed)
  const driver = await launch(kind, { extensionDir })
  const report: SoakReport = { rounds: 0, acknowledged: 0, pendingApplied: 0, problems: [] }
  try {
    const page = await driver.openExtensionPage('options.html')
    const passphrase = 'kopi sawah angin perak lima'
    const { recoveryCode } = await askForSure(page, 'vault.create', { passphrase })
    let ledger = emptyLedger(passphrase, recoveryCode)
    for (let round = 1; round <= rounds; round++) {
      const aim = new AbortController()
      const stopped = sleep(random() * MAX_LIFETIME_MS).then(() => {
        aim.abort()
        return driver.stopBackground()
      })
      while (!aim.signal.aborted) {
        const edit = nextEdit(ledger, random)
        if (await askAgain(page, edit, stopped, report)) ledger = edit.after(ledger)
      }
      await stopped
      report.problems.push(...compareWithLedger(await loadWhole(page), ledger))
      report.rounds = round
      log(`${kind} ${String(round)}/${String(rounds)}: ${String(report.acknowledged)} edits`)
    }
  } finally {
    await driver.close()
  }
  return report
}

async function askAgain(
  page: Page,
  edit: Edit,
  stopped: Promise<void>,
  report: SoakReport,
): Promise<boolean> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const code = await edit.ask(page)
    if (code === 'ok') {
      report.acknowledged++
      return true
    }
    // A change of passphrase that was carried out unheard: the one before is wrong by now.
    if (attempt > 0 && code === 'wrong-passphrase') return true
    if (code !== undefined) {
      report.problems.push(`${edit.name} was refused: ${code}`)
      return false
    }
    // A message would start the background again while it is being stopped.
    await stopped
  }
  report.problems.push(`${edit.name} got no answer`)
  return false
}
