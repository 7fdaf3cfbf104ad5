// The user's session: its token is renewed in a hidden frame; when the issuer wants a login again it is asked for in a window of its own, so that this
// page and what is on it stay.
import { masukLewatPenerbit } from './pkce.js';

const SALURAN = 'studio.masuk';
const JEDA_SEBELUM_HABIS = 60_000, TUNGGU_DIAM = 10_000;
export const kirimAsli = window.fetch.bind(window);
const { penerbit, sesi, lupakan, alamatMasuk, tukarkan: tukar } = masukLewatPenerbit('/studio', kirimAsli);
let pembaruan, pengatur;

/** The access token, or undefined. */
export const token = () => sesi()?.token;

/** Takes the code that the issuer sent with the user; returns where the user was going. */
export async function tukarkan(kode, keadaan) {
  const kembali = await tukar(kode, keadaan);
  jadwalkan();
  return kembali.startsWith('/studio/') ? kembali : '/studio/';
}

/** Signs the user in unless that is done; the page is left for it, because there is nothing on it yet. */
export async function mulai() {
  if (sesi()?.habis > Date.now()) return jadwalkan();
  location.replace((await alamatMasuk('halaman')).alamat);
  await new Promise(() => {});
}

/** A new token, whatever it takes; all who ask at once get the same. */
export function perbarui() {
  return pembaruan ??= (async () => {
    try {
      if (!await diam()) await tanya();
    } finally {
      pembaruan = undefined;
    }
  })();
}

/** Ends the session, also at the issuer. */
export async function keluar() {
  const p = await penerbit();
  lupakan();
  const alamat = new URL(p.end_session_endpoint ?? `${location.origin}/studio/`);
  alamat.searchParams.set('client_id', p.klien);
  alamat.searchParams.set('post_logout_redirect_uri', `${location.origin}/studio/`);
  location.assign(alamat.href);
}

// Before it ends, so that nobody edits without a session.
function jadwalkan() {
  clearTimeout(pengatur);
  const sisa = (sesi()?.habis ?? 0) - Date.now() - JEDA_SEBELUM_HABIS;
  if (sisa > 0 && window === window.top) pengatur = setTimeout(perbarui, sisa);
}

// What comes back over the channel is only a code and the state it belongs to; the verifier stays here.
function dengarkan(keadaan, batas) {
  return new Promise(selesai => {
    const saluran = new BroadcastChannel(SALURAN);
    const akhiri = hasil => { saluran.close(); selesai(hasil); };
    saluran.onmessage = ({ data }) => {
      if (data.keadaan !== keadaan) return;
      if (!data.kode) return akhiri(false);
      tukarkan(data.kode, keadaan).then(() => akhiri(true), () => akhiri(false));
    };
    if (batas) setTimeout(() => akhiri(false), batas);
  });
}

async function diam() {
  const { alamat, keadaan } = await alamatMasuk('bingkai', { prompt: 'none' });
  const bingkai = document.createElement('iframe');
  bingkai.hidden = true;
  const hasil = dengarkan(keadaan, TUNGGU_DIAM);
  bingkai.src = alamat;
  document.body.append(bingkai);
  try {
    return await hasil;
  } finally {
    bingkai.remove();
  }
}

async function tanya() {
  const dialog = document.createElement('dialog');
  dialog.id = 'sesi-berakhir';
  const judul = Object.assign(document.createElement('h2'), { textContent: 'Sesi Anda berakhir' });
  const isi = Object.assign(document.createElement('p'), {
    textContent: 'Masuk kembali di jendela kecil. Halaman ini tetap terbuka, dan perubahan yang belum tersimpan dikirim sesudahnya.',
  });
  const tombol = Object.assign(document.createElement('button'), { textContent: 'Masuk kembali' });
  dialog.append(judul, isi, tombol);
  dialog.addEventListener('cancel', e => e.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
  await new Promise(selesai => {
    tombol.addEventListener('click', async () => {
      // Opened in the click itself, else the browser takes it for an advertisement.
      const jendela = window.open('about:blank', 'studio-masuk', 'popup,width=520,height=640');
      const { alamat, keadaan } = await alamatMasuk('jendela', { prompt: 'login' });
      const hasil = dengarkan(keadaan);
      jendela.location = alamat;
      if (await hasil) selesai();
    });
  });
  dialog.remove();
}
