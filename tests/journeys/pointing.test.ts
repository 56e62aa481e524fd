import { beforeEach, describe, expect, it } from 'vitest'
import type { FieldHint } from '@/utils/core/detect/fieldHint'
import { createPageFrame, type PageFrame } from './support/pageFrame'
import { LINK, SITE, value, World } from './support/world'

const FIELD: FieldHint = { type: 'text', names: 'x', label: '', near: '', wrapper: '' }
const IS_OVER = { event: 'field.ask', isOver: true }

let world: World
let accountId: string
let tabId: number
let frame: PageFrame
let inner: PageFrame
beforeEach(async () => {
  world = await World.open()
  const [account] = await world.withAccounts([LINK], SITE)
  accountId = account?.id ?? ''
  tabId = await world.openTab(`${SITE}/login`)
  frame = createPageFrame(world, tabId)
  inner = createPageFrame(world, tabId, 3)
})

const point = (site = SITE) => world.ask('fill.point', { accountId, site })
const answer = (payload: { field?: FieldHint }, change = {}) =>
  world.askFrame(tabId, 'fill.pointed', payload, change)
const readField = async () => {
  const sites = value(await world.ask('sites.list', {}))
  return sites.find(({ site }) => site === SITE)?.hasField
}

describe('a person who is asked to point at the field', () => {
  it('gets the code there, and the field is known from then on', async () => {
    value(await point())
    expect([frame.events, inner.events]).toEqual([
      [{ event: 'field.ask' }],
      [{ event: 'field.ask' }],
    ])
    value(await answer({ field: FIELD }, { frameId: 3 }))
    expect(frame.events.at(-1)).toEqual(IS_OVER)
    expect(inner.events.slice(1, 3)).toEqual([
      IS_OVER,
      { event: 'hints.changed', hints: { field: FIELD, never: [] } },
    ])
    expect([frame.received.length, inner.received.length]).toEqual([0, 1])
    expect(await readField()).toBe(true)
  })

  it('may give it up, in whichever frame', async () => {
    value(await point())
    value(await answer({}))
    expect([frame.events.at(-1), inner.events.at(-1)]).toEqual([IS_OVER, IS_OVER])
    value(await answer({ field: FIELD }))
    expect(frame.received).toEqual([])
    expect(await readField()).toBe(false)
  })

  it('goes on in the popup where something stands in the field', async () => {
    frame.behaviour = 'holds'
    value(await point())
    value(await answer({ field: FIELD }))
    expect(frame.received).toEqual([])
    expect(world.state.openedPopups).toBe(1)
    expect(value(await world.ask('app.load', {})).offer).toEqual({ site: SITE, accountId })
  })

  it.each<[string, () => Promise<unknown>, object]>([
    ['nobody asked', () => Promise.resolve(), {}],
    ['it answers a second time', () => point().then(() => answer({})), {}],
    ['it comes too late', () => point().then(() => (world.state.now += 36_000)), {}],
    ['it comes from another tab', () => point(), { tab: { id: 999, url: `${SITE}/` } }],
    [
      'it comes from another site',
      () => point(),
      { origin: 'https://evil.example', tab: { id: 1, url: 'https://evil.example/' } },
    ],
  ])('is not believed where %s', async (_what, before, change) => {
    await before()
    await answer({ field: FIELD }, change)
    expect([frame.received, inner.received]).toEqual([[], []])
    expect(await readField()).toBe(false)
  })

  it('is not asked on another page than the one that was shown', async () => {
    expect(await point('https://other.example')).toEqual({ ok: false, code: 'site-unknown' })
    expect(frame.events).toEqual([])
  })
})
