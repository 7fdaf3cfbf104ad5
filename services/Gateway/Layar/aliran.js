// Server-sent events over fetch: EventSource cannot carry a token in a header, and none belongs into an address.
const JEDA = 2000;

/** Follows the stream for ever; tells every event, and whether the line is up. */
export async function ikuti(alamat, token, terima, keadaan) {
  for (let letak; ; await new Promise(r => setTimeout(r, JEDA))) {
    try {
      const kepala = { Authorization: `Bearer ${await token()}`, ...(letak && { 'Last-Event-ID': letak }) };
      const jawaban = await fetch(alamat, { headers: kepala });
      if (!jawaban.ok) throw new Error(`status ${jawaban.status}`);
      keadaan(true);
      for await (const peristiwa of peristiwaDari(jawaban.body)) {
        letak = peristiwa.id ?? letak;
        terima(peristiwa.jenis);
      }
    } catch {
      // The line is down; it is tried again, from the place of the last event.
    }
    keadaan(false);
  }
}

async function* peristiwaDari(badan) {
  let sisa = '';
  const pembaca = badan.pipeThrough(new TextDecoderStream()).getReader();
  for (let bagian; !(bagian = await pembaca.read()).done;) {
    const potong = (sisa + bagian.value).split('\n\n');
    sisa = potong.pop();
    for (const teks of potong) {
      const baris = Object.fromEntries(teks.split('\n').map(b => [b.slice(0, b.indexOf(':')), b.slice(b.indexOf(':') + 1).trim()]));
      yield { jenis: baris.event, id: baris.id };
    }
  }
}
