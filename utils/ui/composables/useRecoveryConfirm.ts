import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { randomBytes } from '../../platform/entropy'
import { request } from '../../protocol/pageClient'
import { errorMessage } from '../i18n/errorMessage'
import { t } from '../i18n/i18n'
import type { MessageKey } from '../i18n/messages/en'

interface ConfirmOptions {
  readonly code: string
  readonly onConfirmed: () => void
}

interface AskedGroup {
  /** Counted from 1, as the groups are numbered on the screen. */
  readonly number: number
  readonly expected: string
  text: string
  refusal: MessageKey | undefined
}

/** Two groups of the code, typed from where it was stored, show that it can be read there. */
export function useRecoveryConfirm({ code, onConfirmed }: ConfirmOptions) {
  const isStored = ref(false)
  const isBusy = ref(false)
  const groups = reactive(askTwo(code))
  const problem = shallowRef<() => string>()

  async function submit(): Promise<void> {
    if (isBusy.value || !check()) return
    isBusy.value = true
    const reply = await request('vault.confirmRecovery', {})
    isBusy.value = false
    if (reply.ok) onConfirmed()
    else problem.value = () => errorMessage(reply.code, reply.detail)
  }

  function check(): boolean {
    problem.value = isStored.value ? undefined : () => t('recovery.storedMissing')
    if (!isStored.value) return false
    for (const group of groups) group.refusal = refuse(group)
    return groups.every(({ refusal }) => refusal === undefined)
  }

  watch(isStored, () => {
    problem.value = undefined
    for (const group of groups) group.refusal = undefined
  })

  const asked = computed(() =>
    groups.map(({ number, refusal }) => ({
      number,
      label: t('recovery.group', { number }),
      error: refusal && t(refusal, { number }),
    })),
  )

  return { isStored, isBusy, groups, asked, problem: computed(() => problem.value?.()), submit }
}

function askTwo(code: string): AskedGroup[] {
  // The last group is the check character alone; it says little about the rest.
  const groups = code.split('-').slice(0, -1)
  const [one = 0, two = 0] = randomBytes(2)
  const first = one % groups.length
  const second = (first + 1 + (two % (groups.length - 1))) % groups.length
  return [first, second]
    .sort((a, b) => a - b)
    .map((at) => ({ number: at + 1, expected: groups[at] ?? '', text: '', refusal: undefined }))
}

function refuse({ text, expected }: AskedGroup): MessageKey | undefined {
  const typed = tidy(text)
  if (typed === '') return 'recovery.groupEmpty'
  return typed === tidy(expected) ? undefined : 'recovery.groupWrong'
}

/** As forgiving as the recovery itself: case, spaces, O for 0, I or L for 1. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1')
}
