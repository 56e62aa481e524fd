import { beforeEach, expect, it } from 'vitest'
import { LINK, value, World } from './support/world'

const FORM = { view: 'edit', accountId: 'a', text: '{"note":"half a sen"}' } as const
const NAME = { view: 'edit', accountId: 'a' } as const
const MINUTE_MS = 60_000

let world: World
beforeEach(async () => {
  world = await World.open()
  await world.withAccounts([LINK])
})

const readForm = async () => value(await world.ask('app.load', {})).form

it('a form that is being typed is there when the popup opens again', async () => {
  value(await world.ask('form.keep', FORM))
  world.restartBackground()
  expect(await readForm()).toEqual(FORM)
})

it('is forgotten when it was sent or left', async () => {
  value(await world.ask('form.keep', FORM))
  value(await world.ask('form.forget', NAME))
  expect(await readForm()).toBeUndefined()
})

it('stays when another one is typed, which is gone on with first', async () => {
  const others = [{ view: 'edit', accountId: 'b' }, { view: 'typed' }] as const
  value(await world.ask('form.keep', FORM))
  for (const other of others) value(await world.ask('form.keep', { ...other, text: '{}' }))
  expect(value(await world.ask('form.read', NAME))).toEqual({ text: FORM.text })
  expect(await readForm()).toEqual({ ...others[1], text: '{}' })
  for (const other of others) value(await world.ask('form.forget', other))
  expect(await readForm()).toEqual(FORM)
})

it('is the last text of each, of ten forms at most', async () => {
  for (let at = 0; at < 12; at += 1) {
    value(await world.ask('form.keep', { ...FORM, accountId: `a${String(at)}` }))
  }
  value(await world.ask('form.keep', { ...FORM, accountId: 'a11', text: 'later' }))
  const read = async (accountId: string) =>
    value(await world.ask('form.read', { view: 'edit', accountId })).text
  expect(await read('a11')).toBe('later')
  expect(await read('a2')).toBe(FORM.text)
  expect(await read('a1')).toBeUndefined()
})

it('is forgotten after five minutes', async () => {
  value(await world.ask('form.keep', FORM))
  world.state.now += 5 * MINUTE_MS - 1
  expect(await readForm()).toEqual(FORM)
  world.state.now += 1
  expect(await readForm()).toBeUndefined()
})

it('ends with the session, and is not kept without one', async () => {
  value(await world.ask('form.keep', FORM))
  value(await world.ask('vault.lock', {}))
  const { memory, local } = world.services.platform
  expect(await memory.get(['form'])).toEqual({})
  value(await world.ask('form.keep', FORM))
  expect(await memory.get(['form'])).toEqual({})
  expect(JSON.stringify(await local.get(['form', 'settings']))).not.toContain('half a sen')
})
