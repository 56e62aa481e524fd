import * as v from 'valibot'
import { decodeBase32, encodeBase32 } from '../otp/base32'
import { fromHex } from '../bytes'
import { readOtpauthUri, type OtpauthParts } from '../otpauth/parseOtpauthUri'
import { isMigration, readMigration, type Migration } from '../otpauth/readMigration'
import { readJson } from './doors/readJson'
import type { Entry } from './importer'
import { isOtpLink } from './isOtpLink'
import { readEntry, refuse, type RawEntry } from './readEntry'
import { flag, items, label } from './schemas'

/** Ente Auth writes a whole note into its links. */
const MAX_LINK_CHARACTERS = 64 * 1024

/** Names and extras that the place of a URI knows; the URI's own names win. */
export type UriContext = Partial<Omit<RawEntry, 'type' | 'secret'>>

export interface UriResult {
  readonly entries: readonly Entry[]
  readonly part?: Migration
}

/** Reads a link that may be a whole Google Authenticator export. */
export function readUriLine(line: string): UriResult {
  if (!isMigration(line)) return { entries: [readOtpLink(line)] }
  const migration = readMigration(line)
  if (!migration.ok) {
    return { entries: [refuse({ issuer: '', account: '' }, 'migration-damaged')] }
  }
  return {
    entries: migration.value.entries.map((entry) =>
      entry.ok
        ? { ok: true, value: { ...entry.value, pinned: false, sites: [] }, remarks: [] }
        : refuse(entry, entry),
    ),
    part: migration.value,
  }
}

/** Reads `otpauth://`, `steam://SECRET` or `motp://`. */
export function readOtpLink(text: string, context: UriContext = {}): Entry {
  const link = text.trim()
  const named = { issuer: context.issuer ?? '', account: context.account ?? '' }
  const steam = /^steam:\/\/([^/?#]*)/iu.exec(link)
  if (steam) return readEntry({ ...context, ...named, type: 'steam', secret: steam[1] ?? '' })
  const motp = /^motp:\/\/([^?#]*)/iu.exec(link)
  if (motp)
    return readEntry({
      ...context,
      ...splitLabel(decodePercent(motp[1] ?? '')),
      type: 'motp',
      secret: '',
    })
  const parts = readOtpauthUri(link, MAX_LINK_CHARACTERS)
  if (!parts.ok) {
    return refuse(named, parts.code === 'uri-too-long' ? 'uri-too-long' : 'line-not-otpauth')
  }
  const { raw, issuer, account, query } = parts.value
  return readEntry({
    ...context,
    ...raw,
    ...readWinAuthSteam(parts.value),
    ...readCodeDisplay(query.get('codedisplay') ?? ''),
    secret: readHexSeed(raw.secret),
    issuer: issuer === '' ? named.issuer : issuer,
    account: account === '' ? named.account : account,
  })
}

/**
 * A bare secret or a link: what password managers keep in their field for codes. The entry's own names
 * stand in for the ones that a bare secret does not have.
 */
export function readSecretOrLink(text: string, context: UriContext): Entry {
  if (isOtpLink(text)) return readOtpLink(text, context)
  const named = { issuer: context.issuer ?? '', account: context.account ?? '' }
  return readEntry({ ...context, ...named, type: 'totp', secret: text })
}

/** `issuer:account`, or an account alone. */
export function splitLabel(text: string): { readonly issuer: string; readonly account: string } {
  const colon = text.indexOf(':')
  return { issuer: text.slice(0, Math.max(colon, 0)), account: text.slice(colon + 1) }
}

/** WinAuth marks Steam's five letters by what else Steam gave it. */
function readWinAuthSteam({ raw, query }: OtpauthParts): Partial<RawEntry> {
  const isSteam =
    raw.type === 'totp' && raw.digits === '5' && query.has('deviceid') && query.has('data')
  return isSteam ? { type: 'steam' } : {}
}

/** A seed in hex where base32 belongs: only if it cannot be base32. */
function readHexSeed(secret: string): string {
  if (decodeBase32(secret)) return secret
  const bytes = fromHex(secret.trim())
  return bytes ? encodeBase32(bytes) : secret
}

const codeDisplaySchema = v.object({
  pinned: flag,
  trashed: flag,
  note: label,
  tags: items,
})

/** What Ente Auth adds to a link, as JSON. */
function readCodeDisplay(text: string): Partial<RawEntry> {
  if (text === '') return {}
  const json = readJson(text)
  const display = v.safeParse(codeDisplaySchema, json.ok ? json.value : undefined)
  if (!display.success) return {}
  const { pinned, note, tags, trashed } = display.output
  return {
    pinned,
    note,
    tags: tags.filter((tag) => typeof tag === 'string'),
    isTrashed: trashed,
  }
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // URIError: a lone % that somebody typed
  }
}
