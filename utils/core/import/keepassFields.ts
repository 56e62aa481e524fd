import { fromBase64, fromHex, utf8, type Bytes } from '../bytes'
import { encodeBase32 } from '../otp/base32'
import type { Entry } from './importer'
import { readEntry, refuse } from './readEntry'
import { isOtpLink } from './isOtpLink'
import { readOtpLink, type UriContext } from './readUriLine'

/**
 * The codes of one KeePass entry, in each of the ways that its programs keep them: KeePassXC's link in
 * `otp`, KeeOTP's `key=…` there, the older `TOTP Seed`, and the fields of KeePass 2.47. Most entries have
 * none.
 */
export function readKeepassFields(
  fields: ReadonlyMap<string, string>,
  context: Omit<UriContext, 'issuer' | 'account'>,
): readonly Entry[] {
  const extras: UriContext = {
    ...context,
    issuer: fields.get('Title') ?? '',
    account: fields.get('UserName') ?? '',
    note: fields.get('Notes') ?? '',
    urls: [fields.get('URL') ?? ''],
  }
  const names = { issuer: extras.issuer ?? '', account: extras.account ?? '' }
  const entries: Entry[] = []
  const otp = fields.get('otp')?.trim() ?? ''
  if (isOtpLink(otp)) entries.push(readOtpLink(otp, extras))
  else if (/(?:^|&)key=/iu.test(otp)) entries.push(readKeeOtp(otp, { ...extras, ...names }))
  else if (otp !== '') entries.push(refuse(names, 'entry-damaged'))
  const seed = fields.get('TOTP Seed')?.trim() ?? ''
  if (seed !== '' && otp === '') {
    entries.push(readSeed(seed, fields.get('TOTP Settings') ?? '', { ...extras, ...names }))
  }
  return [...entries, ...readKeepass2(fields, { ...extras, ...names })]
}

type Names = UriContext & { readonly issuer: string; readonly account: string }

/** `key=BASE32&size=6&step=30&type=Totp&otpHashMode=Sha1`. */
function readKeeOtp(text: string, context: Names): Entry {
  const values = new URLSearchParams(text)
  return readEntry({
    ...context,
    type: values.get('type') ?? 'totp',
    secret: values.get('key') ?? '',
    digits: values.get('size') ?? undefined,
    period: values.get('step') ?? undefined,
    counter: values.get('counter') ?? undefined,
    algorithm: values.get('otpHashMode') ?? undefined,
  })
}

/** `30;6`, `30;S` for Steam, and a third part that nobody uses. */
function readSeed(secret: string, settings: string, context: Names): Entry {
  const [period, digits] = settings.split(';')
  const isSteam = digits?.toUpperCase() === 'S'
  return readEntry({
    ...context,
    type: isSteam ? 'steam' : 'totp',
    secret,
    period,
    ...(isSteam ? {} : { digits }),
  })
}

/** KeePass 2.47 and later: help/base/placeholders.html, "Generate TOTP". */
function readKeepass2(fields: ReadonlyMap<string, string>, context: Names): readonly Entry[] {
  const entries: Entry[] = []
  const timed = findSecret(fields, 'TimeOtp-Secret')
  if (timed !== undefined) {
    entries.push(
      readEntry({
        ...context,
        type: 'totp',
        secret: timed,
        digits: fields.get('TimeOtp-Length'),
        period: fields.get('TimeOtp-Period'),
        algorithm: fields.get('TimeOtp-Algorithm'),
      }),
    )
  }
  const counted = findSecret(fields, 'HmacOtp-Secret')
  if (counted !== undefined) {
    const counter = fields.get('HmacOtp-Counter')
    entries.push(readEntry({ ...context, type: 'hotp', secret: counted, counter }))
  }
  return entries
}

function findSecret(fields: ReadonlyMap<string, string>, name: string): string | undefined {
  const base32 = fields.get(`${name}-Base32`)
  if (base32 !== undefined) return base32
  const readers: readonly (readonly [string, (text: string) => Bytes | undefined])[] = [
    ['', utf8],
    ['-Hex', (text) => fromHex(text.replace(/\s/gu, ''))],
    ['-Base64', (text) => fromBase64(text.trim())],
  ]
  for (const [suffix, read] of readers) {
    const text = fields.get(`${name}${suffix}`)
    if (text === undefined) continue
    const bytes = read(text)
    // A key that is none is refused by its own words, not turned into another.
    return bytes ? encodeBase32(bytes) : '!'
  }
  return undefined
}
