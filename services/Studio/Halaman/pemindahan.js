// Moves running applications to the published version: plan, what would become of each, then do it.
import { ambil, tabel, unsur } from './unsur.js';

const ALAMAT = '/api/v1/alur/pemindahan', JEDA = 1000;

export async function pemindahan(id, tampilan, aku) {
  const isi = unsur('div', { class: 'lembar-isi' }, unsur('h1', {}, `Pindahkan permohonan ${id}`));
  tampilan.append(isi);
  if (!aku.boleh.menerbitkan) return isi.append(unsur('p', {}, 'Hanya yang boleh menerbitkan dapat memindahkan permohonan.'));
  const { versi } = await ambil(`/api/v1/alur/definisi/${encodeURIComponent(id)}/versi`);
  const terbit = versi.find(v => v.terbit);
  const lama = versi.filter(v => !v.terbit && v.berjalan > 0);
  isi.append(unsur('p', {}, terbit ? `Versi yang terbit: ${terbit.versi}.` : 'Tidak ada versi yang terbit.'));
  if (!terbit || !lama.length) return isi.append(unsur('p', {}, 'Tidak ada permohonan pada versi lama.'));
  for (const v of lama) {
    const hasil = unsur('div', {});
    isi.append(
      unsur('h2', {}, `${v.berjalan} permohonan pada versi ${v.versi}`),
      unsur('button', { class: 'utama', click: () => uji(id, v.versi, terbit.versi, hasil) }, `Uji pemindahan ke versi ${terbit.versi}`), hasil);
  }
}

async function uji(id, dariVersi, keVersi, hasil) {
  const permintaan = { definisi: id, dariVersi, keVersi };
  try {
    const [rencana, ujian] = [await ambil(`${ALAMAT}/rencana`, permintaan), await ambil(`${ALAMAT}/uji`, permintaan)];
    hasil.replaceChildren(
      unsur('h3', {}, 'Langkah'), langkah(rencana), unsur('h3', {}, 'Permohonan'), permohonan(ujian),
      unsur('p', {}, unsur('button', { class: 'utama', click: () => pindahkan(permintaan, hasil) }, 'Pindahkan yang dapat dipindahkan')));
  } catch (sebab) {
    hasil.replaceChildren(unsur('p', { role: 'alert' }, sebab.message));
  }
}

async function pindahkan(permintaan, hasil) {
  try {
    let kemajuan = await ambil(ALAMAT, permintaan);
    while (kemajuan.status === 'BERJALAN') {
      hasil.replaceChildren(unsur('p', {}, 'Sedang dipindahkan …'), ringkasan(kemajuan));
      await new Promise(lanjut => setTimeout(lanjut, JEDA));
      kemajuan = await ambil(`${ALAMAT}/${kemajuan.id}`);
    }
    const rincian = await ambil(`${ALAMAT}/${kemajuan.id}/hasil`);
    hasil.replaceChildren(
      unsur('p', { class: 'selesai' }, `Pemindahan ${kemajuan.status === 'SELESAI' ? 'selesai' : 'menunggu pemilik tugas'}.`), ringkasan(kemajuan),
      tabel(['Permohonan', 'Hasil', 'Sebab'], rincian.hasil.map(h => [h.permohonanId ?? h.instanceId, h.status, h.sebab.join(' ')])));
  } catch (sebab) {
    hasil.replaceChildren(unsur('p', { role: 'alert' }, sebab.message));
  }
}

const ringkasan = k => unsur('p', {}, Object.entries(k.hasil).map(([status, jumlah]) => `${status}: ${jumlah}`).join(' · '));

const langkah = rencana => tabel(
  ['Langkah lama', 'Menjadi'],
  rencana.simpul.filter(s => s.simpul.split(':').length > 2).map(s => [s.judul, s.menjadi?.split(':').at(-1) ?? 'tidak ada: permohonan di sini tetap pada versinya']));

const permohonan = ujian => unsur(
  'div', {},
  unsur('p', { class: 'hasil-uji' }, `Dapat dipindahkan: ${ujian.dapat}. Tidak dapat: ${ujian.tidakDapat}. Tugas diterbitkan ulang: ${ujian.tugasDiterbitkanUlang}.`),
  ujian.daftar.length > 0 && tabel(['Permohonan', 'Sebab'], ujian.daftar.map(d => [d.permohonanId ?? d.instanceId, d.sebab.join(' ')])));
