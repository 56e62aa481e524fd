import { NO_HINTS, type FieldHints } from '../core/detect/fieldHint'
import { frameRequest } from '../protocol/frameClient'

/** What the person said about the fields of this site, as far as this frame knows it. */
export function createSiteHints() {
  let hints: FieldHints | undefined

  /** Asked once it is needed, and again while the vault does not tell because it is locked. */
  async function read(): Promise<FieldHints> {
    if (hints) return hints
    const reply = await frameRequest('fill.hints', {})
    if (reply?.ok && (reply.value.field || reply.value.never.length > 0)) hints = reply.value
    return hints ?? NO_HINTS
  }

  return {
    read,
    known: () => hints,
    accept: (told: FieldHints) => {
      hints = told
    },
  }
}

export type SiteHints = ReturnType<typeof createSiteHints>
