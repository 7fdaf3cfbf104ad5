// What publishing found, every finding of it, and after it the offer to move applications that run on older versions.
import { setelahMengubah } from './pintu.js';
import { ambil, pesan } from './unsur.js';

export function penerbitan(id, aku) {
  setelahMengubah(async ({ jalur, dikirim, dijawab, status }) => {
    if (jalur !== '/elsa/api/workflow-definitions' || dikirim?.publish !== true) return;
    // What forbids it first; two findings that say the same are one to a person.
    const urut = (dijawab.findings ?? []).toSorted((a, b) => (b.severity === 'error') - (a.severity === 'error'));
    const temuan = [...new Set(urut.map(t => (t.severity === 'error' ? '' : 'Peringatan: ') + t.message))];
    if (status !== 200) return pesan('Tidak diterbitkan', temuan.length ? temuan : Object.values(dijawab.errors ?? {}).flat(), { tolak: true });
    const versi = dijawab.workflowDefinition?.version;
    const lama = aku.boleh.menerbitkan
      ? (await ambil(`/api/v1/alur/definisi/${id}/versi`)).versi.filter(v => v.versi !== versi && v.berjalan > 0)
      : [];
    const berjalan = lama.map(v => `${v.berjalan} permohonan berjalan pada versi ${v.versi} dan tetap di sana sampai dipindahkan.`);
    pesan(`Versi ${versi} terbit`, [...temuan, ...berjalan], {
      tautan: berjalan.length && { ke: `/studio/pemindahan/${id}`, teks: 'Pindahkan permohonan ke versi ini' },
    });
  });
}
