// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { failure, success } from '@/utils/core/result'
import type { DraftView } from '@/utils/protocol/views'
import { useDrafts } from '@/utils/ui/stores/useDrafts'
import { makeAccount } from '../../../support/accounts'
import { playBackground } from '../../../support/playBackground'

const { type, issuer, account, algorithm, digits, periodSeconds, counter } = makeAccount()
const draft = (draftId: string): DraftView => ({
  draftId,
  source: 'qr',
  view: { type, issuer, account, algorithm, digits, periodSeconds, counter },
  code: '118604',
  standing: 'new',
})
const picture = (text: string) => new File([text], 'picture.png', { type: 'image/png' })

beforeEach(() => {
  fakeBrowser.reset()
  setActivePinia(createPinia())
})

it('makes one report of several pictures and names what could not be read', async () => {
  const replies = [
    success({ drafts: [draft('a')], refusals: [] }),
    failure('no-qr'),
    success({ drafts: [draft('b')], refusals: [{ code: 'other-code' } as const] }),
  ]
  playBackground({ 'accounts.readImage': () => replies.shift() ?? failure('unexpected') })
  const drafts = useDrafts()
  expect(await drafts.readImages(['1', '2', '3'].map(picture))).toBe(true)
  expect(drafts.report?.drafts.map(({ draftId }) => draftId)).toEqual(['a', 'b'])
  expect(drafts.report?.refusals.map(({ code }) => code)).toEqual(['no-qr', 'other-code'])
})

it('never sends what is no picture', async () => {
  const { asked } = playBackground({})
  const drafts = useDrafts()
  expect(await drafts.readImages([new File(['x'], 'notes.txt', { type: 'text/plain' })])).toBe(
    false,
  )
  expect(drafts.problem?.code).toBe('image-unreadable')
  expect(asked).toEqual([])
})

it('takes a report without any account for a failure', async () => {
  playBackground({
    'accounts.readText': () => success({ drafts: [], refusals: [{ code: 'migration-damaged' }] }),
  })
  const drafts = useDrafts()
  expect(await drafts.readText('otpauth-migration://offline')).toBe(false)
  expect(drafts.problem?.code).toBe('migration-damaged')
  expect(drafts.report).toBeUndefined()
})

it('forgets the last problem when it reads again', async () => {
  const { answers } = playBackground({ 'accounts.scanTab': () => failure('no-qr') })
  const drafts = useDrafts()
  await drafts.scanTab()
  answers['accounts.scanTab'] = () => success({ drafts: [draft('a')], refusals: [] })
  expect(await drafts.scanTab()).toBe(true)
  expect(drafts.problem).toBeUndefined()
})

const gathered = (found: number) => ({
  exports: [{ found, total: 2, missing: found < 2 ? [2] : [] }],
  accounts: found,
})

it('goes on gathering an export, and says when a code was read before', async () => {
  const replies = [1, 1].map((found) =>
    success({ drafts: [], refusals: [], parts: gathered(found) }),
  )
  playBackground({ 'accounts.scanTab': () => replies.shift() ?? failure('unexpected') })
  const drafts = useDrafts()
  expect(await drafts.scanTab()).toBe(false)
  expect(drafts.problem).toBeUndefined()
  expect(drafts.isPartRepeated).toBe(false)
  await drafts.scanTab()
  expect(drafts.isPartRepeated).toBe(true)
})

it('takes the last word on an export that came as several pictures, and drops it once added', async () => {
  const whole = {
    drafts: [draft('a')],
    refusals: [],
    parts: gathered(2),
    holdsParts: 'whole',
  } as const
  const replies = [{ drafts: [], refusals: [], parts: gathered(1) }, whole, whole]
  const { asked } = playBackground({
    'accounts.readImage': () => success(replies.shift() ?? whole),
    'accounts.add': () => success([]),
    'accounts.dropParts': () => success(null),
  })
  const drafts = useDrafts()
  expect(await drafts.readImages(['1', '2', '3'].map(picture))).toBe(true)
  expect(drafts.report?.drafts).toHaveLength(1)
  await drafts.add([])
  expect(drafts.parts).toBeUndefined()
  expect(JSON.stringify(asked)).toContain('accounts.dropParts')
})

it('takes another code of an export for new after the first was forgotten, and lets go of it', async () => {
  const one = (missing: number) => ({ found: 1, total: 2, missing: [missing] })
  const views = [2, 1].map((missing) => ({ exports: [one(missing)], accounts: 1 }))
  playBackground({
    'accounts.scanTab': () =>
      success({ drafts: [], refusals: [], parts: views.shift() ?? gathered(2) }),
    'accounts.reviewParts': () => failure('draft-missing'),
  })
  const drafts = useDrafts()
  await drafts.scanTab()
  await drafts.scanTab()
  expect(drafts.isPartRepeated).toBe(false)
  expect(await drafts.reviewParts()).toBe(false)
  expect(drafts.problem?.code).toBe('draft-missing')
  expect(drafts.parts).toBeUndefined()
})
