// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import CheckupSection from '@/components/checkup/CheckupSection.vue'
import { TASKS, type Task } from '@/utils/core/checkup/findTasks'
import { success } from '@/utils/core/result'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { playBackground } from '../../support/playBackground'

enableAutoUnmount(afterEach)
beforeEach(() => {
  fakeBrowser.reset()
})

async function open(tasks: readonly Task[], language: 'en' | 'id' = 'en') {
  await setLanguage(language)
  const dismissed: object[] = []
  playBackground({
    'checkup.read': () => success(tasks),
    'accounts.list': () => success([]),
    'checkup.dismiss': (payload) => {
      dismissed.push(payload)
      return success(null)
    },
  })
  const section = mount(CheckupSection, { global: { plugins: [createPinia()] } })
  await flushPromises()
  return { section, dismissed }
}

const all = TASKS.map((id): Task => ({
  id,
  isUrgent: id === 'backup-none',
  count: 2,
  accountIds: [],
}))

it.each(['en', 'id'] as const)(
  'says each task whole, with one thing to do, in %s',
  async (language) => {
    const { section } = await open(all, language)
    const tasks = section.findAll('[data-testid=checkup-task]')
    expect(tasks.length).toBe(TASKS.length)
    for (const task of tasks) {
      expect(task.get('p').text()).toMatch(/\.$/u)
      expect(task.text()).not.toMatch(/[{}]/u)
      expect(task.findAll('.actions > *').length).toBe(2)
    }
  },
)

it('puts a task away with a reason', async () => {
  const { section, dismissed } = await open(all.filter(({ id }) => id === 'backup-none'))
  await section.get('[data-testid=checkup-dismiss]').trigger('click')
  await section.get('[data-testid=checkup-reason-accepted]').trigger('click')
  await flushPromises()
  expect(dismissed).toEqual([{ task: 'backup-none', reason: 'accepted' }])
})

it('says when nothing is left, and still shows what was put away', async () => {
  const { section } = await open(all.slice(0, 1).map((it) => ({ ...it, dismissed: 'accepted' })))
  expect(section.find('[data-testid=checkup-done]').exists()).toBe(true)
  expect(section.get('[data-testid=checkup-put]').text()).toContain('I know and accept it')
})
