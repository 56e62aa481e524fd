import { expect, it } from 'vitest'
import { describeDiagnosis } from '@/utils/ui/assist/describeDiagnosis'

it('tells what was found, and neither where nor of whom', () => {
  const slow = {
    code: 'clock-slow' as const,
    detail: { host: 'portal.example', seconds: 47 },
  }
  const named = {
    code: 'account-named' as const,
    detail: { host: 'portal.example', name: 'Budi', other: 'Sari' },
  }
  const text = describeDiagnosis(
    { type: 'totp', likely: slow, findings: [slow, named] },
    '1.2.3',
    'Browser 9',
  )
  expect(text.split('\n')).toEqual([
    'Sandi 1.2.3',
    'Browser 9',
    expect.stringMatching(/^language (?:en|id)$/u),
    'kind of code totp',
    'most likely clock-slow seconds=47',
    'bad clock-slow seconds=47',
    'bad account-named',
  ])
})
