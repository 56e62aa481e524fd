import type { Reply } from '../../protocol/envelope'
import { request } from '../../protocol/pageClient'
import { t } from '../i18n/i18n'
import { saveTextFile } from '../saveTextFile'
import { useToasts } from '../stores/useToasts'

const FILE_NAME = 'sandi-unreadable.json'

/** What can be done about entries of the vault that could not be read as accounts. */
export function useUnreadable() {
  const toasts = useToasts()

  /** For the form that asks for the passphrase: secrets may stand in the file. */
  async function save(passphrase: string): Promise<Reply<unknown>> {
    const reply = await request('unreadable.read', { passphrase })
    if (!reply.ok) return reply
    saveTextFile(FILE_NAME, reply.value.text, 'application/json')
    toasts.show({ text: t('unreadable.saved') })
    return reply
  }

  async function remove(): Promise<void> {
    const reply = await request('unreadable.remove', {})
    if (!reply.ok) toasts.fail(reply)
  }

  return { save, remove }
}
