import type { FieldTraits } from './fieldTraits'
import { normalizeText } from './normalizeText'
import type { Channel, Evidence } from './readEvidence'
import type { FieldEvidence } from './scoreField'
import {
  ENDING,
  MAIL_ADDRESS,
  MASKED_ADDRESS,
  MASKED_NUMBER,
  PHONE_NUMBER,
  SENT,
} from './vocabulary/sent'

/** Which code a field wants: of an authenticator, delivered by a channel that is named or not, or any. */
export type CodeKind = 'authenticator' | Channel | 'sent' | 'any'

/** The closest word decides; the machine's names say it before a sentence of the page does. */
export function findKind(
  { label, near, form }: FieldTraits,
  texts: FieldEvidence,
  actions: Evidence,
): CodeKind {
  for (const text of [texts.label, texts.names, texts.near, texts.form, texts.page]) {
    if (text.authenticator !== undefined) return 'authenticator'
    if (text.channel !== undefined) return text.channel
  }
  const addressee = findAddressee(`${label}\n${near}\n${form}`)
  if (addressee) return addressee
  return [actions, texts.near, texts.form].some(({ again }) => again !== undefined) ? 'sent' : 'any'
}

/**
 * To whom the page says that it sent something. A whole address alone may be that of whoever signs in;
 * one that is masked, or told by its end, is where the code went.
 */
function findAddressee(text: string): CodeKind | undefined {
  const plain = normalizeText(text)
  if (MASKED_ADDRESS.test(text)) return 'email'
  if (MASKED_NUMBER.test(text) || ENDING.test(plain)) return 'sms'
  if (!SENT.test(plain)) return undefined
  if (text.search(MAIL_ADDRESS) >= 0) return 'email'
  return PHONE_NUMBER.test(text) ? 'sms' : undefined
}
