import { fakeBrowser } from 'wxt/testing/fake-browser'
import { beforeEach, expect, it } from 'vitest'
import { value, World } from './support/world'

const LINK = 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ'

let world: World
beforeEach(async () => {
  world = await World.open()
  await world.withAccounts()
})

const readMemory = async () => JSON.stringify(await fakeBrowser.storage.session.get(null))

it('takes the secret of a forgotten draft out of memory', async () => {
  value(await world.ask('accounts.readText', { text: LINK }))
  await world.services.drafts.prune()
  expect(await readMemory()).toContain('GEZDGNBVGY3TQOJQ')
  world.state.now += 10 * 60_000
  await world.services.drafts.prune()
  expect(await readMemory()).not.toContain('GEZDGNBVGY3TQOJQ')
})
