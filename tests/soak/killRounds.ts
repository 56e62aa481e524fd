import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { askBackground, askForSure } from '../support/askBackground.ts'
import { launch, type BrowserDriver, type BrowserKind } from '../support/browserDriver.ts'
import { nextEdit, type Edit } from './edits.ts'
import { compareWithLedger, emptyLedger, type Ledger } from './ledger.ts'
import { loadWhole } from './loadWhole.ts'
import { createRandom } from './random.ts'
import type { SoakOptions, SoakReport } from './soakReport.ts'

const MAX_LIFETIME_MS = 1500
const FIRST_PASSPHRASE = 'kopi sawah angin perak lima'

/** What a round left: the ledger, and the command that was under way when the browser died. */
interface Left {
  readonly ledger: Ledger
  readonly pending: Edit | undefined
}

/**
 * Kills the whole browser with SIGKILL at a random moment of a loop of edits, starts it again on the
 * same profile, unlocks and compares, round after round. Acknowledgements count as they arrive here,
 * outside the browser. The command under way may have been carried out or not, as a whole.
 */
export async function killRounds(
  kind: BrowserKind,
  { extensionDir, rounds, seed, log }: SoakOptions,
): Promise<SoakReport> {
  const random = createRandom(seed)
  const driver = await launch(kind, { extensionDir })
  const report: SoakReport = { rounds: 0, acknowledged: 0, pendingApplied: 0, problems: [] }
  try {
    let page = await driver.openExtensionPage('options.html')
    let left: Left = { ledger: await begin(page), pending: undefined }
    for (let round = 1; round <= rounds; round++) {
      left = await editUntilKilled(driver, page, left.ledger, random, report)
      await driver.relaunch()
      page = await driver.openExtensionPage('options.html')
      const ledger = await reconcile(page, left, report)
      report.rounds = round
      if (!ledger) break
      left = { ledger, pending: undefined }
      log(`${kind} ${String(round)}/${String(rounds)}: ${describe(report)}`)
    }
  } finally {
    await driver.close()
  }
  return report
}

async function begin(page: Page): Promise<Ledger> {
  const passphrase = FIRST_PASSPHRASE
  const { recoveryCode } = await askForSure(page, 'vault.create', { passphrase })
  return emptyLedger(passphrase, recoveryCode)
}

async function editUntilKilled(
  driver: BrowserDriver,
  page: Page,
  before: Ledger,
  random: () => number,
  report: SoakReport,
): Promise<Left> {
  let left: Left = { ledger: before, pending: undefined }
  const dying = new AbortController()
  // Without one acknowledgement at least, a round on a slow machine would compare nothing.
  const first = Promise.withResolvers<undefined>()
  const killed = first.promise
    .then(() => sleep(random() * MAX_LIFETIME_MS))
    .then(() => {
      dying.abort()
      return driver.kill()
    })
  const editing = async () => {
    for (;;) {
      const edit = nextEdit(left.ledger, random)
      left = { ...left, pending: edit }
      const code = await edit.ask(page)
      if (code === undefined) return
      if (code === 'ok') report.acknowledged++
      else report.problems.push(`${edit.name} was refused: ${code}`)
      left = { ledger: code === 'ok' ? edit.after(left.ledger) : left.ledger, pending: undefined }
      first.resolve(undefined)
    }
  }
  const ended = editing().catch((error: unknown) => {
    // The connection dies with the browser, and whatever was asked with it.
    if (!dying.signal.aborted) report.problems.push(String(error))
  })
  void ended.then(() => {
    first.resolve(undefined)
  })
  await Promise.race([ended, killed])
  const outcome = left
  await killed
  return outcome
}

/** Opens the vault and says what it holds; `undefined` when nothing opens it. */
async function reconcile(
  page: Page,
  { ledger, pending }: Left,
  report: SoakReport,
): Promise<Ledger | undefined> {
  const next = pending?.after(ledger) ?? ledger
  const { passphrase, code } = await unlock(page, ledger.passphrase, next.passphrase)
  if (passphrase === undefined) {
    report.problems.push(`the vault is unreadable: ${code}`)
    return undefined
  }
  const state = await loadWhole(page)
  const isApplied = passphrase !== ledger.passphrase || compareWithLedger(state, ledger).length > 0
  if (isApplied) report.pendingApplied++
  const found = { ...(isApplied ? next : ledger), passphrase }
  report.problems.push(...compareWithLedger(state, found))
  return checkRecoveryCode(page, ledger.recoveryCode, found, report)
}

/** The candidate that opened the vault, or why the last one did not. */
async function unlock(
  page: Page,
  ...candidates: readonly string[]
): Promise<{ readonly passphrase?: string; readonly code: string }> {
  let code = 'no answer'
  for (const passphrase of new Set(candidates)) {
    const reply = await askBackground(page, 'vault.unlock', { passphrase })
    if (reply?.ok) return { passphrase, code: 'ok' }
    code = reply?.code ?? code
  }
  return { code }
}

/** The code that was told last opens the vault, unless it is known to need a new one. */
async function checkRecoveryCode(
  page: Page,
  recoveryCode: string | undefined,
  found: Ledger,
  report: SoakReport,
): Promise<Ledger> {
  if (recoveryCode === undefined) return found
  await askForSure(page, 'vault.lock', {})
  const passphrase = `${found.passphrase.slice(0, 40)} lagi`
  const reply = await askBackground(page, 'vault.recover', { recoveryCode, passphrase })
  if (reply?.ok) return { ...found, passphrase, recoveryCode }
  await askForSure(page, 'vault.unlock', { passphrase: found.passphrase })
  if (found.isRecoveryConfirmed || found.recoveryCode === recoveryCode) {
    report.problems.push('a recovery code that counts as good opens nothing')
  }
  return { ...found, recoveryCode: undefined }
}

function describe({ acknowledged, pendingApplied, problems }: SoakReport): string {
  const lines = [
    `${String(acknowledged)} edits acknowledged`,
    `${String(pendingApplied)} unacknowledged ones applied`,
    `${String(problems.length)} problems`,
  ]
  return lines.join(', ')
}
