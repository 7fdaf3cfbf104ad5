// Elements from text, never from markup: names of definitions and steps are what somebody typed.

/** An element with attributes and children; a child that is text stays text. */
export function unsur(nama, atribut, ...anak) {
  const e = document.createElement(nama);
  for (const [kunci, nilai] of Object.entries(atribut ?? {})) {
    if (typeof nilai === 'function') e.addEventListener(kunci, nilai);
    else if (nilai !== undefined && nilai !== false) e.setAttribute(kunci, nilai === true ? '' : nilai);
  }
  e.append(...anak.flat().filter(a => a !== undefined && a !== null && a !== false));
  return e;
}

/** A table. */
export const tabel = (kepala, baris) => unsur(
  'table', {}, unsur('thead', {}, unsur('tr', {}, kepala.map(k => unsur('th', { scope: 'col' }, k)))),
  unsur('tbody', {}, baris.map(b => unsur('tr', {}, b.map(sel => unsur('td', {}, sel))))));

/** A point in time as the office writes it. */
export const waktu = teks => teks ? new Date(teks).toLocaleString('id-ID', { dateStyle: 'medium', timeStyle: 'short' }) : '';

/** A message that stays until it is closed. */
export function pesan(judul, baris, { tolak = false, tautan } = {}) {
  const kotak = unsur(
    'section', { class: tolak ? 'tolak' : '' },
    unsur('h2', {}, judul, unsur('button', { 'aria-label': 'Tutup pesan', click: () => kotak.remove() }, '✕')),
    unsur('ul', {}, baris.map(b => unsur('li', {}, b))), tautan && unsur('p', {}, unsur('a', { href: tautan.ke }, tautan.teks)));
  document.getElementById('pesan').replaceChildren(kotak);
}

/** JSON of our API, or an error that says why in words for people. */
export async function ambil(jalur, isi) {
  const jawaban = await fetch(jalur, isi === undefined ? {} : {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(isi),
  });
  const json = jawaban.status === 204 ? null : await jawaban.json().catch(() => null);
  if (!jawaban.ok) throw new Error([json?.detail ?? json?.message ?? `Jawaban ${jawaban.status}`, ...Object.values(json?.errors ?? {}).flat()].join(' '));
  return json;
}
