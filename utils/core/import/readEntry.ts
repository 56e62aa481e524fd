import { siteOfUrl } from '../match/site'
import { checkParameters, type RawParameters } from '../otp/checkParameters'
import { cleanName } from '../otpauth/cleanText'
import * as v from 'valibot'
import { failure, success, type Failure } from '../result'
import { cleanNote, listTags, MAX_TAGS } from './cleanExtras'
import {
  MAX_ENTRIES,
  type Entry,
  type EntryCode,
  type EntryRefusal,
  type FileResult,
  type RemarkCode,
} from './importer'
import { readIcon, type RawIcon } from './readIcon'

/** An entry as a file says it, in the file's own words. */
export interface RawEntry extends RawParameters {
  readonly issuer: string
  readonly account: string
  readonly note?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly pinned?: boolean | undefined
  readonly icon?: RawIcon | undefined
  readonly urls?: readonly string[] | undefined
  /** Thrown away in the app it comes from. */
  readonly isTrashed?: boolean | undefined
}

/** Types that exist and that no code can be made of here. They are named, never made into another. */
const UNSUPPORTED = new Map([
  ['motp', 'mOTP'],
  ['yandex', 'Yandex'],
  ['yaotp', 'Yandex'],
])

/** Turns what a file says into an account, or says by code why it cannot be one. */
export function readEntry(raw: RawEntry): Entry {
  const names = { issuer: cleanName(raw.issuer), account: cleanName(raw.account) }
  if (raw.isTrashed) return refuse(names, 'entry-trashed')
  const unsupported = UNSUPPORTED.get(raw.type.toLowerCase())
  if (unsupported) return refuse(names, failure('type-unsupported', { type: unsupported }))
  const parameters = checkParameters(raw)
  if (!parameters.ok) return refuse(names, parameters)
  const note = cleanNote(raw.note ?? '')
  const allTags = listTags(raw.tags ?? [])
  const tags = allTags.slice(0, MAX_TAGS)
  const icon = raw.icon && readIcon(raw.icon)
  const remarks: RemarkCode[] = []
  if (raw.icon && !icon) remarks.push('icon-left-out')
  if (note.isShortened) remarks.push('note-shortened')
  if (allTags.length > tags.length) remarks.push('tags-left-out')
  return {
    ok: true,
    value: {
      ...parameters.value,
      ...names,
      ...(note.text === '' ? {} : { note: note.text }),
      ...(tags.length === 0 ? {} : { tags }),
      ...(icon ? { icon } : {}),
      pinned: raw.pinned ?? false,
      sites: [...new Set((raw.urls ?? []).map(siteOfUrl))].filter((site) => site !== undefined),
    },
    remarks,
  }
}

/** An entry that is named with its reason and goes no further. */
export function refuse(
  names: { readonly issuer: string; readonly account: string },
  reason: Failure<EntryCode> | EntryCode,
): EntryRefusal {
  const why = typeof reason === 'string' ? failure(reason) : reason
  return { ...why, issuer: cleanName(names.issuer), account: cleanName(names.account) }
}

/** A password manager's file holds many items that have no codes. */
const MAX_ITEMS = 5 * MAX_ENTRIES

/**
 * Reads items of a file one by one: each becomes what `read` makes of it, and one of another shape is
 * named as damaged. `undefined` is for items that have nothing to do with codes.
 */
export function readEach<Schema extends v.GenericSchema>(
  values: readonly unknown[],
  schema: Schema,
  read: (item: v.InferOutput<Schema>) => RawEntry | Entry | readonly Entry[] | undefined,
): FileResult {
  if (values.length > MAX_ITEMS) return failure('too-many-entries', { max: MAX_ENTRIES })
  const entries = values.flatMap((value): readonly Entry[] => {
    const item = v.safeParse(schema, value)
    if (!item.success) return [refuse(namesIn(value), 'entry-damaged')]
    const result = read(item.output)
    if (result === undefined) return []
    if (isMany(result)) return result
    return ['ok' in result ? result : readEntry(result)]
  })
  return success({ entries })
}

function isMany<T extends object>(result: T | readonly T[]): result is readonly T[] {
  return Array.isArray(result)
}

const named = v.record(v.string(), v.unknown())

/** Names of an item that cannot be read otherwise, so that the person knows which one it is. */
function namesIn(value: unknown): { readonly issuer: string; readonly account: string } {
  const item = v.safeParse(named, value)
  const find = (...keys: string[]) => {
    const found = keys.map((key) => (item.success ? item.output[key] : undefined))
    return found.find((text): text is string => typeof text === 'string' && text !== '') ?? ''
  }
  return {
    issuer: find('issuer', 'Issuer', 'issuerName', 'service', 'title', 'name'),
    account: find('account', 'Username', 'username', 'userName', 'label', 'name'),
  }
}
