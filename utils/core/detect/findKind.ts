import type { FieldTraits } from './fieldTraits'
import type { Channel } from './readEvidence'
import type { FieldEvidence } from './scoreField'

/** Which code a field wants: of an authenticator, delivered by a channel, or none named. */
export type CodeKind = 'authenticator' | Channel | 'any'

/** The closest word decides; the machine's names say it before a sentence of the page does. */
export function findKind(_traits: FieldTraits, texts: FieldEvidence): CodeKind {
  for (const text of [texts.label, texts.names, texts.near, texts.form, texts.page]) {
    if (text.authenticator !== undefined) return 'authenticator'
    if (text.channel !== undefined) return text.channel
  }
  return 'any'
}
