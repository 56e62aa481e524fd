/**
 * Runs in the page, sent there as text: it may use nothing from outside its own body.
 * One digit a box, as the common widgets do it; only the hidden field is submitted.
 */
export function joinBoxes(group: HTMLElement): void {
  const boxes = [...group.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')]
  const hidden = group.querySelector<HTMLInputElement>('input[type=hidden]')

  boxes.forEach((box, index) => {
    box.addEventListener('input', () => {
      const digits = box.value.replace(/\D/g, '')
      box.value = digits.slice(0, 1)
      if (digits.length > 1) spread(digits, index)
      else if (digits !== '') boxes[index + 1]?.focus()
    })
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Backspace' && box.value === '') clearBefore(event, index)
      if (event.key === 'ArrowLeft') boxes[index - 1]?.focus()
      if (event.key === 'ArrowRight') boxes[index + 1]?.focus()
    })
    box.addEventListener('paste', (event) => {
      event.preventDefault()
      spread((event.clipboardData?.getData('text') ?? '').replace(/\D/g, ''), index)
    })
    box.addEventListener('focus', () => {
      box.select()
    })
  })

  group.closest('form')?.addEventListener('submit', () => {
    if (hidden) hidden.value = boxes.map((box) => box.value).join('')
  })

  function spread(digits: string, from: number): void {
    const reached = boxes.slice(from, from + digits.length)
    reached.forEach((box, offset) => {
      box.value = digits.charAt(offset)
    })
    const next = boxes[from + reached.length] ?? reached.at(-1)
    next?.focus()
  }

  function clearBefore(event: KeyboardEvent, index: number): void {
    const previous = boxes[index - 1]
    if (!previous) return
    event.preventDefault()
    previous.value = ''
    previous.focus()
  }
}
