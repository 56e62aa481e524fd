export type BrowserKind = 'chrome' | 'firefox'

export function findBrowsers(): Partial<Record<BrowserKind, string>>

export function variableFor(kind: BrowserKind): string
