import { currentLanguage } from './i18n/i18n'

export interface SandiFacts {
  readonly version: string
  readonly permissions: readonly string[]
  readonly hasSiteAccess: boolean | undefined
  readonly status: string | undefined
}

/** What helps to understand a problem, and nothing about accounts. In English, for whoever is asked. */
export function describeSandi(
  { version, permissions, hasSiteAccess, status }: SandiFacts,
  browser = navigator.userAgent,
): string {
  return [
    `Sandi ${version}`,
    browser,
    `language ${currentLanguage.value}`,
    `vault ${status ?? 'unknown'}`,
    `site access ${hasSiteAccess === undefined ? 'unknown' : hasSiteAccess ? 'yes' : 'no'}`,
    `permissions ${permissions.join(' ')}`,
  ].join('\n')
}
