import type { Field } from './findFields'
import type { Floating } from './floatBeside'
import { showIcon } from './fieldIcon'
import { showRejectedLink } from './rejectedLink'

const DONE_MS = 1500
const LINK_MS = 20_000

/** Says that the field was filled, then for a while where to go when the code is not accepted. */
export function showFilled(
  fields: readonly Field[],
  onRejected: () => void,
  signal: AbortSignal,
): void {
  const timers: ReturnType<typeof setTimeout>[] = []
  let shown: Floating | undefined
  // Pages that go on at once take their fields away.
  const field = fields.at(-1)
  if (!field?.isConnected) return
  shown = showIcon(fields, 'done', { onClick: () => undefined, onLost: end })
  timers.push(
    setTimeout(() => {
      shown?.close()
      shown = field.isConnected ? showRejectedLink(field, onRejected) : undefined
    }, DONE_MS),
    setTimeout(end, DONE_MS + LINK_MS),
  )
  signal.addEventListener('abort', end)

  function end(): void {
    timers.forEach(clearTimeout)
    shown?.close()
    shown = undefined
  }
}
