import * as v from 'valibot'
import { MAX_HINT_CHARACTERS, type FieldHint } from '../detect/fieldHint'
import { cleanSite } from '../match/binding'
import { success } from '../result'
import type { Edit } from './edits'

/** What the person wants on one site. Absent means the usual. */
export interface SitePreference {
  /** No offer stands in its pages by itself. */
  readonly isHidden?: true
  /** The form is sent after a code was filled. */
  readonly submits?: true
  /** The field that wants the code, and those that never do. */
  readonly field?: FieldHint
  readonly never?: readonly FieldHint[]
  /** Accounts whose code goes after what the field already holds: a password. */
  readonly appends?: readonly string[]
}

export type SitePreferences = Readonly<Record<string, SitePreference>>

const MAX_NEVER = 20
const MAX_PREFERENCES = 10_000
const text = v.pipe(v.string(), v.maxLength(MAX_HINT_CHARACTERS))

export const fieldHintSchema = v.object({
  type: text,
  names: text,
  label: text,
  near: text,
  wrapper: text,
})

export const sitePreferencesSchema = v.record(
  v.string(),
  v.object({
    isHidden: v.exactOptional(v.literal(true)),
    submits: v.exactOptional(v.literal(true)),
    field: v.exactOptional(fieldHintSchema),
    never: v.exactOptional(v.array(fieldHintSchema)),
    appends: v.exactOptional(v.array(v.string())),
  }),
)

/** What a change says about a site; `null` takes a thing back, absent leaves it. */
export interface SiteChange {
  readonly isHidden?: boolean
  readonly submits?: boolean
  readonly field?: FieldHint | null
  /** One more field; `null` takes all back. */
  readonly never?: FieldHint | null
  readonly appends?: { readonly accountId: string; readonly isOn: boolean }
}

/** A site about which nothing is left to say is forgotten: the vault keeps no list of visits. */
export function preferSite(site: string, change: SiteChange): Edit<SitePreference, never> {
  return (data) => {
    const answer = applyChange(data.sites?.[site] ?? {}, change)
    const others = Object.entries(data.sites ?? {}).filter(([name]) => name !== site)
    const isEmpty = Object.keys(answer).length === 0
    const sites = Object.fromEntries(isEmpty ? others : [...others, [site, answer]])
    const { sites: before, ...rest } = data
    if (before === undefined && isEmpty) return success({ data, answer })
    const next = Object.keys(sites).length === 0 ? rest : { ...rest, sites }
    return success({ data: next, answer })
  }
}

/** Wishes that come from outside, as they may be kept: for sites, in bounds, and for known accounts. */
export function cleanSitePreferences(
  sites: SitePreferences,
  accountIds: ReadonlySet<string>,
): SitePreferences {
  const clean = Object.entries(sites)
    .filter(([site]) => cleanSite(site) === site)
    .slice(0, MAX_PREFERENCES)
    .map(([site, { never = [], appends = [], ...rest }]): [string, SitePreference] => {
      const fields = never.slice(-MAX_NEVER)
      const ids = [...new Set(appends)].filter((id) => accountIds.has(id))
      return [
        site,
        {
          ...rest,
          ...(fields.length > 0 ? { never: fields } : {}),
          ...(ids.length > 0 ? { appends: ids } : {}),
        },
      ]
    })
  return Object.fromEntries(clean.filter(([, it]) => Object.keys(it).length > 0))
}

function applyChange(before: SitePreference, change: SiteChange): SitePreference {
  const isHidden = change.isHidden ?? before.isHidden === true
  const submits = change.submits ?? before.submits === true
  const field = change.field === undefined ? before.field : (change.field ?? undefined)
  const never = nextNever(before.never ?? [], change.never)
  const appends = nextAppends(before.appends ?? [], change.appends)
  return {
    ...(isHidden ? { isHidden } : {}),
    ...(submits ? { submits } : {}),
    ...(field ? { field } : {}),
    ...(never.length > 0 ? { never } : {}),
    ...(appends.length > 0 ? { appends } : {}),
  }
}

function nextNever(before: readonly FieldHint[], change: SiteChange['never']) {
  if (change === undefined) return before
  return change === null ? [] : [...before, change].slice(-MAX_NEVER)
}

function nextAppends(before: readonly string[], change: SiteChange['appends']) {
  if (!change) return before
  const others = before.filter((id) => id !== change.accountId)
  return change.isOn ? [...others, change.accountId] : others
}
