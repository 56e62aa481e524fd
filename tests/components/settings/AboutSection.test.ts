// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import AboutSection from '@/components/settings/AboutSection.vue'
import config from '@/wxt.config'

it('explains each permission that the manifest asks for, and no other', async () => {
  const { manifest } = config
  if (typeof manifest !== 'function') throw new Error('the manifest depends on the browser')
  const { permissions } = await manifest({
    browser: 'chrome',
    command: 'build',
    manifestVersion: 3,
    mode: 'production',
  })
  const about = mount(AboutSection, {
    props: {
      version: '1.2.3',
      permissions: permissions ?? [],
      hasSiteAccess: true,
      status: 'unlocked',
    },
  })
  const explained = about.findAll('dt code').map((name) => name.text())
  expect(explained.sort()).toEqual([...(permissions ?? [])].sort())
  for (const reason of about.findAll('dd')) expect(reason.text()).not.toBe('')
})

it('tells what is so now, and copies what it shows', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const about = mount(AboutSection, {
    props: { version: '1.2.3', permissions: ['storage'], hasSiteAccess: false, status: 'locked' },
  })
  expect(about.get('[data-testid=about-access]').text()).toBe('Not allowed on websites')
  await about.get('[data-testid=about-copy]').trigger('click')
  expect(copied).toHaveBeenCalledWith(about.get('[data-testid=about-facts]').element.textContent)
  expect(copied.mock.calls[0]?.[0]).toMatch(/^Sandi 1\.2\.3\n[^]*vault locked\nsite access no\n/u)
  expect(about.emitted('copied')).toHaveLength(1)
})
