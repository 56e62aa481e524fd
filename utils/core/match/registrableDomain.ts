import { PLAIN_WORDS, TENANT_PROVIDERS } from './plainWords'
import { readSuffix } from './publicSuffix'

export interface DomainName {
  /** The part that somebody registered: `bank.co.id` of `login.bank.co.id`. */
  readonly domain: string
  /** Its first label: what people take for the name of the owner. */
  readonly label: string
  /** What follows the label: `co.id`. */
  readonly suffix: string
  /** Whether it is a name that a provider gives to its customers: `acme.okta.com`, `acme.github.io`. */
  readonly isTenant: boolean
}

/**
 * Reads who a host belongs to: by the public suffix list with its private part, and by the providers
 * that it does not list. `undefined` for addresses, names of one label and public suffixes themselves.
 */
export function readDomain(host: string): DomainName | undefined {
  if (!known.has(host)) {
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(host, read(host))
  }
  return known.get(host)
}

// One host is compared with every site of a vault, again and again.
const MAX_KNOWN = 20_000
const known = new Map<string, DomainName | undefined>()

function read(host: string): DomainName | undefined {
  const name = host.replace(/:\d+$/u, '').replace(/\.$/u, '')
  const suffix = TENANT_PROVIDERS.find((provider) => name.endsWith(`.${provider}`))
  const label =
    suffix &&
    name
      .slice(0, -suffix.length - 1)
      .split('.')
      .at(-1)
  // `login.okta.com` is the provider itself.
  if (label && !PLAIN_WORDS.has(label)) {
    return { domain: `${label}.${suffix}`, label, suffix, isTenant: true }
  }
  if (!isName(name)) return undefined
  const found = split(name, true)
  // `github.io` is a suffix to its customers, and a name of GitHub's in itself.
  const owned = found ?? split(name, false)
  return owned && { ...owned, isTenant: found?.isTenant === true }
}

function split(name: string, withPrivate: boolean): DomainName | undefined {
  const { name: suffix, isPrivate } = readSuffix(name, withPrivate)
  if (suffix === name) return undefined
  const label =
    name
      .slice(0, -suffix.length - 1)
      .split('.')
      .at(-1) ?? ''
  return { domain: `${label}.${suffix}`, label, suffix, isTenant: isPrivate }
}

/** Whether everybody may take a name under this host, so that what is under it has many owners. */
export function isSharedSuffix(host: string): boolean {
  return TENANT_PROVIDERS.includes(host) || !isName(host) || readSuffix(host).name === host
}

/** A number instead of a name, or a name with a port. */
export function isAddress(host: string): boolean {
  return ADDRESS.test(host)
}

/** Neither an address nor what no server can be called. */
function isName(host: string): boolean {
  return !isAddress(host) && host.length <= 255 && host.split('.').every(isLabel)
}

const ADDRESS = /^[\d.]+$|[:[\]]/u

function isLabel(label: string): boolean {
  return label.length <= 63 && /^[\w\u0080-\u{10ffff}](?:.*[\w\u0080-\u{10ffff}])?$/u.test(label)
}
