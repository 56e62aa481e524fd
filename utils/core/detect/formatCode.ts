const SEPARATORS = ['', ' ', '-', '–', '.']

/**
 * The code as a field's `pattern` wants it: digits only, unless the pattern refuses them and takes them
 * in two halves or in threes with a separator.
 */
export function formatCode(code: string, pattern: string): string {
  const fits = compile(pattern)
  if (!fits) return code
  const groupings = [code.length / 2, 3, 2].filter(
    (size) => Number.isInteger(size) && size > 1 && size < code.length,
  )
  const written = SEPARATORS.flatMap((separator) =>
    groupings.map((size) => code.match(new RegExp(`.{1,${size}}`, 'gu'))?.join(separator) ?? code),
  )
  return [code, ...written].find((text) => fits.test(text)) ?? code
}

function compile(pattern: string): RegExp | undefined {
  if (pattern === '' || pattern.length > 200) return undefined
  try {
    return new RegExp(`^(?:${pattern})$`, 'u')
  } catch {
    return undefined // a page's mistake: its pattern says nothing
  }
}
