using System.Collections.Frozen;

namespace Dukcapil.Contracts;

/// <summary>The one table: message → receivers. The outbox writes one row per receiver; a service's queue takes exactly its column of this table.</summary>
public static class Routing
{
    private static readonly FrozenDictionary<Type, Func<IMessage, IReadOnlyList<string>>> Table =
        new Dictionary<Type, Func<IMessage, IReadOnlyList<string>>>
        {
            [typeof(PermohonanDiajukan)] = To(ServiceNames.Workflow),
            [typeof(TugasDiterbitkan)] = m => [((TugasDiterbitkan)m).Pelayan],
            [typeof(TugasDiselesaikan)] = To(ServiceNames.Workflow),
            [typeof(TugasBerubah)] = To(ServiceNames.Approval, ServiceNames.Intake),
            [typeof(KonsepTerbit)] = To(ServiceNames.Approval),
            [typeof(IsiKonsepTerbit)] = To(ServiceNames.Registry),
            [typeof(TandaBuktiTerbit)] = To(ServiceNames.Registry),
            [typeof(ParafDiberikan)] = To(ServiceNames.Registry, ServiceNames.Intake),
            [typeof(BerkasSiakDiunggah)] = To(ServiceNames.Approval),
            [typeof(KartuKeluargaDitandatangani)] = To(ServiceNames.Registry),
            [typeof(KoreksiDicatat)] = To(ServiceNames.Intake),
            [typeof(WewenangTerbit)] = To(ServiceNames.Intake, ServiceNames.Registry),
            [typeof(PencabutanDiminta)] = To(ServiceNames.Workflow),
            [typeof(PenutupanTugasDiminta)] = m => [((PenutupanTugasDiminta)m).Pelayan],
            [typeof(PenutupanTugasDijawab)] = To(ServiceNames.Workflow),
            [typeof(PencabutanDiputuskan)] = To(ServiceNames.Intake, ServiceNames.Approval, ServiceNames.Registry),
            [typeof(AlurSelesai)] = To(ServiceNames.Intake, ServiceNames.Approval, ServiceNames.Registry),
            [typeof(IsiDimusnahkan)] = To(ServiceNames.Approval, ServiceNames.Registry),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Type> ByName = Table.Keys.ToFrozenDictionary(t => t.Name);

    /// <summary>All message types.</summary>
    public static IEnumerable<Type> MessageTypes => Table.Keys;

    /// <summary>Who receives this message.</summary>
    public static IReadOnlyList<string> ReceiversOf(IMessage message) =>
        Table.TryGetValue(message.GetType(), out var receivers)
            ? receivers(message)
            : throw new InvalidOperationException($"{message.GetType().Name} has no row in the routing table.");

    /// <summary>The type of that name, or null for a name this version does not know.</summary>
    public static Type? TypeOf(string name) => ByName.GetValueOrDefault(name);

    private static Func<IMessage, IReadOnlyList<string>> To(params string[] receivers) => _ => receivers;
}
