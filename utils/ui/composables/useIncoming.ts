import { onScopeDispose, readonly, shallowRef } from 'vue'

interface IncomingOptions {
  readonly onText: (text: string) => void
  readonly onImages: (files: readonly File[]) => void
  readonly target?: Window
}

/** Links and pictures that are pasted or dropped anywhere on the page. */
export function useIncoming({ onText, onImages, target = window }: IncomingOptions) {
  const isDropping = shallowRef(false)
  const end = new AbortController()
  const { signal } = end

  target.addEventListener(
    'paste',
    (event) => {
      if (take(event.clipboardData, event.target)) event.preventDefault()
    },
    { signal },
  )
  target.addEventListener(
    'dragover',
    (event) => {
      event.preventDefault() // or the browser would open what is dropped
      isDropping.value = true
    },
    { signal },
  )
  target.addEventListener(
    'dragleave',
    (event) => {
      if (event.relatedTarget === null) isDropping.value = false
    },
    { signal },
  )
  target.addEventListener(
    'drop',
    (event) => {
      event.preventDefault()
      isDropping.value = false
      take(event.dataTransfer, null)
    },
    { signal },
  )
  onScopeDispose(() => {
    end.abort()
  })

  function take(data: DataTransfer | null, field: EventTarget | null): boolean {
    const files = [...(data?.files ?? [])]
    const text = data?.getData('text/plain') ?? ''
    if (files.length > 0) onImages(files)
    else if (text.trim() !== '' && !belongsTo(field, text)) onText(text)
    else return false
    return true
  }

  return { isDropping: readonly(isDropping) }
}

const SETUP_LINK = /^\s*otpauth(?:-migration)?:\/\//iu

/** Text that is pasted into a field belongs to the field; but a setup link is nothing to search for. */
function belongsTo(target: EventTarget | null, text: string): boolean {
  if (!(target instanceof HTMLElement) || !target.matches('input, textarea')) return false
  return !(target.inputMode === 'search' && SETUP_LINK.test(text))
}
