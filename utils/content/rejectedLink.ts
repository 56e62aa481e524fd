import { frameMessage } from '../platform/frame'
import type { Field } from './findFields'
import { floatBeside, type Floating, type Spot } from './floatBeside'
import { style } from './hostRules'
import { createElement } from './plainDom'

const GAP = 4

/** "Not accepted?" for those whose code was refused, at a place where nothing of the page is covered. */
export function showRejectedLink(field: Field, onClick: () => void): Floating {
  const content = createElement('span')
  content.textContent = frameMessage('notAccepted')
  style(content, LOOK)
  const float = floatBeside({
    field,
    content,
    place: (isFree) => spotsAround(field, content).find(isFree),
    onClick: () => {
      float.close()
      onClick()
    },
    onLost: () => undefined,
  })
  return float
}

/** At the end of the field, above it or below it. */
function spotsAround(field: Field, content: HTMLElement): readonly Spot[] {
  const { left, right, top, bottom } = field.getBoundingClientRect()
  const { width, height } = content.getBoundingClientRect()
  const isRtl = getComputedStyle(field).direction === 'rtl'
  const x = Math.round(Math.max(0, isRtl ? left : right - width))
  return [
    { left: x, top: Math.round(top - height - GAP) },
    { left: x, top: Math.round(bottom + GAP) },
  ]
}

const LOOK: Readonly<Record<string, string>> = {
  display: 'block',
  padding: '3px 10px',
  border: '1px solid #8a9a98',
  'border-radius': '12px',
  background: '#ffffff',
  color: '#0b5f58',
  font: '600 12px/16px system-ui, sans-serif',
  'white-space': 'nowrap',
  cursor: 'pointer',
}
