namespace EmulationFunctions.Province.Decisions;

// What this room asks of rooms above it. Delegates, because it knows none of them: the room that has the answer registers it.

/// <summary>What the council of the province came to about a proposal.</summary>
/// <param name="Day">The day of its session.</param>
/// <param name="IsPassed">Whether the proposal passed.</param>
internal sealed record CouncilOutcome(DateOnly Day, bool IsPassed);

/// <summary>A time in which a unit is neither proposed nor awarded (Decree 152/2025/NĐ-CP, article 4(4)).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Since">The first day of it.</param>
/// <param name="Until">The day on which it ended, from which the unit may be awarded again; null while it lasts.</param>
internal sealed record SuspendedTime(string Unit, DateOnly Since, DateOnly? Until)
{
    public bool Covers(DateOnly day) => Since <= day && !(Until <= day);
}

/// <summary>The times in which units were suspended in any bloc of that year, those that are over too.</summary>
internal delegate Task<IReadOnlyList<SuspendedTime>> SuspensionsOf(int year, CancellationToken cancellationToken);

/// <summary>What the council came to about the proposals of a year, by award and unit; what no session has settled is not in it. All of a year at once, for a decision gives hundreds of titles.</summary>
internal delegate Task<IReadOnlyDictionary<(string Award, string Unit), CouncilOutcome>> CouncilOutcomesOf(int year, CancellationToken cancellationToken);
