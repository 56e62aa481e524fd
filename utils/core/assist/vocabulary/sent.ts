import type { Meanings } from '../../detect/vocabulary/meanings'

/** Words beside a code that tell how it comes to the person, by language. */
export const SENT = {
  sent: {
    en: 'sent|send|sending|texted|emailed|called|check your|received|we just|delivered',
    id: 'dikirim*|kirim*|mengirim*|terkirim|cek|periksa|diterima|terima',
    ms: 'dihantar|hantar',
    de: 'gesendet|geschickt|gesandt|senden|schicken',
    fr: 'envoyé|envoyée|envoyer|envoyons|reçu',
    es: 'enviado|enviamos|enviar|hemos enviado|recibido',
    pt: 'enviado|enviamos|enviar|recebido',
    it: 'inviato|inviare|ricevuto',
    nl: 'verzonden|gestuurd|verstuurd|ontvangen',
    pl: 'wysłan*|wysłal*|otrzyman*',
    ru: 'отправ*|выслан*|пришл*|получен*',
    uk: 'надісл*|відправ*',
    tr: 'gönder*',
    ar: 'أرسلنا|إرسال|المرسل|ارسلنا|تم إرسال',
    fa: 'ارسال',
    he: 'שלחנו|נשלח|שנשלח',
    hi: 'भेज*',
    th: 'ส่ง',
    vi: 'gửi|đã gửi',
    zh: '发送|發送|已发|收到',
    ja: '送信|送り|届い',
    ko: '전송|보냈|보낸|발송',
  },
  hardware: {
    en: `hardware token|security token|key fob|keyfob|token device|securid|rsa token|card reader|
      shown on your token|displayed on your token`,
    id: 'token perangkat keras|token fisik|alat token|key bca|keybca|token bank|token internet banking',
    de: 'tan generator|tangenerator|hardware token',
    fr: 'boîtier|jeton matériel',
    es: 'token físico|dispositivo token',
    pt: 'token físico',
    nl: 'raboscanner|e dentifier|kaartlezer',
    ru: 'аппаратный токен|аппаратного токена',
    zh: '硬件令牌|动态口令卡',
    ja: 'トークン端末|ハードウェアトークン',
    ko: '보안카드|otp 기기',
  },
} as const satisfies Record<string, Meanings>
