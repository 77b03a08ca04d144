namespace EmulationFunctions.Province.Roster;

/// <summary>A unit's being in a bloc, from a day until a day, both included.</summary>
/// <param name="Bloc">The bloc's id.</param>
/// <param name="Unit">The unit's id.</param>
/// <param name="From">Its first day in the bloc; with bloc and unit the membership's key.</param>
/// <param name="Until">Its last day in the bloc; null while nobody has said that it ends.</param>
/// <param name="Decision">The number of the decision that put it there, where it is known.</param>
/// <param name="EndDecision">The number of the decision that ended it, if any.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Membership(string Bloc, string Unit, DateOnly From, DateOnly? Until, string? Decision, string? EndDecision, long Version)
{
    public const int LongestDecision = 100;

    public static readonly DateOnly EarliestDay = new(1945, 1, 1);
    public static readonly DateOnly LatestDay = new(2100, 12, 31);

    public bool Covers(DateOnly day) => From <= day && !(Until < day);

    public bool Overlaps(DateOnly from, DateOnly? until) => !(until < From) && !(Until < from);

    public bool Overlaps(Membership other) => Overlaps(other.From, other.Until);

    /// <summary>Whether both say the same, whenever they were written.</summary>
    public bool SaysTheSameAs(Membership other) => this with { Version = 0 } == other with { Version = 0 };

    public bool CoversPartOf(int year) => Overlaps(new(year, 1, 1), new(year, 12, 31));
}
