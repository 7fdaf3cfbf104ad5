namespace Dukcapil.Engine.State;

/// <summary>Main status of an instance.</summary>
public enum WorkflowStatus
{
    /// <summary>Not yet at its end.</summary>
    Running,

    /// <summary>At its end, see the sub-status.</summary>
    Finished,
}

/// <summary>Sub-status of an instance.</summary>
public enum WorkflowSubStatus
{
    /// <summary>Inside a burst.</summary>
    Executing,

    /// <summary>Waits on a bookmark or an incident.</summary>
    Suspended,

    /// <summary>Ended as the definition says.</summary>
    Finished,

    /// <summary>Ended by a fault.</summary>
    Faulted,

    /// <summary>Ended from outside.</summary>
    Cancelled,
}

/// <summary>Status of one execution of one activity.</summary>
public enum ActivityStatus
{
    /// <summary>Being executed or waiting.</summary>
    Running,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Given up, as its container or the instance ended.</summary>
    Canceled,

    /// <summary>Failed; see the incident.</summary>
    Faulted,
}
