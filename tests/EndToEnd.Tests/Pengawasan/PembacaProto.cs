using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Dukcapil.EndToEnd.Tests.Pengawasan;

/// <summary>Reads protobuf without a schema: fields by number, as they come.</summary>
/// <param name="Nomor">Number of the field.</param>
/// <param name="Angka">Its value, when it is a number.</param>
/// <param name="Isi">Its value, when it has a length.</param>
internal readonly record struct MedanProto(int Nomor, ulong Angka, ReadOnlyMemory<byte> Isi)
{
    public string Teks => Encoding.UTF8.GetString(Isi.Span);

    public string Heksa => Convert.ToHexStringLower(Isi.Span);

    /// <summary>Fields of a message.</summary>
    public static IEnumerable<MedanProto> Baca(ReadOnlyMemory<byte> pesan)
    {
        for (var i = 0; i < pesan.Length;)
        {
            var kunci = Varint(pesan.Span, ref i);
            var nomor = (int)(kunci >> 3);
            switch (kunci & 7)
            {
                case 0:
                    yield return new(nomor, Varint(pesan.Span, ref i), default);
                    break;
                case 1:
                    yield return new(nomor, BinaryPrimitives.ReadUInt64LittleEndian(pesan.Span[i..]), default);
                    i += 8;
                    break;
                case 2:
                    var panjang = (int)Varint(pesan.Span, ref i);
                    yield return new(nomor, 0, pesan.Slice(i, panjang));
                    i += panjang;
                    break;
                case 5:
                    yield return new(nomor, BinaryPrimitives.ReadUInt32LittleEndian(pesan.Span[i..]), default);
                    i += 4;
                    break;
                default:
                    throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Wire type {kunci & 7}."));
            }
        }
    }

    private static ulong Varint(ReadOnlySpan<byte> bita, ref int i)
    {
        ulong nilai = 0;
        for (var geser = 0; ; geser += 7)
        {
            var b = bita[i++];
            nilai |= (ulong)(b & 0x7F) << geser;
            if (b < 0x80) return nilai;
        }
    }
}
