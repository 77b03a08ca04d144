namespace EmulationFunctions.Province.Rights;

/// <summary>The units that lead a bloc in a year; none where nobody does (any more).</summary>
/// <param name="Head">The unit that leads (Khối trưởng), or the standing unit where no head is named.</param>
/// <param name="Deputy">The unit that stands in for it (Khối phó).</param>
internal sealed record Leaders(string? Head, string? Deputy)
{
    public static readonly Leaders Nobody = new(null, null);
}

/// <summary>
/// The units that lead a bloc in a year, if their term has not ended. A delegate, because this room knows no other: the room that
/// keeps the terms registers it.
/// </summary>
internal delegate Task<Leaders> LeadersLookup(string bloc, int year, CancellationToken cancellationToken);
