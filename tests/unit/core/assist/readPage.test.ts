import { describe, expect, it } from 'vitest'
import { readPageKind } from '@/utils/core/assist/readPageKind'
import { readSiteWords } from '@/utils/core/assist/readSiteWords'

describe('the kind of code that a page asks for', () => {
  it.each([
    ['sms', 'Enter the code we sent by SMS to +62 812 •••• 90'],
    ['sms', 'Kami telah mengirim kode lewat SMS ke nomor Anda'],
    ['sms', 'Wir haben einen Code per SMS gesendet'],
    ['sms', 'Мы отправили код в смс'],
    ['whatsapp', 'We sent a 6-digit code to your WhatsApp'],
    ['whatsapp', 'Kode OTP telah dikirim melalui WhatsApp ke nomor 0812'],
    ['email', 'Check your email: we sent a code to m••@lantern.example'],
    ['email', 'Kode verifikasi dikirim ke email Anda'],
    ['recovery', 'Enter one of your recovery codes'],
    ['recovery', 'Masukkan kode pemulihan Anda'],
    ['hardware', 'Type the code shown on your token device'],
    [undefined, 'Enter the 6-digit code from your authenticator app.'],
    [undefined, 'Masukkan kode dari aplikasi autentikator.\nTidak punya? Kirim kode lewat SMS'],
    [undefined, 'Contact us by e-mail or SMS'],
    [undefined, 'Sign in\nVerification code'],
    [undefined, ''],
  ])('is %s: %s', (kind, text) => {
    expect(readPageKind(text)).toBe(kind)
  })
})

describe('what a site says about its refusal', () => {
  it.each([
    ['maintenance', 'The site is down for maintenance.'],
    ['maintenance', 'Layanan sedang dalam pemeliharaan hingga pukul 18.00 WIB.'],
    ['lockout', 'Too many attempts. Try again in 15 minutes.'],
    ['lockout', 'Terlalu banyak percobaan. Akun Anda terkunci.'],
    ['lockout', 'Слишком много попыток'],
    ['reused', 'That code was used already. Wait for the next one and try again.'],
    ['reused', 'Kode ini sudah pernah digunakan.'],
    ['password', 'The username or password is incorrect.'],
    ['password', 'Kata sandi salah'],
    ['session', 'Your session has expired'],
    ['session', 'Sesi Anda telah berakhir'],
    ['not-enrolled', 'This mailbox has no two-step verification yet.'],
    ['not-enrolled', 'Autentikasi dua langkah belum diaktifkan untuk akun ini.'],
    ['inactive', 'Akun Anda tidak aktif'],
    ['expired', 'The code has expired'],
    ['expired', 'Kode sudah kedaluwarsa'],
  ])('is %s: %s', (word, text) => {
    expect(readSiteWords(text)).toContain(word)
  })

  it.each([
    'That code is not right. Check your authenticator app and try the newest code.',
    'Kode autentikasi tidak sesuai. Periksa kembali kode pada aplikasi autentikator Anda.',
    'Sign in with your password',
    'Forgot your password? Too bad.',
    'Maintenance of your car',
    'Percobaan pertama',
  ])('is nothing beside the refusal: %s', (text) => {
    expect(readSiteWords(text)).toEqual([])
  })
})
