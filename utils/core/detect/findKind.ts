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
  readSent: (text: string) => Sent,
): CodeKind {
  for (const text of [texts.label, texts.names, texts.near, texts.form, texts.page]) {
    if (text.authenticator !== undefined) return 'authenticator'
    if (text.channel !== undefined) return text.channel
  }
  const sent = findAddressee([label, near, form].map(readSent))
  if (sent) return sent
  return [actions, texts.near, texts.form].some(({ again }) => again !== undefined) ? 'sent' : 'any'
}

/** What a text says of something that went out, and to whom. */
interface Sent {
  readonly isSent: boolean
  readonly hasAddress: boolean
  readonly hasNumber: boolean
  readonly isMaskedAddress: boolean
  readonly isMaskedNumber: boolean
}

/** Equal texts, as that of the form around many fields, are read once. */
export function createSentReader(): (text: string) => Sent {
  const known = new Map<string, Sent>()
  return (text) => {
    const sent = known.get(text) ?? readSent(text)
    known.set(text, sent)
    return sent
  }
}

function readSent(text: string): Sent {
  const plain = normalizeText(text)
  return {
    isSent: SENT.test(plain),
    hasAddress: text.search(MAIL_ADDRESS) >= 0,
    hasNumber: PHONE_NUMBER.test(text),
    isMaskedAddress: MASKED_ADDRESS.test(text),
    isMaskedNumber: MASKED_NUMBER.test(text) || ENDING.test(plain),
  }
}

/**
 * To whom the page says that it sent something. A whole address alone may be that of whoever signs in;
 * one that is masked, or told by its end, is where the code went.
 */
function findAddressee(texts: readonly Sent[]): CodeKind | undefined {
  if (texts.some(({ isMaskedAddress }) => isMaskedAddress)) return 'email'
  if (texts.some(({ isMaskedNumber }) => isMaskedNumber)) return 'sms'
  if (!texts.some(({ isSent }) => isSent)) return undefined
  if (texts.some(({ hasAddress }) => hasAddress)) return 'email'
  return texts.some(({ hasNumber }) => hasNumber) ? 'sms' : undefined
}
