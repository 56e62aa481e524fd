import { describe, expect, it } from 'vitest'
import type { FieldTraits } from '@/utils/core/detect/fieldTraits'
import { findPageKind } from '@/utils/core/detect/findPageKind'
import { isOfVault, type PageKind } from '@/utils/core/detect/pageKinds'
import { makeTraits } from './makeTraits'

const code = { label: 'code', maxLength: 6, inputMode: 'numeric' }

/** What pages say beside a code field, and which kind of code that is. */
const SAID: readonly (readonly [string, PageKind, string])[] = [
  ['en', 'sms', 'We sent a verification code by SMS'],
  ['en', 'email', 'We sent a verification code to your email'],
  ['en', 'whatsapp', 'We sent a verification code via WhatsApp'],
  ['en', 'voice', 'You get a verification code by voice call'],
  ['en', 'authenticator', 'Verification code of your authenticator app'],
  ['id', 'sms', 'Kode verifikasi dikirim ke nomor ponsel Anda'],
  ['id', 'whatsapp', 'Kode verifikasi dikirim via WhatsApp'],
  ['id', 'voice', 'Kode verifikasi lewat panggilan telepon'],
  ['id', 'email', 'Kode verifikasi dikirim ke surel Anda'],
  ['id', 'authenticator', 'Kode verifikasi dari aplikasi autentikator'],
  ['de', 'sms', 'Bestätigungscode an Ihre Handynummer gesendet'],
  ['fr', 'sms', 'Code de vérification envoyé au numéro de téléphone'],
  ['es', 'email', 'Código de verificación enviado a su correo'],
  ['pt', 'sms', 'Código de verificação enviado ao celular'],
  ['it', 'sms', 'Codice di verifica inviato al cellulare'],
  ['nl', 'sms', 'Verificatiecode naar uw mobiele nummer'],
  ['pl', 'sms', 'Kod weryfikacyjny wysłany na numer telefonu'],
  ['ru', 'email', 'Код подтверждения отправлен на почту'],
  ['uk', 'email', 'Код підтвердження надіслано на пошту'],
  ['tr', 'email', 'Doğrulama kodu e-posta adresinize gönderildi'],
  ['ar', 'email', 'رمز التحقق أرسل إلى بريدك'],
  ['fa', 'sms', 'کد تایید به موبایل شما پیامک شد'],
  ['vi', 'sms', 'Mã xác minh gửi tới điện thoại'],
  ['zh', 'sms', '短信验证码'],
  ['zh', 'email', '邮箱验证码'],
  ['ja', 'email', 'メールに認証コードを送信しました'],
  ['ko', 'sms', '휴대폰 인증번호'],
  ['th', 'email', 'รหัสยืนยันส่งไปที่อีเมล'],
]

describe('which kind of code a page asks for', () => {
  it.each(SAID)('%s: %s, by "%s"', (_language, kind, near) => {
    expect(kindOf({ ...code, near })).toBe(kind)
  })

  it.each([
    ['email', 'We’ve sent a code to user@example.com.'],
    ['email', 'A code has been sent to ah0****@****.com'],
    ['sms', 'Kode telah dikirim ke +62 812-****-**89'],
    ['email', 'Kode telah dikirim ke b***@surel.example'],
    ['email', 'Wir haben einen Code an b…@post.example gesendet'],
    ['sms', 'We just sent it to •••• •• 4821'],
    ['sms', 'Diteruskan ke +62 812-****-99'],
    ['sms', 'ระบบได้ส่งรหัสไปยัง 08x-xxx-1234'],
    ['sms', 'A passcode went to the number ending 88'],
    ['sms', 'به شماره 0912***4567'],
    ['sms', 'Номер заканчивается на 21'],
    ['sms', '尾号 4821'],
    ['sms', 'Cep telefonunuza gelen kod'],
    ['email', 'b***@example.com'],
    ['email', 'Check m…a@post.example'],
    ['any', 'Ref 100x200, at 12:34'],
    ['any', 'Signed in as user@example.com'],
    ['any', 'Masuk sebagai budi@surel.example'],
  ])('is %s, by whom it was sent to: "%s"', (kind, near) => {
    expect(kindOf({ label: 'Code', autocomplete: 'one-time-code', near })).toBe(kind)
  })

  it('is any, where no way is named', () => {
    expect(kindOf({ ...code, near: 'Enter the verification code' })).toBe('any')
  })

  it.each([
    'Resend',
    'Resend code (30 s)',
    'Kirim Ulang Kode',
    'Belum menerima kode?',
    'Code erneut senden',
    'Renvoyer le code',
    'Reenviar código',
    'Не пришёл код?',
    'إعادة إرسال الرمز',
    'ส่งรหัสอีกครั้ง',
    '重新获取',
    '再送する',
    '재전송',
  ])('is one that was sent, where it can be sent again: "%s"', (actions) => {
    expect(kindOf({ ...code, actions })).toBe('sent')
    expect(kindOf({ ...code, actions, near: 'Code of your authenticator app' })).toBe(
      'authenticator',
    )
    expect(kindOf({ ...code, actions, near: 'We sent a code by SMS' })).toBe('sms')
  })

  it.each([
    'Verify',
    'Send',
    'Send invitation',
    'Use another method',
    'Kirim',
    'Get code',
    '获取验证码',
  ])('is any beside another button: "%s"', (actions) => {
    expect(kindOf({ ...code, actions })).toBe('any')
  })

  it.each(['Recovery code', 'Kode pemulihan', 'Wiederherstellungscode', '恢复代码'])(
    'is recovery, where nothing else is asked for: "%s"',
    (label) => {
      expect(kindOf({ label, page: 'Two-factor authentication' })).toBe('recovery')
    },
  )

  it('is that of the code field, beside one for a recovery code', () => {
    const field = { label: 'Authenticator code', maxLength: 6 }
    expect(kindOf(field, { label: 'Recovery code' })).toBe('authenticator')
  })

  it.each([[], [{ label: 'Coupon code' }], [{ label: 'ZIP code' }, { label: 'username' }]])(
    'is none, where no code is asked for',
    (...fields) => {
      expect(kindOf(...fields)).toBe('none')
    },
  )

  it('is of the vault, or reaches the person by another way', () => {
    expect((['authenticator', 'any'] as const).map(isOfVault)).toEqual([true, true])
    expect((['sms', 'email', 'recovery', 'none'] as const).some(isOfVault)).toBe(false)
  })
})

function kindOf(...fields: readonly Partial<FieldTraits>[]): PageKind {
  return findPageKind(fields.map((field) => makeTraits(field)))
}
