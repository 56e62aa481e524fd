import type { Meanings } from './meanings'

/**
 * What stands beside a code that was delivered and may not have arrived: a way to have it sent again. An
 * authenticator's code needs none.
 */
export const AGAIN: Meanings = {
  en: `resend*|re send|send again|send it again|send code again|send the code again|send otp again|send new code|
    send a new code|send me a new code|send another code|send new otp|request a new code|request new code|
    request another code|request new otp|get a new code|get another code|didn t get|didn t receive|did not get|
    did not receive|didnt get|didnt receive|haven t received|have not received|not received the code|code not received`,
  id: `kirim ulang|kirimkan ulang|kirim kembali|kirim lagi|kirim kode lagi|minta kode baru|minta ulang|
    minta kode ulang|tidak menerima kode|belum menerima kode|tidak mendapat kode|belum mendapat kode|
    tidak mendapatkan kode|belum mendapatkan kode|belum terima kode|tidak terima kode|kode belum masuk|
    kode belum diterima|kode tidak diterima|kode belum sampai|tidak dapat kode|belum dapat kode`,
  ms: 'hantar semula|tidak menerima kod|belum menerima kod',
  tl: 'ipadala muli|ipadala ulit|hindi natanggap|walang natanggap',
  de: `erneut senden|erneut zusenden|erneut anfordern|neu senden|nochmal senden|nochmals senden|
    code erneut|neuen code anfordern|neuen code senden|keinen code erhalten|code nicht erhalten|keinen code bekommen`,
  fr: `renvoyer|renvoyez|envoyer à nouveau|envoyer de nouveau|envoyer un nouveau code|demander un nouveau code|
    pas reçu|rien reçu`,
  es: `reenviar*|reenvía*|volver a enviar|enviar de nuevo|enviar otra vez|enviar nuevo código|solicitar nuevo código|
    no recibí*|no recibiste|no recibió|no has recibido|no he recibido`,
  ca: 'torna a enviar|reenvia*|no has rebut',
  pt: `reenviar*|enviar novamente|enviar de novo|enviar novo código|solicitar novo código|não recebeu|não recebi|
    não recebeste`,
  it: `invia di nuovo|invia nuovamente|inviare di nuovo|rinvia|reinvia*|invia un nuovo codice|richiedi nuovo codice|
    non hai ricevuto|non ho ricevuto`,
  nl: `opnieuw verzenden|opnieuw versturen|opnieuw sturen|opnieuw verstuur*|nieuwe code aanvragen|nieuwe code sturen|
    geen code ontvangen|code niet ontvangen`,
  sv: 'skicka igen|skicka om|skicka koden igen|skicka ny kod|fick du inte|fick ingen kod|inte fått',
  da: 'send igen|gensend*|send koden igen|send ny kode|ikke modtaget|modtog du ikke',
  nb: 'send på nytt|send igjen|send koden på nytt|ikke mottatt|fikk du ikke|ikke fått',
  is: 'senda aftur|fékkstu ekki',
  fi: 'lähetä uudelleen|lähetä koodi uudelleen|lähetä uusi koodi|etkö saanut|en saanut',
  pl: `wyślij ponownie|wyślij kod ponownie|ponów wysłanie|wyślij nowy kod|nie otrzymał*|nie dostał*|kod nie dotarł`,
  cs: `odeslat znovu|poslat znovu|zaslat znovu|odoslať znova|poslať znova|zaslať znova|odeslat nový kód|
    neobdrželi|nedorazil|nepřišel|neprišiel|nedostali`,
  hu: 'újraküldés*|újraküld*|küldés újra|kód újraküldése|nem kapta*|nem érkezett',
  ro: 'retrimite*|trimite din nou|trimite iar|nu ai primit|nu ați primit',
  hr: 'pošalji ponovno|pošalji ponovo|ponovno pošalji|ponovo pošalji|ponovi slanje|niste primili|niste dobili|pošlji znova|ponovno pošlji',
  ru: `отправить ещё раз|отправить еще раз|отправить повторно|отправить снова|отправить заново|отправить код повторно|
    отправить код ещё раз|выслать повторно|выслать ещё раз|прислать ещё раз|запросить повторно|
    запросить новый код|получить новый код|не пришёл|не пришло|не пришел|не получили|не получил`,
  uk: `надіслати ще раз|надіслати повторно|відправити ще раз|відправити повторно|не отримали|не надійшов|не прийшов`,
  bg: 'изпрати отново|изпращане отново|не получихте|не сте получили',
  el: 'αποστολή ξανά|στείλε ξανά|επαναποστολή|αποστολή νέου κωδικού|δεν λάβατε|δεν έλαβες',
  tr: `tekrar gönder*|yeniden gönder*|yeni kod gönder|yeni kod iste|kod gelmedi|gelmedi mi|almadınız mı|kodu almadım`,
  az: 'yenidən göndər*|təkrar göndər*',
  ar: `إعادة إرسال|اعادة الارسال|إعادة الإرسال|أعد الإرسال|أعد إرسال|إرسال مرة أخرى|إرسال الرمز مرة أخرى|
    إرسال رمز جديد|لم تستلم|لم يصلك|لم تتلق|لم يصل الرمز|لم أستلم`,
  fa: 'ارسال مجدد|ارسال دوباره|کد جدید|دریافت نکرده اید|دریافت نکردید|دریافت مجدد',
  he: 'שלח שוב|שלחו שוב|שליחה חוזרת|שליחה מחדש|שלח קוד חדש|לא קיבלת|לא קיבלתם|לא קיבלתי|לא הגיע',
  hi: 'दोबारा भेजें|फिर से भेजें|पुनः भेजें|कोड नहीं मिला|ओटीपी नहीं मिला',
  bn: 'আবার পাঠান|পুনরায় পাঠান|কোড পাননি',
  th: 'ส่งอีกครั้ง|ส่งรหัสอีกครั้ง|ส่งใหม่|ส่งรหัสใหม่|ขอรหัสใหม่|ขอรหัสอีกครั้ง|ไม่ได้รับรหัส|ยังไม่ได้รับ',
  vi: 'gửi lại|chưa nhận được|không nhận được|gửi mã mới|yêu cầu mã mới',
  zh: `重新发送|重新發送|重新获取|重新獲取|再次发送|再次發送|重发|重發|没有收到|沒有收到|未收到|没收到|沒收到|收不到`,
  ja: '再送|もう一度送信|再発行|届かない|届いていない|届きません|受け取っていない',
  ko: '재전송|재발송|다시 보내|다시 전송|다시 받기|다시 요청|받지 못|못 받으셨|오지 않',
  ka: 'ხელახლა გაგზავნა|თავიდან გაგზავნა',
  hy: 'կրկին ուղարկել',
  lt: 'siųsti dar kartą|siųsti iš naujo|negavote',
  lv: 'nosūtīt vēlreiz|sūtīt vēlreiz|nesaņēmāt',
  et: 'saada uuesti|ei saanud koodi',
  sw: 'tuma tena|hukupokea|hujapokea',
  uz: 'qayta yuborish|qayta yubor*',
}
