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

/// <summary>What the council came to about a unit's proposal for an award of that year; null while no session has settled it. Asked only of awards on which the council votes.</summary>
internal delegate Task<CouncilOutcome?> CouncilOutcomeOf(int year, string award, string unit, CancellationToken cancellationToken);
