import { expect, it } from 'vitest'
import { toAccountView } from '@/utils/core/account'
import {
  changesCodes,
  readChange,
  readTags,
  rebase,
  toForm,
  type EditForm,
} from '@/utils/ui/accounts/editForm'
import { readTypedSite } from '@/utils/ui/accounts/readTypedSite'
import { makeAccount, NOW } from '../../../support/accounts'

const BASE = toAccountView(makeAccount({ tags: ['Work', 'Mail'], note: 'in the safe' }))
const typed = (change: Partial<EditForm>): EditForm => ({ ...toForm(BASE), ...change })

it('an untouched form says nothing', () => {
  expect(readChange(BASE, toForm(BASE))).toBeUndefined()
  expect(changesCodes(BASE, toForm(BASE))).toBe(false)
})

it.each<[Partial<EditForm>, object]>([
  [{ issuer: 'New' }, { issuer: 'New' }],
  [{ tags: 'Work, Home,' }, { tags: ['Work', 'Home'] }],
  [{ note: '' }, { note: '' }],
  [{ sites: [] }, { sites: [] }],
  [
    { digits: '8' },
    { parameters: { type: 'totp', algorithm: 'SHA1', digits: '8', period: '30', counter: '0' } },
  ],
])('says only what was touched: %j', (change, expected) => {
  expect(readChange(BASE, typed(change))).toEqual(expected)
})

it('sends a key only where one was typed', () => {
  expect(readChange(BASE, typed({ secret: ' JBSW ' }))?.parameters?.secret).toBe('JBSW')
  expect(readChange(BASE, typed({ period: '60' }))?.parameters).not.toHaveProperty('secret')
  expect(changesCodes(BASE, typed({ secret: 'JBSW' }))).toBe(true)
  expect(changesCodes(BASE, typed({ note: 'x' }))).toBe(false)
})

it('takes what changed elsewhere, and keeps what was typed', () => {
  const after = { ...BASE, issuer: 'Elsewhere', pinned: true, updatedAt: NOW + 1 }
  const form = rebase(typed({ note: 'mine' }), BASE, after)
  expect(form).toEqual({ ...toForm(after), note: 'mine' })
  expect(readChange(after, form)).toEqual({ note: 'mine' })
})

it('reads tags between commas', () => {
  expect(readTags(' Work,, Home , Work')).toEqual(['Work', 'Home'])
})

it.each([
  ['github.com', 'https://github.com'],
  [' https://GitHub.com/login?x ', 'https://github.com'],
  ['acme.example:8443', 'https://acme.example:8443'],
  ['*.bank.example', 'https://*.bank.example'],
  ['https://*.bank.example', 'https://*.bank.example'],
  ['localhost:3000', 'http://localhost:3000'],
  ['http://github.com', undefined],
  ['javascript://x.example/%0aalert(1)', undefined],
  ['github', undefined],
  ['two words.example', undefined],
  ['*.*.example', undefined],
  ['', undefined],
])('reads %j as a site', (text, site) => {
  expect(readTypedSite(text)).toBe(site)
})
