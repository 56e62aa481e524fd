/**
 * What words around code fields mean, by language. A term matches whole words; `*` at its end or start
 * stands for the rest of a word (endings, compounds). Chinese, Japanese, Korean, Thai and other scripts
 * without spaces match anywhere. Texts and terms are normalised alike (normalizeText), so terms are
 * written as people write them. A term stands under the first language that uses it.
 */
export type Meanings = Readonly<Record<string, string>>

/** Names of one-time codes and of two-step login: enough by themselves. */
export const ONE_TIME: Meanings = {
  en: `otp*|*otp|totp*|hotp|otc|2fa*|*2fa|tfa|mfa*|*mfa|twofa*|tofa|two factor|twofactor*|second factor|
    secondfactor|2nd factor|2 factor|2factor*|multi factor|multifactor*|two step|twostep*|2 step|2step*|
    one time|onetime*|authenticator*|authy|authcode*|auth code|auth token|oath*|passcode*|dynamic code|
    dynamic password|approvals code|login code|logincode|sign in code|strong authentication|
    secure code|rsa token|securid|duo passcode|temporary code|6 digit token`,
  id: `sekali pakai|dua faktor|dua langkah|2 faktor|2 langkah|dua tahap|2 tahap|autentikator|otentikator|
    kode token|kode masuk|sandi dinamis`,
  ms: `kata laluan sekali|dua faktor|pengesah`,
  de: `einmal*|zwei faktor|zweifaktor*|zwei schritt|zweistufig*|zweiter faktor|zweiten faktor|
    authentifizierungs app|authenticator app|2 faktor`,
  fr: `usage unique|deux facteurs|double facteur|deux étapes|double authentification|2 facteurs|
    2 étapes|second facteur`,
  es: `un solo uso|uso único|dos factores|doble factor|dos pasos|2 pasos|segundo factor|dos etapas|
    contraseña dinámica|clave dinámica`,
  pt: `uso único|uma vez|dois fatores|dois factores|duas etapas|dois passos|segundo fator|2 fatores|
    duplo fator|multifator|multi fator`,
  it: `monouso|usa e getta|due fattori|due passaggi|doppia autenticazione|secondo fattore|2 fattori`,
  nl: `eenmalig*|twee factor|tweefactor*|twee staps|twee stappen|tweestaps*|tweede factor|tweetraps*`,
  sv: `engångs*|tvåfaktor*|tvåstegs*`,
  da: `engangs*|tofaktor*|totrins*|to faktor`,
  nb: `tofaktor*|totrinns*|to trinns`,
  fi: `kertakäyttö*|kaksivaihei*|kaksiosai*|kaksitekijä*`,
  pl: `jednorazow*|dwuskładnikow*|dwuetapow*|dwustopniow*|drugi składnik`,
  cs: `jednorázov*|dvoufázov*|dvoufaktor*|dvoukrokov*|dvojfaktor*|dvojfázov*`,
  hu: `egyszer használatos|egyszeri|kétlépcsős|kétfaktoros|kéttényezős`,
  ro: `unică folosință|doi factori|doi pași`,
  hr: `jednokratn*|dvofaktor*|dvostup*|enkratn*`,
  ru: `одноразов*|двухфактор*|двухэтап*|двухшагов*|двухступен*|второй фактор|второго фактора|2 факторн*`,
  uk: `двофактор*|двоетап*|двокроков*`,
  bg: `еднократ*|двуфактор*|двустъпков*`,
  el: `μίας χρήσης|μιας χρήσης|δύο παραγόντων|δύο βημάτων|διπλού παράγοντα`,
  tr: `tek kullanımlık|tek seferlik|iki faktör*|iki aşamalı|iki adımlı|çift faktör*|2 faktör*|2 adımlı`,
  az: `birdəfəlik|iki faktorlu|iki mərhələli`,
  ar: `لمرة واحدة|مرة واحدة|ثنائي*|الثنائي*|بخطوتين|خطوتين|العاملين|بعاملين`,
  fa: `یکبار مصرف|یک بار مصرف|یکبارمصرف|رمز پویا|دو مرحله ای|دومرحله ای|دو عاملی|دوعاملی`,
  he: `חד פעמי*|דו שלבי*|דו גורמי|דו גורמית|שני גורמים`,
  hi: `वन टाइम|ओटीपी|एक बार|दो चरण|टू फैक्टर`,
  bn: `ওটিপি|এককালীন|দুই ধাপ`,
  ta: `ஒருமுறை`,
  th: `โอทีพี|ครั้งเดียว|สองขั้นตอน|2 ขั้นตอน|สองปัจจัย|สองชั้น`,
  vi: `dùng một lần|một lần|hai yếu tố|2 yếu tố|hai lớp|2 lớp|hai bước|2 bước`,
  zh: `动态码|動態碼|动态口令|动态密码|動態密碼|动态验证|一次性|两步|兩步|双重|雙重|双因素|雙因素|双因子|雙因子|
    二次验证|二次驗證|两因素|多因素|谷歌验证|谷歌驗證|google验证|google 验证|身份验证器|身分驗證器|验证器|驗證器|
    二步验证|二步驗證|安全令牌`,
  ja: `ワンタイム|二段階|2段階|二要素|2要素|多要素|認証アプリ|2ステップ|使い捨て`,
  ko: `일회용|2단계|이중인증|이중 인증|2차 인증|2차인증|2팩터`,
  ka: `ერთჯერად*|ორფაქტორ*|ორეტაპ*`,
  hy: `միանգամյա|երկփուլ*`,
  lt: `vienkartin*|dviejų veiksnių|dviejų žingsnių`,
  lv: `vienreiz*|divfaktor*|divu faktoru`,
  et: `ühekordn*|kaheastme*|kahefaktori*`,
  kk: `бір реттік|екі факторлы`,
}

/** Words for code, token and the like. */
export const CODE: Meanings = {
  en: 'code|codes|*code|token|tokens|*token|pin|digit|digits|verifycode',
  id: 'kode|token|angka|kodenya',
  de: '*codes|ziffern|zahlencode',
  fr: 'chiffres|jeton',
  es: 'código|códigos|codigo|clave|dígitos',
  pt: 'código|dígitos',
  it: 'codice|cifre',
  nl: 'cijfers|*codes',
  sv: 'kod|koden|*kod|*koden',
  da: 'kode|koden|*kode|*koden',
  fi: 'koodi|koodin|*koodi|*koodin|tunnusluku',
  pl: 'kod|kodu|kody|kodem|cyfr',
  cs: 'kód|kódu|číslic',
  hu: 'kód|kódot|*kód|*kódot|számjegy*',
  ro: 'cod|codul|codului',
  hr: 'kôd|kod|koda|kodo',
  ru: 'код|кода|коду|кодом|цифр|цифры|токен*|пароль из',
  uk: 'коду',
  bg: 'кодът',
  el: 'κωδικό|κωδικός|κωδικού|ψηφία',
  tr: 'kod|kodu|kodunu|kodunuz|kodunuzu|kodun|şifresi',
  ar: 'رمز|الرمز|كود|الكود|رقم التحقق|أرقام',
  fa: 'کد|کدی|رمز|ارقام',
  he: 'קוד|הקוד|ספרות',
  hi: 'कोड|अंक',
  bn: 'কোড',
  ta: 'குறியீடு',
  th: 'รหัส',
  vi: 'mã số',
  zh: '码|碼|代码|令牌|口令|代號',
  ja: 'コード|認証番号|確認番号|数字|トークン',
  ko: '코드|번호|숫자',
  ka: 'კოდი|კოდს|კოდის',
  hy: 'կոդ*|ծածկագիր*',
  lt: 'kodas|kodą|kodo',
  lv: 'kods|kodu',
  et: 'kood|koodi|*kood',
}

/** Words that beside one for code make a name of a one-time code. */
export const VERIFY: Meanings = {
  en: `verif*|confirm*|authent*|auth|authorization|authorisation|authorize|security|secure|login|log in|
    sign in|signin|activation|validat*|approval*|challenge|identification|temporary|6 digit|six digit|
    8 digit|6 digits|six digits|vcode|texted|emailed|generated by|from your app|sms|device confirmation`,
  id: `verifikasi|autentikasi|otentikasi|konfirmasi|keamanan|aktivasi|validasi|6 digit|enam digit|6 angka|
    rahasia|dikirim*|kirim*`,
  ms: 'pengesahan|keselamatan',
  de: `bestätig*|verifiz*|verifik*|authenti*|sicherheits*|anmelde*|freigabe*|prüf*|aktivierung*|
    6 stellig*|sechsstellig*|zugangscode`,
  fr: 'vérif*|authentif*|sécurité|validation|connexion|6 chiffres|six chiffres|reçu',
  es: 'autentic*|verific*|seguridad|validación|6 dígitos|seis dígitos|recibido|ingreso',
  pt: 'segurança|validação|6 dígitos|seis dígitos|recebido',
  it: 'conferma|autentica*|sicurezza|convalida|6 cifre|sei cifre|ricevuto',
  nl: `bevestig*|beveilig*|inlog*|verificatie*|6 cijfer*|zescijferig*|aanmeld*|authenticatie*`,
  sv: 'bekräft*|säkerhets*|autentis*|inlogg*|6 siffr*|sexsiffrig*',
  da: 'bekræft*|sikkerheds*|godkend*|6 cifr*|sekscifret',
  nb: 'bekreft*|sikkerhets*|godkjenn*|6 sifre*|sekssifret',
  fi: 'vahvist*|todenn*|varmen*|turva*|tunnist*|6 numero*|kuusinumero*',
  pl: 'weryfik*|potwierdz*|uwierzytel*|bezpieczeń*|autoryz*|6 cyfr*|sześciocyfr*|aktywac*',
  cs: 'ověř*|overo*|potvrz*|potvrd*|autentiz*|autentif*|bezpečnost*|6místn*|šestimístn*',
  hu: 'ellenőrz*|megerősít*|hitelesít*|biztonsági|6 jegyű|hatjegyű|igazol*',
  ro: 'autentific*|securit*|6 cifre|șase cifre',
  hr: 'potvrd*|verifik*|provjer*|sigurnos*|provera|potrditven*|overitven*|6 znamenk*',
  ru: `подтвержд*|проверк*|провероч*|аутентиф*|безопасност*|верифик*|авториз*|активац*|защит*|
    6 значн*|шестизначн*|6 цифр|из приложения|из смс|из sms|из письма`,
  uk: 'підтвердж*|перевір*|автентиф*|безпек*|верифік*',
  bg: 'потвърж*|проверка|верификац*|удостовер*|сигурност',
  el: 'επαλήθευσ*|επιβεβαίωσ*|ταυτοποίησ*|ασφαλεί*|ελέγχου|6ψήφι*|εξαψήφι*|πιστοποίησ*',
  tr: 'doğrula*|onay*|güvenlik*|aktivasyon|6 haneli|altı haneli|giriş',
  az: 'təsdiq*|doğrula*|təhlükəsizlik',
  ar: `التحقق|تحقق|التأكيد|تأكيد|المصادقة|مصادقة|الأمان|التفعيل|تفعيل|المرسل|6 أرقام|المكون`,
  fa: `تایید|تأیید|تائید|احراز|امنیتی|فعال سازی|فعالسازی|ارسال شده|ارسالی|6 رقمی|ورود|پیامک`,
  he: 'אימות|האימות|אישור|אבטחה|6 ספרות|זיהוי|שנשלח',
  hi: 'सत्यापन|पुष्टि|प्रमाणीकरण|सुरक्षा',
  bn: 'যাচাই*|নিশ্চিত*|নিরাপত্তা',
  ta: 'சரிபார்ப்பு',
  th: 'ยืนยัน|ตรวจสอบ|ความปลอดภัย|6 หลัก',
  vi: 'xác thực|xác minh|xác nhận|bảo mật|6 chữ số|6 số|kích hoạt',
  zh: '验证|驗證|认证|認證|校验|校驗|动态|動態|确认|確認|安全码|安全碼|6位|六位|短信|簡訊',
  ja: '認証|確認|検証|セキュリティ|6桁|六桁|本人',
  ko: '인증|확인|보안|6자리|여섯 자리|전송된',
  ka: 'დადასტურ*|ვერიფიკაცი*|უსაფრთხო*',
  hy: 'հաստատ*|վավերաց*',
  lt: 'patvirtin*|patikr*|saugos',
  lv: 'apstiprin*|verifikāc*|drošīb*',
  et: 'kinnitus*|turva*',
  kk: 'растау',
}

/** Whole phrases, where word and word apart would be found in other languages too. */
export const PHRASES: Meanings = {
  en: `enter code|enter the code|enter your code|code we sent|code sent|sent you a code|we sent a code|
    sent a code|sent code|sms code|code from your app|code from the app|code from app|code from your phone|verification number|
    verification pin|security pin|digit code|digit verification|smscode|verifycode|verificode|checkcode|
    vcode|confirm code|email code`,
  id: 'masukkan kode yang|kode yang dikirim|kode yang kami kirim|kode dari aplikasi|kode yang tertera di aplikasi',
  vi: `mã xác thực|mã xác minh|mã xác nhận|mã bảo mật|mã otp|nhập mã|mã kích hoạt|mã gồm`,
  ko: '인증번호|인증코드|인증 코드|인증 번호|확인 코드|보안코드|보안 코드',
  ja: '認証コード|認証番号|確認コード|確認番号|検証コード|セキュリティコード|認証キー',
  zh: '短信验证码|邮箱验证码|郵箱驗證碼|手机验证码|校验码|确认码',
  fr: 'code reçu|saisir le code|entrez le code',
  es: 'ingrese el código|introduce el código|introduzca el código|código recibido|código que',
  de: 'code eingeben|geben sie den code|zugesandten code',
}

/** Where an authenticator's code is named. */
export const AUTHENTICATOR: Meanings = {
  en: `authenticator*|authentication app|authentication application|authenticating app|authy|totp*|
    two factor app|2fa app|auth app|verification app|from your app|from the app|otp app|
    security app|mobile app|1password|oathtool|oath*|time based|google code|googlecode|google auth|
    two factor|2fa*|mfa*|twofactor*|scan the qr|scan qr|qr code`,
  id: 'aplikasi autentik*|aplikasi otentik*|autentikator|otentikator|dari aplikasi|pindai kode qr|dua faktor',
  de: 'authentifizierungs app|authentifikator|authenticator app|zwei faktor',
  fr: 'application d authentification|application authentif*|deux facteurs',
  es: 'aplicación de autenticación|aplicación autenticadora|app de autenticación|dos factores',
  pt: 'aplicativo autenticador|aplicativo de autenticação|app autenticador|dois fatores',
  it: 'app di autenticazione|applicazione di autenticazione|due fattori',
  nl: 'authenticatie app|verificatie app|tweefactor*',
  ru: 'приложени* аутентиф*|приложения аутентификатор*|аутентификатор*|двухфакторн*',
  pl: 'aplikacj* uwierzytelniając*|dwuskładnikow*',
  tr: 'doğrulayıcı*|kimlik doğrulama uygulama*|iki faktör*',
  ar: 'تطبيق المصادقة|المصادقة الثنائية',
  fa: 'دو مرحله ای|دو عاملی',
  he: 'אפליקציית האימות|דו שלבי|דו גורמי',
  zh: '谷歌|google验证|google 验证|身份验证器|身分驗證器|验证器|驗證器|两步|双重|双因素|动态口令',
  ja: '認証アプリ|二段階|2段階|二要素|2要素',
  ko: 'otp앱|인증 앱|인증앱|2단계|이중 인증',
  vi: 'ứng dụng xác thực|hai yếu tố|2 lớp',
  th: 'แอปยืนยันตัวตน|สองขั้นตอน',
}
