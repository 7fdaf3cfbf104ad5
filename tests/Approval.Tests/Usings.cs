global using Dukcapil.Approval.Tests.Peranti;
global using Dukcapil.TestServices;
global using Xunit;

[assembly: AssemblyFixture(typeof(PostgresBersama))]
