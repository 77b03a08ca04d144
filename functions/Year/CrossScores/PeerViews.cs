using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.CrossScores;

/// <summary>The body of <c>AssignCrossScoring</c>.</summary>
/// <param name="Seed">The lot; the same members and seed give the same panel. Drawn where it is not given.</param>
/// <param name="Reason">Why, where it needs saying; kept in the trail of changes.</param>
internal sealed record DrawBody(
    [property: Range(0, DrawBody.LargestSeed)] long? Seed = null,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string? Reason = null)
{
    /// <summary>The largest whole number that every JSON reader reads exactly.</summary>
    public const long LargestSeed = (1L << 53) - 1;
}

/// <summary>The body of <c>SaveCrossScores</c>.</summary>
/// <param name="Scores">Each entry replaces what was given for its criterion; one without points clears it. What is not named stays.</param>
/// <param name="Comment">For the unit; null leaves what was written.</param>
internal sealed record PeerScoresBody(
    [property: Items(0, SchemeRules.MaximumCriteria)] IReadOnlyList<PeerEntry> Scores,
    [property: StringLength(PeerScoresBody.LongestComment)] string? Comment = null)
{
    public const int LongestComment = 2000;
}

/// <param name="Criterion">Its code.</param>
/// <param name="Points">What the peer gives; null clears it.</param>
internal sealed record PeerEntry([property: StringLength(SchemeRules.LongestCode, MinimumLength = 1)] string Criterion, Points? Points = null);

/// <summary>The body of <c>ReplaceScorer</c>.</summary>
/// <param name="Scorer">The unit that scores from now on.</param>
/// <param name="Reason">Why; both units are mailed it.</param>
internal sealed record ReplacementBody(
    [property: Slug] string Scorer,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

[JsonConverter(typeof(CamelCaseEnum<PeerState>))]
internal enum PeerState
{
    NotBegun,
    Draft,
    Submitted,
}

/// <param name="Scorer">The unit that scores.</param>
/// <param name="ScorerName">What people call it.</param>
/// <param name="Unit">The unit that is scored.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="State">How far it is; everybody in the bloc sees that.</param>
/// <param name="SubmittedAt">When it was submitted, if it is.</param>
/// <param name="Scores">What was given, by criterion; null where the caller may not see it.</param>
/// <param name="Comment">What the scorer says to the unit; null where the caller may not see it.</param>
internal sealed record PairView(
    string Scorer, string ScorerName, string Unit, string UnitName, PeerState State, DateTimeOffset? SubmittedAt, IReadOnlyList<PeerEntry>? Scores, string? Comment)
{
    public static PairView Of(CrossPair pair, PeerScores? given, bool isSeen, UnitNames names) => new(
        pair.Scorer,
        names[pair.Scorer],
        pair.Scored,
        names[pair.Scored],
        given is null ? PeerState.NotBegun : given.SubmittedAt is null ? PeerState.Draft : PeerState.Submitted,
        given?.SubmittedAt,
        isSeen ? PeerSheetView.Entries(given) : null,
        isSeen ? given?.Comment : null);
}

/// <param name="Peers">How many score each unit, by the scheme; null for everybody.</param>
/// <param name="Seed">By which lot the panel was drawn; null while it is not.</param>
/// <param name="DrawnAt">When.</param>
/// <param name="IsFrozen">Whether scoring has begun, so that the panel can only be changed by replacing a scorer.</param>
/// <param name="Pairs">A page of who scores whom, by unit and scorer.</param>
/// <param name="Continuation">Give it to GetCrossScoring to read on; null on the last page.</param>
internal sealed record PanelView(int? Peers, long? Seed, DateTimeOffset? DrawnAt, bool IsFrozen, IReadOnlyList<PairView> Pairs, string? Continuation)
{
    /// <summary>Points after which a page ends: everybody's of a large bloc would be too much for one answer.</summary>
    private const int MostPoints = 50_000;

    /// <exception cref="Refusal">400: the continuation is none.</exception>
    public static PanelView Of(BlocRecord record, SchemeTree tree, PeerViewer viewer, Page page, UnitNames names)
    {
        var visibility = new PeerVisibility(viewer, record);
        var given = record.Given.ToDictionary(one => new CrossPair(one.Scorer, one.Unit));
        var after = page.Continuation is { } continuation ? Parse(continuation) : null;
        var rest = record.Panel
            .OrderBy(pair => pair.Scored, StringComparer.Ordinal)
            .ThenBy(pair => pair.Scorer, StringComparer.Ordinal)
            .Where(pair => after is null || IsAfter(pair, after))
            .ToList();
        var pairs = new List<PairView>();
        var points = 0;
        foreach (var pair in rest.TakeWhile(_ => pairs.Count < page.Size && points < MostPoints))
        {
            var one = given.GetValueOrDefault(pair);
            pairs.Add(PairView.Of(pair, one, one is not null && visibility.Sees(one), names));
            points += pairs[^1].Scores?.Count ?? 0;
        }

        return new(
            tree.Content.CrossScoring?.Peers,
            record.Draw?.Seed,
            record.Draw?.At,
            record.Given.Count > 0,
            pairs,
            rest.Count > pairs.Count ? $"{pairs[^1].Unit}|{pairs[^1].Scorer}" : null);
    }

    private static bool IsAfter(CrossPair pair, CrossPair last) =>
        string.CompareOrdinal(pair.Scored, last.Scored) is var order && (order > 0 || (order == 0 && string.CompareOrdinal(pair.Scorer, last.Scorer) > 0));

    private static CrossPair Parse(string continuation) =>
        continuation.Split('|') is [var unit, var scorer] && Slug.IsValid(unit) && Slug.IsValid(scorer) ? new(scorer, unit) : throw Page.BadContinuation();
}

/// <summary>What one unit gives another, as the scorer sees it.</summary>
/// <param name="Missing">The criteria that still need points before it can be submitted.</param>
/// <param name="Entered">What the unit put down itself, in the order of the form: points, counts, options and what was measured.</param>
internal sealed record PeerSheetView(
    string Scorer,
    string ScorerName,
    string Unit,
    string UnitName,
    PeerState State,
    DateTimeOffset? SubmittedAt,
    IReadOnlyList<PeerEntry> Scores,
    string? Comment,
    IReadOnlyList<string> Missing,
    IReadOnlyList<EnteredScore> Entered)
{
    public static PeerSheetView Of(CrossPair pair, PeerScores? given, SchemeTree tree, SheetContent sheet, UnitNames names) => new(
        pair.Scorer,
        names[pair.Scorer],
        pair.Scored,
        names[pair.Scored],
        given is null ? PeerState.NotBegun : given.SubmittedAt is null ? PeerState.Draft : PeerState.Submitted,
        given?.SubmittedAt,
        Entries(given),
        given?.Comment,
        PeerRules.Missing(tree, PeerRules.Fitting(tree, given?.Points), sheet.NotApplicable),
        EnteredScore.Of(tree, sheet));

    public static IReadOnlyList<PeerEntry> Entries(PeerScores? given) =>
        [.. (given?.Points ?? new Dictionary<string, Points>()).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new PeerEntry(one.Key, one.Value))];
}
