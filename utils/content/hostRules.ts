/**
 * How an element of ours stands in somebody else's page. These rules stand in its closed root: an
 * important rule of the inner tree outranks every rule, inline style and animation that the page can put
 * on the host.
 */
export const HOST_RULES: Readonly<Record<string, string>> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  opacity: '1',
  visibility: 'visible',
  filter: 'none',
  transform: 'none',
  translate: 'none',
  scale: 'none',
  rotate: 'none',
  'clip-path': 'none',
  mask: 'none',
  'mix-blend-mode': 'normal',
  'pointer-events': 'auto',
  'color-scheme': 'light dark',
  'z-index': '2147483647',
}

export function toPixels(
  place: Readonly<Record<'left' | 'top' | 'width' | 'height', number>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(place).map(([property, length]) => [property, `${String(length)}px`]),
  )
}

export function toHostCss(rules: Readonly<Record<string, string>>): string {
  const lines = Object.entries(rules).map(
    ([property, value]) => `${property}: ${value} !important;`,
  )
  return `:host { ${lines.join(' ')} } :host::before, :host::after { content: none !important; }`
}

export function style(element: HTMLElement | SVGElement, rules: Readonly<Record<string, string>>) {
  for (const [property, value] of Object.entries(rules)) {
    element.style.setProperty(property, value, 'important')
  }
}
