// @vitest-environment happy-dom
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { afterEach, beforeEach, expect, it } from 'vitest'
import OptionsNav from '@/components/settings/OptionsNav.vue'
import { setLanguage } from '@/utils/ui/i18n/i18n'

const HEIGHT = 500
let scrolled = 0

enableAutoUnmount(afterEach)
beforeEach(async () => {
  scrolled = 0
  location.hash = ''
  document.body.innerHTML = ''
  await setLanguage('en')
})

/** Sections one below the other, each as high as most of the window. */
function open(status: 'unlocked' | 'locked', ids: readonly string[]) {
  ids.forEach((id, at) => {
    const section = document.createElement('section')
    section.id = id
    section.getBoundingClientRect = () => new DOMRect(0, at * HEIGHT - scrolled, 600, HEIGHT)
    document.body.append(section)
  })
  return mount(OptionsNav, { props: { status }, attachTo: document.body })
}

async function scrollBy(pixels: number): Promise<void> {
  scrolled += pixels
  dispatchEvent(new Event('scroll'))
  await nextTick()
}

it('marks the section that is being read', async () => {
  const page = open('unlocked', ['checkup', 'accounts', 'appearance'])
  await nextTick()
  const current = () => page.findAll('[aria-current=location]').map((link) => link.text())
  expect(current()).toEqual(['Check-up'])
  await scrollBy(HEIGHT - 100)
  expect(current()).toEqual(['Accounts'])
  await scrollBy(HEIGHT)
  expect(current()).toEqual(['Appearance'])
  await scrollBy(-2 * HEIGHT)
  expect(current()).toEqual(['Check-up'])
})

it('leads nowhere that a locked vault does not have', () => {
  const page = open('locked', ['appearance'])
  const names = page.findAll('a').map((link) => link.text())
  expect(names).not.toContain('Check-up')
  expect(names).not.toContain('Accounts')
  expect(names).toContain('Appearance')
})
