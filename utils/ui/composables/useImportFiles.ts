import { computed, onScopeDispose, shallowRef } from 'vue'
import type { ImportReport } from '../../core/import/importer'
import type { Detail } from '../../protocol/views'
import type { ImportCode } from '../i18n/importMessage'
import { createFileReader } from '../import/readInWorker'

export interface ImportFile {
  readonly key: number
  readonly name: string
  /** The app whose export it is, as soon as that is known. */
  readonly app: string
  readonly state: 'waiting' | 'reading' | 'password' | 'columns' | 'read' | 'failed'
  readonly isDeriving: boolean
  readonly problem?: { readonly code: ImportCode; readonly detail?: Detail }
  /** How many accounts were read. */
  readonly count: number
}

interface Work {
  readonly blob: Blob
  password?: string
  columns?: Readonly<Record<string, string>>
  /** With secrets, and therefore outside of what Vue watches. */
  report?: ImportReport
}

/** Files on their way from the person to a report, one after the other, each with its own question. */
export function useImportFiles({ onSettled }: { readonly onSettled: () => void }) {
  const files = shallowRef<readonly ImportFile[]>([])
  const work = new Map<number, Work>()
  const reader = createFileReader()
  let nextKey = 0
  let isRunning = false

  function add(blobs: readonly { readonly name: string; readonly blob: Blob }[]): void {
    const added = blobs.map(({ name, blob }): ImportFile => {
      const key = nextKey++
      work.set(key, { blob })
      return { key, name, app: '', state: 'waiting', isDeriving: false, count: 0 }
    })
    files.value = [...files.value, ...added]
    void run()
  }

  async function run(): Promise<void> {
    if (isRunning) return
    isRunning = true
    for (let file = findWaiting(); file; file = findWaiting()) await readOne(file)
    isRunning = false
    onSettled()
  }

  function findWaiting(): ImportFile | undefined {
    return files.value.find(({ state }) => state === 'waiting')
  }

  async function readOne({ key }: ImportFile): Promise<void> {
    const job = work.get(key)
    if (!job) return
    change(key, { state: 'reading', isDeriving: job.password !== undefined })
    // A file that was moved or deleted meanwhile cannot be read; it then counts as empty.
    const buffer = await job.blob.arrayBuffer().catch(() => new ArrayBuffer(0))
    const answer = await reader.read({
      bytes: new Uint8Array(buffer),
      ...(job.password === undefined ? {} : { password: job.password }),
      ...(job.columns === undefined ? {} : { columns: job.columns }),
    })
    if (!work.has(key)) return // taken away meanwhile
    if (!answer) {
      if (files.value.find((file) => file.key === key)?.state === 'reading') {
        change(key, { state: 'failed', problem: { code: 'too-slow' } })
      }
      return
    }
    const { app, result } = answer
    if (result.ok) {
      job.report = result.value
      const count = result.value.entries.filter(({ ok }) => ok).length
      settle(key, { app, state: 'read', count })
      return
    }
    const { code, detail } = result
    const problem = { code, ...(detail ? { detail } : {}) }
    if (code === 'password-needed') settle(key, { app, state: 'password' })
    else if (code === 'wrong-password') settle(key, { app, state: 'password', problem })
    else if (code === 'columns-needed') settle(key, { app, state: 'columns', problem })
    else settle(key, { app, state: 'failed', problem })
  }

  function settle(key: number, part: Partial<ImportFile>): void {
    change(key, { isDeriving: false, ...part })
  }

  function change(key: number, part: Partial<ImportFile>): void {
    files.value = files.value.map((file) => {
      if (file.key !== key) return file
      const { name, app, state, isDeriving, count } = file // a problem lasts until the next try
      return { key, name, app, state, isDeriving, count, ...part }
    })
  }

  function answerPassword(key: number, password: string): void {
    const job = work.get(key)
    if (!job) return
    job.password = password
    change(key, { state: 'waiting' })
    void run()
  }

  function answerColumns(key: number, columns: Readonly<Record<string, string>>): void {
    const job = work.get(key)
    if (!job) return
    job.columns = columns
    change(key, { state: 'waiting' })
    void run()
  }

  function leaveOut(key: number): void {
    work.delete(key)
    files.value = files.value.filter((file) => file.key !== key)
    if (!isRunning) onSettled()
  }

  /** Stops what is being read; files that wait are left out. */
  function cancel(): void {
    for (const { key, state } of files.value) {
      if (state !== 'reading' && state !== 'waiting') continue
      change(key, { state: 'failed', isDeriving: false, problem: { code: 'stopped' } })
    }
    reader.stop()
  }

  function clear(): void {
    cancel()
    work.clear()
    files.value = []
  }

  onScopeDispose(clear)

  return {
    files,
    isReading: computed(() =>
      files.value.some(({ state }) => state === 'reading' || state === 'waiting'),
    ),
    done: computed(
      () => files.value.filter(({ state }) => state !== 'reading' && state !== 'waiting').length,
    ),
    reports: (): readonly ImportReport[] =>
      files.value.flatMap(({ key }) => work.get(key)?.report ?? []),
    add,
    answerPassword,
    answerColumns,
    leaveOut,
    cancel,
    clear,
  }
}
