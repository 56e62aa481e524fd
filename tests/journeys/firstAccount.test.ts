import { beforeEach, describe, expect, it } from 'vitest'
import { generateTimedCode } from '@/utils/core/otp/generateCode'
import { makeAccount } from '../support/accounts'
import { renderQr } from '../support/renderQr'
import { LINK, PASSPHRASE, SECRET, SITE, value, World } from './support/world'

let world: World
beforeEach(async () => {
  world = await World.open()
})

describe('the first account', () => {
  it('is scanned, previewed without its secret, saved, shown, locked away and back', async () => {
    await world.openTab(`${SITE}/enrol`)
    expect(value(await world.ask('app.load', {}))).toMatchObject({ status: 'none', accounts: [] })
    value(await world.ask('vault.create', { passphrase: PASSPHRASE }))
    world.state.picture = renderQr(LINK)

    const report = value(await world.ask('accounts.scanTab', {}))
    expect(JSON.stringify(report)).not.toContain(SECRET)
    const { code, next } = generateTimedCode(makeAccount({ secret: SECRET }), world.state.now)
    expect(report).toMatchObject({
      refusals: [],
      drafts: [
        {
          source: 'qr',
          code,
          standing: 'new',
          site: SITE,
          view: { type: 'totp', issuer: 'Acme', account: 'me', digits: 6, periodSeconds: 30 },
        },
      ],
    })

    const [draft] = report.drafts
    const choice = { draftId: draft?.draftId ?? '', issuer: ' Acme\u200b Co ', account: 'me' }
    const [added] = value(await world.ask('accounts.add', { choices: [{ ...choice, site: SITE }] }))
    expect(added).toMatchObject({ issuer: 'Acme Co', account: 'me', sites: [SITE], pinned: false })
    expect(added).not.toHaveProperty('secret')

    const app = value(await world.ask('app.load', {}))
    expect(app).toMatchObject({ status: 'unlocked', accounts: [added], codes: [{ code, next }] })
    expect(JSON.stringify(app)).not.toContain(SECRET)

    value(await world.ask('vault.lock', {}))
    expect(value(await world.ask('app.load', {}))).toMatchObject({
      status: 'locked',
      accounts: [],
      codes: [],
    })
    expect(await world.ask('vault.unlock', { passphrase: 'wrong' })).toMatchObject({
      ok: false,
      code: 'wrong-passphrase',
    })
    expect(value(await world.ask('app.load', {})).status).toBe('locked')
    value(await world.ask('vault.unlock', { passphrase: PASSPHRASE }))
    expect(value(await world.ask('app.load', {})).accounts).toEqual([added])
  })

  it('may come as one of several links', async () => {
    value(await world.ask('vault.create', { passphrase: PASSPHRASE }))
    const text = `${LINK}\r\n\n otpauth://hotp/Other:me?secret=GEZDGNBV&counter=3 \r${LINK}\nhttps://evil.example/\notpauth-migration://offline?data=AA`
    const report = value(await world.ask('accounts.readText', { text }))
    expect(report.drafts).toMatchObject([
      { source: 'link', view: { issuer: 'Acme', type: 'totp' } },
      { source: 'link', view: { issuer: 'Other', type: 'hotp', counter: 3 } },
    ])
    expect(report.refusals).toEqual([
      { code: 'other-code', detail: { kind: 'url' } },
      { code: 'migration-damaged' },
    ])
    expect(JSON.stringify(report)).not.toMatch(/evil|GEZDGNBV|JBSWY/u)
  })

  it('is one account where two views add the same, and two where that is meant', async () => {
    value(await world.ask('vault.create', { passphrase: PASSPHRASE }))
    const read = async () => {
      const { drafts } = value(await world.ask('accounts.readText', { text: LINK }))
      return drafts.map(({ draftId }) => ({ draftId, issuer: 'Acme', account: 'me' }))
    }
    const [first, second] = [await read(), await read()]
    world.state.now += 1000
    const [added] = value(await world.ask('accounts.add', { choices: first }))
    expect(value(await world.ask('accounts.add', { choices: second }))).toEqual([added])
    expect(value(await world.ask('app.load', {})).accounts).toHaveLength(1)
    const third = await read()
    world.state.now += 1000
    value(await world.ask('accounts.add', { choices: third }))
    expect(value(await world.ask('app.load', {})).accounts).toHaveLength(2)
  })

  it('may be typed, with the first mistake named', async () => {
    value(await world.ask('vault.create', { passphrase: PASSPHRASE }))
    const typed = {
      ...{ issuer: ' Acme ', account: 'me', type: 'totp', secret: 'jbsw y3dp ehpk 3pxp' },
      ...{ algorithm: '', digits: '8', period: '', counter: '' },
    }
    const report = value(await world.ask('accounts.readTyped', typed))
    expect(report.drafts).toMatchObject([
      { source: 'typed', view: { issuer: 'Acme', digits: 8, periodSeconds: 30 } },
    ])
    expect(await world.ask('accounts.readTyped', { ...typed, secret: 'JBSW1' })).toEqual({
      ok: false,
      code: 'secret-not-base32',
      detail: { character: '1' },
    })
    expect(await world.ask('accounts.readTyped', { ...typed, digits: '12' })).toMatchObject({
      code: 'digits-out-of-range',
    })
  })

  it('is refused for what it is when there is nothing to scan', async () => {
    value(await world.ask('vault.create', { passphrase: PASSPHRASE }))
    expect(await world.ask('accounts.scanTab', {})).toMatchObject({ code: 'no-tab' })
    await world.openTab(SITE)
    expect(await world.ask('accounts.scanTab', {})).toMatchObject({ code: 'image-unreadable' })
    world.state.picture = { data: new Uint8ClampedArray(64 * 64 * 4), width: 64, height: 64 }
    expect(await world.ask('accounts.scanTab', {})).toMatchObject({ code: 'no-qr' })
    world.state.isCaptureForbidden = true
    expect(await world.ask('accounts.scanTab', {})).toMatchObject({ code: 'capture-forbidden' })
  })

  it('is proposed no site on a page where no code may be filled', async () => {
    value(await world.ask('vault.create', { passphrase: PASSPHRASE }))
    await world.openTab('http://plain.example/enrol')
    world.state.picture = renderQr(LINK)
    const { drafts } = value(await world.ask('accounts.scanTab', {}))
    expect(drafts[0]).not.toHaveProperty('site')
  })
})
