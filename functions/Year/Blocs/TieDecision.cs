using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>How people separated units that nothing else separates: the result of a ballot, or a decision of the competent body. Recorded by hand.</summary>
/// <param name="Kind">Which of the two; the scheme must name it among its tie-breaks.</param>
/// <param name="Units">Every unit of the tie, the one that stands first at the head.</param>
/// <param name="Authority">Who decided: a ballot's minutes or a decision, with number and day.</param>
/// <param name="Reason">Why so.</param>
/// <param name="Day">The day of the ballot or the decision, in Vietnam.</param>
/// <param name="Result">Of a ballot: what it came to, in words; else null.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record TieDecision(
    TieBreakKind Kind, IReadOnlyList<string> Units, string Authority, string Reason, DateTimeOffset At, DateOnly? Day = null, string? Result = null, long Version = 0)
{
    /// <summary>Whether it is about just these units, in whatever order.</summary>
    public bool IsAbout(IEnumerable<string> units) => units.ToHashSet(StringComparer.Ordinal).SetEquals(Units);
}
