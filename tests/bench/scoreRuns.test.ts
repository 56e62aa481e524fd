import { describe, expect, it } from 'vitest'
import { readRoles, type PageNode, type PageRecord } from '../../bench/fields/pageRecord.ts'
import { renderRecord } from '../../bench/fields/renderRecord.ts'
import { scoreRuns } from '../../bench/fields/scoreRuns.ts'

const boxes: PageNode = {
  t: '#boxes',
  n: 6,
  a: { name: 'd{n}' },
  a0: { 'aria-label': 'Code' },
  wrapEach: 'div.box',
  sep: '-',
  role: 'totp',
}

function page(body: readonly PageNode[], more: Partial<PageRecord> = {}): PageRecord {
  return { id: 'p', app: 'app', polarity: 'positive', lang: 'en', body, ...more }
}

describe('the figures of a corpus of pages', () => {
  it('lists the roles of each frame in document order', () => {
    const record = page([
      { t: 'input' },
      { t: '#iframe', c: [{ t: 'textarea', role: 'recovery' }] },
      { t: '#shadow', c: [boxes] },
    ])
    expect(readRoles(record)).toEqual([
      ['none', 'totp', 'totp', 'totp', 'totp', 'totp', 'totp'],
      ['recovery'],
    ])
  })

  it('draws boxes, shadow roots, frames and what comes late, and never the answers', () => {
    const html = renderRecord(
      page([
        boxes,
        { t: '#iframe', c: [{ t: 'p', x: 'a "quoted" <text>' }] },
        { t: '#late', ms: 50, c: [{ t: 'b', x: '</script>' }] },
        { t: '#shadow', host: 'x-host', c: [{ t: 'input', a: { required: '' } }] },
      ]),
    )
    expect(html.match(/name="d\d"/gu)).toHaveLength(6)
    expect(html).toContain('name="d6"')
    expect(html).toContain('aria-label="Code"')
    expect(html).toContain('&lt;p&gt;a &quot;quoted&quot; &amp;lt;text&amp;gt;&lt;/p&gt;')
    expect(html).toContain('<x-host><template shadowrootmode="open">')
    expect(html).toContain('<input required>')
    expect(html.match(/<\/script>/gu)).toHaveLength(1)
    expect(html).not.toContain('totp')
  })

  it('counts a page as filled only when every box holds its part of one code', () => {
    const record = page([boxes])
    const partly = scoreRuns([{ record, written: [['1', '2', '3', '', '', '']] }])
    expect(partly).toMatchObject({ totpAny: 1, totpFull: 0, misses: ['p'] })
    const last = scoreRuns([{ record, written: [['6', '6', '6', '6', '6', '66']] }])
    expect(last.totpFull).toBe(0)
    const whole = scoreRuns([{ record, written: [['1', '2', '3', '4', '5', '6']] }])
    expect(whole).toMatchObject({ totpFull: 1, precision: 1, f1: 1, misses: [] })
  })

  it('counts a decoy that was written into, and a recovery field', () => {
    const decoy = page([{ t: 'input' }], { polarity: 'decoy' })
    const recovery = page([{ t: 'input', role: 'recovery' }], { polarity: 'decoy' })
    const figures = scoreRuns([
      { record: decoy, written: [['']] },
      { record: recovery, written: [['123456']] },
    ])
    expect(figures).toMatchObject({ decoysHit: 0.5, recoveryHit: 1, totpFull: 0 })
  })

  it('weighs applications alike, however many pages they have', () => {
    const one = { t: 'input', role: 'totp' } as const
    const figures = scoreRuns([
      { record: page([one], { app: 'a' }), written: [['123456']] },
      { record: page([one], { app: 'a' }), written: [['123456']] },
      { record: page([one], { app: 'a' }), written: [['123456']] },
      { record: page([one], { app: 'b' }), written: [['']] },
    ])
    expect(figures).toMatchObject({ totpFull: 0.75, macroFull: 0.5 })
  })
})
