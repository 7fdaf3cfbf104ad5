// The user's session: a token by authorization code with PKCE (RFC 7636), renewed in a hidden frame; when the issuer wants a login again it is
// asked for in a window of its own, so that this page and what is on it stay. The token lives in this tab only.

const SIMPANAN = 'studio.sesi', PERMINTAAN = 'studio.permintaan.', SALURAN = 'studio.masuk';
const JEDA_SEBELUM_HABIS = 60_000, TUNGGU_DIAM = 10_000;
export const kirimAsli = window.fetch.bind(window);
let setelan, pembaruan, pengatur;

const base64url = bita => btoa(String.fromCharCode(...bita)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const acak = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
const alamatKembali = () => `${location.origin}/studio/masuk`;

async function penerbit() {
  if (setelan) return setelan;
  const dasar = await (await kirimAsli('/studio/setelan.json')).json();
  const asal = dasar.penerbit ?? location.origin;
  const dokumen = await (await kirimAsli(`${asal}/.well-known/openid-configuration`)).json();
  return setelan = { ...dasar, ...dokumen };
}

const sesi = () => JSON.parse(sessionStorage.getItem(SIMPANAN) ?? 'null');

/** The access token, or undefined. */
export const token = () => sesi()?.token;

async function alamatMasuk(cara, tambahan) {
  const p = await penerbit();
  const [pemeriksa, keadaan] = [acak(), `${cara}.${acak()}`];
  const sidik = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pemeriksa)));
  sessionStorage.setItem(PERMINTAAN + keadaan, JSON.stringify({ pemeriksa, kembali: location.pathname + location.search }));
  const alamat = new URL(p.authorization_endpoint);
  const isi = {
    client_id: p.klien, response_type: 'code', redirect_uri: alamatKembali(), scope: p.lingkup, state: keadaan,
    code_challenge: base64url(sidik), code_challenge_method: 'S256', ...tambahan,
  };
  for (const [nama, nilai] of Object.entries(isi)) alamat.searchParams.set(nama, nilai);
  return { alamat: alamat.href, keadaan };
}

/** Takes the code that the issuer sent with the user; returns where the user was going. */
export async function tukarkan(kode, keadaan) {
  const permintaan = JSON.parse(sessionStorage.getItem(PERMINTAAN + keadaan) ?? 'null');
  sessionStorage.removeItem(PERMINTAAN + keadaan);
  if (!permintaan) throw new Error('Permintaan masuk ini tidak dimulai di halaman ini.');
  const p = await penerbit();
  const jawaban = await kirimAsli(p.token_endpoint, {
    method: 'POST', body: new URLSearchParams({
      grant_type: 'authorization_code', code: kode, redirect_uri: alamatKembali(), client_id: p.klien, code_verifier: permintaan.pemeriksa,
    }),
  });
  if (!jawaban.ok) throw new Error('Penerbit menolak kode masuk.');
  const isi = await jawaban.json();
  sessionStorage.setItem(SIMPANAN, JSON.stringify({ token: isi.access_token, habis: Date.now() + isi.expires_in * 1000 }));
  jadwalkan();
  return permintaan.kembali.startsWith('/studio/') ? permintaan.kembali : '/studio/';
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
  sessionStorage.removeItem(SIMPANAN);
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
