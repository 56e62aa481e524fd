/** That a code was sent, in the languages of most pages: beginnings of words, as normalised text has them. */
export const SENT =
  /(?:\b(?:sent|mailed|texted|dikirim|kirimkan|mengirim|dihantar|ipinadala|gesendet|geschickt|zugesandt|versendet|envoye|enviad|enviamos|enviem|inviat|verzonden|gestuurd|wyslan|wyslali|skickat|sendt|lahet|odeslal|odoslal|poslal|poslan|elkuld|kuldtunk|trimis|saad|issiunt|nosutij|imetumwa|tumetuma)|отправ|высла|присла|надісл|изпрат|послан|послат|gonder|στειλ|εσταλ|σταλ|ارسل|أرسل|ارسال|فرستاد|נשלח|שלחנו|भेज|পাঠান|ส่ง|gui toi|gui den|da gui|gui ve|发送|發送|已发|寄送|送信|送りました|보냈|전송|발송)/u

/** An address or a number to which something was sent, usually in part only. */
export const MAIL_ADDRESS = /[\p{L}\p{N}*•…._+-]+@[\p{L}\p{N}*•…-]+(?:\.[\p{L}\p{N}*•…]+)*/gu
export const PHONE_NUMBER = /(?:\+\d{1,3}|\b0)[\d\s()*•x.-]{6,}\d\d|[*•x]{3,}[\s-]?\d{2,4}(?!\d)/u

/**
 * Written so that only its owner knows it again, which is done where something was delivered: `b***@mail.com`,
 * `•••• 4821`, `+62 812-****-99`, `08x-xxx-1234`. Pages say it in any language.
 */
export const MASKED_ADDRESS =
  /[\p{L}\p{N}._-]*(?:[*•●∙·]{2,}|…)[\p{L}\p{N}._-]*@[\p{L}\p{N}*•●∙·…]/u
export const MASKED_NUMBER =
  /(?:[*•●∙·＊#]{2,}|…)[\s()*•●∙·…＊#-]*\d{2,4}(?!\d)|\d[\s()-]*(?:[*•●∙·＊#][\s()-]*){2,}\d{2,4}(?!\d)|\b[0+][\d\s()-]*[xX]{1,}[xX\s()-]*[xX][xX\s()-]*\d{2,4}(?!\d)/u

/** "A number that ends in 21": in normalised text, the word and a few more before the digits. */
export const ENDING =
  /\b(?:ending|ends|berakhir\w*|akhiran|berujung|endet|endend\w*|endung|terminant|finissant|termina\w*|terminad\w*|acaba\w*|finalizad\w*|finaliza\w*|finisce|eindig\w*|konczac\w*|slutar|slutter|ender|paattyv\w*|konci\w*|vegzodo\w*|biten|sonu|ket thuc|duoi|заканчива\p{L}*|оканчива\p{L}*|закінчу\p{L}*|завършва\p{L}*|ληγει|που τελειωνει|ينتهي|المنتهي|تنتهي|المنتهيه)(?: \p{L}+){0,3} \d{2,4}(?!\d)|(?:尾号|尾號|末尾|末位|下\d桁|끝자리|끝번호|끝나는|ลงท้าย)\D{0,8}\d{2,4}|\d{2,4}(?: (?:ile|로|으로|で))? ?(?:biten|ile biten|끝나는|で終わる)/u
