import { failure, success } from '../result'
import { MAX_ENTRIES, type FileResult } from './importer'
import { refuse } from './readEntry'
import { isOtpLink } from './isOtpLink'
import { readUriLine, type UriResult } from './readUriLine'

/** Links, one a line. Every line is accounted for: one that is no link is named by its number alone. */
export function readLinks(lines: readonly string[]): FileResult {
  if (lines.length > MAX_ENTRIES) return failure('too-many-entries', { max: MAX_ENTRIES })
  const results = lines.map((line, at): UriResult => {
    if (isOtpLink(line)) return readUriLine(line)
    const why = failure('line-not-otpauth', { line: at + 1 })
    return { entries: [refuse({ issuer: '', account: '' }, why)] }
  })
  const parts = results.flatMap(({ part }) => part ?? [])
  return success({
    entries: results.flatMap(({ entries }) => entries),
    ...(parts.length === 0 ? {} : { parts }),
  })
}

/** The lines of a text that say something: no empty ones and no remarks. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('//'))
}
