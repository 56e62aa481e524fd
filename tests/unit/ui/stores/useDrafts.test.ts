// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { failure, success } from '@/utils/core/result'
import type { DraftView } from '@/utils/protocol/requests'
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
    'accounts.readText': () => success({ drafts: [], refusals: [{ code: 'google-export' }] }),
  })
  const drafts = useDrafts()
  expect(await drafts.readText('otpauth-migration://offline')).toBe(false)
  expect(drafts.problem?.code).toBe('google-export')
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
