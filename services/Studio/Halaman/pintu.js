// Every call of Studio to the API goes through here: it gets the user's token; when the session has ended it waits for the next one and is sent again,
// with the body it had; and what is refused is said in the one status that Studio shows to people (400).
import { ditolak } from './penolakan.js';
import { kirimAsli, perbarui, token } from './sesi.js';

const API = /^\/(elsa\/api|api\/v1)\//;
const pendengar = [];

/** Called with path, what was sent and the answer (a copy), after every change. */
export const setelahMengubah = panggil => pendengar.push(panggil);

export function pasang() {
  window.fetch = async (sasaran, pilihan) => {
    const permintaan = new Request(sasaran, pilihan);
    const alamat = new URL(permintaan.url);
    if (alamat.origin !== location.origin || !API.test(alamat.pathname)) return kirimAsli(permintaan);
    const mengubah = !['GET', 'HEAD'].includes(permintaan.method);
    const isi = mengubah ? await permintaan.arrayBuffer() : undefined;
    const kirim = sinyal => {
      const kepala = new Headers(permintaan.headers);
      kepala.set('Authorization', `Bearer ${token()}`);
      return kirimAsli(alamat, { method: permintaan.method, headers: kepala, body: isi, signal: sinyal, cache: 'no-store' });
    };
    let jawaban = await kirim(permintaan.signal);
    while (jawaban.status === 401) {
      await perbarui();
      // Studio may have given up waiting by now; what was typed is saved all the same.
      jawaban = await kirim(mengubah ? undefined : permintaan.signal);
    }
    if (jawaban.status === 403 || jawaban.status === 409) jawaban = await terbaca(jawaban);
    if (!mengubah) return jawaban;
    beritahu(alamat.pathname, isi, jawaban.clone());
    return ditolak(permintaan.method, alamat.pathname, jawaban);
  };
}

async function beritahu(jalur, isi, jawaban) {
  if (!jawaban.headers.get('content-type')?.includes('json')) return;
  const [dikirim, dijawab] = [urai(new TextDecoder().decode(isi)), await jawaban.json()];
  for (const panggil of pendengar) panggil({ jalur, dikirim, dijawab, status: jawaban.status });
}

async function terbaca(jawaban) {
  const masalah = urai(await jawaban.text()) ?? {};
  const kalimat = masalah.detail ?? masalah.message ?? 'Anda tidak berhak melakukan ini.';
  return new Response(
    JSON.stringify({ statusCode: 400, message: kalimat, errors: masalah.errors ?? { generalErrors: [kalimat] } }),
    { status: 400, headers: { 'content-type': 'application/problem+json' } });
}

function urai(teks) {
  try {
    return JSON.parse(teks);
  } catch {
    return undefined;
  }
}
