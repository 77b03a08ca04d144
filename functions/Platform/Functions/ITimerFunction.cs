namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// A function that the host starts on a schedule. It may be run twice, late, or on two machines at once without harm, and
/// stops itself when asked to.
/// </summary>
internal interface ITimerFunction
{
    /// <summary>The function's name, in the package, in the portal and in the address the host posts to.</summary>
    string Name { get; }

    /// <summary>Six fields in UTC: second, minute, hour, day, month, day of the week.</summary>
    string Schedule { get; }

    /// <summary>Does what is due. Returns one sentence for each thing it did, with ids and no names.</summary>
    Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken);
}
