import { beforeEach, describe, expect, it } from 'vitest'
import { value, World } from './support/world'

const LINKS = ['A', 'B', 'C'].map(
  (name) => `otpauth://totp/${name}:me?secret=GEZDGNBVGY3TQOJQ${name}&issuer=${name}`,
)

let world: World
let ids: readonly string[]
beforeEach(async () => {
  world = await World.open()
  ids = (await world.withAccounts(LINKS)).map(({ id }) => id)
})

const some = () => ids.slice(0, 2)
const readTags = async () =>
  value(await world.ask('accounts.list', {})).map(({ tags = [] }) => tags.join('+'))
const tag = async (accountIds: readonly string[], name: string, isOn = true) =>
  value(await world.ask('accounts.tagMany', { accountIds, tag: name, isOn }))
const rename = async (name: string, next: string) =>
  value(await world.ask('tags.rename', { tag: name, next }))

describe('many accounts at once', () => {
  it('get a tag and lose it, each only once', async () => {
    expect(await tag(some(), 'Work')).toBe(2)
    expect(await tag(ids, 'Work')).toBe(1)
    expect(await readTags()).toEqual(['Work', 'Work', 'Work'])
    expect(await tag(some(), 'Work', false)).toBe(2)
    expect(await readTags()).toEqual(['', '', 'Work'])
  })

  it('say so where none of them has room for another tag', async () => {
    const tags = Array.from({ length: 32 }, (_, at) => `tag ${String(at)}`)
    for (const accountId of some()) {
      value(await world.ask('accounts.edit', { accountId, change: { tags } }))
    }
    const add = (accountIds: readonly string[]) =>
      world.ask('accounts.tagMany', { accountIds, tag: 'Work', isOn: true })
    expect(await add(some())).toMatchObject({ code: 'tags-too-many' })
    expect(value(await add(ids))).toBe(1)
  })

  it('go to the trash in one write, and come back in one', async () => {
    const generation = async () => value(await world.ask('app.load', {})).generation ?? 0
    const before = await generation()
    expect(value(await world.ask('accounts.delete', { accountIds: some() }))).toBe(2)
    expect(await generation()).toBe(before + 1)
    expect(value(await world.ask('trash.list', {}))).toHaveLength(2)
    expect(value(await world.ask('accounts.restore', { accountIds: ids }))).toBe(2)
    expect(value(await world.ask('trash.list', {}))).toEqual([])
  })

  it('are counted the same when the command comes again after a lost reply', async () => {
    const command = '00000000-0000-4000-8000-000000000001'
    const trash = () => world.ask('accounts.delete', { accountIds: some() }, { command })
    expect(value(await trash())).toBe(2)
    expect(value(await trash())).toBe(2)
  })

  it('are left alone where they are not there', async () => {
    expect(await tag(['nobody'], 'Work')).toBe(0)
    const accountIds = ['nobody', ...some()]
    expect(value(await world.ask('accounts.delete', { accountIds }))).toBe(2)
    expect(await world.ask('accounts.delete', { accountIds })).toMatchObject({
      code: 'account-missing',
    })
  })
})

describe('a tag', () => {
  beforeEach(async () => {
    await tag(some(), 'Work')
    await tag(ids.slice(1), 'Home')
  })

  it('gets another name wherever it is', async () => {
    expect(await rename('Work', 'Office')).toBe(2)
    expect(await readTags()).toEqual(['Office', 'Office+Home', 'Home'])
  })

  it('becomes one with the tag whose name it gets', async () => {
    expect(await rename('Work', 'Home')).toBe(2)
    expect(await readTags()).toEqual(['Home', 'Home', 'Home'])
  })

  it('goes, and its accounts stay', async () => {
    expect(await rename('Work', '')).toBe(2)
    expect(await readTags()).toEqual(['', 'Home', 'Home'])
  })

  it('is renamed in the trash too, and does not come back from there', async () => {
    value(await world.ask('accounts.delete', { accountIds: [ids[0] ?? ''] }))
    await rename('Work', '')
    value(await world.ask('accounts.restore', { accountIds: [ids[0] ?? ''] }))
    expect(await readTags()).toEqual(['', 'Home', 'Home'])
  })
})
