// Signing in by authorization code with PKCE (RFC 7636), for every page of ours that calls the API with its user's own token. The token lives in this tab only.
const base64url = bita => btoa(String.fromCharCode(...bita)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const acak = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** @param pangkal where the page lives, for example `/studio`: its settings are there, and there the issuer sends its users back to. */
export function masukLewatPenerbit(pangkal, kirim = window.fetch.bind(window)) {
  const SIMPANAN = `${pangkal.slice(1)}.sesi`, PERMINTAAN = `${pangkal.slice(1)}.permintaan.`;
  const alamatKembali = `${location.origin}${pangkal}/masuk`;
  let setelan;

  async function penerbit() {
    if (setelan) return setelan;
    const dasar = await (await kirim(`${pangkal}/setelan.json`)).json();
    const asal = dasar.penerbit ?? location.origin;
    const dokumen = await (await kirim(`${asal}/.well-known/openid-configuration`)).json();
    return setelan = { ...dasar, ...dokumen };
  }

  /** Token and the moment at which it ends, or null. */
  const sesi = () => JSON.parse(sessionStorage.getItem(SIMPANAN) ?? 'null');

  const lupakan = () => sessionStorage.removeItem(SIMPANAN);

  /** Where to send the user, and the state by which the answer is known; `cara` begins it. */
  async function alamatMasuk(cara, tambahan) {
    const p = await penerbit();
    const [pemeriksa, keadaan] = [acak(), `${cara}.${acak()}`];
    const sidik = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pemeriksa)));
    sessionStorage.setItem(PERMINTAAN + keadaan, JSON.stringify({ pemeriksa, kembali: location.pathname + location.search }));
    const alamat = new URL(p.authorization_endpoint);
    const isi = {
      client_id: p.klien, response_type: 'code', redirect_uri: alamatKembali, scope: p.lingkup, state: keadaan,
      code_challenge: base64url(sidik), code_challenge_method: 'S256', ...tambahan,
    };
    for (const [nama, nilai] of Object.entries(isi)) alamat.searchParams.set(nama, nilai);
    return { alamat: alamat.href, keadaan };
  }

  /** Takes the code that the issuer sent with the user; returns where the user was going. */
  async function tukarkan(kode, keadaan) {
    const permintaan = JSON.parse(sessionStorage.getItem(PERMINTAAN + keadaan) ?? 'null');
    sessionStorage.removeItem(PERMINTAAN + keadaan);
    if (!permintaan) throw new Error('Permintaan masuk ini tidak dimulai di halaman ini.');
    const p = await penerbit();
    const jawaban = await kirim(p.token_endpoint, {
      method: 'POST', body: new URLSearchParams({
        grant_type: 'authorization_code', code: kode, redirect_uri: alamatKembali, client_id: p.klien, code_verifier: permintaan.pemeriksa,
      }),
    });
    if (!jawaban.ok) throw new Error('Penerbit menolak kode masuk.');
    const isi = await jawaban.json();
    sessionStorage.setItem(SIMPANAN, JSON.stringify({ token: isi.access_token, habis: Date.now() + isi.expires_in * 1000 }));
    return permintaan.kembali;
  }

  return { penerbit, sesi, lupakan, alamatMasuk, tukarkan };
}
