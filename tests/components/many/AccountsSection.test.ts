// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import AccountsSection from '@/components/many/AccountsSection.vue'
import { success } from '@/utils/core/result'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { useToasts } from '@/utils/ui/stores/useToasts'
import { toAccountView } from '@/utils/core/account'
import { makeAccount } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'

const ACCOUNTS = [
  toAccountView(makeAccount({ id: 'a', issuer: 'Alpha', tags: ['Work'] })),
  toAccountView(makeAccount({ id: 'b', issuer: 'Beta', tags: ['Work', 'Home'] })),
  toAccountView(makeAccount({ id: 'c', issuer: 'Gamma' })),
]
const byId = (id: string) => `[data-testid=${id}]`

enableAutoUnmount(afterEach)
beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
})

async function open() {
  const asked = vi.fn<(name: string, payload: unknown) => void>()
  const answer = (name: string) => (payload: unknown) => {
    asked(name, payload)
    return success(2)
  }
  playBackground({
    'accounts.list': () => success(ACCOUNTS),
    'accounts.tagMany': answer('tag'),
    'accounts.delete': answer('delete'),
    'accounts.restore': answer('restore'),
    'tags.rename': answer('rename'),
  })
  const page = mount(AccountsSection, {
    attachTo: document.body,
    global: { plugins: [createPinia()] },
  })
  await flushPromises()
  const boxes = page.findAll(`${byId('many-row')} input`)
  return { page, asked, boxes }
}

describe('many accounts', () => {
  it('offers nothing to do before any is chosen', async () => {
    const { page } = await open()
    expect(page.find(byId('many-trash')).exists()).toBe(false)
    expect(page.findAll(byId('many-row'))).toHaveLength(3)
  })

  it('gives the chosen ones a tag, and takes one off', async () => {
    const { page, asked, boxes } = await open()
    await boxes[0]?.setValue(true)
    await boxes[2]?.setValue(true)
    expect(page.get(byId('many-count')).text()).toBe('2 chosen')
    await page.get(byId('many-tag')).setValue(' Bank ')
    await page.get('form').trigger('submit')
    await page.get(byId('many-tag-remove')).trigger('click')
    await flushPromises()
    const accountIds = ['a', 'c']
    expect(asked.mock.calls).toEqual([
      ['tag', { accountIds, tag: 'Bank', isOn: true }],
      ['tag', { accountIds, tag: 'Work', isOn: false }],
    ])
  })

  it('chooses all that the search finds, and hands them to the export', async () => {
    const { page } = await open()
    await page.get(byId('many-search')).setValue('work')
    expect(page.findAll(byId('many-row'))).toHaveLength(2)
    await page.get(byId('many-all')).setValue(true)
    await page.get(byId('many-export')).trigger('click')
    expect(page.emitted('export')).toEqual([[['a', 'b']]])
  })

  it('keeps what was chosen before the search, and says that it is not shown', async () => {
    const { page, boxes } = await open()
    const all = page.get<HTMLInputElement>(byId('many-all'))
    await boxes[1]?.setValue(true)
    await page.get(byId('many-search')).setValue('gamma')
    expect(all.element.checked).toBe(false)
    expect(page.get(byId('many-count')).text()).toContain('1 of them is not in the search')
    await page.get(byId('many-trash')).trigger('click')
    expect(document.body.textContent).toContain('search results. Where')
    await all.setValue(true)
    expect(page.get(byId('many-count')).text()).toContain('2 chosen')
    await all.setValue(false)
    expect(page.get(byId('many-count')).text()).toContain('1 chosen')
  })

  it('asks before it moves them to the trash, and brings them back', async () => {
    const { page, asked, boxes } = await open()
    await boxes[1]?.setValue(true)
    await page.get(byId('many-trash')).trigger('click')
    expect(asked).not.toHaveBeenCalled()
    await page.get(byId('confirm-action')).trigger('click')
    await flushPromises()
    await useToasts().toast?.action?.run()
    await flushPromises()
    expect(asked.mock.calls).toEqual([
      ['delete', { accountIds: ['b'] }],
      ['restore', { accountIds: ['b'] }],
    ])
  })

  it('renames a tag and deletes one after a question', async () => {
    const { page, asked } = await open()
    await page.get(byId('tag-rename')).trigger('click')
    await page.get(byId('tag-name')).setValue('Office')
    await page.get('form').trigger('submit')
    await page.get(byId('tag-delete')).trigger('click')
    await page.get(byId('confirm-action')).trigger('click')
    await flushPromises()
    expect(asked.mock.calls).toEqual([
      ['rename', { tag: 'Work', next: 'Office' }],
      ['rename', { tag: 'Work', next: '' }],
    ])
  })
})
