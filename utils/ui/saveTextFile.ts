/** Hands a text to the browser as a download. */
export function saveTextFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by then; revoked at once, Firefox may find nothing.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 10_000)
}
