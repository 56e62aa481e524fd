import { beforeEach, expect, it } from 'vitest'
import { LINK, value, World } from './support/world'

const FORM = { view: 'edit', accountId: 'a', text: '{"note":"half a sen"}' } as const
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
  value(await world.ask('form.forget', {}))
  expect(await readForm()).toBeUndefined()
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
