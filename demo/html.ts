/** Markup that may be sent as it is. Only this file makes it. */
export interface Html {
  readonly markup: string
}

export type Slot = Html | readonly Html[] | string | number

/** Text in a slot is escaped, so a page cannot be built from unescaped input by accident. */
export function html(strings: TemplateStringsArray, ...slots: readonly Slot[]): Html {
  const parts = strings.map((text, index) => {
    const slot = slots[index]
    return slot === undefined ? text : text + renderSlot(slot)
  })
  return { markup: parts.join('') }
}

/** For our own style sheets, scripts and drawings; never for anything a visitor sent. */
export function trustMarkup(markup: string): Html {
  return { markup }
}

export const NOTHING: Html = { markup: '' }

function renderSlot(slot: Slot): string {
  if (typeof slot === 'string' || typeof slot === 'number') return escapeText(String(slot))
  if ('markup' in slot) return slot.markup
  return slot.map((part) => part.markup).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)
}
