using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

/// <summary>
/// Whoever composes papers gives samples of them in the tests of its room: all of them are written, validated, and printed by an office
/// program (<see cref="PrintedPapersTests"/>).
/// </summary>
internal interface ISamplePapers
{
    /// <summary>Each under the name of its file, such as "self-score-report".</summary>
    static abstract IReadOnlyDictionary<string, Paper> Papers { get; }
}

internal static class SamplePapers
{
    public static readonly IReadOnlyDictionary<string, Paper> All = typeof(SamplePapers).Assembly.GetTypes()
        .Where(type => type.IsClass && type.GetInterfaces().Contains(typeof(ISamplePapers)))
        .SelectMany(type => (IReadOnlyDictionary<string, Paper>)type.GetProperty(nameof(ISamplePapers.Papers))!.GetValue(null)!)
        .OrderBy(paper => paper.Key, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);
}
