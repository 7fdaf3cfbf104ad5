// The page around Studio: signs in, shows who it is, and puts one of Studio's elements, or a page of ours, into it. One element per page: two at once
// would quarrel over one subscription, so going elsewhere loads the page anew.
import { keluar, mulai } from './sesi.js';
import { pasang } from './pintu.js';
import { ambil, unsur } from './unsur.js';
import { penerbitan } from './penerbitan.js';
import { insiden } from './insiden.js';
import { riwayat } from './riwayat.js';
import { pemindahan } from './pemindahan.js';

// Dates and numbers as the office writes them; labels stay Studio's own. Before everything else: Studio reads it when it starts.
localStorage.setItem('BlazorCulture', 'id-ID');

const DEFINISI = '/studio/workflows/definitions', INSTANS = '/studio/workflows/instances';
const tampilan = document.getElementById('tampilan');
const tindakan = document.getElementById('tindakan');
const pergi = jalur => location.assign(jalur);

async function elemen(nama, atribut, panggilan) {
  await customElements.whenDefined(nama);
  const e = unsur(nama, { 'remote-endpoint': `${location.origin}/elsa/api`, ...atribut });
  tampilan.append(e);
  // Set before the element is known they would be lost without a word.
  Object.assign(e, panggilan);
}

const aksi = (teks, ke) => tindakan.append(unsur('a', { href: ke }, teks));

const rute = [
  [/^\/studio\/workflows\/definitions$/, 'Alur kerja', () => elemen(
    'elsa-workflow-definition-list', {}, { editWorkflowDefinition: id => pergi(`${DEFINISI}/${encodeURIComponent(id)}/edit`) })],
  [/^\/studio\/workflows\/definitions\/([^/]+)\/edit$/, 'Perancang alur', (aku, id) => {
    aksi('Riwayat', `/studio/riwayat/${id}`);
    if (aku.boleh.menerbitkan) aksi('Pindahkan permohonan', `/studio/pemindahan/${id}`);
    penerbitan(id, aku);
    return elemen('elsa-workflow-definition-editor', { 'definition-id': decodeURIComponent(id) });
  }],
  [/^\/studio\/workflows\/instances$/, 'Permohonan berjalan', () => elemen(
    'elsa-workflow-instance-list', {}, { viewWorkflowInstance: id => pergi(`${INSTANS}/${encodeURIComponent(id)}/view`) })],
  [/^\/studio\/workflows\/instances\/([^/]+)\/view$/, 'Permohonan berjalan', (aku, id) => {
    insiden(id, aku, tindakan);
    return elemen(
      'elsa-workflow-instance-viewer', { 'instance-id': decodeURIComponent(id) },
      { editWorkflowDefinition: definisi => pergi(`${DEFINISI}/${encodeURIComponent(definisi)}/edit`) });
  }],
  [/^\/studio\/riwayat\/([^/]+)$/, 'Riwayat perubahan', (_, id) => riwayat(decodeURIComponent(id), tampilan)],
  [/^\/studio\/pemindahan\/([^/]+)$/, 'Pindahkan permohonan', (aku, id) => pemindahan(decodeURIComponent(id), tampilan, aku)],
];

function kenalkan(aku) {
  document.getElementById('pengguna').append(
    unsur('span', {}, aku.nama, unsur('small', {}, aku.peran.join(', '))), unsur('button', { click: keluar }, 'Keluar'));
  for (const tautan of document.querySelectorAll('#bilah nav a'))
    if (location.pathname.startsWith(tautan.pathname)) tautan.setAttribute('aria-current', 'page');
}

await mulai();
pasang();
const aku = await ambil('/api/v1/alur/saya');
kenalkan(aku);
if (!aku.boleh.melihat) {
  tampilan.append(unsur(
    'div', { class: 'lembar-isi' }, unsur('h1', {}, 'Bukan untuk peran Anda'),
    unsur('p', {}, 'Perancang alur dibuka dengan peran ADMIN_ALUR, PENYUNTING_ALUR, atau PENGAMAT_ALUR. Admin identitas memberikannya.')));
} else {
  // By the path alone: Studio's lists rewrite the query.
  for (const [pola, judul, buka] of rute) {
    const cocok = pola.exec(location.pathname);
    if (!cocok) continue;
    document.title = `${judul} · Pelayanan Kartu Keluarga`;
    await buka(aku, cocok[1]);
  }
}
