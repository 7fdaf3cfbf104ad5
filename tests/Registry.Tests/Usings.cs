global using Dukcapil.Registry.Tests.Peranti;
global using Dukcapil.TestServices;
global using Xunit;
