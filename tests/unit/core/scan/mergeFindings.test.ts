import { describe, expect, it } from 'vitest'
import type { Finding, ScanOrigin } from '@/utils/core/scan/finding'
import { mergeFindings } from '@/utils/core/scan/mergeFindings'

const SECRET = 'JBSWY3DPEHPK3PXP'
const LINK = `otpauth://totp/Acme:me?secret=${SECRET}&issuer=Acme`

function find(text: string, kind: ScanOrigin['kind'], place: ScanOrigin['place'] = 'visible') {
  return { text, origin: { kind, place } } satisfies Finding
}

describe('mergeFindings', () => {
  it('makes one draft of a code, its link and the key beside it', () => {
    const { found, refusals } = mergeFindings(
      [find('JBSW Y3DP EHPK 3PXP', 'key'), find(LINK, 'qr'), find(LINK, 'link')],
      'acme.example',
    )
    expect(found).toHaveLength(1)
    expect(found[0]?.draft.issuer).toBe('Acme')
    expect(found[0]?.origins.map(({ kind }) => kind)).toEqual(['qr', 'link', 'key'])
    expect(refusals).toEqual([])
  })

  it('names a key that stands alone after its page', () => {
    const { found } = mergeFindings([find('jbsw y3dp ehpk 3pxp', 'key')], 'acme.example')
    expect(found[0]?.draft).toMatchObject({ secret: SECRET, issuer: 'acme.example', type: 'totp' })
  })

  it('keeps accounts apart that differ in anything', () => {
    const others = [LINK.replaceAll('Acme', 'Other'), `${LINK}&digits=8`, `${LINK}&period=60`]
    const { found } = mergeFindings(
      [LINK, ...others].map((text) => find(text, 'qr')),
      '',
    )
    expect(found).toHaveLength(4)
  })

  it('says each place once', () => {
    const { found } = mergeFindings(
      [find(LINK, 'qr'), find(LINK, 'qr'), find(LINK, 'qr', 'outside')],
      '',
    )
    expect(found[0]?.origins).toEqual([
      { kind: 'qr', place: 'visible' },
      { kind: 'qr', place: 'outside' },
    ])
  })

  it('refuses what is no account once, and says what it is', () => {
    const url = 'https://example.com/'
    const { found, refusals } = mergeFindings([find(url, 'qr'), find(url, 'qr', 'outside')], '')
    expect(found).toEqual([])
    expect(refusals).toEqual([{ ok: false, code: 'other-code', detail: { kind: 'url' } }])
  })

  it('says nothing about what looked like a key and is none', () => {
    expect(mergeFindings([find('JBSW Y3DP EHPK 3PX1', 'key')], '')).toEqual({
      found: [],
      refusals: [],
    })
  })
})
