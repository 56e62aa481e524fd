import type { Words } from '../../service.ts'

export const DOMPET_WORDS: Words = {
  enrol: {
    title: 'Protect your wallet',
    intro: 'Add an authenticator app, and money moves only with a code that you alone can see.',
    steps: [
      'Scan the QR code with your authenticator app.',
      'Enter the code that the app shows to finish.',
    ],
    qrAlt: 'QR code for your authenticator app',
    account: 'Wallet',
    cannotScan: "Can't scan it? Enter this key by hand:",
    label: 'Security code',
    hint: (digits) => `${String(digits)} digits, from your authenticator app`,
    button: 'Confirm',
  },
  enrolled: {
    title: 'Two-step verification is on',
    text: 'Your wallet now asks for a security code each time you sign in.',
    next: 'Continue to sign in',
  },
  login: {
    title: 'Welcome back',
    intro: 'A demo wallet is filled in. Any password will do.',
    user: 'Wallet ID',
    password: 'Password',
    button: 'Continue',
  },
  code: {
    title: 'Enter your security code',
    intro: (user) => `To open the wallet of ${user}, we need one more thing.`,
    label: 'Security code',
    hint: (digits) => `Type the ${String(digits)} digits from your authenticator app.`,
    button: 'Open wallet',
    help: 'Never tell this code to anybody, not even to our own staff.',
    back: 'This is not me',
  },
  account: {
    title: (user) => `Hello, ${user}`,
    text: 'Your wallet is open. Balance: 1,250 shells.',
    signOut: 'Lock wallet',
  },
  errors: {
    wrong: 'This code is wrong. Look at your authenticator app and try again.',
    reused: 'This code has been used before. Please wait for a new one.',
    locked: 'Too many attempts. The wallet is locked for a minute.',
    'not-enrolled': 'This wallet has no authenticator app yet. Add one first.',
  },
  reset: {
    title: 'All forgotten',
    text: 'Every enrolment of this demo wallet has been removed.',
    back: 'Back to the start',
  },
  notFound: {
    title: 'Page not found',
    text: 'We looked in every pocket, but it is not there.',
    back: 'Back to the start',
  },
}
