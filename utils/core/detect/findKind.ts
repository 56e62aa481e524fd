import type { FieldTraits } from './fieldTraits'
import { normalizeText } from './normalizeText'
import type { Channel } from './readEvidence'
import type { FieldEvidence } from './scoreField'
import { MAIL_ADDRESS, PHONE_NUMBER, SENT } from './vocabulary/sent'

/** Which code a field wants: of an authenticator, delivered by a channel, or none named. */
export type CodeKind = 'authenticator' | Channel | 'any'

/** The closest word decides; the machine's names say it before a sentence of the page does. */
export function findKind({ near, form }: FieldTraits, texts: FieldEvidence): CodeKind {
  for (const text of [texts.label, texts.names, texts.near, texts.form, texts.page]) {
    if (text.authenticator !== undefined) return 'authenticator'
    if (text.channel !== undefined) return text.channel
  }
  return findAddressee(`${near}\n${form}`) ?? 'any'
}

/** To whom the page says that it sent something. An address alone may be that of whoever signs in. */
function findAddressee(text: string): CodeKind | undefined {
  if (!SENT.test(normalizeText(text))) return undefined
  if (text.search(MAIL_ADDRESS) >= 0) return 'email'
  return PHONE_NUMBER.test(text) ? 'sms' : undefined
}
