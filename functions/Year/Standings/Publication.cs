using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Standings;

/// <summary>How far a publication has come. Rows hold the name.</summary>
internal enum PublicationState
{
    /// <summary>Begun: which sheets it will rest on is settled, and they are being locked. Nobody sees anything of it.</summary>
    Publishing,

    /// <summary>A sheet changed before it could be locked: what was locked is being given back, then it is as if nothing had begun.</summary>
    Withdrawing,

    /// <summary>For ever.</summary>
    Published,
}

/// <summary>A publication of standings.</summary>
/// <param name="Id">Made for this attempt: it marks the sheets that are locked for it, and its intent.</param>
/// <param name="Scheme">What all its sheets are scored by.</param>
/// <param name="BlocName">As it was called then.</param>
/// <param name="Voided">What was void in the scheme when it began, and leaves the sums: pinned, because a criterion may be declared void in that very instant.</param>
/// <param name="SettledAt">When it began.</param>
/// <param name="PublishedAt">Null until it is.</param>
/// <param name="Obstacle">Why it is being withdrawn; else null.</param>
/// <param name="Units">Every member of the bloc as it stood when the publication began.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
/// <param name="Ranked">How many units have a place; null until it is published.</param>
internal sealed record Publication(
    string Id,
    PublicationState State,
    StandingsScheme Scheme,
    string BlocName,
    IReadOnlySet<string> Voided,
    DateTimeOffset SettledAt,
    DateTimeOffset? PublishedAt,
    Words? Obstacle,
    IReadOnlyList<PinnedUnit> Units,
    long Version,
    int? Ranked = null)
{
    public IEnumerable<string> LeftOut => Units.Where(unit => !unit.Counts).Select(unit => unit.Unit);
}

/// <summary>A member of the bloc when the publication began.</summary>
/// <param name="Hash">Of what it had submitted; null when it had not.</param>
/// <param name="WhyApart">Why it is left out; null when it counts.</param>
internal sealed record PinnedUnit(string Unit, string Name, string? Hash, Words? WhyApart)
{
    public bool Counts => WhyApart is null;
}
