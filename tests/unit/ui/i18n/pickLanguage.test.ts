// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readSettings } from '@/utils/protocol/settings'
import {
  currentLanguage,
  listLanguages,
  loadLanguages,
  setLanguage,
  startLanguage,
} from '@/utils/ui/i18n/i18n'

beforeAll(loadLanguages)
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

describe('the language of a page', () => {
  it.each([
    ['auto', ['en-GB', 'id'], 'en'],
    ['auto', ['id-ID', 'en'], 'id'],
    ['auto', ['in'], 'id'],
    ['auto', ['ms-MY', 'en'], 'id'],
    ['auto', ['fr', 'id'], 'id'],
    ['auto', ['fr'], 'en'],
    ['auto', [], 'en'],
    ['en', ['id'], 'en'],
    ['id', ['en'], 'id'],
    ['fr', ['id'], 'id'],
  ])('chosen %s in a browser of %j is %s', async (choice, browserLanguages, expected) => {
    await setLanguage(choice, browserLanguages)
    expect(currentLanguage.value).toBe(expected)
    expect(document.documentElement.lang).toBe(expected)
  })

  it('is the one that the page before spoke, until the settings are known', async () => {
    await setLanguage('id')
    await setLanguage('en', [])
    localStorage.setItem('language', 'id')
    await startLanguage()
    expect(currentLanguage.value).toBe('id')
  })

  it('is shown also where the browser keeps nothing for this page', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
    await startLanguage()
    await setLanguage('id')
    expect(currentLanguage.value).toBe('id')
  })

  it('is offered by its own name', () => {
    expect(listLanguages()).toEqual([
      { value: 'id', label: 'Bahasa Indonesia' },
      { value: 'en', label: 'English' },
    ])
  })
})

describe('the setting', () => {
  it.each(['auto', 'en', 'id', 'fr'])('may be %s', (language) => {
    expect(readSettings({ language }).language).toBe(language)
  })

  it.each(['xx-YY', '', '../en', 7])('%j is none', (language) => {
    expect(readSettings({ language }).language).toBe('auto')
  })
})

function refuse(): never {
  throw new DOMException('denied', 'SecurityError')
}
