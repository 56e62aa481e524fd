import { beforeEach, describe, expect, it } from 'vitest'
import { LINK, SECRET, SITE, value, World } from './support/world'

let world: World
beforeEach(async () => {
  world = await World.open()
  await world.withAccounts([LINK])
})

async function propose(text: string) {
  return value(await world.ask('accounts.readText', { text })).drafts
}

function toChoice({ draftId, view }: Awaited<ReturnType<typeof propose>>[number]) {
  return { draftId, issuer: view.issuer, account: view.account }
}

const countAccounts = async () => value(await world.ask('app.load', {})).accounts.length

describe('a draft', () => {
  it.each([
    ['the same link', LINK, 'duplicate'],
    ['the same secret under another name', `otpauth://totp/Else:you?secret=${SECRET}`, 'duplicate'],
    [
      'the same secret in another spelling',
      `otpauth://totp/Acme:me?secret=jbsw-y3dp+ehpk3pxp%3D`,
      'duplicate',
    ],
    ['the same bytes with leftover bits', `otpauth://totp/Acme:me?secret=${SECRET}A`, 'duplicate'],
    ['the same names with another secret', 'otpauth://totp/Acme:me?secret=GEZDGNBV', 'conflict'],
    ['the same secret with other digits', `${LINK}&digits=8`, 'conflict'],
    ['another account of the issuer', 'otpauth://totp/Acme:you?secret=GEZDGNBV', 'new'],
    ['another issuer', 'otpauth://totp/Other:me?secret=GEZDGNBV', 'new'],
  ])('of %s is shown as such', async (_name, link, standing) => {
    expect(await propose(link)).toMatchObject([{ standing }])
  })

  it('of a deleted account can bring it back', async () => {
    const [account] = value(await world.ask('app.load', {})).accounts
    value(await world.ask('accounts.delete', { accountIds: [account?.id ?? ''] }))
    expect(await propose(LINK)).toMatchObject([{ standing: 'trashed' }])
  })

  it('shows no code of a counter, because showing would use it up', async () => {
    const link = `otpauth://hotp/x?secret=${SECRET}&counter=5`
    expect(await propose(link)).toMatchObject([{ code: '', view: { counter: 5 } }])
  })

  it('that was saved is not saved again when the reply was lost', async () => {
    const choices = (await propose('otpauth://totp/x?secret=GEZDGNBV')).map(toChoice)
    const added = await world.ask('accounts.add', { choices })
    const before = await countAccounts()
    expect(await world.ask('accounts.add', { choices })).toEqual(added)
    expect(await countAccounts()).toBe(before)
  })

  it('can be saved for ten minutes', async () => {
    const [draft] = (await propose('otpauth://totp/x?secret=GEZDGNBV')).map(toChoice)
    if (!draft) throw new Error('no draft')
    world.state.now += 10 * 60_000
    expect(await world.ask('accounts.add', { choices: [draft] })).toMatchObject({
      code: 'draft-missing',
    })
    expect(await countAccounts()).toBe(1)
  })

  it('outlives a stopped background', async () => {
    const choices = (await propose('otpauth://totp/x?secret=GEZDGNBV')).map(toChoice)
    world.restartBackground()
    expect(value(await world.ask('accounts.add', { choices }))).toHaveLength(1)
  })
})

describe('adding drafts', () => {
  it('twice at the same time adds once', async () => {
    const choices = (await propose('otpauth://totp/x?secret=GEZDGNBV')).map(toChoice)
    await Promise.all([
      world.ask('accounts.add', { choices }),
      world.ask('accounts.add', { choices }),
    ])
    await world.ask('accounts.add', { choices })
    expect(await countAccounts()).toBe(2)
  })

  it('that are named twice adds once', async () => {
    const [choice] = (await propose('otpauth://totp/x?secret=GEZDGNBV')).map(toChoice)
    if (!choice) throw new Error('no draft')
    await world.ask('accounts.add', { choices: [choice, choice] })
    expect(await countAccounts()).toBe(2)
  })

  it('adds none when one of them is missing', async () => {
    const choices = (await propose('otpauth://totp/x?secret=GEZDGNBV')).map(toChoice)
    const unknown = { draftId: 'unknown', issuer: '', account: '' }
    expect(await world.ask('accounts.add', { choices: [...choices, unknown] })).toMatchObject({
      code: 'draft-missing',
    })
    expect(await countAccounts()).toBe(1)
  })

  it.each(['__proto__', 'constructor', 'toString', 'id-999'])(
    'knows no draft named %s',
    async (draftId) => {
      await propose('otpauth://totp/x?secret=GEZDGNBV')
      const choices = [{ draftId, issuer: '', account: '' }]
      expect(await world.ask('accounts.add', { choices })).toMatchObject({ code: 'draft-missing' })
    },
  )

  it('keeps those of two previews at the same time', async () => {
    const previews = await Promise.all([
      propose('otpauth://totp/x?secret=GEZDGNBV'),
      propose('otpauth://totp/y?secret=MZXW6YTB'),
    ])
    const choices = previews.flat().map(toChoice)
    expect(value(await world.ask('accounts.add', { choices }))).toHaveLength(2)
  })

  it.each([
    ['a site', `${SITE}/login?x=1`, [SITE]],
    ['a plain http site', 'http://acme.example', []],
    ['a script', 'javascript:alert(1)', []],
    ['no url', 'acme', []],
  ])('binds %s as far as it is one', async (_name, site, sites) => {
    const choices = (await propose('otpauth://totp/x?secret=GEZDGNBV')).map(toChoice)
    const added = value(
      await world.ask('accounts.add', { choices: choices.map((it) => ({ ...it, site })) }),
    )
    expect(added).toMatchObject([{ sites }])
  })

  it('takes no secret and no parameters from the page', async () => {
    const [draft] = await propose('otpauth://totp/x?secret=GEZDGNBV&digits=8')
    if (!draft) throw new Error('no draft')
    const [added] = value(await world.ask('accounts.add', { choices: [toChoice(draft)] }))
    expect(added).toMatchObject({ digits: 8, counter: 0, id: draft.draftId })
    const codes = value(await world.ask('codes.current', { accountIds: [draft.draftId] }))
    expect(codes).toMatchObject([{ code: draft.code }])
  })
})
