namespace EmulationFunctions.Province.Rights;

/// <summary>Who besides its own unit and the bloc's leaders has to do with a sheet.</summary>
/// <param name="Peers">The units that were assigned to score it as peers.</param>
/// <param name="Specialists">The units to which the scheme gives criteria to score, such as administrative reform.</param>
internal sealed record Scorers(IReadOnlySet<string> Peers, IReadOnlySet<string> Specialists);

/// <summary>Asked only when nothing else decides. A delegate, because this room knows no other: the room that keeps the sheets registers it.</summary>
internal delegate Task<Scorers> ScorersLookup(int year, string period, string bloc, string unit, CancellationToken cancellationToken);
