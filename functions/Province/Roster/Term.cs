namespace EmulationFunctions.Province.Roster;

/// <summary>
/// Who leads a bloc in a year. The units are members of the bloc at some time in that year. A year mostly has one term; where the head changes
/// within the year, another begins on its day, after the first has ended.
/// </summary>
/// <param name="Bloc">The bloc's id.</param>
/// <param name="Year">The year.</param>
/// <param name="Head">The unit that leads (Khối trưởng).</param>
/// <param name="Deputy">The unit that stands in for it (Khối phó); never the head itself.</param>
/// <param name="StandingUnit">The unit that runs the bloc's office (đơn vị thường trực); some blocs name it in place of a head.</param>
/// <param name="IsConcurrentPost">Whether those who lead do it beside other work (kiêm nhiệm).</param>
/// <param name="IsSuggestion">Whether it was only copied or proposed, and nobody has confirmed it.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Term(
    string Bloc, int Year, string? Head, string? Deputy, string? StandingUnit, bool IsConcurrentPost, bool IsSuggestion, long Version)
{
    public const int EarliestYear = 2000;
    public const int LatestYear = 2100;

    /// <summary>The first day on which it holds; null where it holds from the beginning of the year's work.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it holds; null where it holds until the year is handed over.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it follows another of the same year.</summary>
    public bool IsLater { get; init; }

    /// <summary>Of a suggestion: by what; null where somebody entered it.</summary>
    public SuggestionBasis? Basis { get; init; }

    /// <summary>Of a suggestion by vote: each unit with its votes, as the minutes count them.</summary>
    public string? Votes { get; init; }

    public bool Covers(DateOnly day) => !(day < From) && !(Until < day);

    /// <summary>Whether there is a day on which both hold.</summary>
    public bool Overlaps(Term other) => !(Until < (other.From ?? DateOnly.MinValue)) && !(other.Until < (From ?? DateOnly.MinValue));

    /// <summary>The unit that acts as head: the head, or the standing unit where no head is named.</summary>
    public string? Leader => Head ?? StandingUnit;

    /// <summary>Whether both say the same, whenever they were written.</summary>
    public bool SaysTheSameAs(Term other) => this with { Version = 0 } == other with { Version = 0 };

    /// <summary>Every unit it names, each once.</summary>
    public IEnumerable<string> Units => new[] { Head, Deputy, StandingUnit }.OfType<string>().Distinct(StringComparer.Ordinal);
}
