import { cleanName } from '../otpauth/cleanText'
import { readDomain } from './registrableDomain'
import { SERVICES } from './services'
import { siteOfUrl } from './site'

interface Service {
  /** Where the code is asked for. */
  readonly hosts: readonly string[]
  readonly domains: readonly string[]
}

/**
 * The sites on which a service of that name asks for its codes, best first; none when it is not known.
 * They are proposals: the person confirms each before a code goes there.
 */
export function proposeSites(issuer: string): readonly string[] {
  const text = cleanName(issuer)
  const hosts = serviceNamed(text)?.hosts ?? [hostWithin(text)]
  return hosts.flatMap((host) => (host ? (siteOfUrl(`https://${host}`) ?? []) : []))
}

/** The services that a registrable domain belongs to, by their places in the table. */
export function servicesOf(domain: string): readonly number[] {
  const known = ofDomain.get(domain)
  if (known) return known
  const found = lines().flatMap((line, index) =>
    line.includes(domain) && readLine(line).domains.includes(domain) ? [index] : [],
  )
  if (ofDomain.size >= MAX_KNOWN) ofDomain.clear()
  ofDomain.set(domain, found)
  return found
}

/** Every registrable domain of the service of that name. */
export function domainsOf(issuer: string): readonly string[] {
  return serviceNamed(cleanName(issuer))?.domains ?? []
}

function serviceNamed(issuer: string): Service | undefined {
  const names = linesByName()
  const line = names.get(foldName(issuer)) ?? names.get(foldName(withoutEnding(issuer)))
  return line === undefined ? undefined : readLine(line)
}

/** Some issuers are a host already: `git.company.example`. */
function hostWithin(issuer: string): string | undefined {
  const host = issuer.trim().toLowerCase()
  return /^(?:[a-z\d-]+\.)+[a-z]{2,}$/u.test(host) && readDomain(host) ? host : undefined
}

function withoutEnding(issuer: string): string {
  return issuer.replace(/(?:\.(?:com|org|net|io|id|co\.id|go\.id)|,? (?:inc|llc|ltd)\.?)$/iu, '')
}

function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

// A line is read when its service is asked for: a start of the background asks for few of them, and to
// read all takes longer than everything else it does.
const lines = once(() => SERVICES.trim().split('\n'))
const linesByName = once(
  () => new Map(lines().flatMap((line) => namesIn(line).map((name) => [foldName(name), line]))),
)

const MAX_KNOWN = 20_000
const ofDomain = new Map<string, readonly number[]>()
const serviceByLine = new Map<string, Service>()

function readLine(line: string): Service {
  const service = serviceByLine.get(line) ?? parse(line)
  serviceByLine.set(line, service)
  return service
}

function parse(line: string): Service {
  const [hosts = '', others = ''] = (line.split(NAMES_END)[1] ?? '').split(';')
  const own = words(hosts)
  const all = [...own, ...words(others)]
  return { hosts: own, domains: [...new Set(all.map((host) => readDomain(host)?.domain ?? host))] }
}

const NAMES_END = ' | '

function namesIn(line: string): readonly string[] {
  return line.slice(0, line.indexOf(NAMES_END)).split(', ')
}

function words(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
