namespace Dukcapil.ServiceDefaults.Protection;

/// <summary>A sealed column whose name does not say so.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TersegelAttribute : Attribute;
