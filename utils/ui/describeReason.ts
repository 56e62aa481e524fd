import type { SnapshotView } from '../protocol/views'
import { t } from './i18n/i18n'
import type { MessageKey } from './i18n/messages/en'

const REASONS = {
  daily: 'snapshots.daily',
  import: 'snapshots.import',
  restore: 'snapshots.beforeRestore',
  'mass-delete': 'snapshots.massDelete',
  passphrase: 'snapshots.passphrase',
  update: 'snapshots.update',
} as const satisfies Record<SnapshotView['reason'], MessageKey>

/** Why a snapshot was taken, and how much it holds where that is known. */
export function describeReason({ reason, accounts }: SnapshotView): string {
  return accounts === undefined
    ? t(REASONS[reason])
    : `${t(REASONS[reason])} · ${t('list.allCount', { count: accounts })}`
}
