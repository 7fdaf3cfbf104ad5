// The officer's session. A page that only shows may leave for the login when its token has ended.
import { masukLewatPenerbit } from './pkce.js';

const penerbit = masukLewatPenerbit('/layar');

/** The access token; the page is left for the login when there is none. */
export const token = async () => penerbit.sesi()?.habis > Date.now() ? penerbit.sesi().token : masuk();

/** Signs in anew; with a session at the issuer nobody notices. */
export async function masuk() {
  location.replace((await penerbit.alamatMasuk('halaman')).alamat);
  return new Promise(() => {});
}

/** Takes the code that the issuer sent with the officer. */
export async function tukarkan() {
  const kueri = new URLSearchParams(location.search);
  history.replaceState(null, '', '/layar/masuk');
  if (!kueri.get('code')) throw new Error(kueri.get('error_description') ?? 'Masuk tidak berhasil.');
  await penerbit.tukarkan(kueri.get('code'), kueri.get('state'));
}
