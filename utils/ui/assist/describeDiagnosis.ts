import { traitOf, type Finding } from '../../core/assist/findings'
import { readVersion } from '../../platform/runtime'
import type { AssistReport } from '../../protocol/views'
import { currentLanguage } from '../i18n/i18n'

export type Diagnosis = Pick<AssistReport, 'findings' | 'likely' | 'type'>

/**
 * What the assistant found, for whoever is asked for help: codes of findings and their numbers. No site, no
 * account, no code; a number says how late a clock is or how long a code had left. In English.
 */
export function describeDiagnosis(
  { findings, likely, type }: Diagnosis,
  version = readVersion(),
  browser = navigator.userAgent,
): string {
  return [
    `Sandi ${version}`,
    browser,
    `language ${currentLanguage.value}`,
    `kind of code ${type ?? 'unknown'}`,
    `most likely ${describe(likely)}`,
    ...findings.map((finding) => `${traitOf(finding.code).state} ${describe(finding)}`),
  ].join('\n')
}

function describe({ code, detail }: Finding): string {
  const numbers = Object.entries(detail).filter(([, value]) => typeof value === 'number')
  return [code, ...numbers.map(([name, value]) => `${name}=${String(value)}`)].join(' ')
}
