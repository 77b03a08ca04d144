namespace EmulationFunctions.Platform.Functions;

/// <summary>How long a request may take in all, and how many are at work at a time. What is over is told by 503 with Retry-After.</summary>
/// <param name="Ordinary">What nearly all functions have; then their token is cancelled.</param>
/// <param name="Long">What publishes, imports or verifies; a little less than the 230 s after which the platform's front end gives up.</param>
/// <param name="Transfer">What carries a file, as slowly as the caller can: less than <c>functionTimeout</c> of host.json, at which the host would end the whole process.</param>
/// <param name="AtOnce">How many are at work at a time; the others wait, so that what has begun is done soon and nothing runs out of sockets or memory.</param>
/// <param name="Wait">How long one waits for that. Together with what storage is given it is less than 30 s.</param>
internal sealed record RequestLimits(TimeSpan Ordinary, TimeSpan Long, TimeSpan Transfer, int AtOnce, TimeSpan Wait)
{
    public static RequestLimits Default { get; } = new(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(220), TimeSpan.FromMinutes(9), 100, TimeSpan.FromSeconds(10));

    public TimeSpan Of(TimeOf time) => time switch
    {
        TimeOf.LongWork => Long,
        TimeOf.Transfer => Transfer,
        _ => Ordinary,
    };
}

/// <summary>Which of <see cref="RequestLimits"/> a function has, where it is not the ordinary one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MayTakeAttribute(TimeOf time) : Attribute
{
    public TimeOf Time => time;
}

internal enum TimeOf
{
    Ordinary,
    LongWork,

    /// <summary>Waits for its caller's line more than it works.</summary>
    Transfer,

    /// <summary>Asks how the program is: never behind those who work.</summary>
    Watching,
}
