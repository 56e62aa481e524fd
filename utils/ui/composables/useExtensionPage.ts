import { computed, onScopeDispose, shallowRef, watchEffect } from 'vue'
import { onPageEvent, request } from '../../protocol/pageClient'
import type { Reply } from '../../protocol/envelope'
import type { AppState, VaultStatus } from '../../protocol/views'
import type { Settings } from '../../protocol/settings'
import { applySettings } from '../applySettings'
import { errorMessage } from '../i18n/errorMessage'
import { t } from '../i18n/i18n'
import type { MessageKey } from '../i18n/messages/en'

export type PageSettings = Settings
export type PageStatus = VaultStatus
export type PageBackup = NonNullable<AppState['backup']>
type PageStorage = Partial<Pick<AppState, 'damage' | 'backup' | 'plainExportAt' | 'accounts'>>

/** What the pages in a tab share: the vault's status, the settings and their effect on the page. */
export function useExtensionPage(title: MessageKey) {
  const status = shallowRef<VaultStatus>()
  const settings = shallowRef<Settings>()
  const isRecoveryConfirmed = shallowRef<boolean>()
  const storage = shallowRef<PageStorage>({})
  const problem = shallowRef('')

  async function load(isFollowing = false): Promise<void> {
    const reply = await request('app.load', isFollowing ? { isFollowing } : {})
    problem.value = reply.ok ? '' : errorMessage(reply.code, reply.detail)
    if (!reply.ok) return
    status.value = reply.value.status
    isRecoveryConfirmed.value = reply.value.isRecoveryConfirmed
    storage.value = reply.value
    await accept(reply.value.settings)
  }

  /** The answer; `passphrase-needed` when the change weakens the lock and has to carry it. */
  async function change(part: Partial<Settings>, passphrase?: string): Promise<Reply<Settings>> {
    const proof = passphrase === undefined ? {} : { passphrase }
    const reply = await request('settings.update', { ...part, ...proof })
    const isQuestion = passphrase !== undefined || (!reply.ok && reply.code === 'passphrase-needed')
    if (reply.ok) await accept(reply.value)
    else if (!isQuestion) problem.value = errorMessage(reply.code, reply.detail)
    return reply
  }

  async function lock(): Promise<void> {
    const reply = await request('vault.lock', {})
    if (!reply.ok) problem.value = errorMessage(reply.code, reply.detail)
  }

  async function accept(next: Settings): Promise<void> {
    await applySettings(next)
    settings.value = next
  }

  watchEffect(() => {
    document.title = t(title)
  })
  const stopListening = onPageEvent((event) => {
    // At once, before the background is asked: nothing secret waits on a page for an answer.
    if (event === 'vault.locked' && status.value) status.value = 'locked'
    void load(true)
  })
  onScopeDispose(stopListening)
  const loaded = load()

  return {
    status: computed(() => status.value),
    settings: computed(() => settings.value),
    /** Absent while the vault is locked. */
    isRecoveryConfirmed: computed(() => isRecoveryConfirmed.value),
    /** Why the vault cannot be read. */
    damage: computed(() => storage.value.damage),
    /** Absent while the vault is locked. */
    backup: computed(() => storage.value.backup),
    hasAccounts: computed(() => (storage.value.accounts ?? []).length > 0),
    plainExportAt: computed(() => storage.value.plainExportAt),
    problem: computed(() => problem.value),
    loaded,
    change,
    lock,
  }
}
