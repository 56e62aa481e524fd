// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
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
    props: { version: '1.2.3', permissions: permissions ?? [] },
  })
  const explained = about.findAll('dt code').map((name) => name.text())
  expect(explained.sort()).toEqual([...(permissions ?? [])].sort())
  for (const reason of about.findAll('dd')) expect(reason.text()).not.toBe('')
})
