/** That a code was sent, in the languages of most pages: beginnings of words, as normalised text has them. */
export const SENT =
  /(?:\b(?:sent|mailed|texted|dikirim|kirimkan|mengirim|gesendet|geschickt|envoye|enviad|enviamos|inviat|verzonden|gestuurd|wyslan|wyslali|skickat|sendt|lahet|odeslal|elkuld|trimis)|отправ|высла|надісл|gonder|ارسل|أرسل|ارسال|فرستاد|נשלח|שלחנו|भेज|ส่ง|gui toi|gui den|da gui|发送|發送|已发|寄送|送信|送りました|보냈|전송|발송)/u

/** An address or a number to which something was sent, usually in part only. */
export const MAIL_ADDRESS = /[\p{L}\p{N}*•…._+-]+@[\p{L}\p{N}*•…-]+(?:\.[\p{L}\p{N}*•…]+)*/gu
export const PHONE_NUMBER = /(?:\+\d{1,3}|\b0)[\d\s()*•x.-]{6,}\d\d|[*•x]{3,}[\s-]?\d{2,4}(?!\d)/u
