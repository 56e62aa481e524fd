import type { HelpTexts } from './topics'

export const help: HelpTexts = {
  what: {
    title: 'Apa itu kode sekali pakai?',
    paragraphs: [
      'Bukti kedua di samping kata sandi Anda. Situs web dan Sandi berbagi kunci rahasia yang dibawa oleh kode QR, lalu keduanya membuat kode pendek yang sama dari kunci itu dan waktu. Kode berganti setiap 30 detik.',
      'Siapa pun yang hanya tahu kata sandi Anda tidak dapat masuk. Karena itu jangan berikan kode kepada siapa pun, juga kepada yang mengaku dari bank, kantor, atau layanan bantuan: petugas yang sah tidak memintanya.',
    ],
  },
  rejected: {
    title: 'Kode saya ditolak',
    paragraphs: ['Paling sering sebabnya salah satu dari ini, menurut urutannya:'],
    steps: [
      'Jam komputer ini salah. Atur ke otomatis, termasuk zona waktunya.',
      'Kode sudah kedaluwarsa saat Anda mengetik. Tunggu kode baru, atau pakai Isi.',
      'Itu kode akun lain. Perhatikan layanan dan nama penggunanya.',
      'Situs mengirim kodenya sendiri lewat SMS, WhatsApp, atau email, dan meminta kode itu.',
      'Anda sudah mengatur ulang verifikasi dua langkah. Maka hanya kode QR terbaru yang berlaku: pindai kode itu dan hapus akun lama.',
      'Setelah banyak percobaan, situs mengunci untuk sementara. Tunggu, jangan mencoba terus.',
    ],
  },
  lost: {
    title: 'Ponsel atau komputer ini hilang',
    paragraphs: [
      'Kode Anda dibuat dari kunci, bukan dari ponsel. Akun yang ada di Sandi tetap berfungsi di sini.',
      'Untuk akun yang hanya ada di ponsel, pakai kode pemulihan dari situs tersebut, atau caranya untuk masuk kembali. Lalu atur ulang verifikasi dua langkah dan pindai kode QR yang baru.',
      'Bila komputer ini suatu hari hilang: buat cadangan di setelan, dan simpan berkas, frasa sandinya, serta kode pemulihan Anda di tempat lain.',
    ],
  },
  moving: {
    title: 'Pindah dari aplikasi lain',
    paragraphs: [
      'Ekspor di aplikasi lain, lalu pilih berkasnya pada bagian Impor di setelan ini. Sandi menunjukkan apa yang ditemukan sebelum menambahkannya, dan dapat membatalkannya dengan satu klik.',
    ],
    steps: [
      'Google Authenticator: Transfer akun, lalu Ekspor. Tunjukkan kode QR kepada Sandi sebagai gambar atau di halaman.',
      'Aegis, 2FAS, Ente, Bitwarden, Stratum, dan lainnya: ekspor ke berkas, terenkripsi atau tidak.',
      'Authy tidak menyediakan ekspor. Atur ulang verifikasi dua langkah di setiap situs.',
      'Setelah itu hapus berkas ekspornya, kecuali bila terenkripsi.',
    ],
  },
  portals: {
    title: 'ASN Digital, SIASN, dan OSS langkah demi langkah',
    paragraphs: [
      'Pegawai ASN memerlukan kode untuk ASN Digital dan SIASN; OSS juga menyediakannya. Semua dapat dilakukan tanpa ponsel:',
    ],
    steps: [
      'Masuk ke portal dan buka halaman verifikasi dua langkah (MFA atau OTP). Di sana tampil kode QR.',
      'Klik Sandi di bilah alat, lalu Pindai halaman ini. Akunnya sering bernama public-siasn; Anda dapat menggantinya.',
      'Biarkan situs yang diusulkan Sandi, misalnya asndigital.bkn.go.id, agar kode ditawarkan di sana.',
      'Isikan kode ke kolom di bawah kode QR, lalu konfirmasi.',
      'Bila portal menyatakan kode tidak valid: periksa jam komputer, dan pastikan itu bukan akun Dapodik atau portal lain.',
      'Bila Anda kehilangan akses, hanya layanan bantuan portal atau bagian kepegawaian instansi Anda yang dapat mengatur ulangnya.',
    ],
  },
}
