global using Dukcapil.Registry.Tests.Peranti;
global using Xunit;
