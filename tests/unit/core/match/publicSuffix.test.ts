import { getPublicSuffix, parse } from 'tldts'
import { describe, expect, it } from 'vitest'
import { readSuffix } from '@/utils/core/match/publicSuffix'
import { PRIVATE_SUFFIXES, PUBLIC_SUFFIXES } from '@/utils/core/match/suffixTable'

/** Every rule of a table, as a host that it is about: `a` stands for what a wildcard leaves open. */
function hostsOf(table: string): readonly string[] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [top = '', ...rules] = line.split(' ')
      return [top, ...rules.map((rule) => `${rule.replace('!', '').replace('*', 'a')}.${top}`)]
    })
}

const HOSTS = [...hostsOf(PUBLIC_SUFFIXES), ...hostsOf(PRIVATE_SUFFIXES)].flatMap((host) => [
  host,
  `b.${host}`,
  `c.b.${host}`,
])

describe('the public suffix', () => {
  it('is what another reader of the list says, for every rule', () => {
    expect(HOSTS.length).toBeGreaterThan(20_000)
    const differing = HOSTS.filter((host) => {
      const { publicSuffix, isPrivate } = parse(host, { allowPrivateDomains: true })
      const own = readSuffix(host)
      return own.name !== publicSuffix || own.isPrivate !== isPrivate
    })
    expect(differing).toEqual([])
  })

  it('is the registry’s where companies’ own do not count', () => {
    const differing = HOSTS.filter((host) => readSuffix(host, false).name !== getPublicSuffix(host))
    expect(differing).toEqual([])
  })

  it.each([
    ['bank.example', 'example'],
    ['localhost', 'localhost'],
    ['www.ck', 'ck'],
    ['a.b.ck', 'b.ck'],
    ['login.bank.co.id', 'co.id'],
    ['acme.github.io', 'github.io'],
  ])('of %s is %s', (host, suffix) => {
    expect(readSuffix(host).name).toBe(suffix)
  })
})
