import { frameRequest } from '../protocol/frameClient'
import type { FillAnswer } from '../protocol/requests'
import type { FillWay } from '../protocol/views'
import { showFilled } from './afterFill'
import type { FieldOffer } from './createFieldOffer'
import { isOccupied } from './fieldText'
import { appendCode, fillField } from './fillField'
import { isCodeField } from './findFields'
import { findBestTarget, type Target } from './findTargets'
import type { SiteHints } from './createSiteHints'
import { submitForm } from './submitForm'

/** Pulls the code that was approved for this document, and writes it. */
export function createFilling(offer: FieldOffer, hints: SiteHints) {
  let filled = new AbortController()

  /**
   * After a click in the menu, which counts only if the menu was seen; and the code goes into the very
   * fields for which it was opened. In doubt nothing is filled, and the popup goes on.
   */
  async function fillFromMenu(
    ticket: string,
    clickedAt: number,
    way?: FillWay,
  ): Promise<FillAnswer> {
    const chosen = offer.target()
    const areFieldsAsBefore = offer.fieldsWatch()
    if (!chosen || !offer.isSeen(clickedAt)) {
      offer.closeMenu()
      return 'unseen'
    }
    if (way === undefined && isOccupied(chosen.fields)) return 'occupied'
    const reply = await frameRequest('fill.code', { ticket })
    close()
    if (!areFieldsAsBefore()) return 'unseen'
    return reply?.ok ? write(chosen, reply.value, way) : 'failed'
  }

  /** The field is looked for again after each wait: a page may have drawn it anew. */
  async function fill(ticket: string, way?: FillWay): Promise<FillAnswer> {
    const usable = await findUsableTarget()
    // The menu stays, and says that there is no field.
    if (!usable) return 'no-field'
    if (way === undefined && isOccupied(usable.fields)) return 'occupied'
    const reply = await frameRequest('fill.code', { ticket })
    const chosen = await findUsableTarget()
    close()
    if (!chosen) return 'no-field'
    return reply?.ok ? write(chosen, reply.value, way) : 'failed'
  }

  async function findUsableTarget(): Promise<Target | undefined> {
    const target = offer.target()
    const isUsable = target?.fields.every((field) => field.isConnected && isCodeField(field))
    return isUsable ? target : findBestTarget(await hints.read())
  }

  async function write(
    { fields }: Target,
    { code, submits }: { code: string; submits?: true },
    way: FillWay | undefined,
  ): Promise<FillAnswer> {
    const [field] = fields
    const isAppended = way === 'append' && fields.length === 1 && field !== undefined
    const isWritten = isAppended
      ? await appendCode(field, code)
      : await fillField(fields, code, () => findBestTarget(hints.known())?.fields)
    if (!isWritten) return 'failed'
    filled.abort()
    filled = new AbortController()
    showFilled(fields, () => void frameRequest('fill.reject', {}), filled.signal)
    if (submits && !isAppended) void submitForm(fields, code)
    return 'filled'
  }

  /** Takes everything of ours off the page, and what was filled is spoken of no more. */
  function close(): void {
    offer.close()
    filled.abort()
  }

  return { fillFromMenu, fill, close }
}
