import { describe, expect, it } from 'vitest'
import { compareHosts } from '@/utils/core/match/compareHosts'
import { LOOKALIKES } from './lookalikes'
import { EVERYDAY_DOMAINS, NEAR_HOSTS } from './ordinaryPairs'

type Pair = readonly [host: string, trusted: string]

const lookalikes: readonly Pair[] = Object.values(LOOKALIKES)
  .flatMap((group) => Object.entries(group))
  .flatMap(([trusted, hosts]) => hosts.split(' ').map((host): Pair => [host, trusted]))

const near: readonly Pair[] = NEAR_HOSTS.trim()
  .split('\n')
  .flatMap((line) => pairsOf(line.split(' ')))
const everyday: readonly Pair[] = pairsOf(EVERYDAY_DOMAINS.trim().split(/\s+/u))

function pairsOf(hosts: readonly string[]): readonly Pair[] {
  return hosts.flatMap((host) =>
    hosts.filter((other) => other !== host).map((other): Pair => [host, other]),
  )
}

const alarms = (pairs: readonly Pair[]) =>
  pairs.filter(([host, trusted]) => compareHosts(host, trusted) === 'imitation')

describe('the lookalike guard', () => {
  it.each(Object.entries(LOOKALIKES))('catches %s', (_trick, group) => {
    const missed = Object.entries(group).flatMap(([trusted, hosts]) =>
      hosts.split(' ').filter((host) => compareHosts(host, trusted) !== 'imitation'),
    )
    expect(missed).toEqual([])
  })

  it('was tried with enough of both', () => {
    expect(new Set(lookalikes.map(([host]) => host)).size).toBeGreaterThanOrEqual(200)
    expect(near.length + everyday.length).toBeGreaterThanOrEqual(1000)
  })

  it('stays quiet on ordinary pairs', () => {
    const ordinary = [...near, ...everyday]
    expect(alarms(ordinary).length / ordinary.length).toBeLessThanOrEqual(0.005)
  })
})

describe('the kinship of hosts', () => {
  it.each([
    ['github.com', 'github.com', 'same'],
    ['www.bank.example', 'login.bank.example', 'sibling'],
    ['www.bank.co.id', 'login.bank.co.id', 'sibling'],
    ['login.live.com', 'login.microsoftonline.com', 'sibling'],
    ['acme.okta.com', 'acme.com', 'cousin'],
    ['acme.co.id', 'acme.com', 'cousin'],
    ['acme.de', 'acme.co.uk', 'cousin'],
    ['githubuniverse.com', 'github.com', 'cousin'],
    ['other.okta.com', 'acme.okta.com', 'unrelated'],
    ['acrne.okta.com', 'acme.okta.com', 'imitation'],
    ['one.github.io', 'two.github.io', 'unrelated'],
    ['one.co.id', 'two.co.id', 'unrelated'],
    ['192.168.1.1', '192.168.1.2', 'unrelated'],
    ['localhost:3000', 'localhost:4000', 'unrelated'],
    ['perizjnan.localhost:3000', 'perizinan.localhost:3000', 'imitation'],
    ['xn--bcher-kva.example', 'books.example', 'unrelated'],
  ] as const)('of %s to %s is %s', (host, trusted, kinship) => {
    expect(compareHosts(host, trusted)).toBe(kinship)
  })
})
