import { shallowRef } from 'vue'
import { t } from '../i18n/i18n'
import { saveTextFile } from '../saveTextFile'

const FILE_NAME = 'sandi-recovery-code.txt'

/** The ways in which a recovery code leaves the screen for a safer place. */
export function useRecoveryCode(code: () => string) {
  const done = shallowRef<'copied' | 'saved' | 'copyFailed'>()

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(code())
      done.value = 'copied'
    } catch {
      done.value = 'copyFailed' // the page has no focus
    }
  }

  function save(): void {
    saveTextFile(FILE_NAME, `${t('recovery.label')}\n\n${code()}\n\n${t('recovery.explain')}\n`)
    done.value = 'saved'
  }

  function print(): void {
    done.value = undefined
    window.print()
  }

  return { done, copy, save, print }
}
