/** Hands a text to the browser as a download. `type` decides whether it may change the name's end. */
export function saveTextFile(name: string, text: string, type = 'text/plain'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by then; revoked at once, Firefox may find nothing.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 10_000)
}
