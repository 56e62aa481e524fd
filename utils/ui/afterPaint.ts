/** Runs what can wait when what is on the page now has been painted. */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work))
}
