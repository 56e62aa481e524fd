import * as v from 'valibot'
import { SORTS } from '../core/list/listSections'

const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))

// Each setting and what it may be, once: messages, storage and types follow from here.
const FIELDS = {
  /** The code of one, `fr`; where there is none of that code, as with `auto`, the browser's. */
  language: v.union([v.literal('auto'), v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/u))]),
  theme: v.picklist(['system', 'light', 'dark', 'contrast']),
  /** Without use of the vault. */
  autoLockMinutes: v.union([whole(1, 240), v.literal('never')]),
  /** Since the unlock, however much the vault is used. */
  lockAfterHours: whole(1, 168),
  locksWithScreen: v.boolean(),
  sort: v.picklist(SORTS),
  density: v.picklist(['comfortable', 'compact', 'large']),
  groupsDigits: v.boolean(),
  /** For how many seconds before its turn the next code is shown. */
  nextCode: v.picklist(['off', '5', '10', 'always']),
  /** Marks of well-known services; otherwise letters. */
  showsIcons: v.boolean(),
  /** Codes are dots until one is asked for. */
  hidesCodes: v.boolean(),
  closesAfterCopy: v.boolean(),
  closesAfterFill: v.boolean(),
  /** How often a copied code came with the advice to tell it to nobody. */
  advicesSeen: whole(0, 100),
  /** What stands in code fields of pages. Known while the vault is locked, and says nothing of sites. */
  offerMode: v.picklist(['menu', 'icon', 'off']),
}

type Fields = typeof FIELDS
export type Settings = { readonly [Name in keyof Fields]: v.InferOutput<Fields[Name]> }
export type Theme = Settings['theme']

export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  theme: 'system',
  autoLockMinutes: 15,
  lockAfterHours: 12,
  locksWithScreen: true,
  sort: 'service',
  density: 'comfortable',
  groupsDigits: true,
  nextCode: '5',
  showsIcons: true,
  hidesCodes: false,
  closesAfterCopy: false,
  closesAfterFill: true,
  advicesSeen: 0,
  offerMode: 'menu',
}

/** What a change of settings may carry: any of them, and nothing that is none. */
export const settingsChange = mapFields((field) => v.exactOptional(field)) as {
  // `mapFields` forgets which field is which; here they are again.
  readonly [Name in keyof Fields]: v.ExactOptionalSchema<Fields[Name], undefined>
}

/** Reads stored settings. Each falls back by itself: a damaged one does not reset the others. */
export function readSettings(stored: unknown): Settings {
  const fields = mapFields((field, name) => v.fallback(field, DEFAULT_SETTINGS[name]))
  const isObject = typeof stored === 'object' && stored !== null
  // Each field's own schema vouches for its type.
  return v.parse(v.object(fields), isObject ? stored : {}) as Settings
}

/** Whether the change leaves an open vault open longer: then the passphrase is asked for again. */
export function isWeaker(change: Partial<Settings>, present: Settings): boolean {
  const before = lockLimits(present)
  const after = lockLimits({ ...present, ...change })
  const isOpenWithScreenLocked = present.locksWithScreen && change.locksWithScreen === false
  return after.idleMs > before.idleMs || after.totalMs > before.totalMs || isOpenWithScreenLocked
}

/** For how long the vault stays open without use, `Infinity` when that does not lock it, and with. */
export function lockLimits({ autoLockMinutes, lockAfterHours }: Settings) {
  const idleMs = autoLockMinutes === 'never' ? Infinity : autoLockMinutes * 60_000
  return { idleMs, totalMs: lockAfterHours * 3_600_000 }
}

function mapFields<T>(map: (field: v.GenericSchema, name: keyof Fields) => T): Record<string, T> {
  const names = Object.keys(FIELDS) as (keyof Fields)[] // a constant of ours has no other keys
  return Object.fromEntries(names.map((name) => [name, map(FIELDS[name], name)]))
}
