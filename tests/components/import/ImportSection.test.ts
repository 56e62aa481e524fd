// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import ImportSection from '@/components/import/ImportSection.vue'
import type { ImportAnswer, ImportQuestion } from '@/utils/core/import/answerImport'
import type { ImportedAccount } from '@/utils/core/import/importer'
import { failure, success } from '@/utils/core/result'
import type { Reply } from '@/utils/protocol/envelope'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { makeAccount } from '../../support/accounts'
import { playBackground } from '../../support/playBackground'
import { playWorker } from '../../support/playWorker'

const byId = (id: string) => `[data-testid=${id}]`
const { type, secret, algorithm, digits, periodSeconds, counter } = makeAccount()
const ACME: ImportedAccount = {
  ...{ type, secret, algorithm, digits, periodSeconds, counter },
  ...{ issuer: 'Acme', account: 'me', pinned: false, sites: [] },
}
const READ: ImportAnswer = {
  ...{ format: 'aegis', app: 'Aegis' },
  result: success({ entries: [{ ok: true, value: ACME, remarks: [] }] }),
}
const COUNT = { added: 1, replaced: 0 }

enableAutoUnmount(afterEach)
beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

/** The page once its files are as far as they are expected to come, by name. */
async function open(
  answer: (question: ImportQuestion) => Promise<ImportAnswer>,
  expected: Readonly<Record<string, string>>,
) {
  const background = playBackground({
    'import.compare': ({ accounts }) =>
      success({
        rows: accounts.map(() => ({ standing: 'new' as const })),
        ...{ sites: [], imitations: [], uncheckedSites: 0 },
      }),
    'import.commit': () => success(COUNT),
    'import.undo': () => success(null),
  })
  playWorker((question) => answer(question as ImportQuestion))
  const page = mount(ImportSection, {
    props: { status: 'unlocked' },
    attachTo: document.body,
    global: { plugins: [createPinia()] },
  })
  const picker = page.get<HTMLInputElement>('input[type=file]')
  const files = Object.keys(expected).map((name) => new File(['{}'], name))
  Object.defineProperty(picker.element, 'files', { value: files })
  await picker.trigger('change')
  await see(() => stateOf(page), Object.values(expected))
  await flushPromises()
  return { page, background }
}

/** Files are read in the browser's own time. */
async function see(read: () => unknown, expected: unknown): Promise<void> {
  await vi.waitFor(() => {
    expect(read()).toEqual(expected)
  })
}

async function give(page: VueWrapper, password: string): Promise<void> {
  await page.get(byId('import-password')).setValue(password)
  await page.get(`${byId('import-file')} form`).trigger('submit')
}

const never = () => new Promise<never>(() => undefined)
const stateOf = (page: VueWrapper) =>
  page.findAll(byId('import-file')).map((it) => it.attributes('data-state'))

describe('a file', () => {
  it('that takes its time says which one of how many it is, and can be stopped', async () => {
    const { page } = await open(never, { 'a.json': 'reading', 'b.json': 'waiting' })
    expect(page.get(byId('import-progress')).text()).toBe('Reading file 1 of 2')
    await page.get(byId('import-cancel')).trigger('click')
    await flushPromises()
    expect(page.find(byId('import-progress')).exists()).toBe(false)
    expect(stateOf(page)).toEqual(['failed', 'failed'])
    expect(page.get(byId('import-file-problem')).text()).toContain('Stopped')
  })

  it('behind a password asks for it, says when it is wrong, and that a key takes its time', async () => {
    const { page } = await open(
      ({ password }) => {
        if (password === 'right') return never()
        const code = password === undefined ? 'password-needed' : 'wrong-password'
        return Promise.resolve({ format: 'aegis', app: 'Aegis', result: failure(code) })
      },
      { 'a.json': 'password' },
    )
    expect(page.text()).toContain('Aegis encrypted this file.')
    expect(page.find('[role=alert]').exists()).toBe(false)
    await give(page, 'wrong')
    const wrong = expect.stringContaining('does not open this file') as string
    await see(() => page.find('[role=alert]').exists() && page.get('[role=alert]').text(), wrong)
    await give(page, 'right')
    await see(() => stateOf(page), ['reading'])
    expect(page.get(byId('import-progress')).text()).toContain('Unlocking a.json')
  })

  it('that cannot be read says why and holds up no other', async () => {
    const answers = [{ format: '', app: '', result: failure('file-unknown') } as const, READ]
    const { page } = await open(() => Promise.resolve(answers.shift() ?? READ), {
      a: 'failed',
      b: 'read',
    })
    expect(page.get(byId('import-file-problem')).text()).not.toBe('')
    expect(page.get(byId('import-new')).text()).toBe('1 new')
  })
})

describe('the import', () => {
  const openReview = () => open(() => Promise.resolve(READ), { 'a.json': 'read' })

  it('says that it is being written, and then what came of it', async () => {
    const { page, background } = await openReview()
    const { promise, resolve } = Promise.withResolvers<Reply<typeof COUNT>>()
    background.answers['import.commit'] = vi.fn(() => promise)
    await page.get(byId('import-commit')).trigger('click')
    await page.get(byId('import-commit')).trigger('click')
    expect(page.get(byId('import-commit')).attributes('aria-busy')).toBe('true')
    resolve(success(COUNT))
    await flushPromises()
    expect(background.answers['import.commit']).toHaveBeenCalledOnce()
    expect(page.get(byId('import-done')).text()).toContain('1 account imported.')
  })

  it('keeps what was read where it could not be written', async () => {
    const { page, background } = await openReview()
    background.answers['import.commit'] = () => failure('storage-full')
    await page.get(byId('import-commit')).trigger('click')
    await flushPromises()
    expect(page.get(byId('import-problem')).text()).toContain('no room left')
    expect(page.get(byId('import-new')).text()).toBe('1 new')
  })

  it('is taken back, and says that what was changed since stays', async () => {
    const { page } = await openReview()
    await page.get(byId('import-commit')).trigger('click')
    await flushPromises()
    await page.get(byId('import-undo')).trigger('click')
    await flushPromises()
    expect(page.get(byId('import-done')).text()).toContain('in other accounts since then stays')
    expect(page.find(byId('import-undo')).exists()).toBe(false)
  })
})
