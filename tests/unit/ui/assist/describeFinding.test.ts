// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { FINDINGS, type FindingCode } from '@/utils/core/assist/findings'
import { describeFinding } from '@/utils/ui/assist/describeFinding'
import { formatSpan } from '@/utils/ui/i18n/formatSpan'
import { setLanguage } from '@/utils/ui/i18n/i18n'

const DETAIL = {
  ...{ host: 'login.acme.example', trusted: 'acme.example', name: 'Acme', other: 'Beta' },
  ...{ seconds: 47, count: 2, digits: 8, algorithm: 'SHA-256', reason: 'policy' },
}

describe.each(['en', 'id'] as const)('the sentence of a finding in %s', (language) => {
  beforeEach(() => setLanguage(language))

  it.each(Object.keys(FINDINGS) as FindingCode[])('is whole for %s', (code) => {
    const zone = code.includes('zone') || code === 'code-old' ? { minutes: 60 } : {}
    const sentence = describeFinding({ code, detail: { ...DETAIL, ...zone } })
    expect(sentence).toMatch(/\.$|\?$/u)
    expect(sentence).not.toMatch(/[{}]|undefined|NaN/u)
    expect(sentence).not.toMatch(/ {2}| \.|\(\)/u)
  })
})

it.each([
  [0.4, '0.4 seconds'],
  [1, '1 second'],
  [47, '47 seconds'],
  [120, '2 minutes'],
  [150, '2 minutes 30 seconds'],
  [3600, '1 hour'],
  [27_000, '7 hours 30 minutes'],
])('says %d s as %s', async (seconds, expected) => {
  await setLanguage('en')
  expect(formatSpan(seconds)).toBe(expected)
})
