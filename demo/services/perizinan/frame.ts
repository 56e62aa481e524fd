import { readStyles, renderDocument } from '../../document.ts'
import { html, type Html } from '../../html.ts'
import type { Page } from '../../service.ts'
import { EMBLEM } from './emblem.ts'

const NAME = 'Portal Perizinan Daerah'
const STYLES = readStyles('base.css', 'services/perizinan/perizinan.css')

export function renderPerizinanFrame({ title, width, body }: Page): Html {
  return renderDocument({
    lang: 'id',
    title: title === '' ? NAME : `${title} | ${NAME}`,
    styles: STYLES,
    body: html`<div class="topbar">
        <div class="inner">
          <span>Situs peraga: tidak mewakili instansi mana pun</span
          ><span>Senin–Jumat, 08.00–16.00</span>
        </div>
      </div>
      <header class="band">
        <div class="inner">
          <a class="identity" href="/">
            ${EMBLEM}
            <span
              ><strong>${NAME}</strong
              ><small>Dinas Pelayanan Terpadu Kabupaten Arunika</small></span
            >
          </a>
          <nav>
            <a href="/">Beranda</a><a href="/enrol">Keamanan Akun</a><a href="/login">Masuk</a>
          </nav>
        </div>
      </header>
      <main class="${width}">${body}</main>
      <footer>
        <div class="inner">
          <div>
            <h2>Pusat Bantuan</h2>
            <p>Telepon 000-123 (bebas pulsa)<br />Loket pelayanan lantai 1, Gedung Graha Arunika</p>
          </div>
          <div>
            <h2>Perhatian</h2>
            <p>
              Petugas tidak pernah meminta kata sandi maupun kode autentikasi Anda melalui telepon
              atau pesan singkat.
            </p>
          </div>
          <div>
            <h2>Peragaan</h2>
            <p><a href="/reset">Hapus data peraga</a></p>
          </div>
        </div>
      </footer>`,
  })
}
