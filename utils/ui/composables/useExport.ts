import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Account, AccountView } from '../../core/account'
import { EXPORT_FORMATS, type ExportId } from '../../core/export/exportFormats'
import type { ExportAnswer, ExportQuestion, Exported } from '../../core/export/writeExport'
import { sortAccounts } from '../../core/list/listSections'
import { readClock } from '../../platform/clock'
import { startWorker, type WorkerHandle } from '../../platform/worker'
import type { Reply } from '../../protocol/envelope'
import { onPageEvent, request } from '../../protocol/pageClient'
import { exportFileName } from '../export/exportChoices'
import { errorMessage } from '../i18n/errorMessage'
import { t } from '../i18n/i18n'
import { saveTextFile } from '../saveTextFile'
import { useNewPassphrase } from './useNewPassphrase'

// Each drawn code is read back, which takes its time for thousands of them.
const TIMEOUT_MS = 300_000

export interface MadeExport extends Pick<Exported, 'count' | 'codes' | 'leftOut'> {
  readonly exportAs: ExportId
  /** The name of the file that was saved; empty where codes are shown. */
  readonly fileName: string
}

/** From a choice to a file or codes. Nothing is prepared before the passphrase was right. */
export function useExport(chosenIds: () => readonly string[] | undefined = () => undefined) {
  const fresh = useNewPassphrase()
  const exportAs = ref<ExportId>('aegis-sealed')
  const accounts = shallowRef<readonly AccountView[]>([])
  const left = shallowRef<ReadonlySet<string>>(new Set())
  const isAsking = shallowRef(false)
  const isWorking = shallowRef(false)
  const problem = shallowRef<() => string>()
  const made = shallowRef<MadeExport>()
  // With secrets: never in what Vue watches, and gone as soon as the file is written.
  let handedOut: readonly Account[] = []
  let worker: WorkerHandle<ExportQuestion, ExportAnswer> | undefined

  const chosen = computed(() => accounts.value.filter(({ id }) => !left.value.has(id)))

  async function load(): Promise<void> {
    const reply = await request('accounts.list', {})
    if (!reply.ok) {
      problem.value = () => errorMessage(reply.code, reply.detail)
      return
    }
    const known = new Set(accounts.value.map(({ id }) => id))
    accounts.value = sortAccounts(reply.value)
    // What was ticked since stands; only accounts that are new here are judged.
    leaveUnchosen(accounts.value.filter(({ id }) => !known.has(id)))
  }

  function choose(id: string, isChosen: boolean): void {
    const next = new Set(left.value)
    if (isChosen) next.delete(id)
    else next.add(id)
    left.value = next
  }

  function chooseAll(areChosen: boolean): void {
    left.value = new Set(areChosen ? [] : accounts.value.map(({ id }) => id))
  }

  /** Those of the given accounts stay that were not chosen beforehand. */
  function leaveUnchosen(among: readonly AccountView[]): void {
    const ids = chosenIds()
    if (ids === undefined) return
    const chosen = new Set(ids)
    const unchosen = among.map(({ id }) => id).filter((id) => !chosen.has(id))
    left.value = new Set([...left.value, ...unchosen])
  }

  /** Asks for the passphrase, when everything else is there. */
  async function start(): Promise<void> {
    made.value = undefined
    problem.value = chosen.value.length === 0 ? () => t('export.noneChosen') : undefined
    const isPasswordGood = !EXPORT_FORMATS[exportAs.value].isSealed || (await fresh.check())
    isAsking.value = !problem.value && isPasswordGood
  }

  async function send(passphrase: string): Promise<Reply<unknown>> {
    const accountIds = chosen.value.map(({ id }) => id)
    const payload = { passphrase, accountIds, exportAs: exportAs.value }
    const reply = await request('export.accounts', payload)
    if (reply.ok) handedOut = reply.value.accounts
    return reply
  }

  async function write(): Promise<void> {
    isAsking.value = false
    isWorking.value = true
    worker = startWorker('/importer.js')
    const format = exportAs.value
    const password = EXPORT_FORMATS[format].isSealed ? fresh.passphrase.value : ''
    const question = { exportAs: format, accounts: handedOut, password }
    const answer = await worker.ask(question, TIMEOUT_MS)
    stop()
    isWorking.value = false
    if (answer?.ok) show(format, answer.value)
    else problem.value = () => t(answer?.code === 'export-empty' ? 'export.empty' : 'export.failed')
  }

  function show(format: ExportId, { text, codes, count, leftOut }: Exported): void {
    const isFile = codes.length === 0
    const fileName = isFile ? exportFileName(format, readClock()) : ''
    if (isFile) saveTextFile(fileName, text, 'application/octet-stream')
    made.value = { exportAs: format, count, codes, leftOut, fileName }
    fresh.clear()
  }

  function putAway(): void {
    made.value = undefined
    problem.value = undefined
  }

  function stop(): void {
    handedOut = []
    worker?.stop()
    worker = undefined
  }

  watch(chosenIds, () => {
    left.value = new Set()
    leaveUnchosen(accounts.value)
  })
  onScopeDispose(stop)
  onScopeDispose(
    onPageEvent((event) => {
      if (event === 'vault.changed') void load()
    }),
  )
  void load()

  return {
    fresh,
    exportAs,
    accounts: computed(() => accounts.value),
    left: computed(() => left.value),
    chosenCount: computed(() => chosen.value.length),
    isAsking,
    isWorking: computed(() => isWorking.value),
    problem: computed(() => problem.value?.()),
    made: computed(() => made.value),
    choose,
    chooseAll,
    start,
    send,
    write,
    putAway,
  }
}
