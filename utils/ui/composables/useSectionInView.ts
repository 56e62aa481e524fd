import { onMounted, onScopeDispose, shallowRef } from 'vue'

/** A section is read from where its top passed this part of the window. */
const READING_LINE = 0.3

/** Which of the page's sections is being read, by id: they come and go. */
export function useSectionInView(ids: readonly string[]) {
  const current = shallowRef<string>()

  function look(): void {
    const tops = ids.flatMap((id) => {
      const top = document.getElementById(id)?.getBoundingClientRect().top
      return top === undefined ? [] : [{ id, top }]
    })
    const line = innerHeight * READING_LINE
    const passed = tops.filter(({ top }) => top <= line).at(-1) ?? tops[0]
    // At the end of the page the last ones cannot come up to the line.
    const asked = tops.find(({ id, top }) => `#${id}` === location.hash && top < innerHeight)
    current.value = (isAtEnd() ? (asked ?? tops.at(-1)) : passed)?.id
  }

  const listening = new AbortController()
  const options = { passive: true, signal: listening.signal }
  for (const event of ['scroll', 'resize', 'hashchange']) addEventListener(event, look, options)
  // Sections that come, go or unfold change the height of the page.
  const growing = new ResizeObserver(look)
  onMounted(() => {
    look()
    growing.observe(document.body)
  })
  onScopeDispose(() => {
    listening.abort()
    growing.disconnect()
  })

  return current
}

function isAtEnd(): boolean {
  const { scrollHeight, clientHeight } = document.documentElement
  return scrollHeight > clientHeight && scrollY + clientHeight >= scrollHeight - 2
}
