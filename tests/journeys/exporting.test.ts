import { beforeEach, describe, expect, it } from 'vitest'
import { EXPORT_IDS, type ExportId } from '@/utils/core/export/exportFormats'
import { LINK, PASSPHRASE, SECRET, SITE, value, World } from './support/world'

const LINKS = [LINK, 'otpauth://hotp/Bank:me?secret=GEZDGNBVGY3TQOJQ&issuer=Bank&counter=7']

let world: World
let ids: readonly string[]
beforeEach(async () => {
  world = await World.open()
  ids = (await world.withAccounts(LINKS, SITE)).map(({ id }) => id)
})

const handOut = (exportAs: ExportId = 'otpauth', accountIds = ids, passphrase = PASSPHRASE) =>
  world.ask('export.accounts', { passphrase, accountIds, exportAs })
const plainExportAt = async () => value(await world.ask('app.load', {})).plainExportAt

describe('accounts are handed out', () => {
  it('whole, with the passphrase', async () => {
    const { accounts } = value(await handOut())
    expect(accounts).toMatchObject([
      { issuer: 'Acme', secret: SECRET, sites: [SITE] },
      { issuer: 'Bank', type: 'hotp', counter: 7 },
    ])
  })

  it('without what no other app has a place for', async () => {
    const accountId = ids[0] ?? ''
    value(await world.ask('serviceCodes.add', { accountId, codes: ['4f7k-9q2m'] }))
    value(await world.ask('accounts.noteUse', { accountId }))
    const { accounts } = value(await handOut())
    expect(JSON.stringify(accounts)).not.toMatch(/4f7k|recoveryCodes|former|usedAt|uses/u)
  })

  it.each(EXPORT_IDS)('as %s not without it', async (exportAs) => {
    const refused = await handOut(exportAs, ids, 'wrong')
    expect(refused).toMatchObject({ code: 'wrong-passphrase', detail: { triesLeft: 3 } })
    expect(JSON.stringify(refused)).not.toContain(SECRET)
    expect(await plainExportAt()).toBeUndefined()
  })

  it('not while the vault is locked', async () => {
    value(await world.ask('vault.lock', {}))
    expect(await handOut()).toMatchObject({ code: 'locked' })
  })

  it('not to a menu or a page of the web', async () => {
    const tabId = await world.openTab(SITE)
    const payload = { passphrase: PASSPHRASE, accountIds: ids, exportAs: 'otpauth' }
    // What the types forbid is tried all the same.
    const name = 'export.accounts' as never
    expect(await world.askMenu(tabId, name, payload as never)).toMatchObject({
      code: 'request-refused',
    })
    expect(await world.askFrame(tabId, name, payload as never)).toMatchObject({
      code: 'request-refused',
    })
  })

  it('as they were chosen, and never from the trash', async () => {
    expect(value(await handOut('aegis', ids.slice(1))).accounts).toMatchObject([{ issuer: 'Bank' }])
    value(await world.ask('accounts.delete', { accountIds: [ids[1] ?? ''] }))
    expect(value(await handOut('aegis')).accounts).toMatchObject([{ issuer: 'Acme' }])
  })
})

describe('an export that is not encrypted', () => {
  it('is remembered with its time, an encrypted one is not', async () => {
    value(await handOut('aegis-sealed'))
    value(await handOut('twofas-sealed'))
    expect(await plainExportAt()).toBeUndefined()
    value(await handOut('google'))
    expect(await plainExportAt()).toBe(world.state.now)
    value(await world.ask('vault.lock', {}))
    expect(await plainExportAt()).toBeUndefined()
  })

  it('is handed out also when the disk cannot take a note of it', async () => {
    const { exports } = world.services
    world.state.localWrites = 'refused'
    expect(value(await exports.handOut(ids, 'sheet')).accounts).toHaveLength(2)
    world.state.localWrites = 'arrive'
  })
})
