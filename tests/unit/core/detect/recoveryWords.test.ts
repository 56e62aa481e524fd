import { describe, expect, it } from 'vitest'
import { findCodeTargets } from '@/utils/core/detect/findCodeTargets'
import { findPageKind } from '@/utils/core/detect/findPageKind'
import { makeTraits } from './makeTraits'

/** How pages ask for a code that the person keeps on paper: in a sentence, inflected, in the plural. */
const ASKED: readonly (readonly [string, string])[] = [
  ['en', 'Enter one of your back-up codes'],
  ['en', 'Enter an emergency scratch code'],
  ['en', 'Type one of the reserve codes you saved'],
  ['id', 'Masukkan salah satu kode cadangan Anda'],
  ['id', 'Ketik kode pemulihanmu'],
  ['ms', 'Masukkan salah satu kod sandaran anda'],
  ['de', 'Geben Sie einen Ihrer Wiederherstellungscodes ein'],
  ['de', 'Geben Sie einen Notfallcode ein'],
  ['fr', 'Saisissez l’un de vos codes de secours'],
  ['fr', 'Saisissez un code d’urgence'],
  ['es', 'Introduce uno de tus códigos de respaldo'],
  ['ca', 'Introduïu un dels codis de recuperació'],
  ['pt', 'Digite um dos seus códigos de recuperação'],
  ['it', 'Inserisci uno dei tuoi codici di ripristino'],
  ['nl', 'Voer een van uw noodcodes in'],
  ['nl', 'Voer een herstelcode in'],
  ['sv', 'Ange en av dina återställningskoder'],
  ['sv', 'Ange en av reservkoderna'],
  ['da', 'Indtast en af dine genoprettelseskoder'],
  ['nb', 'Skriv inn en av gjenopprettingskodene'],
  ['is', 'Sláðu inn einn af varakóðunum þínum'],
  ['fi', 'Anna jokin varakoodeistasi'],
  ['fi', 'Anna palautuskoodi'],
  ['pl', 'Wpisz jeden z kodów zapasowych'],
  ['cs', 'Zadejte jeden ze záložních kódů'],
  ['sk', 'Zadajte jeden zo záložných kódov'],
  ['sl', 'Vnesite eno od obnovitvenih kod'],
  ['hu', 'Adja meg az egyik helyreállítási kódot'],
  ['ro', 'Introduceți unul dintre codurile de rezervă'],
  ['hr', 'Unesite jedan od rezervnih kodova'],
  ['sr', 'Унесите један од резервних кодова'],
  ['sr', 'Унесите код за опоравак'],
  ['ru', 'Введите один из резервных кодов'],
  ['ru', 'Введите запасной код'],
  ['uk', 'Введіть один із резервних кодів'],
  ['bg', 'Въведете един от кодовете за възстановяване'],
  ['el', 'Πληκτρολογήστε έναν από τους εφεδρικούς κωδικούς'],
  ['el', 'Πληκτρολογήστε έναν κωδικό ανάκτησης'],
  ['tr', 'Yedek kodlarınızdan birini girin'],
  ['tr', 'Kurtarma kodunu girin'],
  ['az', 'Ehtiyat kodlarınızdan birini daxil edin'],
  ['ar', 'أدخل أحد رموز الاسترداد'],
  ['ar', 'أدخل أحد الرموز الاحتياطية'],
  ['fa', 'یکی از کدهای پشتیبان را وارد کنید'],
  ['he', 'הזינו אחד מקודי הגיבוי'],
  ['hi', 'अपना एक बैकअप कोड दर्ज करें'],
  ['bn', 'একটি ব্যাকআপ কোড লিখুন'],
  ['th', 'ป้อนรหัสสำรองหนึ่งรหัส'],
  ['vi', 'Nhập một trong các mã dự phòng'],
  ['zh', '请输入一个备用代码'],
  ['zh', '請輸入一組救援碼'],
  ['ja', 'バックアップコードを入力してください'],
  ['ja', '復元コードを入力してください'],
  ['ko', '백업 코드 중 하나를 입력하세요'],
  ['ka', 'შეიყვანეთ აღდგენის კოდი'],
  ['lt', 'Įveskite vieną iš atkūrimo kodų'],
  ['lv', 'Ievadiet vienu no atkopšanas kodiem'],
  ['et', 'Sisestage üks taastekoodidest'],
  ['sw', 'Weka mojawapo ya misimbo ya akiba'],
]

describe('a recovery code', () => {
  it.each(ASKED)('%s: is never filled where a page asks "%s"', (_language, asked) => {
    const near = `Two-factor authentication\n${asked}`
    const field = makeTraits({
      names: 'otp',
      autocomplete: 'one-time-code',
      inputMode: 'numeric',
      maxLength: 8,
      near,
      before: near,
      page: 'Two-factor authentication',
    })
    expect(findCodeTargets([field])).toEqual([])
    expect(findPageKind([field])).toBe('recovery')
  })

  it.each(ASKED)('%s: is never filled where a label says "%s"', (_language, label) => {
    const field = { names: 'code', autocomplete: 'one-time-code', label, page: 'Two-factor' }
    expect(findCodeTargets([makeTraits(field)])).toEqual([])
  })

  it.each([
    'Enter the 6-digit code from your app. Lost your phone? Enter a recovery code.',
    'Enter the code of your authenticator app or one of your recovery codes',
    'Masukkan kode dari aplikasi autentikator atau kode cadangan',
    'Codes are made by your app.\nYou can use a backup code too',
  ])('may be named beside the code that is asked: "%s"', (near) => {
    const field = { names: 'otp', maxLength: 6, near, before: near }
    expect(findCodeTargets([makeTraits(field)])).toHaveLength(1)
  })
})
