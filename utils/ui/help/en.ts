import type { HelpTexts } from './topics'

export const help: HelpTexts = {
  what: {
    title: 'What is a one-time code?',
    paragraphs: [
      'A second proof beside your password. The website and Sandi share a secret key, which the QR code carried, and both make the same short code from it and the time. It changes every 30 seconds.',
      'Whoever knows only your password cannot sign in. So tell a code to nobody, also not to people who say they are from the bank, the office or support: nobody legitimate asks for it.',
    ],
  },
  rejected: {
    title: 'My code is rejected',
    paragraphs: ['Most often it is one of these, in this order:'],
    steps: [
      'The clock of this computer is wrong. Set it to automatic, time zone included.',
      'The code had run out while you typed. Wait for a fresh one, or use Fill.',
      'It is the code of another account. Look at the service and the user name.',
      'The website sent its own code by SMS, WhatsApp or e-mail, and asks for that one.',
      'You set up two-step verification again since. Then only the newest QR code counts: scan it, and delete the old account.',
      'After many tries the website locks for a while. Wait, and do not try on.',
    ],
  },
  lost: {
    title: 'I lost my phone, or this computer',
    paragraphs: [
      'Your codes are made from keys, not from the phone. Accounts that are in Sandi go on working here.',
      'For accounts that were only on the phone, use the recovery codes that the website gave you, or its way to get back in. Then set up two-step verification again and scan the new QR code.',
      'If this computer may be lost one day: make a backup in the settings and keep the file, its passphrase and your recovery code somewhere else.',
    ],
  },
  moving: {
    title: 'Moving from another app',
    paragraphs: [
      'Export in the other app, then choose the file under Import in these settings. Sandi shows what it found before anything is added, and takes it back with one click.',
    ],
    steps: [
      'Google Authenticator: Transfer accounts, then Export. Show the QR codes to Sandi as pictures or on a page.',
      'Aegis, 2FAS, Ente, Bitwarden, Stratum and others: export to a file, encrypted or not.',
      'Authy has no export. Set up two-step verification again at each website.',
      'Delete the export file afterwards, unless it is encrypted.',
    ],
  },
  portals: {
    title: 'ASN Digital, SIASN and OSS step by step',
    paragraphs: [
      'Civil servants need a code for ASN Digital and SIASN; OSS offers one. It works without a phone:',
    ],
    steps: [
      'Sign in on the portal and open the page for two-step verification (MFA or OTP). It shows a QR code.',
      'Click Sandi in the toolbar, then Scan this page. The account is often called public-siasn; you can rename it.',
      'Keep the site that Sandi proposes, such as asndigital.bkn.go.id, so that the code is offered there.',
      'Fill the code into the field below the QR code and confirm.',
      'If the portal says that the code is invalid: check the clock of the computer, and that it is not the account of Dapodik or another portal.',
      'If you lost access, only the help desk of the portal, or the personnel office of your agency, can reset it.',
    ],
  },
}
