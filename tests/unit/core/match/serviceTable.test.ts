import { describe, expect, it } from 'vitest'
import { proposeSites, servicesOf } from '@/utils/core/match/serviceTable'
import { SERVICES } from '@/utils/core/match/services'
import { siteOfUrl } from '@/utils/core/match/site'

describe('the sites proposed for an issuer', () => {
  it.each([
    ['GitHub', 'https://github.com'],
    ['github.com', 'https://github.com'],
    ['GITHUB', 'https://github.com'],
    ['Google', 'https://accounts.google.com'],
    ['Amazon Web Services', 'https://signin.aws.amazon.com'],
    ['public-siasn', 'https://asndigital.bkn.go.id'],
    ['Tokopedia', 'https://accounts.tokopedia.com'],
    ['Gandi.net', 'https://id.gandi.net'],
    ['git.company.example', 'https://git.company.example'],
  ])('%s: %s first', (issuer, site) => {
    expect(proposeSites(issuer)[0]).toBe(site)
  })

  it.each(['', 'My router', 'Acme', 'example', '...', 'co.id', '__proto__', 'constructor'])(
    'are none for %j: nothing is guessed',
    (issuer) => {
      expect(proposeSites(issuer)).toEqual([])
    },
  )
})

it('knows which domains are of one service', () => {
  expect(servicesOf('live.com')).toEqual(servicesOf('microsoft.com'))
  expect(servicesOf('nobody.example')).toEqual([])
})

describe('the table of services', () => {
  const lines = SERVICES.trim().split('\n')

  it('has lines of one form, in which every place is a host', () => {
    for (const line of lines) {
      expect(line).toMatch(/^[^|;]+ \| [a-z\d. -]+(?: ; [a-z\d. -]+)?$/u)
      const hosts = line.split(' | ')[1]?.split(/[; ]+/u) ?? []
      for (const host of hosts) expect(siteOfUrl(`https://${host}`)).toBe(`https://${host}`)
    }
  })

  it('has every name once', () => {
    const names = lines.flatMap((line) => line.split(' | ')[0]?.toLowerCase().split(', ') ?? [])
    const twice = names.filter((name, at) => names.indexOf(name) !== at)
    expect(twice).toEqual([])
  })
})
