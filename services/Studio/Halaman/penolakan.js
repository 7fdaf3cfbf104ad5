// Studio shows a refusal of a save; of a refusal to delete, cancel or retract it makes a crash, or even a success. Those are said here, and Studio gets
// an answer it can go on with: nothing was deleted, and its list shows what is still there.
import { pesan } from './unsur.js';

const KABAR_PALSU = '.mud-snackbar.mud-alert-filled-success:not(.palsu)', SELAMA = 3000;

const KOSONG = { status: 204, isi: null };
const TINDAKAN = [
  { jenis: 'DELETE', jalur: /^\/elsa\/api\//, judul: 'Tidak dihapus', jawab: KOSONG },
  { jenis: 'POST', jalur: /^\/elsa\/api\/cancel\//, judul: 'Tidak dibatalkan', jawab: KOSONG },
  { jenis: 'POST', jalur: /^\/elsa\/api\/bulk-actions\/cancel\//, judul: 'Tidak dibatalkan', jawab: { status: 200, isi: { cancelled: 0 } } },
  { jenis: 'POST', jalur: /^\/elsa\/api\/bulk-actions\/delete\//, judul: 'Tidak dihapus', jawab: { status: 200, isi: { deleted: 0 } } },
  { jenis: 'POST', jalur: /^\/elsa\/api\/bulk-actions\/(publish|retract)\//, judul: 'Tidak semuanya', jawab: null },
  { jenis: 'POST', jalur: /\/(retract|publish|execute|import)$/, judul: 'Tidak dilakukan', jawab: null },
];

/** What Studio gets for an answer that refuses; the answer itself where Studio can show it. */
export async function ditolak(jenis, jalur, jawaban) {
  const tindakan = TINDAKAN.find(t => t.jenis === jenis && t.jalur.test(jalur));
  if (!tindakan) return jawaban;
  const masalah = await jawaban.clone().json().catch(() => ({}));
  const sebab = Object.values(masalah.errors ?? {}).flat();
  if (jawaban.ok && !sebab.length) return jawaban;
  pesan(tindakan.judul, sebab.length ? sebab : [masalah.detail ?? masalah.message ?? `Jawaban ${jawaban.status}.`], { tolak: true });
  tanpaKabarPalsu();
  if (!tindakan.jawab || jawaban.ok) return jawaban;
  const { status, isi } = tindakan.jawab;
  return new Response(isi && JSON.stringify(isi), { status, headers: isi ? { 'content-type': 'application/json' } : {} });
}

// Hidden, not removed: the elements are Blazor's.
function tanpaKabarPalsu() {
  const pengamat = new MutationObserver(() => document.querySelectorAll(KABAR_PALSU).forEach(e => e.classList.add('palsu')));
  pengamat.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => pengamat.disconnect(), SELAMA);
}
