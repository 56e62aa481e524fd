import type { Words } from '../../service.ts'

export const PERIZINAN_WORDS: Words = {
  enrol: {
    title: 'Aktivasi Autentikasi Dua Langkah',
    intro:
      'Demi keamanan data permohonan Anda, setiap kali masuk Anda akan diminta memasukkan kode dari aplikasi autentikator.',
    steps: [
      'Pasang aplikasi autentikator pada perangkat Anda.',
      'Pindai kode QR di bawah ini dengan aplikasi tersebut.',
      'Masukkan kode yang tampil pada aplikasi untuk menyelesaikan aktivasi.',
    ],
    qrAlt: 'Kode QR untuk aplikasi autentikator',
    account: 'Akun',
    cannotScan: 'Tidak dapat memindai? Masukkan kunci berikut secara manual:',
    label: 'Kode Autentikasi',
    hint: (digits) => `Masukkan ${String(digits)} digit kode dari aplikasi autentikator Anda.`,
    button: 'Aktifkan',
  },
  enrolled: {
    title: 'Autentikasi dua langkah telah aktif',
    text: 'Mulai sekarang, setiap kali masuk Anda akan diminta memasukkan kode dari aplikasi autentikator.',
    next: 'Masuk ke Akun',
  },
  login: {
    title: 'Masuk ke Akun',
    intro: 'Gunakan akun peraga yang sudah terisi; kata sandi apa pun diterima.',
    user: 'Nama Pengguna',
    password: 'Kata Sandi',
    button: 'Masuk',
  },
  code: {
    title: 'Verifikasi Dua Langkah',
    intro: (user) => `Satu langkah lagi untuk masuk sebagai ${user}.`,
    label: 'Kode Autentikasi',
    hint: (digits) => `Masukkan ${String(digits)} digit kode dari aplikasi autentikator Anda.`,
    button: 'Verifikasi',
    help: 'Kehilangan perangkat? Hubungi petugas layanan pada jam kerja dengan membawa kartu identitas.',
    back: 'Masuk dengan akun lain',
  },
  account: {
    title: (user) => `Selamat datang, ${user}`,
    text: 'Anda berhasil masuk. Belum ada permohonan izin yang perlu ditindaklanjuti.',
    signOut: 'Keluar',
  },
  errors: {
    wrong: 'Kode autentikasi tidak sesuai. Periksa kembali kode pada aplikasi autentikator Anda.',
    reused: 'Kode ini sudah pernah digunakan. Tunggu hingga kode baru muncul, lalu coba lagi.',
    locked: 'Terlalu banyak percobaan. Akun Anda terkunci sementara; coba lagi dalam satu menit.',
    'not-enrolled':
      'Autentikasi dua langkah belum diaktifkan untuk akun ini. Lakukan aktivasi terlebih dahulu.',
  },
  reset: {
    title: 'Data peraga telah dihapus',
    text: 'Semua aktivasi pada portal ini sudah dilupakan.',
    back: 'Kembali ke Beranda',
  },
  notFound: {
    title: 'Halaman tidak ditemukan',
    text: 'Alamat yang Anda tuju tidak tersedia pada portal ini.',
    back: 'Kembali ke Beranda',
  },
}
