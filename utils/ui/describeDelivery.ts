import { errorMessage } from './i18n/errorMessage'
import { t } from './i18n/i18n'
import type { MessageKey } from './i18n/messages/en'

/** How the code that a page asks for reaches the person, who will not find it in the vault. */
export function describeDelivery(kind: unknown): string {
  const key = Object.entries(SENT).find(([name]) => name === kind)?.[1]
  return key ? t(key) : errorMessage('code-delivered')
}

const SENT = {
  sms: 'sent.sms',
  email: 'sent.email',
  whatsapp: 'sent.whatsapp',
  telegram: 'sent.telegram',
  voice: 'sent.voice',
  push: 'sent.push',
  recovery: 'sent.recovery',
} as const satisfies Record<string, MessageKey>
