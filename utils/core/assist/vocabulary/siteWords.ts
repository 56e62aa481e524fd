import type { Meanings } from '../../detect/vocabulary/meanings'

/**
 * How sites say why they refuse, by language: whole phrases, because the words alone stand on any page.
 * The notation is that of core/detect/vocabulary.
 */
export const SITE_WORDS = {
  maintenance: {
    en: `under maintenance|down for maintenance|maintenance in progress|undergoing maintenance|
      temporarily unavailable|currently unavailable|be back soon|system maintenance`,
    id: `sedang dalam pemeliharaan|dalam pemeliharaan|sedang pemeliharaan|pemeliharaan sistem|
      sedang dalam perbaikan|sedang maintenance|dalam maintenance|sementara tidak dapat diakses|
      sementara tidak tersedia|sistem sedang gangguan`,
    de: 'wartungsarbeiten|vorübergehend nicht verfügbar|wird gewartet',
    fr: 'en cours de maintenance|en maintenance|temporairement indisponible',
    es: 'en mantenimiento|no disponible temporalmente|temporalmente no disponible',
    pt: 'em manutenção|temporariamente indisponível',
    it: 'in manutenzione|temporaneamente non disponibile',
    nl: 'in onderhoud|tijdelijk niet beschikbaar',
    ru: 'технические работы|техническое обслуживание|временно недоступ*',
    tr: 'bakım çalışması|geçici olarak kullanılamıyor',
    ar: 'تحت الصيانة|قيد الصيانة',
    zh: '系统维护|维护中|暂时无法访问',
    ja: 'メンテナンス中|一時的にご利用いただけません',
    ko: '점검 중|일시적으로 이용할 수 없',
    vi: 'đang bảo trì|tạm thời không khả dụng',
    th: 'ปิดปรับปรุง',
  },
  lockout: {
    en: `too many attempts|too many failed attempts|too many tries|too many incorrect|too many wrong|
      too many login attempts|too many requests|account is locked|account has been locked|
      account was locked|account locked|temporarily locked|temporarily blocked|try again later`,
    id: `terlalu banyak percobaan|terlalu banyak mencoba|terlalu sering mencoba|percobaan gagal|
      melebihi batas percobaan|akun anda terkunci|akun terkunci|akun dikunci|akun anda dikunci|
      akun diblokir|akun anda diblokir|diblokir sementara|terkunci sementara|coba lagi nanti|
      silakan coba beberapa saat lagi|silahkan coba beberapa saat lagi`,
    de: 'zu viele versuche|zu viele fehlversuche|konto gesperrt|konto ist gesperrt|später erneut',
    fr: 'trop de tentatives|compte verrouillé|compte bloqué|réessayer plus tard|réessayez plus tard',
    es: 'demasiados intentos|cuenta bloqueada|inténtelo más tarde|intente más tarde',
    pt: 'muitas tentativas|conta bloqueada|tente novamente mais tarde',
    it: 'troppi tentativi|account bloccato|riprova più tardi',
    nl: 'te veel pogingen|account geblokkeerd|probeer het later',
    ru: 'слишком много попыток|превышено количество попыток|аккаунт заблокирован|попробуйте позже',
    tr: 'çok fazla deneme|hesabınız kilitlendi|daha sonra tekrar deneyin',
    ar: 'محاولات كثيرة|عدد كبير من المحاولات|تم قفل حسابك',
    zh: '尝试次数过多|次数过多|账号已锁定|账户已锁定|稍后再试',
    ja: '試行回数が多すぎます|アカウントがロック|後でもう一度',
    ko: '시도 횟수|계정이 잠|나중에 다시',
    vi: 'quá nhiều lần|tài khoản bị khóa|thử lại sau',
    th: 'พยายามหลายครั้งเกินไป|บัญชีถูกล็อก',
  },
  'not-enrolled': {
    en: `not enrolled|no two step verification|two step verification yet|
      two factor authentication is not enabled|has not been set up|not set up two`,
    id: `belum diaktifkan|belum mengaktifkan|belum terdaftar|lakukan aktivasi|aktivasi terlebih dahulu`,
    de: 'nicht eingerichtet',
    fr: 'n est pas activée',
    es: 'no está activada',
  },
  inactive: {
    en: `account is inactive|account has expired|account expired|account is disabled|account disabled|
      account suspended|account has been suspended|account is deactivated`,
    id: `akun tidak aktif|akun anda tidak aktif|akun kedaluwarsa|akun kadaluarsa|akun dinonaktifkan|
      akun anda dinonaktifkan|akun ditangguhkan`,
    de: 'konto ist deaktiviert|konto deaktiviert',
    fr: 'compte désactivé|compte inactif',
    es: 'cuenta desactivada|cuenta inactiva',
    pt: 'conta desativada|conta inativa',
  },
  password: {
    en: `wrong password|incorrect password|password is incorrect|invalid password|password is wrong|
      invalid username or password|incorrect username or password|username or password is incorrect`,
    id: `kata sandi salah|password salah|sandi salah|kata sandi tidak sesuai|kata sandi anda salah|
      nama pengguna atau kata sandi salah|username atau password salah`,
    de: 'falsches passwort|passwort ist falsch|kennwort ist falsch',
    fr: 'mot de passe incorrect',
    es: 'contraseña incorrecta',
    pt: 'senha incorreta',
    it: 'password errata',
    nl: 'verkeerd wachtwoord|onjuist wachtwoord',
    ru: 'неверный пароль',
    tr: 'şifre yanlış|hatalı şifre',
    zh: '密码错误',
    ja: 'パスワードが正しくありません|パスワードが間違っています',
    ko: '비밀번호가 올바르지',
  },
  reused: {
    en: `already been used|used already|already used|code was used|has been used|wait for the next|
      wait for a new code`,
    id: `sudah pernah digunakan|sudah digunakan|telah digunakan|tunggu hingga kode baru|
      tunggu kode berikutnya`,
    de: 'bereits verwendet|wurde bereits benutzt',
    fr: 'déjà été utilisé|déjà utilisé',
    es: 'ya ha sido utilizado|ya fue utilizado|ya se ha usado|ya usado',
    pt: 'já foi utilizado|já foi usado',
    it: 'già stato utilizzato|già usato',
    nl: 'al gebruikt',
    ru: 'уже использован*',
    tr: 'zaten kullanıl*',
    zh: '已被使用|已使用',
    ja: '使用済み|すでに使用',
    ko: '이미 사용',
  },
  session: {
    en: `session has expired|session expired|your session timed out|session timeout|timed out|
      sign in again|log in again`,
    id: `sesi anda telah berakhir|sesi telah berakhir|sesi berakhir|sesi habis|sesi anda habis|
      sesi kedaluwarsa|silakan masuk kembali|silakan login kembali`,
    de: 'sitzung abgelaufen|sitzung ist abgelaufen',
    fr: 'session expirée|session a expiré',
    es: 'sesión ha expirado|sesión expirada|sesión caducada',
    pt: 'sessão expirou|sessão expirada',
    ru: 'сессия истекла|сеанс истек',
    zh: '会话已过期|登录超时',
    ja: 'セッションの有効期限',
  },
  expired: {
    en: 'code has expired|code expired|expired code|code is no longer valid',
    id: 'kode kedaluwarsa|kode sudah kedaluwarsa|kode telah kedaluwarsa|kode kadaluarsa|kode sudah tidak berlaku',
    de: 'code ist abgelaufen|code abgelaufen',
    fr: 'code a expiré|code expiré',
    es: 'código ha caducado|código ha expirado|código expirado',
    pt: 'código expirou|código expirado',
    ru: 'код истек|срок действия кода',
    zh: '验证码已过期',
    ja: 'コードの有効期限',
  },
} as const satisfies Record<string, Meanings>
