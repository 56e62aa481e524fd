// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import ExportSection from '@/components/settings/ExportSection.vue'
import { toAccountView } from '@/utils/core/account'
import { writeExport, type ExportQuestion } from '@/utils/core/export/writeExport'
import { failure, success } from '@/utils/core/result'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { makeAccount, NOW } from '../../support/accounts'
import { createCountingBytes } from '../../support/countingBytes'
import { openZxing } from '../../support/openQrReader'
import { playBackground } from '../../support/playBackground'
import { playWorker } from '../../support/playWorker'

const byId = (id: string) => `[data-testid=${id}]`
const ACME = makeAccount()
const STEAM = makeAccount({ id: 'steam', type: 'steam', digits: 5, issuer: 'Steam' })

enableAutoUnmount(afterEach)
beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function open(status: 'locked' | 'unlocked' = 'unlocked', plainExportAt?: number) {
  const handed: unknown[] = []
  const background = playBackground({
    'accounts.list': () => success([ACME, STEAM].map(toAccountView)),
    'export.accounts': (payload) => {
      handed.push(payload)
      const { passphrase, accountIds } = payload
      return passphrase === 'right'
        ? success({ accounts: [ACME, STEAM].filter(({ id }) => accountIds.includes(id)) })
        : failure('wrong-passphrase', { triesLeft: 3, pauseSeconds: 30 })
    },
  })
  const read = await openZxing()
  const worker = playWorker((question) =>
    writeExport(question as ExportQuestion, {
      randomBytes: createCountingBytes('section'),
      randomId: () => crypto.randomUUID(),
      now: NOW,
      readQr: async (pixels) => (await read(pixels, 'plain')).map(({ text }) => text),
    }),
  )
  const page = mount(ExportSection, {
    props: { status, plainExportAt, accountIds: undefined as readonly string[] | undefined },
    attachTo: document.body,
    global: { plugins: [createPinia()] },
  })
  await flushPromises()
  return { page, background, worker, handed }
}

async function start(page: VueWrapper, format: string): Promise<void> {
  await page.find(byId(`export-as-${format}`)).setValue(true)
  await page.find('form').trigger('submit')
  await flushPromises()
}

/** The dialog stands in the page's top layer, outside of the section. */
async function confirm(passphrase: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>(byId('confirm-passphrase'))
  if (!field) throw new Error('nobody asks for the passphrase')
  field.value = passphrase
  field.dispatchEvent(new Event('input'))
  field.form?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

it.each(['en', 'id'] as const)('shows nothing of a locked vault, in %s', async (language) => {
  await setLanguage(language)
  const { page, background } = await open('locked', NOW)
  expect(background.asked).toEqual([])
  expect(page.find('form').exists()).toBe(false)
})

describe('a plain export', () => {
  it('is warned of, and asked for only with the passphrase', async () => {
    const { page, background, worker, handed } = await open()
    await start(page, 'google')
    expect(page.find(byId('export-warning')).text()).toContain('not encrypted')
    expect(background.asked).not.toContain('export.accounts')
    await confirm('wrong')
    expect(document.body.textContent).toContain('Wrong passphrase')
    expect(worker.questions).toEqual([])
    await confirm('right')
    await vi.waitFor(() => {
      expect(page.find(byId('export-made')).exists()).toBe(true)
    })
    expect(handed).toHaveLength(2)
    expect(page.findAll(byId('export-code'))).toHaveLength(1)
    expect(page.find(byId('export-left-out')).text()).toContain('Steam')
    await page.find(byId('export-close')).trigger('click')
    expect(page.html()).not.toContain('export-code')
  })

  it('is a sheet with the key of each account', async () => {
    const { page } = await open()
    await start(page, 'sheet')
    await confirm('right')
    await vi.waitFor(() => {
      expect(page.find(byId('export-sheet')).text()).toContain('JBSW Y3DP EHPK 3PXP')
    })
    expect(page.findAll(`${byId('export-sheet')} svg`)).toHaveLength(2)
  })

  it('goes with the lock', async () => {
    const { page } = await open()
    await start(page, 'sheet')
    await confirm('right')
    await vi.waitFor(() => {
      expect(page.find(byId('export-sheet')).exists()).toBe(true)
    })
    await page.setProps({ status: 'locked' })
    expect(page.text()).not.toContain('JBSW')
  })

  it('is remembered to the person', async () => {
    const { page } = await open('unlocked', NOW)
    expect(page.find(byId('export-last-plain')).text()).toContain('delete it')
  })
})

describe('the choice of accounts', () => {
  it('is all of them, and asks for those alone that are chosen', async () => {
    const { page, handed } = await open()
    expect(page.find(byId('export-chosen')).text()).toContain('2 of 2')
    await page.find(byId('export-account')).setValue(false)
    expect(page.find(byId('export-chosen')).text()).toContain('1 of 2')
    await start(page, 'sheet')
    await confirm('right')
    expect(handed).toMatchObject([{ accountIds: ['steam'], exportAs: 'sheet' }])
  })

  it('stands when the vault changes, and takes nothing along that came since', async () => {
    const { page, background } = await open()
    await page.setProps({ accountIds: [ACME.id, 'steam'] })
    await page.find(byId('export-account')).setValue(false)
    const later = makeAccount({ id: 'later', issuer: 'Later' })
    background.answers['accounts.list'] = () => success([ACME, STEAM, later].map(toAccountView))
    await background.announce('vault.changed')
    await flushPromises()
    const ticks = page.findAll<HTMLInputElement>(byId('export-account'))
    expect(ticks.map(({ element }) => element.checked)).toEqual([false, false, true])
    await page.setProps({ accountIds: ['later'] })
    expect(ticks.map(({ element }) => element.checked)).toEqual([false, true, false])
  })

  it('may not be empty', async () => {
    const { page, background } = await open()
    await page.find(byId('export-none')).trigger('click')
    await start(page, 'sheet')
    expect(page.find(byId('export-problem')).text()).toContain('at least one')
    expect(background.asked).not.toContain('export.accounts')
  })
})

it('takes no weak or missing password for an encrypted file', async () => {
  const { page } = await open()
  await start(page, 'aegis-sealed')
  expect(document.querySelector(byId('confirm-passphrase'))).toBeNull()
  expect(page.find(byId('export-password-error')).text()).not.toBe('')
})
