using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Dukcapil.Identity.Tests")]
