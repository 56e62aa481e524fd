import { cleanName } from '../otpauth/cleanText'
import { readDomain } from './registrableDomain'
import { SERVICES } from './services'
import { siteOfUrl } from './site'

interface Service {
  readonly names: readonly string[]
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
  return table().byDomain.get(domain) ?? []
}

/** Every registrable domain of the service of that name. */
export function domainsOf(issuer: string): readonly string[] {
  return serviceNamed(cleanName(issuer))?.domains ?? []
}

function serviceNamed(issuer: string): Service | undefined {
  const { byName, services } = table()
  const index = byName.get(foldName(issuer)) ?? byName.get(foldName(withoutEnding(issuer)))
  return index === undefined ? undefined : services[index]
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

interface Table {
  readonly services: readonly Service[]
  readonly byName: ReadonlyMap<string, number>
  readonly byDomain: ReadonlyMap<string, readonly number[]>
}

let built: Table | undefined

/** Built when it is first asked for: most starts of the background need no table. */
function table(): Table {
  built ??= build(SERVICES.trim().split('\n').map(readLine))
  return built
}

function build(services: readonly Service[]): Table {
  const byName = new Map<string, number>()
  const byDomain = new Map<string, number[]>()
  for (const [index, { names, domains }] of services.entries()) {
    for (const name of names) byName.set(foldName(name), index)
    for (const domain of domains) byDomain.set(domain, [...(byDomain.get(domain) ?? []), index])
  }
  return { services, byName, byDomain }
}

function readLine(line: string): Service {
  const [names = '', places = ''] = line.split(' | ')
  const [hosts = '', others = ''] = places.split(';').map((part) => part.trim())
  const all = `${hosts} ${others}`.trim().split(/\s+/u)
  return {
    names: names.split(', '),
    hosts: hosts.split(/\s+/u),
    domains: [...new Set(all.map((host) => readDomain(host)?.domain ?? host))],
  }
}
