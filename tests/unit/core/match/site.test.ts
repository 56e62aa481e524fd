import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostOfSite, siteOfUrl } from '@/utils/core/match/site'
import { anyText } from '../../../support/anyText'

describe('siteOfUrl', () => {
  it.each([
    ['https://bank.example', 'https://bank.example'],
    ['https://bank.example/login?x=1#y', 'https://bank.example'],
    ['https://bank.example:443/', 'https://bank.example'],
    ['https://bank.example:8443/', 'https://bank.example:8443'],
    ['https://BANK.Example/', 'https://bank.example'],
    ['https://user:pass@bank.example/', 'https://bank.example'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example'],
    ['https://192.168.1.1/', 'https://192.168.1.1'],
    ['https://[2001:db8::1]:8443/', 'https://[2001:db8::1]:8443'],
    ['https://bank.example./', 'https://bank.example.'],
    ['http://localhost:3000/x', 'http://localhost:3000'],
    ['http://shop.localhost/', 'http://shop.localhost'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://[::1]/', 'http://[::1]'],
  ])('is the exact origin of %s', (url, site) => {
    expect(siteOfUrl(url)).toBe(site)
  })

  it.each([
    undefined,
    '',
    'null',
    'bank.example',
    '//bank.example',
    'http://bank.example/',
    'http://localhost.evil.example/',
    'http://evil-localhost/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.2/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://[::2]/',
    'http://localhost./',
    'ftp://bank.example/',
    'ws://localhost/',
    'file:///etc/passwd',
    'about:blank',
    'about:srcdoc',
    'data:text/html,https://bank.example',
    'blob:https://bank.example/1-2',
    'javascript:location="https://bank.example"',
    'view-source:https://bank.example/',
    'filesystem:https://bank.example/temporary/x',
    'chrome-extension://abc/popup.html',
    'moz-extension://abc/popup.html',
    'https://',
    'https://[',
    'https://bank example/',
  ])('is none for %j', (url) => {
    expect(siteOfUrl(url)).toBeUndefined()
  })

  it('is its own site, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          anyText(),
          anyText().map((x) => `https://${x}`),
        ),
        (url) => {
          const site = siteOfUrl(url)
          if (site !== undefined) expect(siteOfUrl(site)).toBe(site)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('hostOfSite', () => {
  it.each([
    ['https://bank.example', 'bank.example'],
    ['https://bank.example:8443', 'bank.example:8443'],
    ['http://localhost:3000', 'localhost:3000'],
  ])('is what a person reads of %s', (site, host) => {
    expect(hostOfSite(site)).toBe(host)
  })
})
