// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import RecoverySetup from '@/components/vault/RecoverySetup.vue'
import { failure, success } from '@/utils/core/result'
import { setLanguage } from '@/utils/ui/i18n/i18n'
import { playBackground } from '../../support/playBackground'

const CODE = 'K7Q0-WM01-1001-ABC0-E1GH-J0MN-P1RS-T0WX-*'

const byId = (id: string) => `[data-testid=${id}]`

enableAutoUnmount(afterEach)

beforeEach(async () => {
  fakeBrowser.reset()
  await setLanguage('en')
})

afterEach(() => {
  vi.restoreAllMocks()
})

it('asks for nothing before the code is said to be stored', async () => {
  const { view, asked } = open()
  expect(view.find(byId('recovery-confirm-1')).exists()).toBe(false)
  await submit(view)
  expect(view.get(byId('recovery-error')).text()).toContain('Tick the box')
  expect(asked).toEqual([])
})

it('covers the code while it asks for it', async () => {
  const { view } = open()
  expect(view.get(byId('recovery-code')).attributes('aria-hidden')).toBeUndefined()
  await view.get(byId('recovery-stored')).setValue(true)
  expect(view.get(byId('recovery-code')).attributes('aria-hidden')).toBe('true')
})

it.each([
  ['as it stands', (group: string) => group],
  [
    'in small letters with spaces',
    (group: string) => ` ${group.toLowerCase().split('').join(' ')}`,
  ],
  ['with O for 0', (group: string) => group.replaceAll('0', 'o')],
  ['with L and I for 1', (group: string) => group.replace('1', 'l').replaceAll('1', 'I')],
])('takes the groups %s', async (_name, write) => {
  const { view, asked } = open()
  await view.get(byId('recovery-stored')).setValue(true)
  await answer(view, write)
  expect(asked).toEqual(['vault.confirmRecovery'])
  expect(view.emitted('confirmed')).toHaveLength(1)
})

it('asks for two different groups, never for the check character', async () => {
  for (let bytes = 0; bytes < 256; bytes += 7) {
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      if (array instanceof Uint8Array) array.set([bytes, 255 - bytes])
      return array
    })
    const { view } = open()
    await view.get(byId('recovery-stored')).setValue(true)
    const [first = 0, second = 0] = numbersOf(view)
    expect(first).toBeLessThan(second)
    expect(second).toBeLessThanOrEqual(8)
    view.unmount()
  }
})

it('names the group that is wrong and goes to it', async () => {
  const { view, asked } = open()
  await view.get(byId('recovery-stored')).setValue(true)
  const [, second = 0] = numbersOf(view)
  await answer(view, (group, index) => (index === 1 ? 'ZZZZ' : group))
  const errors = view.findAll(byId('recovery-error'))
  expect(errors).toHaveLength(1)
  expect(errors[0]?.text()).toContain(`Group ${String(second)} is different`)
  expect(document.activeElement).toBe(view.get(byId('recovery-confirm-2')).element)
  expect(asked).toEqual([])
})

it('says why the background did not note it', async () => {
  const { view, answers } = open()
  answers['vault.confirmRecovery'] = () => failure('locked')
  await view.get(byId('recovery-stored')).setValue(true)
  await answer(view, (group) => group)
  expect(view.get(byId('recovery-error')).text()).toContain('The vault is locked.')
  expect(view.emitted('confirmed')).toBeUndefined()
})

it('warns beside the way out that skips it', async () => {
  const { view } = open()
  const skip = view.get(byId('recovery-skip'))
  const warning = document.getElementById(skip.attributes('aria-describedby') ?? '')
  expect(warning?.textContent).toContain('Without the code')
  await skip.trigger('click')
  expect(view.emitted('skipped')).toHaveLength(1)
})

it('copies the whole code and says so', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const { view } = open()
  await view.get(byId('recovery-copy')).trigger('click')
  await flushPromises()
  expect(write).toHaveBeenCalledExactlyOnceWith(CODE)
  expect(view.get(byId('recovery-done')).text()).toBe('Recovery code copied')
})

it('saves the code with a sentence in the language of the person', async () => {
  await setLanguage('id')
  const blobs: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob)
    return 'blob:code'
  })
  const names: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download)
  })
  const { view } = open()
  await view.get(byId('recovery-save')).trigger('click')
  expect(names).toEqual(['sandi-recovery-code.txt'])
  const text = await blobs[0]?.text()
  expect(text).toContain(CODE)
  expect(text).toContain('Kode ini membuka brankas')
})

it('prints', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  const { view } = open()
  await view.get(byId('recovery-print')).trigger('click')
  expect(print).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

function open() {
  const background = playBackground({ 'vault.confirmRecovery': () => success(null) })
  const view = mount(RecoverySetup, { props: { code: CODE }, attachTo: document.body })
  return { view, ...background }
}

function numbersOf(view: VueWrapper): number[] {
  return view.findAll('.groups label').map((label) => Number(label.text().replace('Group ', '')))
}

async function answer(
  view: VueWrapper,
  write: (group: string, index: number) => string,
): Promise<void> {
  for (const [index, number] of numbersOf(view).entries()) {
    const group = CODE.split('-')[number - 1] ?? ''
    await view.get(byId(`recovery-confirm-${String(index + 1)}`)).setValue(write(group, index))
  }
  await submit(view)
}

async function submit(view: VueWrapper): Promise<void> {
  await view.get('form').trigger('submit')
  await flushPromises()
}
