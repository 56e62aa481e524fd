import type { FindingCode } from '../../utils/core/assist/findings.ts'
import type { OtherCode } from '../../demo/views/troubleWords.ts'
import { OTHER_CODES } from '../../demo/views/troubleWords.ts'

/** What stands ready for a cause, and what a person does until the code is rejected. */
export interface Stage {
  /** Shows a page of the service whose language is tried. */
  show(path: string): Promise<void>
  /** The same on another service, or on an imitation of this one. */
  showOther(): Promise<void>
  showImitation(): Promise<void>
  /** Goes to the field for the code, as this user. */
  signIn(user?: string): Promise<void>
  /** Types into the field and sends it. */
  send(code: string): Promise<void>
  /** Copies the code of the account in the popup and gives it back. */
  copy(account: AccountName): Promise<string>
  /** Waits until so many seconds of a period are left. */
  waitForRemaining(seconds: number): Promise<void>
  setSkew(ms: number): void
  /** Presses what the assistant proposes for the clock. */
  correctClock(): Promise<void>
  bind(account: AccountName, isBound: boolean): Promise<void>
}

/** `main` belongs to the service; the others only where a cause says so. */
export type AccountName = 'main' | 'second' | 'counter' | 'unusual' | 'foreign'

export interface PlantedCause {
  readonly name: string
  readonly expected: FindingCode
  /** The account that is asked about, by its row; without one, the assistant chooses. */
  readonly about?: AccountName
  readonly plant: (stage: Stage) => Promise<unknown>
  readonly isSkewed?: number
}

const clock = (name: string, seconds: number, expected: FindingCode): PlantedCause => ({
  name,
  expected,
  isSkewed: seconds * 1000,
  plant: async (stage) => {
    stage.setSkew(seconds * 1000)
    await stage.signIn()
  },
})

const other = (kind: OtherCode): PlantedCause => ({
  name: `the page wants a code by ${kind}`,
  expected: `kind-${kind}`,
  plant: (stage) => stage.show(`/${kind}`),
})

/** Each one is to be named as the most likely; those of time stand last, since they outlast others. */
export const PLANTED_CAUSES: readonly PlantedCause[] = [
  { name: 'no account for this site', expected: 'no-account', plant: (stage) => stage.showOther() },
  ...OTHER_CODES.map(other),
  {
    name: 'maintenance',
    expected: 'site-maintenance',
    plant: (stage) => stage.show('/maintenance'),
  },
  {
    name: 'never set up at the site',
    expected: 'site-not-enrolled',
    plant: async (stage) => {
      await stage.signIn('tamu@contoh.id')
      await stage.send('123456')
    },
  },
  { name: 'another secret at the site', expected: 'secret-replaced', plant: (it) => it.signIn() },
  {
    name: 'an imitation of the site',
    expected: 'lookalike',
    about: 'main',
    plant: (stage) => stage.showImitation(),
  },
  {
    name: 'an account of another site',
    expected: 'site-foreign',
    about: 'main',
    plant: (stage) => stage.showOther(),
  },
  {
    name: 'not the account of this site',
    expected: 'account-foreign',
    about: 'foreign',
    plant: (stage) => stage.signIn(),
  },
  {
    name: 'the other of two, by the name on the page',
    expected: 'account-named',
    about: 'main',
    plant: async (stage) => {
      await stage.bind('second', true)
      await stage.signIn('second@contoh.id')
    },
  },
  {
    name: 'one of two, and nothing tells which',
    expected: 'account-several',
    about: 'main',
    plant: async (stage) => {
      await stage.bind('second', true)
      await stage.signIn('tamu@contoh.id')
    },
  },
  {
    name: 'unusual parameters',
    expected: 'parameters-unusual',
    about: 'unusual',
    plant: async (stage) => {
      await stage.bind('main', false)
      await stage.bind('unusual', true)
      await stage.signIn()
    },
  },
  {
    name: 'a counter that ran ahead',
    expected: 'counter',
    about: 'counter',
    plant: async (stage) => {
      await stage.bind('main', false)
      await stage.bind('counter', true)
      await stage.signIn()
    },
  },
  clock('47 s slow', 47, 'clock-slow'),
  clock('2 min fast', -120, 'clock-fast'),
  clock('15 s slow', 15, 'clock-drift'),
  clock('7 min slow', 420, 'clock-far-slow'),
  clock('7 min fast', -420, 'clock-far-fast'),
  clock('an hour slow: summer time', 3600, 'clock-zone-slow'),
  clock('seven hours fast: time zone', -7 * 3600, 'clock-zone-fast'),
  clock('a wrong date', 40 * 86_400, 'clock-beyond'),
  {
    name: 'a correction for a clock that is right again',
    expected: 'clock-right-again',
    plant: async (stage) => {
      stage.setSkew(47_000)
      await stage.signIn()
      await stage.correctClock()
      stage.setSkew(0)
    },
  },
  {
    name: 'a code that was used already',
    expected: 'site-reused',
    plant: async (stage) => {
      await stage.waitForRemaining(12)
      await stage.signIn()
      const code = await stage.copy('main')
      await stage.send(code)
      await stage.signIn()
      await stage.send(code)
    },
  },
  {
    name: 'the same code again, and a page that does not say so',
    expected: 'code-reused',
    plant: async (stage) => {
      // Twice within ten seconds would be one use.
      await stage.waitForRemaining(22)
      await stage.signIn()
      await stage.copy('main')
      await stage.waitForRemaining(8)
      await stage.copy('main')
    },
  },
  {
    name: 'a code in its last seconds',
    expected: 'code-ending',
    plant: async (stage) => {
      await stage.signIn()
      await stage.waitForRemaining(29)
      await stage.waitForRemaining(5)
      await stage.copy('main')
    },
  },
  {
    name: 'too many tries',
    expected: 'site-lockout',
    plant: async (stage) => {
      for (let tries = 0; tries < 6; tries++) {
        await stage.signIn()
        await stage.send('000000')
      }
    },
  },
]
