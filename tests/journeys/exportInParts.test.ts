import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { AccountDraft } from '@/utils/core/account'
import { writeMigration } from '@/utils/core/otpauth/writeMigration'
import { renderQr } from '../support/renderQr'
import { LINK, SITE, value, World } from './support/world'

const BATCH = 7
const SECRETS = ['GEZDGNBVGY3TQOJQ', 'MFRGGZDFMZTWQ2LK', 'NBSWY3DPO5XXE3DE']

function makePart(
  index: number,
  size = SECRETS.length,
  batchId = BATCH,
  secret = SECRETS[index],
): string {
  const draft: AccountDraft = {
    type: 'totp',
    secret: secret ?? '',
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
    counter: 0,
    issuer: `Service ${String(index + 1)}`,
    account: 'me',
  }
  return writeMigration([draft], { batchId, size, index })
}

describe('an export that shows one code after the other', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
    await world.withAccounts()
    await world.openTab(`${SITE}/photo`)
  })

  const paste = async (text: string) => value(await world.ask('accounts.readText', { text }))
  async function scan(text: string) {
    world.state.picture = renderQr(text)
    return value(await world.ask('accounts.scanTab', {}))
  }

  it('is gathered over scans and pastes in any order, and is whole at the last one', async () => {
    expect(await scan(makePart(2))).toEqual({
      drafts: [],
      refusals: [],
      parts: { exports: [{ found: 1, total: 3, missing: [1, 2] }], accounts: 1 },
    })
    expect((await paste(makePart(0))).parts?.exports).toEqual([
      { found: 2, total: 3, missing: [2] },
    ])
    const whole = await scan(makePart(1))
    expect(whole).toMatchObject({ holdsParts: 'whole', parts: { accounts: 3 } })
    expect(whole.drafts.map(({ view }) => view.issuer).sort()).toEqual([
      'Service 1',
      'Service 2',
      'Service 3',
    ])
    // The page that shows a phone's export is not where its accounts are used.
    expect(whole.drafts.map(({ site }) => site)).toEqual([undefined, undefined, undefined])
    expect(value(await world.ask('app.load', {})).accounts).toHaveLength(1)
  })

  it('survives a popup and a background that closed, and is told when the popup opens', async () => {
    await scan(makePart(0))
    world.restartBackground()
    expect(value(await world.ask('app.load', {})).parts).toEqual({
      exports: [{ found: 1, total: 3, missing: [2, 3] }],
      accounts: 1,
    })
    expect((await scan(makePart(1))).parts?.exports[0]?.found).toBe(2)
  })

  it('may be taken in without the rest, which is named', async () => {
    await scan(makePart(0))
    const report = value(await world.ask('accounts.reviewParts', {}))
    expect(report).toMatchObject({
      drafts: [{ view: { issuer: 'Service 1' } }],
      holdsParts: 'all',
      parts: { exports: [{ missing: [2, 3] }] },
    })
    value(await world.ask('accounts.dropParts', { which: 'all' }))
    expect(value(await world.ask('app.load', {})).parts).toBeUndefined()
  })

  it('says that it is forgotten when it is looked at after its time', async () => {
    await scan(makePart(0))
    world.state.now += 10 * 60_000
    expect(await world.ask('accounts.reviewParts', {})).toMatchObject({ code: 'draft-missing' })
  })

  it('waits while another account is scanned', async () => {
    await scan(makePart(0))
    const other = await scan(LINK.replaceAll('Acme', 'Other'))
    expect(other.drafts).toHaveLength(1)
    expect(other.parts).toBeUndefined()
    expect(value(await world.ask('app.load', {})).parts?.accounts).toBe(1)
  })

  it('shows an account beside a part at once', async () => {
    const report = await paste(`${makePart(0)}\n${LINK.replaceAll('Acme', 'Other')}`)
    expect(report.drafts.map(({ view }) => view.issuer)).toEqual(['Other'])
    expect(report.parts?.exports[0]?.found).toBe(1)
    expect(report.holdsParts).toBeUndefined()
  })

  it('needs no more than one code where the export is one', async () => {
    const report = await scan(makePart(0, 1))
    expect(report.drafts).toHaveLength(1)
    expect(report.parts).toBeUndefined()
  })

  it('gives way to the same export begun anew', async () => {
    await scan(makePart(0))
    const again = [0, 1, 2].map((index) => makePart(index, 3, 8)).join('\n')
    const report = await paste(again)
    expect(report.drafts).toHaveLength(3)
    expect(report.holdsParts).toBe('whole')
  })

  it('is begun anew by another code in the place of one, not mixed with the older export', async () => {
    await paste(`${makePart(0)}\n${makePart(1)}`)
    const rewritten = makePart(0).replace('data=', 'a=1&data=')
    expect((await scan(rewritten)).parts?.exports[0]?.found).toBe(2)
    const other = makePart(0, 3, BATCH, SECRETS[2])
    expect((await scan(other)).parts?.exports).toEqual([{ found: 1, total: 3, missing: [2, 3] }])
  })

  it('stays whole beside another one that is on its way, which goes on waiting', async () => {
    await paste(makePart(0, 3, 8))
    const report = await paste([0, 1].map((index) => makePart(index, 2)).join('\n'))
    expect(report.drafts).toHaveLength(2)
    expect(report.holdsParts).toBe('whole')
    expect(report.parts?.exports).toHaveLength(2)
    expect(value(await world.ask('accounts.dropParts', { which: 'whole' }))).toEqual({
      exports: [{ found: 1, total: 3, missing: [2, 3] }],
      accounts: 1,
    })
  })

  it('keeps the newest of more codes than fit', async () => {
    await paste(Array.from({ length: 200 }, (_, at) => makePart(0, 2, at + 100)).join('\n'))
    expect((await scan(makePart(0))).parts?.exports.at(-1)?.total).toBe(3)
  })

  it.each([
    ['after its time', () => (world.state.now += 10 * 60_000)],
    ['with the lock', () => world.ask('vault.lock', {})],
  ])('leaves no secret in memory %s', async (_name, end) => {
    const part = makePart(0)
    await scan(part)
    const memory = async () => JSON.stringify(await fakeBrowser.storage.session.get(null))
    expect(await memory()).toContain(part)
    await end()
    await world.services.parts.prune()
    expect(await memory()).not.toContain(part)
  })

  it('names an entry of it that no code can be made of', async () => {
    const unknown =
      'otpauth-migration://offline?data=ChcKBWFiY2RlEgJtZRoEQWNtZSAJKAEwAhABGAEgAA%3D%3D'
    const report = await world.ask('accounts.readText', { text: unknown })
    expect(report.ok && report.value.refusals).toMatchObject([{ name: 'Acme · me' }])
  })
})
