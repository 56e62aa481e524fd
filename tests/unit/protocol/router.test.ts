import { describe, expect, it } from 'vitest'
import { success } from '@/utils/core/result'
import { createRouter, type HandlerTables } from '@/utils/protocol/router'
import { frameSchemas, guestSchemas, menuSchemas, pageSchemas } from '@/utils/protocol/schemas'
import type { RawSender } from '@/utils/protocol/sender'

const SELF = { extensionId: 'abc', origin: 'chrome-extension://abc' }
const SITE = 'https://bank.example'
const ELSEWHERE = 'https://shop.example/'

const SENDERS = {
  page: { id: 'abc', origin: SELF.origin, url: `${SELF.origin}/popup.html` },
  menu: {
    id: 'abc',
    origin: SELF.origin,
    url: `${SELF.origin}/menu.html`,
    tab: { id: 7 },
    frameId: 4,
  },
  frame: { id: 'abc', origin: SITE, url: `${SITE}/`, tab: { id: 7, url: `${SITE}/` }, frameId: 0 },
  guest: { id: 'abc', origin: SITE, url: `${SITE}/`, tab: { id: 7, url: ELSEWHERE }, frameId: 3 },
} as const satisfies Record<string, RawSender>
type Kind = keyof typeof SENDERS

const SCHEMAS = { page: pageSchemas, menu: menuSchemas, frame: frameSchemas, guest: guestSchemas }
const KINDS = ['page', 'menu', 'frame', 'guest'] as const

/** A router whose handlers all answer with what they were asked. */
function createEcho(change: Partial<HandlerTables['page']> = {}) {
  const calls: unknown[] = []
  const bugs: unknown[] = []
  const tableOf = (kind: Kind) =>
    Object.fromEntries(
      Object.keys(SCHEMAS[kind]).map((name) => [
        name,
        (payload: unknown, speaker: unknown) => {
          calls.push({ name, payload, speaker })
          return Promise.resolve(success(payload))
        },
      ]),
    )
  // The echo answers more loosely than the types of the handlers allow.
  const tables = {
    page: { ...tableOf('page'), ...change },
    menu: tableOf('menu'),
    frame: tableOf('frame'),
    guest: tableOf('guest'),
  } as unknown as HandlerTables
  const route = createRouter(tables, SELF, (bug) => bugs.push(bug))
  const ask = (kind: Kind, request: string, payload: unknown) =>
    route({ to: 'background', request, payload }, SENDERS[kind])
  return { route, ask, calls, bugs }
}

const IMPORTED = {
  type: 'totp',
  secret: 'MZXW6',
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
  counter: 0,
  issuer: 'Acme',
  account: '',
  pinned: false,
  sites: [],
}

const GOOD: Record<Kind, Record<string, object>> = {
  page: {
    'app.load': {},
    'app.noteErrand': {},
    'vault.create': { passphrase: 'x' },
    'vault.confirmRecovery': {},
    'vault.renewRecovery': { passphrase: 'x' },
    'vault.recover': { recoveryCode: 'x', passphrase: 'y' },
    'vault.changePassphrase': { passphrase: 'x', next: 'y' },
    'vault.unlock': { passphrase: '' },
    'vault.lock': {},
    'vault.deadline': {},
    'backup.create': { passphrase: 'x' },
    'backup.inspect': { text: '{}', passphrase: 'x' },
    'backup.restore': { text: '{}', passphrase: 'x', mode: 'merge', takesDifferent: true },
    'backup.begin': { text: '{}', passphrase: 'x', next: 'y' },
    'codes.current': { accountIds: ['a', 'b'] },
    'codes.advance': { accountId: 'a' },
    'codes.stepBack': { accountId: 'a', counter: 7 },
    'accounts.list': {},
    'accounts.scanTab': {},
    'accounts.scanRevealed': { frameId: 0, index: 1 },
    'accounts.scanChosen': {},
    'accounts.cancelScan': {},
    'accounts.readImage': { dataUrl: 'data:image/png;base64,AAAA' },
    'accounts.readText': { text: 'otpauth://x' },
    'accounts.reviewParts': {},
    'accounts.dropParts': { which: 'all' },
    'accounts.readTyped': {
      issuer: '',
      account: '',
      type: 'totp',
      secret: 'x',
      algorithm: '',
      digits: '',
      period: '',
      counter: '',
    },
    'accounts.add': { choices: [{ draftId: 'd', issuer: '', account: '' }] },
    'accounts.tagMany': { accountIds: ['a'], tag: 'Work', isOn: true },
    'accounts.delete': { accountIds: ['a'] },
    'accounts.restore': { accountIds: ['a'] },
    'tags.rename': { tag: 'Work', next: '' },
    'accounts.move': { accountId: 'x', beside: 'y', side: 'before' },
    'accounts.noteUse': { accountId: 'x' },
    'clipboard.copied': { text: '123456', seconds: 35 },
    'accounts.pin': { accountId: 'a', pinned: true },
    'accounts.setSites': { accountId: 'a', sites: [SITE] },
    'accounts.edit': {
      accountId: 'a',
      change: {
        issuer: 'Acme',
        note: '',
        tags: ['Work'],
        icon: '',
        sites: [SITE],
        parameters: { type: 'totp', algorithm: 'SHA1', digits: '6', period: '30', counter: '' },
      },
    },
    'accounts.swapKey': { accountId: 'a' },
    'accounts.reveal': { accountId: 'a', passphrase: 'x' },
    'serviceCodes.list': { accountId: 'a', passphrase: 'x' },
    'serviceCodes.add': { accountId: 'a', codes: ['4f7k'] },
    'serviceCodes.mark': { accountId: 'a', code: '4f7k', isUsed: true },
    'serviceCodes.remove': { accountId: 'a', codes: ['4f7k'] },
    'trash.list': {},
    'trash.delete': { accountIds: ['a'] },
    'export.accounts': { passphrase: 'x', accountIds: ['a'], exportAs: 'aegis' },
    'unreadable.read': { passphrase: 'x' },
    'unreadable.remove': {},
    'snapshots.list': {},
    'snapshots.preview': { snapshotId: '1.daily' },
    'snapshots.restore': { snapshotId: '1.daily' },
    'snapshots.remove': { snapshotIds: ['1.daily'] },
    'snapshots.revive': { snapshotId: '1.daily', passphrase: 'p' },
    'snapshots.recover': { older: 'p', passphrase: 'q' },
    'aside.list': {},
    'aside.read': { asideId: '1.x' },
    'aside.remove': { asideId: '1.x' },
    'vault.startOver': {},
    'sites.assess': { site: 'https://x.example' },
    'sites.standing': { accountId: 'a', site: 'https://x.example' },
    'import.compare': { accounts: [IMPORTED] },
    'import.commit': { choices: [{ account: IMPORTED }], withSites: false },
    'import.undo': {},
    'form.keep': { view: 'typed', text: '{}' },
    'form.read': { view: 'typed' },
    'form.forget': { view: 'typed' },
    'fill.start': { accountId: 'a', site: SITE },
    'assist.check': {},
    'assist.measure': {},
    'assist.correctClock': {},
    'assist.removeCorrection': {},
    'assist.solve': { accountId: 'a', code: '123456' },
    'assist.adopt': { accountId: 'a', code: '123456' },
    'assist.resync': { accountId: 'a', first: '123456', second: '654321' },
    'sites.list': {},
    'sites.prefer': { site: SITE },
    'checkup.read': {},
    'checkup.dismiss': { task: 'site-missing' },
    'settings.update': { theme: 'dark' },
  },
  menu: {
    'menu.load': { pairing: 'x' },
    'menu.pick': { accountId: 'a', clickedAt: 0 },
    'menu.leave': {},
    'menu.dismiss': {},
    'menu.hide': { clickedAt: 0 },
    'menu.settings': {},
    'menu.reject': {},
  },
  frame: {
    'fill.wake': {},
    'fill.hints': {},
    'fill.offer': {},
    'fill.code': { ticket: 't' },
    'fill.leave': {},
    'fill.reject': {},
  },
  guest: { 'fill.code': { ticket: 't' } },
}

const ALL = KINDS.flatMap((kind) =>
  Object.entries(GOOD[kind]).map(([name, payload]) => ({ kind, name, payload })),
)
const REFUSED = { ok: false, code: 'request-refused' }

describe('the router', () => {
  it('lets a frame of another site redeem what was approved for it, and nothing else', () => {
    expect(Object.keys(SCHEMAS.guest)).toEqual(['fill.code'])
  })

  it('has an example of every request in this test', () => {
    for (const kind of KINDS) {
      expect(Object.keys(GOOD[kind]).sort()).toEqual(Object.keys(SCHEMAS[kind]).sort())
    }
  })

  it.each(ALL)('passes $name of a $kind on', async ({ kind, name, payload }) => {
    const { ask, calls } = createEcho()
    expect(await ask(kind, name, payload)).toEqual({ ok: true, value: payload })
    expect(calls).toMatchObject([{ name, payload, speaker: { kind } }])
  })

  it.each(ALL)('refuses $name of a $kind to who has no such request', async (one) => {
    const { kind, name, payload } = one
    const { ask, route, calls } = createEcho()
    for (const other of KINDS.filter((it) => !(name in SCHEMAS[it]))) {
      expect(await ask(other, name, payload)).toEqual(REFUSED)
    }
    const stranger = { ...SENDERS[kind], id: 'other' }
    expect(await route({ to: 'background', request: name, payload }, stranger)).toEqual(REFUSED)
    expect(calls).toEqual([])
  })

  it.each(ALL)(
    'refuses $name with a payload that is not its own',
    async ({ kind, name, payload }) => {
      const { ask, calls } = createEcho()
      const wrong: unknown[] = [
        ...[undefined, null, 'text', 7, true, [payload]],
        { ...payload, extra: 1 },
        { ...payload, constructor: 1 },
        JSON.parse('{"__proto__":{"accountId":"a"},"x":1}'),
        ...Object.entries(payload).flatMap(([key, value]) =>
          otherThan(value).map((bad) => ({ ...payload, [key]: bad })),
        ),
        ...Object.keys(payload).map((key) =>
          Object.fromEntries(Object.entries(payload).filter(([name]) => name !== key)),
        ),
      ]
      // Settings may come alone: leaving one out is no mistake there.
      const isPartial = name === 'settings.update'
      for (const bad of isPartial ? wrong.slice(0, -1) : wrong) {
        expect(await ask(kind, name, bad)).toEqual(REFUSED)
      }
      expect(calls).toEqual([])
    },
  )

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    'app',
    'app.load ',
    'APP.LOAD',
    'page.app.load',
  ])('knows no request named %j', async (name) => {
    const { ask, calls } = createEcho()
    for (const kind of KINDS) expect(await ask(kind, name, {})).toEqual(REFUSED)
    expect(calls).toEqual([])
  })

  it.each<[string, string, object]>([
    ['an empty id', 'codes.advance', { accountId: '' }],
    ['a long id', 'codes.advance', { accountId: 'x'.repeat(65) }],
    ['a long passphrase', 'vault.unlock', { passphrase: 'x'.repeat(4097) }],
    ['an image that is none', 'accounts.readImage', { dataUrl: 'data:text/html,x' }],
    ['an image by address', 'accounts.readImage', { dataUrl: 'https://x.example/data:image/' }],
    ['a long paste', 'accounts.readText', { text: 'x'.repeat(8_000_001) }],
    ['no choice', 'accounts.add', { choices: [] }],
    [
      'a choice with a secret',
      'accounts.add',
      { choices: [{ draftId: 'd', issuer: '', account: '', secret: 'x' }] },
    ],
    ['a choice without names', 'accounts.add', { choices: [{ draftId: 'd' }] }],
    [
      'a choice with an undefined site',
      'accounts.add',
      { choices: [{ draftId: 'd', issuer: '', account: '', site: undefined }] },
    ],
    [
      'too many sites',
      'accounts.setSites',
      { accountId: 'a', sites: Array<string>(65).fill(SITE) },
    ],
    ['pinned in words', 'accounts.pin', { accountId: 'a', pinned: 'true' }],
    ['what is no language', 'settings.update', { language: 'xx-YY' }],
    ['an unknown theme', 'settings.update', { theme: '' }],
    ['no auto-lock', 'settings.update', { autoLockMinutes: 0 }],
    ['an endless auto-lock', 'settings.update', { autoLockMinutes: Infinity }],
    ['a long auto-lock', 'settings.update', { autoLockMinutes: 241 }],
    ['half a minute', 'settings.update', { autoLockMinutes: 1.5 }],
    ['a month without a lock', 'settings.update', { lockAfterHours: 720 }],
    ['an undefined setting', 'settings.update', { theme: undefined }],
    ['an unknown setting', 'settings.update', { cost: 1 }],
    ['an undefined setting', 'settings.update', { theme: undefined }],
  ])('refuses %s', async (_name, request, payload) => {
    const { ask, calls } = createEcho()
    expect(await ask('page', request, payload)).toEqual(REFUSED)
    expect(calls).toEqual([])
  })

  it.each([undefined, null, 'text', {}, { event: 'vault.changed' }])(
    'leaves %j to other listeners',
    (message) => {
      const { route } = createEcho()
      expect(route(message, SENDERS.page)).toBeUndefined()
    },
  )

  const bug = new Error('CANARY')
  it.each<[string, () => Promise<never>]>([
    [
      'throws',
      () => {
        throw bug
      },
    ],
    ['rejects', () => Promise.reject(bug)],
  ])('reports a handler that %s and tells the asker nothing of it', async (_name, handler) => {
    const { ask, bugs } = createEcho({ 'app.load': handler })
    const reply = await ask('page', 'app.load', {})
    expect(reply).toEqual({ ok: false, code: 'unexpected' })
    expect(bugs).toEqual([bug])
  })
})

/** Values of other types than the one that a request takes. */
function otherThan(value: unknown): readonly unknown[] {
  const others = [null, 7.5, Number.NaN, {}, [null], [7], [[]]]
  return [...others, ...(typeof value === 'boolean' ? ['true', 1] : [true])]
}
