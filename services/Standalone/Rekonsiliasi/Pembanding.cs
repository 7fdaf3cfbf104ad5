using Dukcapil.Contracts;

namespace Dukcapil.Standalone.Rekonsiliasi;

/// <summary>Finds the differences in one look; pure.</summary>
internal static class Pembanding
{
    /// <summary>Every difference, applications first.</summary>
    public static IReadOnlyList<Temuan> Bandingkan(Potret potret) =>
    [
        .. AntaraPermohonanDanAlur(potret),
        .. AlurTanpaKelanjutan(potret),
        .. AntaraAlurDanPemilik(potret),
        .. Pesan(potret),
    ];

    private static IEnumerable<Temuan> AntaraPermohonanDanAlur(Potret potret)
    {
        var alur = potret.Alur.Select(a => a.PermohonanId).ToHashSet();
        foreach (var id in potret.Permohonan.Except(alur).Order())
            yield return new($"tanpa-alur/{id}", $"Permohonan {id} terbuka, tetapi tidak ada alurnya yang berjalan.", KirimUlangPermohonan(id));
        // A workflow that runs on after its application has ended: only a person can say which of the two is right.
        foreach (var id in alur.Except(potret.Permohonan).Order())
            yield return new($"tanpa-permohonan/{id}", $"Alur permohonan {id} berjalan, tetapi permohonannya tidak terbuka di intake.");
    }

    private static IEnumerable<Temuan> AlurTanpaKelanjutan(Potret potret)
    {
        foreach (var alur in potret.Alur.OrderBy(a => a.PermohonanId))
        {
            var id = alur.PermohonanId;
            if (alur.JumlahInsiden > 0) yield return new($"insiden/{id}", $"Alur permohonan {id} berhenti pada {alur.JumlahInsiden} insiden.");
            else if (alur.Tugas.Count == 0 && alur.Menunggu == 0)
                yield return new($"tanpa-tugas/{id}", $"Alur permohonan {id} berjalan tanpa tugas, tanpa insiden, dan tidak menunggu apa pun.");
        }
    }

    private static IEnumerable<Temuan> AntaraAlurDanPemilik(Potret potret)
    {
        var ditunggu = potret.Alur.SelectMany(a => a.Tugas.Select(t => (a.PermohonanId, Tugas: t))).ToList();
        foreach (var (permohonan, tugas) in ditunggu)
        {
            if (potret.Tugas.TryGetValue(tugas.Pelayan, out var milik) && milik.Any(t => t.TugasId == tugas.TugasId)) continue;
            yield return new(
                $"tugas-hilang/{tugas.TugasId}",
                $"Alur permohonan {permohonan} menunggu tugas {tugas.TugasId}, yang tidak terbuka di {tugas.Pelayan}.",
                $"/api/v1/ops/{ServiceNames.Workflow}/tugas/{tugas.TugasId}/kirim-ulang");
        }
        var dikenal = ditunggu.Select(d => d.Tugas.TugasId).ToHashSet(StringComparer.Ordinal);
        foreach (var (layanan, tugas) in potret.Tugas.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            // Closing it is a person's decision: an officer may be at work on it.
            foreach (var sisa in tugas.Where(t => !dikenal.Contains(t.TugasId)))
            {
                yield return new(
                    $"tugas-yatim/{sisa.TugasId}",
                    $"Tugas {sisa.TugasId} permohonan {sisa.PermohonanId} terbuka di {layanan}, tetapi tidak ditunggu alur mana pun.");
            }
        }
    }

    private static IEnumerable<Temuan> Pesan(Potret potret)
    {
        // What a held message waits for may lie in an error queue; to go on without it would put it out of order for ever.
        var adaGalat = potret.Pesan.Values.Any(p => p.Galat > 0);
        foreach (var (layanan, pesan) in potret.Pesan.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            // The oldest message is part of the key: under load there always is one, but not the same one at two looks.
            if (pesan.Outbox > 0)
                yield return new($"outbox/{layanan}/{pesan.OutboxTertua}", $"Kotak keluar {layanan} tidak kunjung kosong: {pesan.Outbox} pesan.");
            if (pesan.Tertahan > 0)
            {
                yield return new(
                    $"tertahan/{layanan}/{pesan.TertahanTertua}", $"{pesan.Tertahan} pesan tertahan di {layanan} menunggu pendahulunya.",
                    adaGalat ? null : $"/api/v1/ops/{layanan}/pesan-tertahan/lepas");
            }
            // Replaying is a decision of its own (pesan-galat --kirim-ulang): what was parked was parked for a fault that someone should mend first.
            if (pesan.Galat > 0) yield return new($"galat/{layanan}", $"{pesan.Galat} pesan galat di {layanan}; lihat perintah pesan-galat.");
        }
    }

    private static string KirimUlangPermohonan(Guid id) => $"/api/v1/ops/{ServiceNames.Intake}/permohonan/{id}/kirim-ulang";
}
