using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>A unit that may be ranked.</summary>
/// <param name="Scores">None: the unit has nothing that counts.</param>
/// <param name="WhyUnranked">Given: the unit is kept apart for this reason, whatever its scores.</param>
/// <param name="Facts">What it brings to tie-breaks beside its points.</param>
internal sealed record Contender(string Unit, string Name, ScoreTable? Scores, Words? WhyUnranked = null, TieFacts? Facts = null);

/// <summary>A place among the ranked; equals share a rank, and the next rank is as far on as they are many (1, 2, 2, 4).</summary>
/// <param name="Decision">What people decided between it and those that are equal in everything else; null where nothing had to be.</param>
internal sealed record Place(
    int Rank,
    bool IsShared,
    string Unit,
    string Name,
    Points Value,
    Classification Classification,
    IReadOnlyList<TieBreakValue> TieBreaks,
    ScoreTable Scores,
    Words Explanation,
    TieDecision? Decision = null);

/// <summary>A unit without a place, and why.</summary>
internal sealed record Unranked(string Unit, string Name, Words Reason);

/// <summary>The order of a bloc. The same units give the same ranking, in whatever order they come.</summary>
internal sealed record Ranking(IReadOnlyList<Place> Places, IReadOnlyList<Unranked> Unranked)
{
    private static readonly Words NotSubmitted = new("Chưa nộp bảng điểm.", "No score sheet was submitted.");

    private static readonly Words NothingAssigned = new(
        "Không có tiêu chí nào được giao nên không xếp hạng.",
        "Nothing is assigned to the unit, so it has no rank.");

    /// <summary>The groups of units that no computed tie-break separates, each by unit id.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Ties { get; init; }

    /// <summary>Whether what people decided stands in it.</summary>
    public bool IsBy(TieDecision decision) => Places.Any(place => place.Decision == decision);

    /// <param name="decisions">What people decided of ties; one that is not exactly about the units of a tie changes nothing.</param>
    public static Ranking Of(SchemeContent content, IEnumerable<Contender> contenders, IReadOnlyList<TieDecision>? decisions = null)
    {
        var places = new List<Place>();
        var unranked = new List<Unranked>();
        foreach (var contender in contenders)
        {
            if (contender is { WhyUnranked: null, Scores: { RankedValue: { } value } scores })
            {
                var tieBreaks = content.TieBreaks.Select(tieBreak => TieBreakValue.Of(tieBreak, scores, contender.Facts)).ToList();
                places.Add(new(0, false, contender.Unit, contender.Name, value, Classification.Of(scores), tieBreaks, scores, NotSubmitted));
            }
            else
            {
                var reason = contender.WhyUnranked ?? (contender.Scores is null ? NotSubmitted : NothingAssigned);
                unranked.Add(new(contender.Unit, contender.Name, reason));
            }
        }

        places.Sort(static (left, right) => Compare(left, right) is not 0 and var order
            ? order
            : string.CompareOrdinal(left.Unit, right.Unit));
        var groups = Stretches(places);
        return new(
            [.. groups.SelectMany(group => Numbered(content, places, group, decisions ?? []))],
            [.. unranked.OrderBy(unit => unit.Unit, StringComparer.Ordinal)])
        {
            Ties = [.. groups.Where(group => group.Count > 1).Select(group => places.GetRange(group.First, group.Count).ConvertAll(place => place.Unit))],
        };
    }

    /// <summary>Negative when the left stands before the right; 0 when nothing the scheme declares separates them.</summary>
    private static int Compare(Place left, Place right)
    {
        var order = right.Value.CompareTo(left.Value);
        for (var index = 0; order == 0 && index < left.TieBreaks.Count; index++)
        {
            order = right.TieBreaks[index].Order.CompareTo(left.TieBreaks[index].Order);
        }

        return order;
    }

    /// <summary>Stretches of the sorted that nothing computed separates.</summary>
    private static List<(int First, int Count)> Stretches(List<Place> sorted)
    {
        var groups = new List<(int First, int Count)>();
        for (var first = 0; first < sorted.Count; first += groups[^1].Count)
        {
            var end = first + 1;
            while (end < sorted.Count && Compare(sorted[first], sorted[end]) == 0)
            {
                end++;
            }

            groups.Add((first, end - first));
        }

        return groups;
    }

    /// <summary>The decision that separates these equals: of the first kind that the scheme names, and about all of them and nobody else.</summary>
    private static TieDecision? DecisionOn(SchemeContent content, List<Place> equals, IReadOnlyList<TieDecision> decisions) => equals.Count < 2 || decisions.Count == 0
        ? null
        : content.TieBreaks
            .Where(tieBreak => tieBreak.IsDecided)
            .Select(tieBreak => decisions.FirstOrDefault(one => one.Kind == tieBreak.Kind && one.IsAbout(equals.Select(place => place.Unit))))
            .FirstOrDefault(decision => decision is not null);

    private static IEnumerable<Place> Numbered(SchemeContent content, List<Place> sorted, (int First, int Count) group, IReadOnlyList<TieDecision> decisions)
    {
        var (first, end) = (group.First, group.First + group.Count);
        var equals = sorted.GetRange(first, group.Count);
        var before = first > 0 && sorted[first - 1].Value == sorted[first].Value ? sorted[first - 1] : null;
        var after = end < sorted.Count && sorted[end].Value == sorted[first].Value ? sorted[end] : null;
        if (DecisionOn(content, equals, decisions) is { } decision)
        {
            var order = decision.Units.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
            return equals.OrderBy(place => order[place.Unit]).Select((place, index) => place with
            {
                Rank = first + 1 + index,
                Decision = decision,
                Explanation = PlaceWords.Explain(content, first + 1 + index, place, new([place], before, after, decision, [])),
            });
        }

        return equals.Select(place => place with
        {
            Rank = first + 1,
            IsShared = equals.Count > 1,
            Explanation = PlaceWords.Explain(
                content, first + 1, place, new(equals, before, after, null, [.. decisions.Where(one => one.Units.Contains(place.Unit, StringComparer.Ordinal))])),
        });
    }
}
