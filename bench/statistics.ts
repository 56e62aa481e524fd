/** The value below which the given fraction (0–1) of the values lies. */
export function percentile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const index = Math.min(sorted.length - 1, Math.ceil(fraction * sorted.length) - 1)
  return round(sorted[Math.max(0, index)] ?? Number.NaN)
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}
