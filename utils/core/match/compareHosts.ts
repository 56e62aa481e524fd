import { editDistance } from './editDistance'
import { BAIT_WORDS, OPEN_COUNTRY_SUFFIXES, PLAIN_WORDS, TENANT_PROVIDERS } from './plainWords'
import { decodeLabel } from './punycode'
import { readDomain, type DomainName } from './registrableDomain'
import { servicesOf } from './serviceTable'
import { isMixedScript, skeletonOf } from './skeleton'

/**
 * What a host is to one that is trusted:
 * `same` it is that host · `sibling` another host of the same owner, as far as anybody can tell ·
 * `cousin` it bears the name and may well be the same owner's (another country, a provider of logins):
 * a question · `imitation` it passes for the other: an alarm · `unrelated`.
 */
export type Kinship = 'same' | 'sibling' | 'cousin' | 'imitation' | 'unrelated'

/** Pure, and by names alone: nothing is asked of the network. */
export function compareHosts(host: string, trusted: string): Kinship {
  if (host === trusted) return 'same'
  const [one, other] = [readDomain(host), readDomain(trusted)]
  if (!one || !other) return 'unrelated'
  if (one.domain === other.domain) return 'sibling'
  if (isOneService(one, other)) return 'sibling'
  if (looksLike(one, other)) return 'imitation'
  if (one.label === other.label) return compareSuffixes(one, other)
  const borrowed = borrowsName(host, one, other)
  if (borrowed === 'plainly') return isProvided(one) ? 'cousin' : 'imitation'
  if (isSlipOf(one.label, other.label)) return 'imitation'
  if (borrowed === 'loosely') return isOpenHosting(one) ? 'imitation' : 'cousin'
  return 'unrelated'
}

function isOneService(one: DomainName, other: DomainName): boolean {
  const services = servicesOf(other.domain)
  return servicesOf(one.domain).some((service) => services.includes(service))
}

/** Another label that is read as the same one: other letters, accents, digits for letters. */
function looksLike(one: DomainName, other: DomainName): boolean {
  const [seen, meant] = [decodeLabel(one.label), decodeLabel(other.label)]
  if (seen === meant) return false
  if (skeletonOf(seen) === skeletonOf(meant)) return true
  const isForeign = isMixedScript(seen) || /[^\p{ASCII}]/u.test(seen)
  return isForeign && meant.length >= 4 && editDistance(skeletonOf(seen), skeletonOf(meant)) <= 1
}

/** The same label under another suffix. */
function compareSuffixes(one: DomainName, other: DomainName): Kinship {
  if (PLAIN_WORDS.has(other.label) || other.label.length < 2) return 'unrelated'
  if (one.isTenant || other.isTenant) return isOpenHosting(one) ? 'imitation' : 'cousin'
  const isOfCountry = isCountry(one.suffix) || isCountry(other.suffix)
  const isUsual = (suffix: string) => isCountry(suffix) || suffix === 'com'
  return isOfCountry && isUsual(one.suffix) && isUsual(other.suffix) ? 'cousin' : 'imitation'
}

function isCountry(suffix: string): boolean {
  const country = suffix.split('.').at(-1) ?? ''
  return country.length === 2 && !OPEN_COUNTRY_SUFFIXES.has(suffix)
}

/** A customer's name at a provider that companies work and sign in with. */
function isProvided({ suffix }: DomainName): boolean {
  return TENANT_PROVIDERS.includes(suffix)
}

/** Web space where anybody takes a name. */
function isOpenHosting(name: DomainName): boolean {
  return name.isTenant && !isProvided(name)
}

/** Whether the trusted name stands in the host as a word of its own, or beside a word of bait. */
function borrowsName(
  host: string,
  one: DomainName,
  other: DomainName,
): 'no' | 'plainly' | 'loosely' {
  const name = skeletonOf(decodeLabel(other.label))
  const whole = other.domain.replaceAll('.', '-')
  if (`-${host.replaceAll('.', '-')}-`.includes(`-${whole}-`)) return 'plainly'
  if (PLAIN_WORDS.has(other.label) || name.length < 3) return 'no'
  const own = tokensOf(one.label)
  const before = tokensOf(host.slice(0, Math.max(0, host.length - one.domain.length - 1)))
  const isLong = name.length >= 4
  if (own.includes(name) || (isLong && before.includes(name))) return 'plainly'
  if (!isLong) return own.some((token) => isBaited(token, name)) ? 'plainly' : 'no'
  if (own.some((token) => isBaited(token, name) || (own.length > 1 && isSlipOf(token, name)))) {
    return 'plainly'
  }
  return name.length >= 6 && skeletonOf(decodeLabel(one.label)).includes(name) ? 'loosely' : 'no'
}

function tokensOf(name: string): readonly string[] {
  return name.split(/[.\-_]/u).map((token) => skeletonOf(decodeLabel(token)))
}

/** `paypallogin`, `mybca`: the name with words of bait before or behind it and nothing else. */
function isBaited(token: string, name: string): boolean {
  if (!token.includes(name) || token === name) return false
  const rest = token.replace(name, '')
  return BAIT.has(rest)
}

const BAIT: ReadonlySet<string> = new Set(BAIT_WORDS.map(skeletonOf))

/** A slip of the finger away: one in short names, two in long ones, none in the shortest. */
function isSlipOf(label: string, trusted: string): boolean {
  if (PLAIN_WORDS.has(trusted)) return false
  const [a, b] = [skeletonOf(decodeLabel(label)), skeletonOf(decodeLabel(trusted))]
  const length = Math.min(a.length, b.length)
  if (length < 5 || Math.abs(a.length - b.length) > 2) return false
  const distance = Math.min(editDistance(a, b), editDistance(label, trusted))
  if (distance > (length >= 9 ? 2 : 1)) return false
  // Another first letter makes another word, unless it is beside the right one on the keyboard.
  const isFirstChanged = a.length === b.length && a[0] !== b[0] && a.slice(1) === b.slice(1)
  return !isFirstChanged || areNeighbours(label.charAt(0), trusted.charAt(0))
}

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

function areNeighbours(a: string, b: string): boolean {
  const place = (key: string) => {
    const row = KEYBOARD.findIndex((keys) => keys.includes(key))
    return { row, column: (KEYBOARD[row]?.indexOf(key) ?? 0) + row / 2 }
  }
  const [one, other] = [place(a), place(b)]
  return Math.abs(one.row - other.row) <= 1 && Math.abs(one.column - other.column) <= 1
}
