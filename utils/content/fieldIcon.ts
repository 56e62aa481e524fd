import { frameMessage } from '../platform/frame'
import { drawnBoxes } from './drawnBoxes'
import type { Field } from './findFields'
import { floatBeside, type Floating, type Spot } from './floatBeside'
import { style } from './hostRules'
import { createElement } from './plainDom'

const MAX_SIZE = 20
const MIN_SIZE = 12
const MIN_FIELD_WIDTH = 60
const GAP = 6
/** How far it may be moved inwards, past what the page has there. */
const STEPS = 4
const MIN_OPACITY = 0.5
/** Number fields draw their arrows at the end. */
const SPINNER_WIDTH = 18

type Shape = readonly [name: string, attributes: Readonly<Record<string, string>>]

/** The brand's mark at its smallest, and the same in green with a tick. */
const MARK: readonly Shape[] = [
  ['rect', { width: '16', height: '16', rx: '4', fill: '#0b6570' }],
  [
    'path',
    {
      d: 'M8 2.6A5.4 5.4 0 1 1 3.32 5.3',
      fill: 'none',
      stroke: '#fff',
      'stroke-width': '1.6',
      'stroke-linecap': 'round',
    },
  ],
  ['circle', { cx: '5.9', cy: '8', r: '1.1', fill: '#fff' }],
  ['rect', { x: '8.7', y: '5.9', width: '1.7', height: '4.2', rx: '.85', fill: '#f3ba54' }],
]
const DONE: readonly Shape[] = [
  ['rect', { width: '16', height: '16', rx: '4', fill: '#15803d' }],
  [
    'path',
    {
      d: 'm4.2 8.4 2.6 2.6 5-5.6',
      fill: 'none',
      stroke: '#fff',
      'stroke-width': '1.8',
      'stroke-linecap': 'round',
    },
  ],
]

/**
 * The offer's mark at the end of a code field. The page can see that an element appears, so this is
 * drawn only after the person entered the field, where an offer is made (docs/adr/0023).
 */
export function showIcon(
  fields: readonly Field[],
  kind: 'offer' | 'done',
  { onClick, onLost }: { onClick: () => void; onLost: () => void },
): Floating | undefined {
  const field = fields.at(-1)
  if (!field) return undefined
  const size = Math.floor(Math.min(MAX_SIZE, field.getBoundingClientRect().height - 4))
  if (size < MIN_SIZE) return undefined
  return floatBeside({
    field,
    content: draw(kind === 'done' ? DONE : MARK, size),
    place: (isFree) => findSpot(fields, field, size, isFree),
    onClick,
    onLost,
  })
}

/** Inside a field that is wide enough; after the last of a row of boxes, and of fields that are not seen. */
function findSpot(
  fields: readonly Field[],
  field: Field,
  size: number,
  isFree: (spot: Spot) => boolean,
): Spot | undefined {
  const { left, right, top, width, height } = field.getBoundingClientRect()
  const look = getComputedStyle(field)
  const isRtl = look.direction === 'rtl'
  const drawn = drawnBoxes(field).at(-1)
  const isBeside = fields.length > 1 || drawn !== undefined || Number(look.opacity) < MIN_OPACITY
  if (!isBeside && width < MIN_FIELD_WIDTH) return undefined
  const row = fields[0]?.getBoundingClientRect() ?? { left, right }
  const spinner = field instanceof HTMLInputElement && field.type === 'number' ? SPINNER_WIDTH : 0
  const start = isBeside
    ? (drawn?.getBoundingClientRect().right ?? Math.max(right, row.right)) + GAP
    : isRtl
      ? left + GAP + spinner
      : right - GAP - spinner - size
  const inwards = isRtl ? size + 2 : -(size + 2)
  const y = Math.round(top + (height - size) / 2)
  const steps = isBeside ? 1 : STEPS
  return Array.from({ length: steps }, (_, step) => ({
    left: Math.round(start + step * inwards),
    top: y,
  })).find((spot) => spot.left >= (isBeside ? 0 : left) && isFree(spot))
}

function draw(shapes: readonly Shape[], size: number): HTMLElement {
  const box = createElement('span')
  box.title = frameMessage('iconTitle')
  const length = `${String(size)}px`
  style(box, { display: 'block', width: length, height: length, cursor: 'pointer' })
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('aria-hidden', 'true')
  style(svg, { display: 'block', width: length, height: length })
  for (const [name, attributes] of shapes) {
    const shape = document.createElementNS(SVG, name)
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value)
    svg.append(shape)
  }
  box.append(svg)
  return box
}

const SVG = 'http://www.w3.org/2000/svg'
