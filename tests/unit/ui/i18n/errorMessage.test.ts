// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { errorMessage } from '@/utils/ui/i18n/errorMessage'
import { setLanguage } from '@/utils/ui/i18n/i18n'

afterEach(async () => {
  await setLanguage('en')
})

describe.each(['en', 'id'] as const)('in %s', (language) => {
  it.each([
    ['0', 'O'],
    ['1', 'I'],
    ['8', 'B'],
    ['9', 'G'],
  ])('guesses what %s in a key was meant to be', async (character, meant) => {
    await setLanguage(language)
    const message = errorMessage('secret-not-base32', { character })
    expect(message).toContain(`“${character}”`)
    expect(message).toContain(`“${meant}”`)
  })

  it('names any other character that keys do not have', async () => {
    await setLanguage(language)
    expect(errorMessage('secret-not-base32', { character: '?' })).toContain('“?”')
  })

  it('writes limits as the language writes numbers', async () => {
    await setLanguage(language)
    const message = errorMessage('period-out-of-range', { min: 1, max: 86_400 })
    expect(message).toContain(language === 'en' ? '86,400' : '86.400')
  })
})
