// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { currentLanguage, setLanguage, startLanguage, t } from '@/utils/ui/i18n/i18n'

beforeEach(() => {
  localStorage.clear()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('starts with the language of the page before', async () => {
  await setLanguage('id')
  await setLanguage('auto', ['en'])
  localStorage.setItem('language', 'id')
  await startLanguage()
  expect(currentLanguage.value).toBe('id')
  expect(document.documentElement.lang).toBe('id')
  expect(t('list.add')).toBe('Tambah')
})

it('takes nothing from what is stored but the name of a language', async () => {
  localStorage.setItem('language', '__proto__')
  await startLanguage()
  expect(['en', 'id']).toContain(currentLanguage.value)
})

it('guesses where the browser keeps nothing', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new DOMException('refused', 'SecurityError')
    },
    setItem: () => {
      throw new DOMException('refused', 'SecurityError')
    },
  })
  await startLanguage()
  expect(t('list.add')).not.toBe('')
})

it('ends with what was chosen last, however long the files take', async () => {
  await Promise.all([setLanguage('id'), setLanguage('en')])
  expect(currentLanguage.value).toBe('en')
})
