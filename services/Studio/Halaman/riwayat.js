// Who changed and published what, and when, with the difference.
import { ambil, tabel, unsur, waktu } from './unsur.js';

const TINDAKAN = {
  SIMPAN: 'mengubah', TERBIT: 'menerbitkan', TARIK: 'menarik', PULIHKAN: 'memulihkan', IMPOR: 'mengimpor', HAPUS: 'menghapus',
};

export async function riwayat(id, tampilan) {
  const isi = unsur('div', { class: 'lembar-isi' }, unsur('h1', {}, `Riwayat ${id}`));
  const lagi = unsur('button', { class: 'utama', hidden: true, click: muat }, 'Yang lebih lama');
  const daftar = unsur('div', {});
  tampilan.append(isi);
  isi.append(unsur('p', {}, unsur('a', { href: `/studio/workflows/definitions/${encodeURIComponent(id)}/edit` }, 'Kembali ke perancang')), daftar, lagi);
  let sebelum = '';
  await muat();

  async function muat() {
    const halaman = await ambil(`/api/v1/alur/definisi/${encodeURIComponent(id)}/riwayat${sebelum}`);
    for (const p of halaman.perubahan) daftar.append(satu(p));
    sebelum = halaman.berikut ? `?sebelum=${halaman.berikut}` : '';
    lagi.hidden = !halaman.berikut;
    if (!daftar.children.length) daftar.append(unsur('p', {}, 'Belum ada perubahan.'));
  }
}

function satu(p) {
  const bagian = unsur('section', {}, unsur('h2', {}, `Versi ${p.versi} · ${p.nama} ${TINDAKAN[p.tindakan] ?? p.tindakan}`), unsur('p', {}, waktu(p.pada)));
  if (p.perbedaan.length) bagian.append(tabel(
    ['Bagian', 'Sebelum', 'Sesudah'],
    p.perbedaan.map(b => [b.bagian, unsur('span', { class: 'sebelum' }, b.sebelum ?? ''), unsur('span', { class: 'sesudah' }, b.sesudah ?? '')])));
  return bagian;
}
