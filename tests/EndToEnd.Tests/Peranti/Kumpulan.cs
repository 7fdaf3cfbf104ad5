using Dukcapil.EndToEnd.Tests.Peranti;

[assembly: AssemblyFixture(typeof(PeladenBersama))]

// Two cores: installations beside each other would only measure each other's patience.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>Tests that share one Standalone installation.</summary>
[CollectionDefinition(Nama)]
public sealed class KumpulanStandalone : ICollectionFixture<StandalonePemasangan>
{
    /// <summary>Name of the collection.</summary>
    public const string Nama = "Standalone";
}

/// <summary>Tests that share one distributed installation.</summary>
[CollectionDefinition(Nama)]
public sealed class KumpulanTerdistribusi : ICollectionFixture<TerdistribusiPemasangan>
{
    /// <summary>Name of the collection.</summary>
    public const string Nama = "Terdistribusi";
}

/// <summary>Tests that share one distributed installation with Elsa Server in the place of the Workflow service.</summary>
[CollectionDefinition(Nama)]
public sealed class KumpulanElsa : ICollectionFixture<ElsaPemasangan>
{
    /// <summary>Name of the collection.</summary>
    public const string Nama = "Elsa";
}
