using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Calendar;

// What this room asks of rooms above it. Delegates, because it knows none of them: the room that has the answer registers it.

/// <summary>
/// Freezes the version of a scheme that a bloc is about to be scored by, so that it never changes again; false when there is no
/// such version, or it is a draft.
/// </summary>
internal delegate Task<bool> FreezeScheme(string scheme, int version, CancellationToken cancellationToken);

/// <summary>What a version of a scheme asks of a year that takes it; null when there is no such version.</summary>
internal delegate Task<SchemeDemands?> FindSchemeDemands(string scheme, int version, CancellationToken cancellationToken);

/// <param name="IsDraft">Whether it is still being written: nobody can be scored by it.</param>
/// <param name="Bodies">The units that it names, each of which must be there to do its part.</param>
internal sealed record SchemeDemands(bool IsDraft, IReadOnlyList<NamedBody> Bodies);

/// <summary>A unit that a scheme names.</summary>
/// <param name="As">As what: whose criteria it appraises, or which condition it declares.</param>
internal sealed record NamedBody(string Unit, Words As);

/// <summary>Which of a bloc's units have submitted their sheets of a period.</summary>
internal delegate Task<IReadOnlySet<string>> SubmittedUnits(int year, string period, string bloc, IReadOnlyList<string> members, CancellationToken cancellationToken);

/// <summary>Which of these units have been asked to revise their sheets of a period, and by which day.</summary>
internal delegate Task<IReadOnlyDictionary<string, DateOnly>> RevisionsDue(
    int year, string period, string bloc, IReadOnlyList<string> units, CancellationToken cancellationToken);

/// <summary>What a bloc has put down in a period ("score sheets"), so that neither may be left out of the year; null when there is nothing.</summary>
internal delegate Task<Words?> HoldingsLookup(int year, string period, string bloc, CancellationToken cancellationToken);

/// <summary>Why more time for a stage would let a unit do nothing, in any of the blocs in which it works; null when it would.</summary>
internal delegate Task<Words?> WhyNotExtended(int year, StageKey stage, IReadOnlyList<string> blocs, string unit, CancellationToken cancellationToken);

/// <summary>
/// What the timer <c>StartAnnualCycle</c> prepares for a bloc of a year that it opens, such as a draft of its plan. Safe to do again: what is there stays. One that fails stops
/// no other, and is done again the next day.
/// </summary>
/// <param name="Name">Named in the log when it fails.</param>
/// <param name="RunAsync">Returns one sentence for each thing it did, with ids and no names.</param>
/// <param name="Until">It is done again each day until the bloc's last day of that stage, for what comes later; null where the opening is all.</param>
internal sealed record OpeningWork(string Name, Func<int, string, CancellationToken, Task<IReadOnlyList<string>>> RunAsync, StageKind? Until = null);

/// <summary>
/// What the timer <c>AdvanceStages</c> does for a room above this one, once an hour: above all to finish what a killed process
/// left unfinished. Safe to run twice, late, or on two machines at once. One that fails stops no other.
/// </summary>
/// <param name="Name">Named in the log when it fails.</param>
/// <param name="RunAsync">Does what is due and returns one sentence for each thing it did, with ids and no names.</param>
internal sealed record HourlyWork(string Name, Func<CancellationToken, Task<IReadOnlyList<string>>> RunAsync);
