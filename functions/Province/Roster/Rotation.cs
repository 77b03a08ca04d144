using System.Security.Cryptography;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Roster;

/// <summary>By what somebody is suggested to lead next.</summary>
[JsonConverter(typeof(CamelCaseEnum<SuggestionBasis>))]
internal enum SuggestionBasis
{
    /// <summary>The deputy succeeds: what blocs mostly do, and what is suggested unless somebody says otherwise.</summary>
    Deputy,

    /// <summary>Whoever follows in the bloc's order.</summary>
    Order,

    /// <summary>Whoever got most votes.</summary>
    Vote,
}

/// <summary>Votes for a unit, as the minutes count them.</summary>
internal sealed record VotesFor(string Unit, int Votes);

/// <summary>How a bloc was handed over at the end of a year: kept beside the new term.</summary>
/// <param name="Bloc">The bloc.</param>
/// <param name="Year">The year that ended; the new term is of the next.</param>
/// <param name="Day">The day of the handover, from which the new term holds; null where the papers do not say.</param>
/// <param name="DaySaid">The day as the papers say it, where they do not say which it was ("vừa qua").</param>
/// <param name="Meeting">The id of the meeting at which it was confirmed; null where none was recorded.</param>
/// <param name="FlagFrom">The unit that handed over the rotating flag (cờ luân lưu); null where that was not recorded.</param>
/// <param name="FlagTo">The unit that received it; null where no flag was handed over, or that was not recorded.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Handover(string Bloc, int Year, DateOnly? Day, string? DaySaid, string? Meeting, string? FlagFrom, string? FlagTo, long Version)
{
    public const int LongestText = 200;
    public const int LongestItem = 500;
    public const int MostItems = 50;

    /// <summary>What else was handed over, such as files and registers, in the words of the papers; empty where that was not recorded.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Who signs for the unit that hands over; null where nobody recorded it.</summary>
    public NamedPerson? GivenBy { get; init; }

    /// <summary>Who signs for the unit that receives.</summary>
    public NamedPerson? ReceivedBy { get; init; }

    /// <summary>Who signs as witness; null where there was none, or nobody recorded it.</summary>
    public NamedPerson? Witness { get; init; }

    /// <summary>Drawn for this record, so that fingerprints of its items cannot be guessed; null in a record of before, which had none.</summary>
    [JsonIgnore]
    public string? Salt { get; init; }

    public static string DrawSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The same; who is named as before, and what was handed over, keeps the salt of then.</summary>
    public Handover WithSaltsOf(Handover? before) => this with
    {
        Salt = before?.Salt ?? DrawSalt(),
        GivenBy = NamedPerson.Said(GivenBy?.Name, GivenBy?.Post, before?.GivenBy),
        ReceivedBy = NamedPerson.Said(ReceivedBy?.Name, ReceivedBy?.Post, before?.ReceivedBy),
        Witness = NamedPerson.Said(Witness?.Name, Witness?.Post, before?.Witness),
    };

    public bool SaysTheSameAs(Handover other) => this with { Items = [], Salt = null, Version = 0 } == other with { Items = [], Salt = null, Version = 0 } && Items.SequenceEqual(other.Items, StringComparer.Ordinal);
}

/// <summary>Who is suggested to lead a bloc next. Pure: a suggestion gives nobody a right.</summary>
internal static class Rotation
{
    /// <summary>The term that the next one follows: the last that was confirmed, else the last suggested.</summary>
    /// <param name="terms">The bloc's, in their order.</param>
    /// <param name="year">The year to suggest for.</param>
    public static Term? LastOf(IReadOnlyList<Term> terms, int year) =>
        terms.LastOrDefault(term => term.Year < year && !term.IsSuggestion) ?? terms.LastOrDefault(term => term.Year < year);

    /// <summary>The deputy becomes head; the deputy is whoever follows it in the bloc's order, where there is one. A standing unit stays. Null where that names nobody.</summary>
    /// <param name="last">The last term.</param>
    /// <param name="year">The year to suggest for.</param>
    /// <param name="order">The bloc's order; empty where it has none.</param>
    /// <param name="isMember">Whether a unit is in the bloc in that year.</param>
    public static Term? ByDeputy(Term last, int year, IReadOnlyList<string> order, Func<string, bool> isMember)
    {
        var head = last.Deputy is { } deputy && isMember(deputy) ? deputy : null;
        var next = head is null ? null : After(order, head, isMember, besides: head);
        return Named(Suggested(last, year, head, next, SuggestionBasis.Deputy) with { StandingUnit = Standing(last, isMember) });
    }

    /// <summary>Whoever follows the last head in the bloc's order, and after it the deputy. Null where that names nobody.</summary>
    public static Term? ByOrder(Term? last, string bloc, int year, IReadOnlyList<string> order, Func<string, bool> isMember)
    {
        var head = After(order, last?.Head, isMember, besides: last?.Head);
        var deputy = head is null ? null : After(order, head, isMember, besides: head);
        var from = last ?? new Term(bloc, year, null, null, null, false, true, 0);
        return Named(Suggested(from, year, head, deputy, SuggestionBasis.Order) with { StandingUnit = Standing(from, isMember) });
    }

    /// <summary>Whoever got most votes.</summary>
    /// <returns>The unit; null where nobody was voted for, or several got as many.</returns>
    public static string? Winner(IReadOnlyList<VotesFor> votes) =>
        votes.Count > 0 && votes.Max(one => one.Votes) is var most && votes.Where(one => one.Votes == most).ToList() is [var winner] ? winner.Unit : null;

    /// <summary>The votes as they are kept.</summary>
    public static string? Text(IReadOnlyList<VotesFor> head, IReadOnlyList<VotesFor> deputy)
    {
        return head.Count + deputy.Count == 0 ? null : string.Join("; ", new[] { Of("head", head), Of("deputy", deputy) }.OfType<string>());

        static string? Of(string role, IReadOnlyList<VotesFor> votes) =>
            votes.Count == 0 ? null : $"{role}: {string.Join(", ", votes.OrderByDescending(one => one.Votes).ThenBy(one => one.Unit, StringComparer.Ordinal).Select(one => $"{one.Unit} {one.Votes}"))}";
    }

    private static Term Suggested(Term last, int year, string? head, string? deputy, SuggestionBasis basis) => new(last.Bloc, year, head, deputy, null, last.IsConcurrentPost, IsSuggestion: true, 0)
    {
        Basis = basis,
    };

    private static string? Standing(Term last, Func<string, bool> isMember) => last.StandingUnit is { } unit && isMember(unit) ? unit : null;

    private static Term? Named(Term term) => term.Units.Any() ? term : null;

    /// <summary>The first member behind a unit in the order, which is a circle; from its beginning where the unit is not in it.</summary>
    private static string? After(IReadOnlyList<string> order, string? unit, Func<string, bool> isMember, string? besides)
    {
        var place = unit is null ? -1 : order.ToList().IndexOf(unit);
        return Enumerable.Range(1, order.Count).Select(step => order[(place + step) % order.Count]).FirstOrDefault(one => one != besides && isMember(one));
    }
}
