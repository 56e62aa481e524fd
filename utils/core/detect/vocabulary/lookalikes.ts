import type { Meanings } from './meanings'

/** Fields that look like code fields by their words and must never receive a code, whatever else is said. */
export const LOOKALIKES = {
  recovery: {
    en: `recovery*|*recovery|backup code*|backup otp*|backup token*|backup_code|backupcode*|backup|back up code*|
      back up key*|rescue|scratch|emergency code*|emergency|spare code*|reserve code*|fallback code*|fall back code*|
      restore code*|backup key|bypass code*|static token|reset code from|break glass|saved code*|printed code*`,
    id: 'pemulihan*|cadangan*|kode darurat|kode pulih|kode penyelamat|kode gosok',
    ms: 'sandaran|kod kecemasan|kod simpanan',
    tl: 'pagbawi|pang emergency',
    de: `wiederherstell*|backup code*|notfall*|ersatzcode*|reservecode*|sicherungscode*|notcode*|rettungscode*|
      ersatzschlüssel*|rubbelcode*|ersatz code*|reserve code*|notfall code*|einmal ersatz*`,
    fr: 'récupération|de secours|secours|de sauvegarde|de restauration|d urgence|de repli|à gratter',
    es: `recuperación|respaldo|copia de seguridad|de emergencia|código de reserva|códigos de reserva|de rescate|
      de contingencia|de restauración`,
    ca: 'recuperació|còpia de seguretat|d emergència|de reserva|de rescat',
    gl: 'de emerxencia|de respaldo',
    eu: 'berreskura*|babeskopia*|larrialdi*|ordezko*',
    pt: `código de recuperação|de recuperação|cópia de segurança|de backup|de reserva|de emergência|
      de contingência|de restauração|de resgate`,
    it: 'di recupero|recupero|di riserva|di emergenza|di ripristino|di scorta|di backup',
    nl: 'herstel*|back up code*|reserve code*|reservecode*|noodcode*|nood code*|noodherstel*|kraskode*|krascode*',
    af: 'rugsteun*|noodkode*',
    sv: `återställ*|reservkod*|säkerhetskopi*|nödkod*|backupkod*|räddningskod*|skrapkod*|reservnyck*|ersättningskod*`,
    da: `gendan*|genopret*|nødkode*|reservekode*|backupkode*|sikkerhedskopi*|redningskode*|skrabekode*`,
    nb: 'gjenopprett*|sikkerhetskopi*|reservekode*|nødkode*|backupkode*|skrapekode*',
    is: 'endurheimt*|varakóð*|neyðarkóð*|öryggisafrit*|endurreisn*',
    fi: 'palautus*|varakood*|varmuuskoo*|varmuuskopio*|hätäkood*|varatunnu*|pelastuskood*|raaputus*',
    pl: `odzyskiwan*|odzyskani*|zapasow*|awaryjn*|ratunkow*|rezerwow*|zdrapk*`,
    cs: `obnovovac*|obnovovací*|záložn*|obnovení|obnovenie|obnovenia|obnovy|záchran*|zálohov*|nouzov*|núdzov*|
      náhradní kód*|náhradný kód*|náhradné kód*|rezervný kód*|rezervní kód*`,
    hu: `helyreállít*|biztonsági mentés*|visszaállít*|tartalék*|biztonsági másolat*|vészhelyzet*|vészkód*|
      mentőkód*|mentési kód*|pótkód*`,
    ro: 'de recuperare|recuperare|recuperării|de rezervă|de urgență|de salvare|de restaurare',
    hr: `oporav*|rezervn*|pričuvn*|obnovitv*|obnovitev|obnovo|za hitne|za nužd*|sigurnosn* kopij*|varnostn* kopij*|
      zasiln*|povrat* pristup*`,
    sq: 'rikuperim*|rezerv*|emergjenc*',
    sr: 'опорав*|хитн*',
    mk: 'обновувањ*|обнова|итни',
    ru: 'восстановлен*|резервн*|запасн*|аварийн*|экстренн*|бэкап*|бекап*|скретч*',
    uk: 'відновлен*|запасн*|резервн*|аварійн*|екстрен*',
    be: 'аднаўлен*|рэзервов*|запасн*',
    bg: 'възстановяван*|възстановителн*|аварийн*|спешн*',
    mn: 'сэргээх|нөөц*',
    kk: 'қалпына келтіру*|сақтық код*|қосалқы код*',
    uz: 'zaxira*|tiklash*',
    el: `ανάκτησ*|εφεδρικ*|αντίγραφο*|αντιγράφων|έκτακτης ανάγκης|επαναφορά*|αποκατάστασ*`,
    tr: 'kurtarma*|yedek*|acil durum*|geri yükleme*',
    az: 'bərpa*|ehtiyat*|yedək*',
    ar: `الاسترداد|استرداد|لاسترداد|للاسترداد|الاسترجاع|استرجاع|الاحتياطي*|احتياطي*|النسخ الاحتياطي|الطوارئ|
      طوارئ|للطوارئ|الاستعادة|استعادة|الإنقاذ`,
    fa: 'بازیابی|پشتیبان*|اضطراری|بازگردانی|یدکی',
    ur: 'بازیافت|بیک اپ|ہنگامی|بحالی',
    he: 'שחזור|השחזור|לשחזור|גיבוי|הגיבוי|לגיבוי|חירום|החירום|רזרבי*',
    hi: 'रिकवरी|बैकअप|बैक अप|पुनर्प्राप्ति|आपातकालीन|आपात',
    mr: 'पुनर्प्राप्ती',
    ne: 'जगेडा',
    bn: 'পুনরুদ্ধার|ব্যাকআপ|রিকভারি|জরুরি',
    ta: 'மீட்பு*|காப்பு*|அவசர*',
    te: 'రికవరీ|బ్యాకప్|అత్యవసర',
    th: 'กู้คืน|สำรอง|ฉุกเฉิน',
    lo: 'ສຳຮອງ|ກູ້ຄືນ',
    km: 'បម្រុង|សង្គ្រោះ',
    my: 'အရန်|ပြန်လည်ရယူ',
    vi: 'khôi phục|dự phòng|phục hồi|khẩn cấp|sao lưu|cứu hộ',
    zh: `恢复|恢復|备用|備用|备份|備份|救援|还原码|還原碼|应急|應急|紧急|緊急|后备|後備|复原|復原|刮刮`,
    ja: '復旧|リカバリ|バックアップ|回復|予備|復元|緊急|非常用|スクラッチ',
    ko: '복구|백업|비상|예비|긴급',
    ka: 'აღდგენ*|სარეზერვო*|სათადარიგო*',
    hy: 'վերականգն*|պահուստ*|պահեստ*',
    lt: 'atkūrim*|atsargin*|atgavim*|avarin*',
    lv: 'atkopšan*|atgūšan*|atjaunošan*|rezerves|dublējum*|avārijas',
    et: 'taaste*|varukood*|varukoop*|tagavara*|hädakood*',
    sw: 'urejesh*|chelezo|akiba|dharura',
  },
  captcha: {
    en: `captcha*|*captcha|anti spam|antispam|security image|image code|verification image|picture code|
      letters shown|characters shown|text in the image|numbers shown in|code shown|shown in the image|
      shown in the picture|from the image|see in the image|characters you see|imgcode|img code|
      captchacode|kaptcha|validatecode img|security question|human`,
    id: 'kode sebelah|gambar di samping|ketik ulang kode|kode pada gambar|karakter pada gambar|kode di atas|kode gambar|kode pengaman',
    de: 'zeichen im bild|aus dem bild|im bild|spamschutz|sicherheitsfrage',
    fr: 'anti robot|antispam|de l image|caractères de l image|recopi*',
    es: 'de la imagen|código de la imagen|caracteres de la imagen|no soy un robot',
    pt: 'da imagem|caracteres da imagem|código da imagem',
    it: 'nell immagine|dell immagine|dall immagine',
    nl: 'afbeelding',
    pl: 'z obrazka|z obrazku',
    cs: 'z obrázku|opište',
    ru: 'с картинки|на картинке|картинк*|с изображения|капч*|символы с',
    uk: 'з картинки|капч*|із зображення',
    tr: 'resimdeki|resimde|görseldeki|güvenlik resmi|işlemin sonucu',
    ar: 'الصورة|كابتشا',
    fa: 'کد امنیتی|تصویر|کپچا',
    he: 'בתמונה',
    th: 'ในภาพ|ตามภาพ',
    vi: 'mã captcha|trong hình|mã hình|trong ảnh',
    zh: '图形|圖形|图片|圖片|图像|看不清|右图|如图|换一张|附加码|附加碼|計算結果',
    ja: '画像|画像認証|文字認証',
    ko: '자동입력|보안문자|자동등록방지|이미지',
  },
  commerce: {
    en: `coupon*|promo*|promotion*|promocode*|voucher*|discount*|gift*|giftcard*|redeem*|rebate|offer code|
      deal code|campaign code|loyalty|referral*|refer a friend|referred|affiliate*|invit*|invitation*|
      sponsor*|partner code|creator code|source code|priority code|catalog code|reward*|
      ticket code|ticket number|order number|order id|order no|quantity|amount|cashback`,
    id: `kupon*|kode promo|diskon|potongan|undangan|rujukan|pengajak|hadiah|afiliasi|kode agen|kode reseller|
      nominal|jumlah`,
    de: 'gutschein*|rabatt*|aktionscode*|empfehlung*|einladung*|geschenk*|werbe*|bestellnummer',
    fr: 'coupon*|code promo|bon de réduction|code cadeau|carte cadeau|parrain*|invitation|réduction|code avantage',
    es: 'cupón|descuento|vale|promoción|código promocional|regalo|invitación|referido*|patrocinador|código de promoción',
    pt: 'cupom|cupão|desconto|vale presente|convite|indicação|promocional',
    it: 'buono|sconto|promozional*|coupon|regalo|invito|amico',
    nl: 'kortingscode*|cadeau*|actiecode*|uitnodig*|tegoed*',
    sv: 'rabattkod*|presentkort*|kampanjkod*|värdekod*|inbjudning*',
    da: 'rabatkode*|gavekort*|kampagnekode*|invitations*',
    nb: 'rabattkode*|gavekort*|verdikode*',
    fi: 'alennus*|lahjakort*|kampanjakood*|kutsu*',
    pl: 'rabat*|kupon*|promocyjn*|podarunkow*|zaprosze*|polecając*|zniżk*',
    cs: 'slevov*|poukaz*|kupón*|zľavov*|pozvánk*|dárkov*',
    hu: 'kupon*|kedvezmény*|utalvány*|ajándék*|meghívó*',
    ro: 'reducere|voucher|cupon|invitație|cadou',
    ru: 'промокод*|купон*|скидк*|подароч*|приглашен*|инвайт*|реферал*|сертификат*',
    uk: 'промокод*|купон*|знижк*|подарунк*|запрошен*',
    el: 'κουπόνι|έκπτωσ*|δωροκάρτ*|προσφορ*|πρόσκλησ*',
    tr: 'kupon*|indirim*|hediye*|promosyon*|davet*|referans*|kampanya*',
    ar: 'الخصم|خصم|كوبون|قسيمة|القسيمة|الدعوة|دعوة|الإحالة|هدية',
    fa: 'تخفیف|معرف|دعوت|هدیه',
    he: 'קופון|הנחה|הטבה|הזמנה|מתנה',
    hi: 'कूपन|रेफरल|प्रोमो|छूट',
    bn: 'কুপন|প্রোমো',
    th: 'ส่วนลด|คูปอง|โปรโมชั่น|คำเชิญ|แนะนำ|โค้ดส่วนลด',
    vi: 'giảm giá|khuyến mãi|khuyến mại|ưu đãi|giới thiệu|mã mời|quà tặng',
    zh: '优惠|優惠|折扣|邀请|邀請|推荐码|推薦碼|兑换|兌換|礼品|禮品|促销|推荐人|卡密',
    ja: 'クーポン|プロモーション|割引|招待|紹介|ギフト|キャンペーン|優待',
    ko: '쿠폰|할인|초대|추천|프로모션|상품권|기프트',
  },
  postal: {
    en: 'zip|zipcode|zip code|postal|postcode|post code|postalcode|eircode|*zip|zip*',
    id: 'kode pos|kodepos|kodewilayah|kode wilayah',
    de: 'plz|postleitzahl',
    fr: 'code postal|codepostal',
    es: 'código postal|codigopostal',
    pt: 'cep|código postal',
    it: 'cap|codice postale|c a p',
    nl: 'postcode',
    sv: 'postnummer|postnr',
    fi: 'postinumero',
    pl: 'kod pocztowy|pocztow*',
    cs: 'psč|psc',
    hu: 'irányítószám',
    ro: 'cod poștal|poștal',
    ru: 'почтовый индекс|индекс',
    uk: 'поштовий індекс',
    el: 'ταχυδρομικ*|τκ',
    tr: 'posta kodu',
    ar: 'الرمز البريدي|البريدي',
    fa: 'کد پستی|کدپستی|پستی',
    he: 'מיקוד',
    hi: 'पिन कोड|पिनकोड',
    th: 'รหัสไปรษณีย์|ไปรษณีย์',
    vi: 'mã bưu|mã bưu chính|bưu điện',
    zh: '邮编|邮政编码|郵遞區號|郵政編碼',
    ja: '郵便番号',
    ko: '우편번호|우편',
  },
  card: {
    en: `cvv*|*cvv|cvc*|*cvc|cvn|csc|cid|card number|cardnumber|card no|card security|card code|card pin|
      card verification|verification value|expir*|expiry|mm yy|credit card|debit card|creditcard*|ccnum*|
      iban|bic|swift|sort code|sortcode|routing number|routing|account number|accountnumber|account no|
      branch code|branch|blik|ifsc|upi|bank code|cheque|atm pin|pin atm|last four|last 4|name on card|cardholder`,
    id: 'nomor kartu|kartu kredit|kartu debit|nomor rekening|no rekening|kode bank|masa berlaku|pin kartu|3 digit di belakang',
    de: 'kartennummer|kartenprüf*|prüfnummer|prüfziffer|bankleitzahl|blz|kontonummer|kreditkart*',
    fr: 'cryptogramme|carte bancaire|numéro de carte|code banque|code guichet|clé rib',
    es: 'tarjeta|clabe|número de cuenta|código bancario',
    pt: 'cartão|agência|conta corrente|cvv',
    it: 'carta di credito|numero carta|della carta|codice bancario|abi|cab',
    nl: 'kaartnummer|creditcard*|rekeningnummer',
    pl: 'karty|numer konta|kod blik',
    cs: 'karty|číslo účtu|variabilní symbol',
    ru: 'карты|номер карты|бик|счет*|счёт*|на обороте',
    uk: 'картки',
    tr: 'kart numarası|kart no|kredi kartı|son kullanma|hesap no',
    ar: 'البطاقة|بطاقة|رقم الحساب',
    fa: 'شماره کارت|کارت|شبا|cvv2',
    he: 'כרטיס|בגב הכרטיס|חשבון בנק',
    th: 'บัตรเครดิต|เลขที่บัตร|เลขบัญชี',
    vi: 'số thẻ|số tài khoản|mã ngân hàng',
    zh: '卡号|卡號|信用卡|有效期|银行卡|安全码cvv',
    ja: 'カード番号|クレジットカード|カード|口座番号|支店',
    ko: '카드|카드번호|계좌번호',
  },
  product: {
    en: `license*|licence*|product key|productkey|product code|serial*|activation key|registration key|
      software key|cd key|steam key|key code|voucher code|imei|sku|barcode|upc|ean|gtin|isbn|asin|hs code|
      hscode|tariff|item code|item no|part number|model number|asset|batch|lot number|vin|plate|
      color code|colour code|hex|company code|organisation code|organization code|tenant code|
      merchant code|customer code|client code|school code|district code|agency code|employee code|staff code|
      vendor code|supplier code|dealer code|agent code|site code|store code|zone code|parking code|parking zone|location code|
      attendance code|membership number|membership code|member number|card holder code|account code|project number|token number|
      application status|printed on your receipt|printed on your slip|queue number|ballot|lottery|raffle|error code|status code|airport code|iata|icao|stock code|ticker|
      qr code text|exam code|course code|class code|student code|subject code|department code|lesson code|
      discussion code|project code|cost code|gl code|currency code|country code|area code|dial code|dialcode|
      dialing code|dialling code|language code|state code|region code|phone code prefix|calling code|
      locale|html|css|javascript|snippet|embed code|regex|sql|tax code|diagnosis|icd|naics|fips|
      ssn|social security|passport|national id|driver|tracking|track*|shipment|parcel|consignment|
      waybill|awb|shipping code|booking|reservation|pnr|record locator|confirmation number|itinerary|
      reference number|reference code|ref no|case number|claim number|policy number|ticket|
      meter|invoice|receipt number|certificate|document code|diploma|transcript`,
    id: `lisensi|nomor seri|kode barang|kode produk|kode booking|kode pemesanan|nomor resi|no resi|resi|
      kode negara|kode area|kode mata|kode kelas|kode prodi|kode matkul|kode akun|kode transaksi|kode kursus|
      kode toko|kode cabang|kode perusahaan|kode karyawan|kode dosen|kode guru|kode sekolah|kode ujian|
      kode qr|kode batang|nik|nisn|nip|npwp|nomor kk|no kk|faktur|sertifikat|nomor induk|kode jurusan|
      kode presensi|kode absen*|kode kehadiran|kode hadir|kode organisasi|kode instansi|kode mitra|kode anggota|
      nomor antrean|nomor antrian|undian|kode zona|kode parkir|kode lokasi|kode klien|kode pasien|kode unit|kode satuan|kode supplier|kode pelanggan|kode gudang|plat nomor|kode penerbangan|kode kategori`,
    de: `mandant*|firmencode|firmenkennung|kundencode|organisationscode|anwesenheit*|mitgliedsnummer|lizenz*|produktschlüssel|seriennummer|artikelnummer|sendungs*|buchung*|vorgangsnummer|ländervorwahl|
      kundennummer|vorwahl|steuer*|rechnungs*|farbcode|fehlercode|aktenzeichen|kennzeichen`,
    fr: `code entreprise|code société|code client|code établissement|code organisation|code de présence|licence|numéro de série|clé de produit|clé d activation|réservation|numéro de suivi|suivi|colis|
      indicatif|code pays|code barre*|référence|dossier|siret|siren|facture|numéro client`,
    es: `código de empresa|código de cliente|código de organización|código de asistencia|licencia|número de serie|reserva*|localizador|seguimiento|rastreo|código de barras|código de país|
      lada|dni|nif|rfc|curp|factura|código de producto|código de error|expediente|referencia|matrícula`,
    pt: `código da empresa|código do cliente|código de presença|licença|número de série|reserva|localizador|rastre*|código de barras|cpf|cnpj|nota fiscal|
      código do produto|ddd|ddi|protocolo|certificado|documento|placa|matrícula`,
    it: `codice azienda|codice ditta|codice presenza|licenza|numero di serie|prenotazione|spedizione|tracciamento|codice fiscale|partita iva|fattura|
      codice prodotto|codice articolo|codice a barre|prefisso|certificato|documento|pratica|targa|codice cliente`,
    nl: 'bedrijfscode*|organisatiecode*|klantcode*|aanwezigheid*|licentie*|serienummer|boeking*|reserverings*|track*|zending*|landcode|kenteken|factuur*|artikelcode|klantnummer',
    sv: 'licens*|serienummer|bokning*|spårnings*|landskod|personnummer|kollinummer',
    da: 'licens*|serienummer|booking*|sporings*|cpr',
    fi: 'lisens*|sarjanumero|varaus*|seuranta*|henkilötunnus',
    pl: 'kod firmy|kod klienta|kod obecności|licenc*|seryjn*|rezerwac*|przesyłk*|śledzen*|kod kraju|kierunkow*|pesel|nip|faktur*|kreskow*|produktu',
    cs: 'licenč*|sériov*|rezervac*|zásilk*|sledov*|rodné|ičo|předvolba',
    hu: 'licenc*|sorozatszám|foglalás*|csomag*|adószám|országkód|vonalkód',
    ro: 'licență|serie|rezervare|urmărire|cnp|factură|produs',
    ru: `код компании|код организации|код клиента|посещаемост*|лотере*|лицензи*|серийн*|брониров*|отслеживан*|трек номер|трек код|заказ*|код страны|инн|снилс|паспорт*|
      артикул|товар*|штрих*|цвет*|накладн*|ошибк*|квитанц*`,
    uk: 'ліценз*|серійн*|бронюв*|відстежен*|замовлен*|код країни|товар*',
    el: 'άδειας|σειριακ*|κράτησ*|αποστολ*|αφμ|τιμολόγ*',
    tr: `şirket kodu|firma kodu|müşteri kodu|kurum kodu|yoklama*|lisans*|ürün kodu|ürün anahtarı|seri no*|seri numarası|rezervasyon*|takip*|kargo*|ülke kodu|alan kodu|
      tc kimlik|vergi no|fatura*|barkod|renk kodu|plaka|sertifika*|belge*`,
    ar: 'الترخيص|تسلسلي|المنتج|الحجز|حجز|التتبع|تتبع|الشحنة|الدولة|الهوية|الفاتورة|الطلب|الباركود',
    fa: 'لایسنس|سریال|رزرو|رهگیری|پیگیری|کد ملی|کدملی|کشور|محصول|کالا|فاکتور|سفارش',
    he: 'רישיון|סידורי|הזמנה מספר|מעקב|משלוח|מוצר|תעודת זהות|קידומת|חשבונית',
    hi: 'लाइसेंस|बुकिंग|ट्रैकिंग|पैन',
    th: 'รหัสบริษัท|เช็คชื่อ|สลาก|หวย|ใบอนุญาต|การจอง|พัสดุ|ติดตาม|สินค้า|บัตรประชาชน|รหัสประเทศ|รหัสนักศึกษา|รหัสวิชา|รหัสพนักงาน',
    vi: 'mã công ty|mã khách hàng|mã doanh nghiệp|điểm danh|xổ số|bản quyền|sản phẩm|đặt chỗ|đặt phòng|vận đơn|đơn hàng|mã vạch|mã quốc gia|cccd|cmnd|mã số thuế|mã sinh viên|mã nhân viên|tra cứu|mã lớp',
    zh: `企业码|公司代码|公司代號|商户号|考勤|签到|彩票|彩券|许可证|授权码|序列号|序號|激活码|产品|商品|预订|預訂|订单|訂單|快递|物流|追踪|国家|区号|區號|身份证|
      发票|条码|條碼|邀請碼|学号|员工|工号|颜色|编码|编号|编号查询|车牌`,
    ja: '会社コード|企業コード|法人コード|店舗コード|出席|抽選|宝くじ|ライセンス|シリアル|製品|商品|予約|追跡|注文|国番号|市外局番|マイナンバー|請求|伝票|学籍|社員|プロダクト|問い合わせ番号',
    ko: '라이선스|시리얼|제품|상품코드|예약|운송장|송장|주문|국가번호|국가 코드|지역번호|주민등록|사업자|바코드|학번|사번',
  },
  gathering: {
    en: `wordle|guess the word|word game|word puzzle|word of the day|crossword*|hangman|anagram*|six letters|five letters|
      room code|roomcode|room id|room*|game pin|gamepin|game code|gamecode|lobby|join code|joincode|
      join a game|join game|party code|meeting*|webinar*|zoom*|meeting id|meeting code|meetingcode|meeting number|session code|
      classroom|class code|event code|quiz|poll code|team code|group code|lesson|access code|access key|
      host code|conference id|share code|spectat*|player*|table code`,
    id: 'kode kamar|kode ruang*|kode permainan|kode kelas|kode meeting|kode rapat|kode akses|kode tim|kode grup',
    de: 'raumcode|raum code|spiel*|teilnahmecode|zugangscode',
    fr: 'code de la salle|code salon|partie|réunion|code d accès',
    es: 'sala|partida|juego|código de acceso|reunión',
    pt: 'sala|jogo|código de acesso|reunião',
    it: 'stanza|partita|gioco|riunione|codice di accesso',
    ru: 'комнат*|игр*|код доступа|лобби|встреч*',
    pl: 'pokoju|gry|spotkan*|kod dostępu',
    tr: 'oda kodu|oyun*|toplantı*|erişim kodu',
    zh: '房间|房號|房间号|会议|會議|游戏|口令红包',
    ja: 'ルーム|部屋|ゲーム|会議|参加コード',
    ko: '방 코드|방코드|게임|회의|입장 코드|참가 코드',
    th: 'ห้อง|เกม',
    vi: 'phòng|trò chơi',
    ar: 'الغرفة|اللعبة|الاجتماع',
  },
  device: {
    en: `device name|devicename|authenticator name|key name|keyname|search console|pairing|pair code|pair*|device code|devicecode|user code|usercode|device user code|device login|
      device activation|code from tv|on your tv|your tv|tv code|television|console code|code provided by your device|
      code displayed on|displayed on your|shown on your device|shown on your tv|shown on the device|
      link code|linking code|setup code|wifi|wi fi|wps|ssid|bluetooth|homekit|
      authorization code|authorisation code|authorizationcode|oauth*|paste the code|paste code|paste your|
      paste the|callback url|redirect url|
      site verification|meta tag|verification tag|html tag|tracking id|measurement id|pixel id|
      google site verification|webmaster|dns`,
    id: 'nama perangkat|kode perangkat|kode tv|kode pemasangan|kode otorisasi|tempel kode',
    de: 'geräte login|gerätecode|kopplung*|von ihrem gerät|autorisierungscode',
    fr: 'code appareil|de l appareil|votre appareil|appairage|jumelage|code d autorisation',
    es: 'código del dispositivo|emparejamiento|código de autorización|tu televisor|vincular dispositivo',
    pt: 'código do dispositivo|emparelhamento|código de autorização|pareamento|sua tv',
    it: 'codice dispositivo|abbinamento|codice di autorizzazione|associazione',
    nl: 'apparaatcode|koppel*|autorisatiecode',
    ru: 'код устройства|сопряжен*|код авторизации приложения|телевизор*',
    pl: 'kod urządzenia|parowan*',
    tr: 'cihaz kodu|eşleştirme*',
    zh: '设备码|配对|配對|授权码|授權碼',
    ja: 'ペアリング|デバイスコード|認可コード|テレビ',
    ko: '페어링|기기 코드|디바이스 코드',
  },
  date: {
    en: `date of birth|birth date|birthdate|birthday|dateofbirth|dob|ddmmyy*|mmddyy*|yymmdd|yyyymmdd|dd mm yy*|mm dd yy*|
      yyyy mm dd`,
    id: 'tanggal lahir|tgl lahir|hhbbtt*|ddmmyy*',
    ms: 'tarikh lahir',
    de: 'geburtsdatum|geburtstag|ttmmjj*|tt mm jj*',
    fr: 'date de naissance|jjmmaa*|jj mm aa*',
    es: 'fecha de nacimiento|ddmmaa*|dd mm aa*',
    pt: 'data de nascimento',
    it: 'data di nascita|ggmmaa*|gg mm aa*',
    nl: 'geboortedatum|ddmmjj*',
    sv: 'födelsedatum|födelsedag*|ååmmdd',
    da: 'fødselsdato|fødselsdag|ddmmåå',
    fi: 'syntymäaika*|syntymäpäivä*|ppkkvv*',
    pl: 'data urodzenia|datę urodzenia|daty urodzenia|ddmmrr*',
    cs: 'datum narození|dátum narodenia',
    hu: 'születési|születési dátum',
    ro: 'data nașterii|data naşterii',
    hr: 'datum rođenja|datum rojstva',
    ru: 'дата рождения|дату рождения|даты рождения|ддммгг*',
    uk: 'дата народження|дату народження',
    bg: 'дата на раждане',
    el: 'ημερομηνία γέννησης',
    tr: 'doğum tarihi*|ggaayy*',
    ar: 'تاريخ الميلاد|تاريخ ميلادك',
    fa: 'تاریخ تولد',
    he: 'תאריך לידה|תאריך הלידה',
    hi: 'जन्म तिथि|जन्मतिथि',
    th: 'วันเกิด|วันเดือนปีเกิด',
    vi: 'ngày sinh|sinh nhật',
    zh: '出生日期|出生年月|生日',
    ja: '生年月日|誕生日',
    ko: '생년월일|생일',
  },
  contact: {
    en: `enter your phone*|enter your mobile*|enter a phone*|enter a mobile*|enter phone*|enter mobile*|
      your number and we|your mobile number and we|your phone number and we`,
    id: `masukkan nomor hp|masukkan nomor ponsel|masukkan nomor telepon|masukkan nomor handphone|
      masukkan no hp|masukkan nomor whatsapp`,
    de: 'geben sie ihre handynummer|geben sie ihre mobilnummer|geben sie ihre telefonnummer',
    fr: 'saisissez votre numéro|entrez votre numéro|indiquez votre numéro',
    es: 'ingresa tu número|introduce tu número|ingrese su número|introduzca su número',
    pt: 'digite seu número|informe seu número|insira o seu número',
    it: 'inserisci il tuo numero|inserisci il numero di telefono',
    nl: 'voer uw telefoonnummer|voer je telefoonnummer|voer uw mobiele|voer je mobiele',
    pl: 'podaj numer telefonu|wpisz numer telefonu',
    ru: 'введите номер телефона|укажите номер телефона',
    uk: 'введіть номер телефону|вкажіть номер телефону',
    tr: 'telefon numaranızı girin',
    ar: 'أدخل رقم هاتفك|أدخل رقم الجوال',
    he: 'הזינו את מספר הטלפון|הזן מספר טלפון',
    th: 'กรอกเบอร์|กรอกหมายเลขโทรศัพท์',
    vi: 'nhập số điện thoại',
    zh: '请输入手机号|請輸入手機號|输入您的手机号',
    ja: '電話番号を入力|携帯電話番号を入力|電話番号をご入力',
    ko: '휴대폰 번호를 입력|전화번호를 입력|휴대전화 번호를 입력',
  },
  secret: {
    en: `api key|apikey|api token|apitoken|access token|accesstoken|client secret|secret key|private key|
      public key|webhook*|bearer|bot token|refresh token|personal access|csrf*|session id|seed phrase|
      mnemonic|passphrase|wallet address|private token|deploy token|registration token|app password|
      signing secret|encryption key|license token|ssh key|gpg|yubikey|yubico`,
    id: 'kunci api|token api|kunci rahasia',
    zh: '密钥|助记词|私钥',
    ru: 'api ключ|секретный ключ|токен бота',
    ja: 'apiキー|秘密鍵',
  },
} as const satisfies Record<string, Meanings>

/** Fields of other kinds, which outrank a faint suspicion but not the name of a code. */
export const OTHER_FIELDS = {
  person: {
    en: `phone*|mobile*|tel|telephone|cell|username|user name|user id|userid|email*|e mail|first name|
      last name|firstname|lastname|fullname|full name|surname|name|nickname|address*|street|city|country|company|
      birth*|dob|age|gender|subject|message|comment*|search*|query|keyword*|url|website|domain|title|
      date|time|hours|minutes|year|month|price|weight|height|size|password*|passwd|passwort|extension|ext|
      user|account|uid|member|employee|student|customer|account id|account name|login id|loginid|reply*|replies|chat*`,
    id: `telepon|ponsel|hp|nomor hp|surel|nama*|alamat|kota|negara|tanggal|umur|cari|pencarian|kata sandi|
      harga|berat|pesan|judul|username|nomor telepon|komentar*|balas*|balasan|tanggapan`,
    de: 'telefon*|handy*|benutzer*|vorname|nachname|straße|stadt|suche|passwort|geburts*|betreff|datum|kommentar*|nachricht*',
    fr: 'téléphone|identifiant|prénom|nom|adresse|ville|recherche*|mot de passe|naissance|objet|date|commentaire*|répondre',
    es: 'teléfono|móvil|celular|usuario|nombre*|apellido*|dirección|ciudad|buscar|contraseña|nacimiento|fecha|correo*|comentario*',
    pt: 'telefone|usuário|nome|sobrenome|endereço|cidade|buscar|pesquisar|senha|nascimento|data|comentário*',
    it: 'telefono|cellulare|utente|nome|cognome|indirizzo|città|cerca|nascita|data',
    nl: 'telefoon*|gebruikers*|voornaam|achternaam|adres|stad|zoek*|wachtwoord|geboorte*',
    pl: 'telefon*|użytkownik*|imię|nazwisko|adres|miasto|szukaj|hasło|urodzenia|data',
    ru: 'телефон*|логин|имя|фамилия|адрес|город|поиск|пароль|дата|почта|комментар*',
    uk: 'телефон*|логін|пошук|пароль',
    tr: 'telefon*|kullanıcı*|adınız|soyad*|adres*|şehir|ara|şifre|parola|tarih',
    ar: 'الهاتف|اسم المستخدم|الاسم|العنوان|المدينة|بحث|كلمة المرور|تاريخ|البريد الإلكتروني',
    fa: 'شماره موبایل|نام|نام کاربری|آدرس|جستجو|رمز عبور|تاریخ|ایمیل',
    he: 'טלפון|שם משתמש|שם|כתובת|עיר|חיפוש|סיסמה|תאריך|אימייל',
    th: 'เบอร์โทร|ชื่อ|ที่อยู่|ค้นหา|รหัสผ่าน|วันที่',
    vi: 'số điện thoại|họ tên|tên đăng nhập|địa chỉ|tìm kiếm|mật khẩu|ngày',
    zh: '手机号|手機號|用户名|姓名|地址|城市|搜索|密码|日期|账号|帐号|昵称|拒绝理由|评论|評論|回复|回覆|留言',
    ja: '電話番号|ユーザー名|氏名|名前|住所|検索|パスワード|日付|メールアドレス|コメント|返信',
    ko: '전화번호|아이디|이름|주소|검색|비밀번호|날짜|이메일|댓글|답글',
  },
} as const satisfies Record<string, Meanings>

/** A PIN that a person chose and knows: a lock, a wallet, a parent's control. */
export const CHOSEN_PIN: Meanings = {
  en: `pin code|pincode|create pin|create your pin|create a pin|set pin|set your pin|set a pin|choose a pin|new pin|confirm pin|
    change pin|wallet pin|unlock pin|parental|transaction pin|payment pin|your pin|enter pin|enter your pin|
    enter passcode lock|app lock|old pin|current pin|forgot pin|pin digit*|pin pad|pinpad|reset pin|
    pin lock|screen lock|security pin setup|repeat pin`,
  id: `buat pin|pin baru|ubah pin|pin transaksi|masukkan pin|pin anda|konfirmasi pin|pin keamanan|lupa pin|
    pin dompet|pin lama|atur pin`,
  de: 'pin erstellen|neue pin|pin eingeben|ihre pin',
  fr: 'code pin|créer un pin|votre pin',
  es: 'crear pin|nuevo pin|tu pin|su pin|ingrese su pin',
  pt: 'criar pin|seu pin|novo pin|senha de 4|senha de 6',
  it: 'crea pin|nuovo pin|il tuo pin',
  ru: 'пин код|создайте пин|новый пин',
  zh: '支付密码|交易密码|设置密码',
  th: 'ตั้งรหัส pin|รหัส pin',
  vi: 'tạo mã pin|mã pin',
  ar: 'رمز pin|الرقم السري',
  tr: 'pin oluştur|pin kodu|yeni pin',
}

/** A key that an authenticator is set up with. Pages that name one may well want its first code beside it. */
export const SETUP_KEY: Meanings = {
  en: `totp secret*|otp secret*|2fa secret*|mfa secret*|totpsecret|otpsecret|totp key|
    otp key|setup key|set up key|setupkey|shared secret|secret key|secretkey|otpauth*|base32|manual key|
    authenticator key|key uri`,
  id: 'kunci rahasia|kunci penyiapan|kunci pengaturan|kunci setup|kunci autentikator',
  de: 'einrichtungsschlüssel|geheimer schlüssel|geheimschlüssel',
  fr: 'clé de configuration|clé secrète|clé secrete',
  es: 'clave de configuración|clave secreta|llave secreta',
  pt: 'chave de configuração|chave secreta',
  it: 'chiave di configurazione|chiave segreta',
  nl: 'instellingssleutel|installatiesleutel|geheime sleutel',
  sv: 'konfigurationsnyckel|hemlig nyckel',
  pl: 'klucz konfiguracji|klucz konfiguracyjny|tajny klucz',
  cs: 'tajný klíč|konfigurační klíč',
  ru: 'ключ настройки|секретный ключ',
  uk: 'ключ налаштування|секретний ключ',
  tr: 'kurulum anahtarı|gizli anahtar',
  ar: 'مفتاح الإعداد|المفتاح السري',
  fa: 'کلید راه اندازی|کلید مخفی',
  he: 'מפתח הגדרה|מפתח סודי',
  th: 'คีย์การตั้งค่า',
  vi: 'khóa thiết lập|khóa bí mật',
  zh: '设置密钥|密钥|密鑰|設定金鑰|金鑰',
  ja: 'セットアップキー|シークレットキー|秘密鍵',
  ko: '설정 키|비밀 키|비밀키',
}

/** A field to look for something, whatever that is. */
export const SEARCH: Meanings = {
  en: 'search*|q|query|keyword*',
  id: 'cari*|pencarian|telusuri',
  de: 'suche|suchen|durchsuch*',
  fr: 'recherche*|rechercher',
  es: 'buscar|búsqueda',
  ca: 'cerca|cercar',
  pt: 'buscar|busca|pesquis*',
  it: 'cerca|ricerca',
  nl: 'zoek*|doorzoek*',
  sv: 'sök*',
  da: 'søg*|søk*',
  fi: 'haku*',
  pl: 'szukaj*|wyszuk*',
  cs: 'hledat|hledej|vyhled*|vyhľad*|hľadať',
  hu: 'keresés*',
  ro: 'caută|căutare',
  hr: 'pretraž*|iskanje',
  ru: 'поиск*|искать',
  uk: 'пошук*|шукати',
  bg: 'търсене|търси',
  el: 'αναζήτησ*',
  tr: 'ara|arama',
  ar: 'بحث|ابحث|البحث',
  fa: 'جستجو|جستجوی',
  he: 'חיפוש|חפש',
  hi: 'खोज*',
  th: 'ค้นหา',
  vi: 'tìm kiếm',
  zh: '搜索|搜尋',
  ja: '検索',
  ko: '검색',
}

/** Between two things that a field takes both of. */
export const OR: Meanings = {
  en: 'or|and',
  id: 'atau',
  de: 'oder',
  fr: 'ou',
  es: 'o',
  it: 'oppure',
  nl: 'of',
  pl: 'lub|albo',
  cs: 'nebo',
  ru: 'или',
  tr: 'veya|ya da',
  zh: '或',
  ja: 'または',
  ko: '또는',
  ar: 'أو',
  vi: 'hoặc',
  sv: 'eller',
  fi: 'tai',
}

/** A page on which a password is recovered; its codes are not recovery codes. */
export const PASSWORD: Meanings = {
  en: 'password*|forgot*',
  id: 'kata sandi',
  de: 'passwort*|kennwort*',
  fr: 'mot de passe',
  es: 'contraseña*',
  pt: 'senha*',
  nl: 'wachtwoord*',
  sv: 'lösenord*',
  fi: 'salasana*',
  pl: 'hasł*',
  cs: 'hesl*',
  hu: 'jelsz*',
  ro: 'parola|parolei',
  ru: 'парол*',
  el: 'κωδικού πρόσβασης',
  tr: 'şifre*|parola*',
  ar: 'كلمة المرور|كلمة السر',
  fa: 'رمز عبور',
  he: 'סיסמה|הסיסמה',
  th: 'รหัสผ่าน',
  vi: 'mật khẩu',
  zh: '密码|密碼',
  ja: 'パスワード',
  ko: '비밀번호',
}
