namespace EmulationFunctions.Province.Decisions;

// What this room asks of rooms above it. Delegates, because it knows none of them: the room that has the answer registers it.

/// <summary>What the council of the province came to about a proposal.</summary>
/// <param name="Day">The day of its session.</param>
/// <param name="IsPassed">Whether the proposal passed.</param>
internal sealed record CouncilOutcome(DateOnly Day, bool IsPassed);

/// <summary>What the council came to about a unit's proposal for an award of that year; null while no session has settled it. Asked only of awards on which the council votes.</summary>
internal delegate Task<CouncilOutcome?> CouncilOutcomeOf(int year, string award, string unit, CancellationToken cancellationToken);
