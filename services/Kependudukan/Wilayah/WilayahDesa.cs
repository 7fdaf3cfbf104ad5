namespace Dukcapil.Kependudukan;

/// <summary>One desa or kelurahan of the region list that an office has imported (its own kabupaten is enough).</summary>
/// <param name="Kode">Four-part code, for example <c>99.01.01.1001</c>.</param>
/// <param name="Nama">Name without the kind, for example <c>CONTOH</c>; with it is understood too.</param>
/// <param name="Kecamatan">Name of the kecamatan it lies in.</param>
public sealed record WilayahDesa(KodeWilayah Kode, string Nama, string Kecamatan);
