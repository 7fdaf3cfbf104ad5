global using Dukcapil.Esign;
global using Dukcapil.Tte.Tests.Peranti;
global using Xunit;
