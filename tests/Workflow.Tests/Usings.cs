global using Dukcapil.Workflow.Tests.Peranti;
global using Xunit;
