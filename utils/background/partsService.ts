import * as v from 'valibot'
import {
  groupParts,
  isWhole,
  readProgressOf,
  type ExportProgress,
  type TextPart,
} from '../core/otpauth/exportProgress'
import { isMigration, readMigration } from '../core/otpauth/readMigration'
import type { Finding } from '../core/scan/finding'
import { mergeFindings } from '../core/scan/mergeFindings'
import type { StorageArea } from '../platform/storage'
import type { PartsKind, PartsView } from '../protocol/requests'
import { createSerialQueue } from './serialQueue'
import type { VaultService } from './vaultService'

export const PARTS_KEY = 'parts'
const LIFETIME_MS = 10 * 60_000
/** More than any phone shows, and few enough for memory-backed storage. */
const MAX_PARTS = 200

const storedSchema = v.object({ texts: v.array(v.string()), expiresAt: v.number() })

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
  function gather(findings: readonly Finding[]): Promise<readonly Finding[] | undefined> {
    const texts = findings.map(({ text }) => text).filter(isOneOfSeveral)
    if (texts.length === 0) return Promise.resolve(undefined)
    return enqueue(async () => {
      const all = [...new Set([...(await readTexts()), ...texts])].slice(-MAX_PARTS)
      const kept = new Set(groupTexts(all).flatMap((group) => group.texts))
      return write(all.filter((text) => kept.has(text)))
    })
  }

  async function write(texts: readonly string[]): Promise<readonly Finding[]> {
    await area.set({ [PARTS_KEY]: { texts, expiresAt: now() + LIFETIME_MS } })
    // Locked meanwhile: no secret stays behind.
    if ((await vault.readStatus()) !== 'unlocked') await area.remove([PARTS_KEY])
    return texts.map(toFinding)
  }

  async function read(): Promise<readonly Finding[]> {
    return (await readTexts()).map(toFinding)
  }

  async function readTexts(): Promise<readonly string[]> {
    const stored = v.safeParse(storedSchema, (await area.get([PARTS_KEY]))[PARTS_KEY])
    return stored.success && stored.output.expiresAt > now() ? stored.output.texts : []
  }

  /** Forgets all parts, or only those of exports that are whole; the others go on waiting. */
  function forget(which: PartsKind): Promise<void> {
    return enqueue(async () => {
      const groups = which === 'all' ? [] : groupTexts(await readTexts())
      const open = groups.flatMap(({ texts, progress }) => (isWhole(progress) ? [] : texts))
      if (open.length === 0) await area.remove([PARTS_KEY])
      else await write(open)
    })
  }

  /** Takes parts out of memory whose time is over; for the alarm. */
  function prune(): Promise<void> {
    return enqueue(async () => {
      if ((await readTexts()).length === 0) await area.remove([PARTS_KEY])
    })
  }

  return { gather, read, forget, prune }
}

export type PartsService = ReturnType<typeof createPartsService>

/** What is to be said of the parts: how many are there, and how many accounts are in them. */
export function viewParts(gathered: readonly Finding[]): PartsView {
  const groups = groupTexts(gathered.map(({ text }) => text))
  return {
    exports: groups.map(({ progress }) => progress),
    accounts: mergeFindings(gathered, '').found.length,
  }
}

/** Those of exports of which no part is missing. */
export function findWhole(gathered: readonly Finding[]): readonly Finding[] {
  const groups = groupTexts(gathered.map(({ text }) => text))
  return groups.flatMap(({ texts, progress }) => (isWhole(progress) ? texts.map(toFinding) : []))
}

export function isOneOfSeveral(text: string): boolean {
  return readPart(text) !== undefined
}

function readPart(text: string): TextPart | undefined {
  const migration = isMigration(text) ? readMigration(text) : undefined
  if (!migration?.ok || migration.value.part.size <= 1) return undefined
  const { part, entries } = migration.value
  return { ...part, text, content: JSON.stringify(entries) }
}

interface TextGroup {
  readonly texts: readonly string[]
  readonly progress: ExportProgress
}

function groupTexts(texts: readonly string[]): readonly TextGroup[] {
  const parts = texts.map(readPart).filter((part) => part !== undefined)
  return groupParts(parts).map((group) => ({
    texts: group.map(({ text }) => text),
    progress: readProgressOf(group),
  }))
}

function toFinding(text: string): Finding {
  return { text, origin: { kind: 'qr', place: 'visible' } }
}
