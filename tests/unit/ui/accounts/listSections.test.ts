import { describe, expect, it } from 'vitest'
import { toAccountView, type AccountView } from '@/utils/core/account'
import { displayName, listSections, searchSections } from '@/utils/ui/accounts/listSections'
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
    expect(names(listSections(accounts, { site: SITE }))).toEqual([
      ['site', 'ASN Digital', 'Bank'],
      ['pinned', 'GitHub'],
      ['others', 'Layanan 9', 'layanan 10', 'Steam'],
    ])
  })

  it('hides nothing because of a site', () => {
    const shown = listSections(accounts, { site: 'https://elsewhere.example' })
    expect(shown.flatMap((section) => section.accounts)).toHaveLength(accounts.length)
    expect(shown.map(({ kind }) => kind)).toEqual(['pinned', 'others'])
  })

  it.each(['https://asn.example:8443', 'http://asn.example', 'https://login.asn.example'])(
    'takes %s for another site',
    (site) => {
      expect(listSections(accounts, { site }).map(({ kind }) => kind)).not.toContain('site')
    },
  )

  it('orders accounts of one service by user', () => {
    const two = [
      view('Acme', { id: '2', account: 'zoe' }),
      view('Acme', { id: '1', account: 'ana' }),
    ]
    const [section] = listSections(two, {})
    expect(section?.accounts.map(({ account }) => account)).toEqual(['ana', 'zoe'])
  })

  it('calls an account without a service by its user', () => {
    expect(names(listSections([view('', { account: 'vpn' })], {}))).toEqual([['others', 'vpn']])
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
    {},
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

  it.each(['gitub', 'dapodik github', 'https'])('finds nothing by "%s"', (search) => {
    expect(searchSections(sections, search)).toEqual([])
  })

  it.each(['', '   '])('leaves the list as it is for "%s"', (search) => {
    expect(searchSections(sections, search)).toBe(sections)
  })
})
