import { createLexicon } from '../detect/createLexicon'
import { normalizeText } from '../detect/normalizeText'
import { CHANNELS } from '../detect/vocabulary/channels'
import { LOOKALIKES } from '../detect/vocabulary/lookalikes'
import { AUTHENTICATOR, CODE } from '../detect/vocabulary/meanings'
import type { OtherKind } from './findings'
import { SENT } from './vocabulary/sent'

const findTerms = createLexicon({
  ...CHANNELS,
  recovery: LOOKALIKES.recovery,
  hardware: SENT.hardware,
  authenticator: AUTHENTICATOR,
  code: CODE,
  sent: SENT.sent,
})
type Meaning = ReturnType<typeof findTerms>[number]['meaning']

const DELIVERED: readonly OtherKind[] = ['whatsapp', 'telegram', 'sms', 'email', 'voice', 'push']

/**
 * Which other code the visible text of a page asks for. A line counts when it speaks of a code and of
 * its way in one breath; a page that speaks of an authenticator's code anywhere asks for that as well.
 */
export function readPageKind(text: string): OtherKind | undefined {
  const lines = text
    .split('\n')
    .map((line) => new Set<Meaning>(findTerms(normalizeText(line)).map(({ meaning }) => meaning)))
  if (lines.some((said) => said.has('authenticator'))) return undefined
  const asking = lines.filter((said) => said.has('code'))
  const delivered = asking.filter((said) => said.has('sent'))
  const kind = DELIVERED.find((channel) => delivered.some((said) => said.has(channel)))
  if (kind) return kind
  return (['recovery', 'hardware'] as const).find((other) => asking.some((said) => said.has(other)))
}
