// The officer's session: a token by authorization code with PKCE (RFC 7636). It lives in this tab only.
const SIMPANAN = 'layar.sesi', PERMINTAAN = 'layar.permintaan.';
const kembali = () => `${location.origin}/layar/masuk`;
const base64url = bita => btoa(String.fromCharCode(...bita)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const acak = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
const sesi = () => JSON.parse(sessionStorage.getItem(SIMPANAN) ?? 'null');
const minta = async alamat => (await fetch(alamat)).json();

async function penerbit() {
  const setelan = await minta('/layar/setelan.json');
  return { ...setelan, ...await minta(`${setelan.penerbit ?? location.origin}/.well-known/openid-configuration`) };
}

/** The access token; the page is left for the login when there is none. */
export async function token() {
  if (sesi()?.habis > Date.now()) return sesi().token;
  return masuk();
}

/** Signs in anew; with a session at the issuer nobody notices. */
export async function masuk() {
  const p = await penerbit();
  const [pemeriksa, keadaan] = [acak(), acak()];
  sessionStorage.setItem(PERMINTAAN + keadaan, pemeriksa);
  const sidik = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pemeriksa)));
  const alamat = new URL(p.authorization_endpoint);
  const isi = {
    client_id: p.klien, response_type: 'code', redirect_uri: kembali(), scope: p.lingkup, state: keadaan,
    code_challenge: base64url(sidik), code_challenge_method: 'S256',
  };
  for (const [nama, nilai] of Object.entries(isi)) alamat.searchParams.set(nama, nilai);
  location.replace(alamat.href);
  return new Promise(() => {});
}

/** Takes the code that the issuer sent with the officer. */
export async function tukarkan() {
  const kueri = new URLSearchParams(location.search);
  history.replaceState(null, '', '/layar/masuk');
  const pemeriksa = sessionStorage.getItem(PERMINTAAN + kueri.get('state'));
  sessionStorage.removeItem(PERMINTAAN + kueri.get('state'));
  if (!pemeriksa || !kueri.get('code')) throw new Error(kueri.get('error_description') ?? 'Masuk tidak berhasil.');
  const p = await penerbit();
  const jawaban = await fetch(p.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', code: kueri.get('code'), redirect_uri: kembali(), client_id: p.klien, code_verifier: pemeriksa }),
  });
  if (!jawaban.ok) throw new Error('Penerbit menolak kode masuk.');
  const isi = await jawaban.json();
  sessionStorage.setItem(SIMPANAN, JSON.stringify({ token: isi.access_token, habis: Date.now() + isi.expires_in * 1000 }));
}
