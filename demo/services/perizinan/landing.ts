import { html, type Html } from '../../html.ts'

export function renderPerizinanLanding(): Html {
  return html`<section class="hero">
      <h1>Urus izin dari mana saja, pantau prosesnya kapan saja</h1>
      <p>
        Satu akun untuk izin usaha, izin bangunan, dan izin kegiatan. Aktifkan autentikasi dua
        langkah agar permohonan Anda hanya dapat dibuka oleh Anda.
      </p>
      <p class="actions">
        <a class="button" href="/login">Masuk ke Akun</a>
        <a class="button quiet" href="/enrol">Aktifkan Autentikasi Dua Langkah</a>
      </p>
    </section>
    <section class="tiles">
      <article class="card">
        <h2>Izin Usaha</h2>
        <p>Pendaftaran usaha mikro, perubahan data, dan perpanjangan masa berlaku.</p>
        <p class="small">Waktu layanan: 3 hari kerja</p>
      </article>
      <article class="card">
        <h2>Izin Bangunan</h2>
        <p>Persetujuan pembangunan, renovasi, dan pemeriksaan kelaikan gedung.</p>
        <p class="small">Waktu layanan: 14 hari kerja</p>
      </article>
      <article class="card">
        <h2>Izin Kegiatan</h2>
        <p>Penggunaan lapangan, keramaian, dan penutupan jalan sementara.</p>
        <p class="small">Waktu layanan: 5 hari kerja</p>
      </article>
    </section>`
}
