// Where the issuer sends the user back to: in a frame or a window of ours the code goes to the page that waits, otherwise it is taken here.
import { tukarkan } from './sesi.js';

const kueri = new URLSearchParams(location.search);
const [kode, keadaan] = [kueri.get('code'), kueri.get('state') ?? ''];
// The code is used up in a moment; it need not stand in the history.
history.replaceState(null, '', '/studio/masuk');
if (keadaan.startsWith('halaman.') && kode) {
  tukarkan(kode, keadaan).then(kembali => location.replace(kembali), gagal);
} else if (keadaan.startsWith('bingkai.') || keadaan.startsWith('jendela.')) {
  new BroadcastChannel('studio.masuk').postMessage({ kode, keadaan });
  if (keadaan.startsWith('jendela.')) window.close();
} else {
  gagal(new Error(kueri.get('error_description') ?? 'Masuk tidak berhasil.'));
}

function gagal(sebab) {
  document.getElementById('keadaan').textContent = sebab.message;
  document.getElementById('ulang').hidden = false;
}
