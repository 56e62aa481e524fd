import type { Html } from './html.ts'
import type { CodeErrorReason, ServiceId } from './site.ts'

/** What makes one invented service differ from the next: its words and its looks. */
export interface Service {
  readonly id: ServiceId
  readonly issuer: string
  readonly demoUser: string
  /** The form name of the code field. */
  readonly codeName: string
  readonly words: Words
  readonly icon: Html
  readonly renderFrame: (page: Page) => Html
  readonly renderLanding: () => Html
  readonly renderQr: (svg: string, alt: string) => Html
  readonly renderConfirmField: (field: CodeField) => Html
  readonly renderCodeField: (field: CodeField) => Html
}

export interface Page {
  readonly title: string
  readonly body: Html
  /** Narrow pages hold one form; wide ones hold text or pictures. */
  readonly width: 'narrow' | 'wide'
}

export interface CodeField {
  readonly digits: number
  readonly nonce: string
  readonly testId: string
  readonly hint: string
}

export interface Words {
  readonly enrol: {
    readonly title: string
    readonly intro: string
    readonly steps: readonly string[]
    readonly qrAlt: string
    readonly account: string
    readonly cannotScan: string
    readonly label: string
    readonly hint: (digits: number) => string
    readonly button: string
  }
  readonly enrolled: { readonly title: string; readonly text: string; readonly next: string }
  readonly login: {
    readonly title: string
    readonly intro: string
    readonly user: string
    readonly password: string
    readonly button: string
  }
  readonly code: {
    readonly title: string
    readonly intro: (user: string) => string
    readonly label: string
    readonly hint: (digits: number) => string
    readonly button: string
    readonly help: string
    readonly back: string
  }
  readonly account: {
    readonly title: (user: string) => string
    readonly text: string
    readonly signOut: string
  }
  readonly errors: Readonly<Record<CodeErrorReason, string>>
  readonly reset: { readonly title: string; readonly text: string; readonly back: string }
  readonly notFound: { readonly title: string; readonly text: string; readonly back: string }
}
