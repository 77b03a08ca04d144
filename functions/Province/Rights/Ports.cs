using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Rights;

// What this room asks of the others. Delegates, because it knows none of them: the room that has the answer registers it.

/// <summary>The units that lead a bloc in a year; none where nobody does (any more).</summary>
/// <param name="Head">The unit that leads (Khối trưởng), or the standing unit where no head is named.</param>
/// <param name="Deputy">The unit that stands in for it (Khối phó).</param>
internal sealed record Leaders(string? Head, string? Deputy)
{
    public static readonly Leaders Nobody = new(null, null);
}

/// <summary>The units that lead a bloc in a year, if their term has not ended.</summary>
internal delegate Task<Leaders> LeadersLookup(string bloc, int year, CancellationToken cancellationToken);

/// <summary>The units that belong to a bloc at some time of a year.</summary>
internal delegate Task<IReadOnlySet<string>> MembersLookup(string bloc, int year, CancellationToken cancellationToken);

/// <summary>The units that ended by a succession by today.</summary>
internal delegate Task<IReadOnlySet<string>> EndedUnitsLookup(CancellationToken cancellationToken);

/// <summary>Who besides its own unit and the bloc's leaders has to do with a sheet.</summary>
/// <param name="Peers">The units that were assigned to score it as peers.</param>
/// <param name="Specialists">The units to which the scheme gives criteria to score, such as administrative reform.</param>
/// <param name="Declarers">The units that the scheme lets declare conditions of others, such as the inspectorate.</param>
internal sealed record Scorers(IReadOnlySet<string> Peers, IReadOnlySet<string> Specialists, IReadOnlySet<string> Declarers);

/// <summary>Who has to do with a sheet. Asked only when nothing else decides.</summary>
internal delegate Task<Scorers> ScorersLookup(int year, string period, string bloc, string unit, CancellationToken cancellationToken);

/// <summary>What people call these units; one without a name is not in it.</summary>
internal delegate Task<IReadOnlyDictionary<string, string>> NamesOfUnits(IEnumerable<string> units, CancellationToken cancellationToken);

/// <summary>Whether there is such a unit.</summary>
internal delegate Task<bool> UnitExists(string unit, CancellationToken cancellationToken);

/// <summary>Whether a year's work is over: the calendar says so, not today's date, since January still works on last year.</summary>
internal delegate Task<bool> YearIsOver(int year, CancellationToken cancellationToken);

/// <summary>
/// Begins to read what a function of somebody who is signed in is going to look at first, while it is still asked whether the caller may. What was read
/// is given to nobody before that.
/// </summary>
internal delegate void ReadAhead(FunctionMethod function, RouteValueDictionary address, CancellationToken cancellationToken);
