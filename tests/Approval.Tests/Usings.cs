global using Dukcapil.Approval.Tests.Peranti;
global using Xunit;
