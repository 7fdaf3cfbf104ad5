namespace Dukcapil.Engine.Expressions;

/// <summary>A fault of an activity as Elsa names it: its message and the exception type that appear in the incident.</summary>
/// <param name="message">The message of the incident.</param>
/// <param name="exceptionType">Full name of the exception type Elsa shows.</param>
/// <param name="inner">The cause, whose message goes into the incident's detail.</param>
public sealed class EngineFaultException(string message, string exceptionType, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Full name of the exception type Elsa shows.</summary>
    public string ExceptionType { get; } = exceptionType;

    /// <summary>The name of an exception's type as an incident shows it.</summary>
    /// <param name="exception">Any exception.</param>
    public static string TypeOf(Exception exception) =>
        exception is EngineFaultException fault ? fault.ExceptionType : exception.GetType().FullName ?? exception.GetType().Name;
}
