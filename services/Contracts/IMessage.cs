namespace Dukcapil.Contracts;

/// <summary>A message between services. It belongs to one application; messages of one application keep their order from sender to receiver.</summary>
public interface IMessage
{
    /// <summary>The application this message is about.</summary>
    Guid PermohonanId { get; }
}
