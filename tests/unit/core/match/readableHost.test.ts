import { describe, expect, it } from 'vitest'
import { readableHost } from '@/utils/core/match/readableHost'

const coded = (host: string) => new URL(`https://${host}`).host

describe('a host', () => {
  it.each([
    'münchen.de',
    'login.münchen.de:8443',
    'straße.example',
    'łódź.pl',
    'пример.рф',
    'παράδειγμα.ελ',
    'مثال.example',
    'उदाहरण.भारत',
    '例え.jp',
    '한국.kr',
  ])('is read as %s', (host) => {
    expect(coded(host)).toContain('xn--')
    expect(readableHost(coded(host))).toBe(host)
  })

  it.each([
    'раура1.com', // Cyrillic that looks like Latin throughout
    'pаypal.com', // one Cyrillic letter
    'gοοgle.com', // two Greek ones
    'paypaı.com', // a dotless i
    'þaypal.com',
    'ԁосо.example',
    'аррӏе.com',
    'пример-shop.рф',
  ])('that passes for another, %s, is left as the browser has it', (host) => {
    expect(coded(host)).toContain('xn--')
    expect(readableHost(coded(host))).toBeUndefined()
  })

  it.each([
    'bank.com',
    'xn--.com',
    'xn--zzzzzzzz999999.com',
    'xn--abc-.com',
    '192.168.1.1',
    '[::1]:8443',
    '',
  ])('that has nothing to be read, %s, has no other form', (host) => {
    expect(readableHost(host)).toBeUndefined()
  })
})
