// An officer's inbox: the list is read once, then whenever the stream says that something has changed.
import { token, masuk } from './sesi.js';
import { ikuti } from './aliran.js';

const [daftar, jumlah, keadaan, saringan, lanjut] = ['daftar', 'jumlah', 'keadaan', 'saringan', 'lanjut'].map(id => document.getElementById(id));
const KUMPULKAN = 150;
let halaman = 1, tertunda, membaca = Promise.resolve();

async function panggil(jalur, metode = 'GET') {
  const jawaban = await fetch(jalur, { method: metode, headers: { Authorization: `Bearer ${await token()}` } });
  if (jawaban.status === 401) return masuk();
  const isi = await jawaban.json();
  if (!jawaban.ok) throw new Error(isi.detail ?? isi.title);
  return isi;
}

const unsur = (nama, isi, kelas = '') => Object.assign(document.createElement(nama), { textContent: isi ?? '', className: kelas });
const lama = ms => ms < 60_000 ? `${Math.round(ms / 1000)} dtk` : ms < 3_600_000 ? `${Math.round(ms / 60_000)} mnt` : `${(ms / 3_600_000).toFixed(1)} jam`;
const atasNama = a => a ? `${a.jenis === 'plt' ? 'Plt.' : 'Plh.'} ${a.peran}${a.pemberi ? `, a.n. ${a.pemberi}` : ''}` : '';

async function bacaSemua() {
  const pilihan = new URLSearchParams(new FormData(saringan));
  const tugas = [];
  let sesudah;
  for (let i = 0; i < halaman; i++) {
    if (sesudah) pilihan.set('sesudah', sesudah);
    const isi = await panggil(`/api/v1/tugas?${pilihan}`);
    tugas.push(...isi.tugas);
    if (!(sesudah = isi.berikut)) break;
  }
  const banyak = await panggil('/api/v1/tugas/jumlah');
  daftar.replaceChildren(...tugas.map(baris));
  jumlah.replaceChildren(...banyak.map(j => unsur('li',
    `Langkah ${j.nomor} ${j.peran}: ${j.terbuka} terbuka, ${j.dipegang} dipegang${j.segera ? `, ${j.segera} segera` : ''}${j.terlambat ? `, ${j.terlambat} terlambat` : ''}${j.melalui ? ` (${atasNama(j.melalui)})` : ''}`)));
  lanjut.hidden = !sesudah;
}

function baris(t) {
  const tr = unsur('tr', '', t.prioritas);
  const langkah = unsur('td', `${t.langkah.nomor} ${t.peran}`);
  langkah.append(unsur('small', atasNama(t.melalui)));
  const asal = unsur('td', t.asal ? `langkah ${t.asal.langkah}${t.asal.dikembalikan ? ` ↩ ${t.asal.kodeAlasan ?? ''}` : ''}` : '');
  asal.append(unsur('small', t.asal?.alasan));
  const pemegang = unsur('td', t.pemegang);
  pemegang.append(unsur('small', atasNama(t.atasNama)));
  const kerja = unsur('td', lama(t.penangananMs), t.lewatWaktuBaku ? 'lewat' : '');
  kerja.append(unsur('small', `baku ${lama(t.langkah.waktuBakuMs)}`));
  const tunggu = unsur('td', lama(t.menungguMs), t.lewatTenggat ? 'lewat' : '');
  if (t.tenggatPada) tunggu.append(unsur('small', `tenggat ${new Date(t.tenggatPada).toLocaleString('id-ID')}`));
  const tindakan = unsur('td');
  const tombol = unsur('button', t.pemegang ? 'Lepas' : 'Ambil');
  tombol.type = 'button';
  tombol.onclick = () => panggil(`${t.alamat}/${t.pemegang ? 'lepas' : 'klaim'}`, 'POST').catch(salah);
  tindakan.append(tombol);
  tr.append(langkah, unsur('td', t.langkah.kegiatan), asal, pemegang, kerja, tunggu, tindakan);
  return tr;
}

const salah = sebab => { keadaan.textContent = sebab.message; };

// Many changes at once are one reading, and readings do not overtake one another.
function muat() {
  clearTimeout(tertunda);
  tertunda = setTimeout(() => { membaca = membaca.then(bacaSemua).catch(salah); }, KUMPULKAN);
}

saringan.onchange = () => { halaman = 1; muat(); };
lanjut.onclick = () => { halaman++; muat(); };
await token();
ikuti('/api/v1/tugas/aliran', token, jenis => { if (jenis !== 'detak') muat(); }, tersambung => { keadaan.textContent = tersambung ? 'Langsung' : 'Menyambung kembali …'; });
