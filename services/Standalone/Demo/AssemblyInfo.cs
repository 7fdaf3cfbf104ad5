using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Dukcapil.Standalone.Tests")]
[assembly: InternalsVisibleTo("Dukcapil.EndToEnd.Tests")]
