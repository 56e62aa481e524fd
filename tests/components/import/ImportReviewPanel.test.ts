// @vitest-environment happy-dom
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import ImportReviewPanel from '@/components/import/ImportReviewPanel.vue'
import { toAccountView } from '@/utils/core/account'
import type { ImportReview } from '@/utils/ui/composables/useImport'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { makeAccount } from '../../support/accounts'

const byId = (id: string) => `[data-testid=${id}]`
const EMPTY: ImportReview = {
  ...{ newcomers: [], sameCount: 0, conflicts: [], refusals: [], sites: [], imitations: [] },
  ...{ leftOutIcons: 0, shortenedNotes: 0, shortenedTags: 0, uncheckedSites: 0 },
}

enableAutoUnmount(afterEach)
beforeEach(() => setLanguage('en'))

const open = (review: Partial<ImportReview>, chosenCount = 1) =>
  mount(ImportReviewPanel, {
    props: {
      ...{ review: { ...EMPTY, ...review }, decisions: new Map(), chosenCount },
      ...{ isSaving: false, withSites: false },
    },
  })

it('counts what is new, here, to decide and not possible', () => {
  const here = toAccountView(makeAccount())
  const panel = open({
    newcomers: ['A', 'B', 'C'].map((issuer) => ({ issuer, account: 'me' })),
    sameCount: 2,
    conflicts: [{ at: 0, file: here, here, kind: 'same-key' }],
    refusals: [
      { ok: false, code: 'type-unsupported', detail: { type: 'mOTP' }, issuer: 'Old', account: '' },
    ],
  })
  expect(panel.find(byId('import-new')).text()).toBe('3 new')
  expect(panel.find(byId('import-newcomers')).text()).toContain('B · me')
  expect(panel.find(byId('import-same')).text()).toBe('2 already here')
  expect(panel.find(byId('import-conflict-count')).text()).toBe('1 to decide')
  expect(panel.text()).toContain('mOTP')
})

it('says that an account has more tags than are kept', () => {
  expect(open({}).find(byId('import-tags')).exists()).toBe(false)
  expect(open({ shortenedTags: 1 }).get(byId('import-tags')).text()).toBe(
    '1 account has more than 32 tags; the first 32 come along',
  )
})

it('asks whether all of a short key is there', () => {
  const panel = open({
    newcomers: [
      { issuer: 'A', account: '' },
      { issuer: 'B', account: '', remarks: ['short'] },
    ],
  })
  expect(panel.findAll(byId('key-note')).map((it) => it.text())).toEqual([
    'This key is unusually short. Is all of it there?',
  ])
})

it.each(['en', 'id'] as const)('names imitations, which nobody can agree to, in %s', async (it) => {
  await setLanguage(it)
  const imitations = [{ site: 'https://g1thub.com', imitated: 'github.com' }]
  const panel = open({ newcomers: [{ issuer: 'A', account: '' }], imitations })
  expect(panel.find(byId('import-imitations')).text()).toMatch(/g1thub\.com.*github\.com/u)
  expect(panel.find(byId('import-sites')).exists()).toBe(false)
})

it('binds sites only where the person says so', async () => {
  const panel = open({
    newcomers: [{ issuer: 'A', account: '' }],
    sites: ['https://mail.lantern.example'],
  })
  const box = panel.find<HTMLInputElement>(byId('import-sites'))
  expect(box.element.checked).toBe(false)
  expect(panel.text()).toContain('mail.lantern.example')
  await box.setValue(true)
  expect(panel.emitted('update:withSites')).toEqual([[true]])
})

it('has nothing to press where everything is here already', () => {
  const panel = open({ sameCount: 4 }, 0)
  expect(panel.find(byId('import-commit')).exists()).toBe(false)
  expect(panel.find(byId('import-nothing')).exists()).toBe(true)
})
