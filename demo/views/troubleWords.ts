/** Why a sign-in goes wrong for other reasons than the code of an authenticator, in both languages. */
export const OTHER_CODES = [
  'sms',
  'whatsapp',
  'telegram',
  'email',
  'voice',
  'push',
  'hardware',
  'recovery',
] as const
export type OtherCode = (typeof OTHER_CODES)[number]

interface Asking {
  readonly title: string
  readonly intro: string
  readonly label: string
}

export interface TroubleWords {
  readonly title: string
  readonly intro: string
  readonly button: string
  readonly wrong: string
  readonly back: string
  readonly asking: Readonly<Record<OtherCode, Asking>>
  readonly maintenance: { readonly title: string; readonly text: string; readonly back: string }
  readonly clock: string
  readonly seconds: (seconds: number) => string
}

export const TROUBLE_WORDS: Readonly<Record<'en' | 'id', TroubleWords>> = {
  en: {
    title: 'When it goes wrong',
    intro: 'Pages on which a code of an authenticator does not help, and a clock that is wrong.',
    button: 'Continue',
    wrong: 'That code is not right.',
    back: 'Back to the start',
    asking: {
      sms: {
        title: 'Check your phone',
        intro: 'We sent a code by SMS to +62 812 •••• 4417.',
        label: 'Code from the text message',
      },
      whatsapp: {
        title: 'Check WhatsApp',
        intro: 'We sent a code to your WhatsApp.',
        label: 'Code from WhatsApp',
      },
      telegram: {
        title: 'Check Telegram',
        intro: 'We sent a code to your Telegram account.',
        label: 'Code from Telegram',
      },
      email: {
        title: 'Check your email',
        intro: 'We sent a code to m•••@lantern.example by email.',
        label: 'Code from the email',
      },
      voice: {
        title: 'We are calling you',
        intro: 'You will receive a phone call that reads out your code.',
        label: 'Code from the call',
      },
      push: {
        title: 'Approve on your phone',
        intro: 'We sent a push notification with a code to the Lantern app.',
        label: 'Code from the notification',
      },
      hardware: {
        title: 'Use your security token',
        intro: 'Press the button on your hardware token and enter the code that it shows.',
        label: 'Token code',
      },
      recovery: {
        title: 'Use a recovery code',
        intro: 'Enter one of the recovery codes that you saved when you set this up.',
        label: 'Recovery code',
      },
    },
    maintenance: {
      title: 'Under maintenance',
      text: 'This service is down for maintenance. Please come back at six.',
      back: 'Back to the start',
    },
    clock: 'The clock of this server',
    seconds: (seconds) => (seconds === 0 ? 'right' : `${String(seconds)} s ahead`),
  },
  id: {
    title: 'Bila terjadi masalah',
    intro: 'Halaman tempat kode autentikator tidak berguna, dan jam yang keliru.',
    button: 'Lanjutkan',
    wrong: 'Kode tersebut tidak sesuai.',
    back: 'Kembali ke Beranda',
    asking: {
      sms: {
        title: 'Periksa ponsel Anda',
        intro: 'Kode telah dikirim lewat SMS ke nomor 0812-••••-4417.',
        label: 'Kode dari SMS',
      },
      whatsapp: {
        title: 'Periksa WhatsApp',
        intro: 'Kode telah dikirim ke WhatsApp Anda.',
        label: 'Kode dari WhatsApp',
      },
      telegram: {
        title: 'Periksa Telegram',
        intro: 'Kode telah dikirim ke akun Telegram Anda.',
        label: 'Kode dari Telegram',
      },
      email: {
        title: 'Periksa email Anda',
        intro: 'Kode telah dikirim ke email Anda.',
        label: 'Kode dari email',
      },
      voice: {
        title: 'Kami menelepon Anda',
        intro: 'Kode akan dibacakan melalui panggilan telepon ke nomor 0812-••••-4417.',
        label: 'Kode dari panggilan telepon',
      },
      push: {
        title: 'Setujui di ponsel Anda',
        intro: 'Kode telah dikirim melalui notifikasi push ke aplikasi kami di ponsel Anda.',
        label: 'Kode dari notifikasi',
      },
      hardware: {
        title: 'Gunakan token Anda',
        intro: 'Tekan tombol pada token fisik Anda, lalu masukkan kode yang tampil.',
        label: 'Kode token',
      },
      recovery: {
        title: 'Gunakan kode pemulihan',
        intro: 'Masukkan salah satu kode pemulihan yang Anda simpan saat aktivasi.',
        label: 'Kode pemulihan',
      },
    },
    maintenance: {
      title: 'Sedang dalam pemeliharaan',
      text: 'Layanan ini sedang dalam pemeliharaan hingga pukul 18.00 WIB.',
      back: 'Kembali ke Beranda',
    },
    clock: 'Jam peladen ini',
    seconds: (seconds) => (seconds === 0 ? 'tepat' : `lebih cepat ${String(seconds)} detik`),
  },
}
