import * as v from 'valibot'
import { groupParts, isWhole, type GatheredExport } from '../core/otpauth/exportProgress'
import { isMigration, readMigration, type Migration } from '../core/otpauth/readMigration'
import type { Finding } from '../core/scan/finding'
import type { StorageArea } from '../platform/storage'
import type { PartsKind } from '../protocol/views'
import { createSerialQueue } from './serialQueue'
import type { VaultService } from './vaultService'

export const PARTS_KEY = 'parts'
const LIFETIME_MS = 10 * 60_000
/** More than any phone shows, and few enough for memory-backed storage. */
const MAX_PARTS = 200

const storedSchema = v.object({ texts: v.array(v.string()), expiresAt: v.number() })

/** A part and the text that it was read from. */
interface TextPart extends Migration {
  readonly text: string
}
export type TextExport = GatheredExport<TextPart>

export interface Gathered {
  readonly exports: readonly TextExport[]
  /** What is no part of an export. */
  readonly others: readonly Finding[]
}

interface PartsOptions {
  /** Memory-backed: every part holds secrets. */
  readonly area: StorageArea
  readonly vault: Pick<VaultService, 'readStatus'>
  readonly now: () => number
}

/**
 * Gathers the codes of an export that shows one after the other, in any order and over any number of
 * scans, while the popup may close between them.
 */
export function createPartsService({ area, vault, now }: PartsOptions) {
  const enqueue = createSerialQueue()

  /** Takes the parts out of what was found; `undefined` where there was none among it. */
  function gather(findings: readonly Finding[]): Promise<Gathered | undefined> {
    const read = findings.map((finding) => ({ finding, part: readPart(finding.text) }))
    const parts = read.flatMap(({ part }) => part ?? [])
    if (parts.length === 0) return Promise.resolve(undefined)
    const others = read.flatMap(({ finding, part }) => (part ? [] : finding))
    return enqueue(async () => {
      const byText = new Map([...(await readParts()), ...parts].map((it) => [it.text, it]))
      const exports = groupParts([...byText.values()].slice(-MAX_PARTS))
      await write(exports)
      return { exports, others }
    })
  }

  async function write(exports: readonly TextExport[]): Promise<void> {
    const texts = exports.flatMap(({ parts }) => parts.map(({ text }) => text))
    await area.set({ [PARTS_KEY]: { texts, expiresAt: now() + LIFETIME_MS } })
    // Locked meanwhile: no secret stays behind.
    if ((await vault.readStatus()) !== 'unlocked') await area.remove([PARTS_KEY])
  }

  async function read(): Promise<readonly TextExport[]> {
    return groupParts(await readParts())
  }

  async function readParts(): Promise<readonly TextPart[]> {
    const stored = v.safeParse(storedSchema, (await area.get([PARTS_KEY]))[PARTS_KEY])
    const isCurrent = stored.success && stored.output.expiresAt > now()
    return isCurrent ? stored.output.texts.flatMap((text) => readPart(text) ?? []) : []
  }

  /** Forgets all parts, or only those of exports that are whole; the others go on waiting. */
  function forget(which: PartsKind): Promise<void> {
    return enqueue(async () => {
      const exports = which === 'all' ? [] : await read()
      const open = exports.filter(({ progress }) => !isWhole(progress))
      if (open.length === 0) await area.remove([PARTS_KEY])
      else await write(open)
    })
  }

  /** Takes parts out of memory whose time is over; for the alarm. */
  function prune(): Promise<void> {
    return enqueue(async () => {
      if ((await readParts()).length === 0) await area.remove([PARTS_KEY])
    })
  }

  return { gather, read, forget, prune }
}

export type PartsService = ReturnType<typeof createPartsService>

function readPart(text: string): TextPart | undefined {
  const migration = isMigration(text) ? readMigration(text) : undefined
  return migration?.ok && migration.value.part.size > 1 ? { ...migration.value, text } : undefined
}
