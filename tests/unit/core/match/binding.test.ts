import { describe, expect, it } from 'vitest'
import { cleanSite, judgeSite, wildcardOf } from '@/utils/core/match/binding'
import { isBoundTo } from '@/utils/core/match/site'

describe('a site that may be kept', () => {
  it.each([
    ['https://login.bank.com/path?x', 'https://login.bank.com'],
    ['https://login.bank.com:8443', 'https://login.bank.com:8443'],
    ['https://*.bank.com', 'https://*.bank.com'],
    ['https://*.bank.co.id', 'https://*.bank.co.id'],
    ['https://*.acme.github.io', 'https://*.acme.github.io'],
    ['https://*.acme.okta.com', 'https://*.acme.okta.com'],
    ['https://*.eu.bank.com', 'https://*.eu.bank.com'],
  ])('%s', (site, kept) => {
    expect(cleanSite(site)).toBe(kept)
  })

  it.each([
    'https://*.com',
    'https://*.co.id',
    'https://*.go.id',
    'https://*.github.io',
    'https://*.okta.com',
    'https://*.herokuapp.com',
    'https://*.s3.amazonaws.com',
    'https://*.localhost',
    'https://*.192.168.1.1',
    'https://*.bank.com:8443',
    'https://*.*.bank.com',
    'https://*',
    'https://*.',
    'https://b*nk.com',
    'http://*.bank.com',
    'http://bank.com',
    'ftp://bank.com',
    '*.bank.com',
    '',
  ])('is never %j', (site) => {
    expect(cleanSite(site)).toBeUndefined()
  })
})

describe('a site that is refused', () => {
  it.each([
    ['https://*.com', 'com'],
    ['https://*.co.id', 'co.id'],
    ['https://*.github.io', 'github.io'],
    ['https://*.okta.com', 'okta.com'],
  ])('%s is named as shared by everybody', (site, host) => {
    expect(judgeSite(site)).toEqual({ ok: false, code: 'site-shared', detail: { host } })
  })

  it.each([
    ['http://bank.com', 'bank.com'],
    ['https://*.192.168.1.1', '*.192.168.1.1'],
    ['https://*.bank.com:8443', '*.bank.com:8443'],
  ])('%s is named', (site, host) => {
    expect(judgeSite(site)).toEqual({ ok: false, code: 'site-unknown', detail: { host } })
  })
})

describe('the wildcard beside a site', () => {
  it.each([
    ['https://login.bank.com', 'https://*.bank.com'],
    ['https://login.bank.co.id', 'https://*.bank.co.id'],
    ['https://github.io', undefined],
    ['https://bank.com:8443', undefined],
    ['http://app.localhost', undefined],
    ['https://10.0.0.1', undefined],
  ])('of %s is %s', (site, wildcard) => {
    expect(wildcardOf(site)).toBe(wildcard)
  })
})

describe('a bound account', () => {
  it.each([
    [['https://bank.com'], 'https://bank.com', true],
    [['https://bank.com'], 'https://www.bank.com', false],
    [['https://bank.com'], 'https://bank.com:8443', false],
    [['https://bank.com'], 'http://bank.com', false],
    [['https://bank.com'], 'https://bank.com.', false],
    [['https://*.bank.com'], 'https://bank.com', true],
    [['https://*.bank.com'], 'https://a.b.bank.com', true],
    [['https://*.bank.com'], 'https://evilbank.com', false],
    [['https://*.bank.com'], 'https://bank.com.evil.net', false],
    [['https://*.bank.com'], 'https://a.bank.com:8443', false],
    [['https://*.bank.com'], 'http://a.bank.com', false],
    [[], 'https://bank.com', false],
  ] as const)('with %j on %s: %s', (sites, site, isBound) => {
    expect(isBoundTo(sites, site)).toBe(isBound)
  })
})
