import type { AccountDraft } from '../account'
import { checkParameters, type ParameterCode, type RawParameters } from '../otp/checkParameters'
import { failure, success, type Result } from '../result'
import { cleanName, cleanText } from './cleanText'

export const MAX_URI_CHARACTERS = 4096

export type OtpauthCode = ParameterCode | 'not-otpauth' | 'uri-too-long'

/** A URI taken apart: what it says, before anybody looked whether a code can be made of it. */
export interface OtpauthParts {
  readonly raw: RawParameters
  readonly issuer: string
  readonly account: string
  /** All parameters by their names in lower case. */
  readonly query: ReadonlyMap<string, string>
}

/** Reads one `otpauth://` URI (Key URI format) into a draft; `apple-otpauth://` is the same for iOS. */
export function parseOtpauthUri(text: string): Result<AccountDraft, OtpauthCode> {
  const parts = readOtpauthUri(text)
  if (!parts.ok) return parts
  const { raw, issuer, account } = parts.value
  const parameters = checkParameters(raw)
  return parameters.ok ? success({ ...parameters.value, issuer, account }) : parameters
}

/**
 * Takes a URI apart. It is split by hand and not by `URL`, because real issuers leave '#', spaces and ':'
 * unescaped in the label. Repeated parameters: the first one counts.
 */
export function readOtpauthUri(
  text: string,
  maxCharacters = MAX_URI_CHARACTERS,
): Result<OtpauthParts, 'not-otpauth' | 'uri-too-long'> {
  const uri = text.trim()
  if (uri.length > maxCharacters) return failure('uri-too-long', { max: maxCharacters })
  const parts = /^(?:apple-)?otpauth:\/\/([^/?#]*)(?:\/([^?]*))?(?:\?(.*))?$/isu.exec(uri)
  if (!parts) return failure('not-otpauth')
  const [, kind = '', rawLabel = '', rawQuery = ''] = parts
  const query = readQuery(rawQuery)
  const raw = {
    type: readType(kind, query),
    secret: readPresent(query, 'secret'),
    algorithm: query.get('algorithm'),
    digits: query.get('digits'),
    period: query.get('period'),
    counter: query.get('counter'),
  }
  return success({ raw, query, ...readNames(decodePercent(rawLabel), query) })
}

function readType(kind: string, values: ReadonlyMap<string, string>): string {
  const name = kind.toLowerCase()
  const isMarkedAsSteam = isSteam(values.get('encoder')) || isSteam(values.get('algorithm'))
  return name === 'steamtotp' || (name === 'totp' && isMarkedAsSteam) ? 'steam' : kind
}

function isSteam(value: string | undefined): boolean {
  return value?.toLowerCase() === 'steam'
}

function readQuery(query: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=')
    const key = decodePercent(at < 0 ? pair : pair.slice(0, at)).toLowerCase()
    const value = at < 0 ? '' : decodePercent(pair.slice(at + 1).replaceAll('+', ' '))
    if (key !== '' && !values.has(key)) values.set(key, value)
  }
  return values
}

/**
 * The label is `issuer:account` or `account`; the issuer parameter wins over the prefix. An issuer
 * that holds a colon itself is recognised by the parameter.
 */
function readNames(
  label: string,
  values: ReadonlyMap<string, string>,
): Pick<AccountDraft, 'issuer' | 'account'> {
  const named = cleanName(readPresent(values, 'issuer'))
  const full = cleanText(label)
  const isPrefixed =
    full.charAt(named.length) === ':' &&
    full.slice(0, named.length).toLowerCase() === named.toLowerCase()
  const colon = named !== '' && isPrefixed ? named.length : full.indexOf(':')
  const prefix = colon < 0 ? '' : full.slice(0, colon)
  return {
    issuer: named === '' ? cleanName(prefix) : named,
    account: cleanName(full.slice(colon + 1)),
  }
}

/** Some exporters write the word null where they mean nothing. */
function readPresent(values: ReadonlyMap<string, string>, key: string): string {
  const value = values.get(key) ?? ''
  return value === 'null' ? '' : value
}

/** Decodes percent escapes; a text whose escapes are broken is taken as it stands. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // URIError: a lone % in a label, which issuers do print
  }
}
