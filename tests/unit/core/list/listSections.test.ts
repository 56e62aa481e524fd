import { describe, expect, it } from 'vitest'
import { toAccountView, type AccountView } from '@/utils/core/account'
import {
  displayName,
  foldSite,
  listFirst,
  listSections,
  sortAccounts,
} from '@/utils/core/list/listSections'
import { searchSections } from '@/utils/ui/accounts/searchSections'
import { makeAccount } from '../../../support/accounts'

const SITE = 'https://asn.example'

const view = (issuer: string, change: Partial<AccountView> = {}): AccountView =>
  toAccountView(makeAccount({ id: issuer, issuer, account: 'budi', sites: [], ...change }))

const names = (sections: ReturnType<typeof listSections>) =>
  sections.map(({ kind, accounts }) => [kind, ...accounts.map(displayName)])

describe('the list', () => {
  const accounts = [
    view('Steam'),
    view('GitHub', { pinned: true }),
    view('ASN Digital', { sites: [SITE] }),
    view('layanan 10'),
    view('Layanan 9'),
    view('Bank', { pinned: true, sites: [SITE] }),
  ]

  it('puts the accounts of the site first, then the pinned ones, then the rest, each by name', () => {
    expect(names(listSections(accounts, SITE))).toEqual([
      ['site', 'ASN Digital', 'Bank'],
      ['pinned', 'GitHub'],
      ['others', 'Layanan 9', 'layanan 10', 'Steam'],
    ])
  })

  it('hides nothing because of a site', () => {
    const shown = listSections(accounts, 'https://elsewhere.example')
    expect(shown.flatMap((section) => section.accounts)).toHaveLength(accounts.length)
    expect(shown.map(({ kind }) => kind)).toEqual(['pinned', 'others'])
  })

  it.each(['https://asn.example:8443', 'http://asn.example', 'https://login.asn.example'])(
    'takes %s for another site',
    (site) => {
      expect(listSections(accounts, site).map(({ kind }) => kind)).not.toContain('site')
    },
  )

  it('orders accounts of one service by user', () => {
    const two = [
      view('Acme', { id: '2', account: 'zoe' }),
      view('Acme', { id: '1', account: 'ana' }),
    ]
    const [section] = listSections(two, undefined)
    expect(section?.accounts.map(({ account }) => account)).toEqual(['ana', 'zoe'])
  })

  it.each([
    ['account', ['Steam', 'Bank', 'Acme']],
    ['lastUsed', ['Bank', 'Steam', 'Acme']],
    ['mostUsed', ['Steam', 'Bank', 'Acme']],
    ['own', ['Steam', 'Acme', 'Bank']],
  ] as const)('orders by %s, and by name where that says nothing', (sort, order) => {
    const some = [
      view('Steam', { account: 'a', usedAt: 1, uses: 9 }),
      view('Acme', { account: 'c' }),
      view('Bank', { account: 'b', usedAt: 2, uses: 1 }),
    ]
    expect(sortAccounts(some, sort).map(displayName)).toEqual(order)
  })

  it('calls an account without a service by its user', () => {
    expect(names(listSections([view('', { account: 'vpn' })], undefined))).toEqual([
      ['others', 'vpn'],
    ])
  })
})

describe('many accounts of one site', () => {
  const many = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => view(name, { sites: [SITE] }))

  it.each([
    ['site', SITE, undefined],
    ['likely', 'https://masuk.asn.example', new Set(many.map(({ id }) => id))],
  ] as const)('fold behind the first four where they are of the kind %s', (kind, site, likely) => {
    const sections = foldSite(listSections([...many, view('Zeta')], site, likely))
    expect(names(sections)).toEqual([
      [kind, 'A', 'B', 'C', 'D'],
      ['others', 'Zeta'],
    ])
    expect(sections.map(({ more }) => more)).toEqual([2, undefined])
  })

  it.each([4, 0])('stay as they are where there are %i', (count) => {
    const sections = listSections([...many.slice(0, count), view('Zeta')], SITE)
    expect(foldSite(sections)).toEqual(sections)
  })
})

describe('the first rows', () => {
  const accounts = sortAccounts([
    view('Zeta', { sites: [SITE] }),
    view('Acme'),
    view('Bank', { pinned: true }),
    view('Yoga', { pinned: true, sites: [SITE] }),
    view('Coretax'),
  ])

  it.each([0, 1, 2, 3, 4, 5, 9])('are the first %i of the list as it will be', (limit) => {
    const whole = listSections(accounts, SITE).flatMap((section) => section.accounts)
    expect(listFirst(accounts, SITE, limit)).toEqual(whole.slice(0, limit))
  })
})

describe('the search', () => {
  const sections = listSections(
    [
      view('ASN Digital', { pinned: true }),
      view('GitHub'),
      view('Café Seven'),
      view('Dapodik', { account: 'operator@sekolah.example' }),
      view('Portal', { sites: ['https://oss.example:8443'] }),
    ],
    undefined,
  )

  it.each([
    ['git', ['GitHub', 'ASN Digital']],
    ['DIGITAL', ['ASN Digital']],
    ['cafe', ['Café Seven']],
    ['CAFÉ', ['Café Seven']],
    ['sekolah', ['Dapodik']],
    ['dapodik operator', ['Dapodik']],
    ['oss.example', ['Portal']],
    ['8443', ['Portal']],
    ['  seven  ', ['Café Seven']],
  ])('finds by "%s"', (search, found) => {
    expect(names(searchSections(sections, search))).toEqual([['found', ...found]])
  })

  it.each([
    ['gitub', ['GitHub']], // a letter is missing
    ['gihtub', ['GitHub']], // two are swapped
    ['digitall', ['ASN Digital']], // one too many
    ['dapodek', ['Dapodik']], // one is wrong
    ['cafe sevem', ['Café Seven']],
    ['dapodek oprator', ['Dapodik']],
  ])('takes "%s" for a slip', (search, found) => {
    expect(names(searchSections(sections, search))).toEqual([['found', ...found]])
  })

  it.each([
    ['asndigital', ['ASN Digital']], // a space is missed
    ['git hub', ['GitHub']], // one too many
    ['gi thub', ['GitHub']],
    ['asnd igital', ['ASN Digital']], // in the wrong place
    ['asn-digital', ['ASN Digital']],
    ['cafeseven', ['Café Seven']],
    ['seven cafeseven', ['Café Seven']],
    ['githubbudi', ['GitHub']], // service and user
    ['ossexample', ['Portal']],
  ])('finds by "%s", whatever the spaces', (search, found) => {
    expect(names(searchSections(sections, search))).toEqual([['found', ...found]])
  })

  it('puts what only the spaces keep from fitting behind what fits', () => {
    const shops = listSections(
      [view('A Toko Buah'), view('Tokobuah'), view('Grosir', { note: 'dari tokobuah' })],
      undefined,
    )
    expect(names(searchSections(shops, 'tokobuah'))).toEqual([
      ['found', 'Tokobuah', 'Grosir', 'A Toko Buah'],
    ])
  })

  it('joins no letters from the middle of a word on', () => {
    const shops = listSections([view('Toko Buah')], undefined)
    expect(searchSections(shops, 'kobu')).toEqual([])
    expect(searchSections(shops, '-.@')).toEqual([])
  })

  it('guesses nothing where an account holds what was typed', () => {
    const close = listSections([view('Bali'), view('Bank'), view('Bang')], undefined)
    expect(names(searchSections(close, 'bank'))).toEqual([['found', 'Bank']])
  })

  it.each(['guthib', 'dapodik github', 'https'])('finds nothing by "%s"', (search) => {
    expect(searchSections(sections, search)).toEqual([])
  })

  it.each([
    ['#kerja', ['GitHub', 'VPN']],
    ['#KER', ['GitHub', 'VPN']],
    ['#kerja #rumah', ['VPN']],
    ['#kerja git', ['GitHub']],
    ['kerja', ['GitHub', 'VPN']],
    ['nomor darurat', ['Steam']], // from its note
  ])('finds tags and notes by "%s"', (search, found) => {
    const tagged = listSections(
      [
        view('GitHub', { tags: ['Kerja'] }),
        view('VPN', { tags: ['Rumah', 'Kerja'] }),
        view('Steam', { note: 'Nomor darurat: 123' }),
      ],
      undefined,
    )
    expect(names(searchSections(tagged, search))).toEqual([['found', ...found]])
  })

  it.each(['', '   '])('leaves the list as it is for "%s"', (search) => {
    expect(searchSections(sections, search)).toBe(sections)
  })
})
