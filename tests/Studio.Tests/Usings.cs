global using Dukcapil.Studio.Tests.Peranti;
global using Xunit;
