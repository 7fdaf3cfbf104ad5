global using Dukcapil.Intake.Tests.Peranti;
global using Dukcapil.TestServices;
global using Xunit;
