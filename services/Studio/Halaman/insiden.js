// Faults of the running application that is shown, and the way to repair them: its cause first, then once more.
import { ambil, unsur, waktu } from './unsur.js';

export async function insiden(id, aku, tindakan) {
  const daftar = (await ambil(`/elsa/api/workflow-instances/${id}`)).workflowState.incidents;
  if (!daftar.length) return;
  tindakan.append(unsur('button', { click: () => buka(daftar, aku) }, `Insiden (${daftar.length})`));
}

function buka(daftar, aku) {
  const dialog = unsur(
    'dialog', { id: 'insiden' }, unsur('h2', {}, 'Insiden'),
    daftar.map(i => unsur(
      'section', {}, unsur('p', {}, unsur('strong', {}, i.activityId), ` · ${waktu(i.timestamp)}`), unsur('p', {}, [i.message, i.exception?.innerException?.message].filter(Boolean).join(' — ')),
      aku.boleh.menerbitkan && unsur('button', { click: e => ulangi(i, e.target) }, 'Ulangi langkah ini'))),
    unsur('p', {}, unsur('button', { click: () => dialog.remove() }, 'Tutup')));
  document.body.append(dialog);
  dialog.showModal();
}

async function ulangi(i, tombol) {
  tombol.disabled = true;
  try {
    await ambil(`/api/v1/alur/insiden/${encodeURIComponent(i.activityInstanceId)}/ulangi`, {});
    location.reload();
  } catch (sebab) {
    tombol.replaceWith(unsur('p', { role: 'alert' }, sebab.message));
  }
}
