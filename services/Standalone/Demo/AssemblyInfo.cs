using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Dukcapil.Standalone.Tests")]
[assembly: InternalsVisibleTo("Dukcapil.EndToEnd.Tests")]
[assembly: InternalsVisibleTo("Dukcapil.Studio.Tests")]
