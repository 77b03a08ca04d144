using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Functions;

/// <summary>Some parts of a timer's run failed, and the others are done. The parts are told to whoever looks after the timers, so each is named by ids.</summary>
internal sealed class PartsFailedException(IReadOnlyList<string> parts, IEnumerable<Exception> failures) : AggregateException(Tell(parts), failures)
{
    private const int MostTold = 5;

    /// <summary>Which, as a heartbeat keeps it.</summary>
    public string Parts { get; } = Tell(parts);

    private static string Tell(IReadOnlyList<string> parts) =>
        $"{Words.Count(parts.Count, "part")} failed: {string.Join(", ", parts.Take(MostTold))}{(parts.Count > MostTold ? ", …" : "")}";
}
