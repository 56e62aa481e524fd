import type { Words } from '../../service.ts'

export const SURAT_WORDS: Words = {
  enrol: {
    title: 'Set up two-step verification',
    intro: 'After this, signing in takes your password and a code from your authenticator app.',
    steps: [
      'Open your authenticator app.',
      'Scan this QR code with it.',
      'Type the code it shows, so that we know it worked.',
    ],
    qrAlt: 'QR code for your authenticator app',
    account: 'Mailbox',
    cannotScan: "Can't scan? Enter this key in the app instead:",
    label: 'Verification code',
    hint: (digits) => `The ${String(digits)}-digit code from your app`,
    button: 'Turn on',
  },
  enrolled: {
    title: 'Two-step verification is on',
    text: 'From now on we ask for a code from your authenticator app when you sign in.',
    next: 'Go to sign in',
  },
  login: {
    title: 'Sign in',
    intro: 'A demo mailbox is filled in for you. Any password is accepted.',
    user: 'Email address',
    password: 'Password',
    button: 'Next',
  },
  code: {
    title: 'Check that it is you',
    intro: (user) => `Signing in as ${user}`,
    label: 'Verification code',
    hint: (digits) => `Enter the ${String(digits)}-digit code from your authenticator app.`,
    button: 'Verify',
    help: 'The code changes every half minute or so. Nobody from Lantern will ever ask you for it.',
    back: 'Use a different mailbox',
  },
  account: {
    title: (user) => `Signed in as ${user}`,
    text: 'Your inbox is empty. Enjoy the quiet.',
    signOut: 'Sign out',
  },
  errors: {
    wrong: 'That code is not right. Check your authenticator app and try the newest code.',
    reused: 'That code was used already. Wait for the next one and try again.',
    locked: 'Too many attempts. This mailbox is locked for a minute.',
    'not-enrolled': 'This mailbox has no two-step verification yet. Set it up first.',
  },
  reset: {
    title: 'Forgotten',
    text: 'Every enrolment at Lantern Mail has been thrown away.',
    back: 'Back to the start',
  },
  notFound: {
    title: 'Nothing here',
    text: 'There is no page at this address.',
    back: 'Back to the start',
  },
}
