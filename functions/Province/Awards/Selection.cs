using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Awards;

/// <summary>Who is chosen among, and what is known of it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Votes">How many votes it has; null where none were cast.</param>
/// <param name="Points">What the standings rank it by; null where that is not known.</param>
/// <param name="People">How many people it has; null where that is not known.</param>
/// <param name="Women">How many of them are women; null where that is not known.</param>
internal sealed record Candidate(string Unit, int? Votes = null, Points? Points = null, int? People = null, int? Women = null)
{
    /// <summary>Its points by criterion or section.</summary>
    public IReadOnlyDictionary<string, Points> Criteria { get; init; } = new Dictionary<string, Points>();

    /// <summary>What the tie-break compares, more before less; null where that is not known.</summary>
    public long? ValueOf(AwardTieBreak tieBreak) => tieBreak.Kind switch
    {
        AwardTieBreakKind.Points => Points?.Hundredths,
        AwardTieBreakKind.Criterion => Criteria.TryGetValue(tieBreak.Criterion!, out var points) ? points.Hundredths : null,
        AwardTieBreakKind.ShareOfWomen => (Women, People) is ({ } women, { } people) ? AwardTieBreak.ShareOfWomen.IsReachedBy(women, people) ? 1 : 0 : null,
        _ => null,
    };
}

/// <summary>Who is within a quota. It never passes more than the quota allows: who is equal at its last place passes only when something separates them.</summary>
/// <param name="Passed">Who is within it, by unit id.</param>
/// <param name="Tied">Who is equal in all that was compared at the last place, by unit id; empty where nobody is.</param>
/// <param name="PlacesLeft">How many of them can still pass.</param>
/// <param name="SeparatedBy">The tie-break that separated at the last place; null where votes alone did, or nothing had to.</param>
/// <param name="Next">What is to separate those who are tied: a ballot or a decision, or what is not known of all of them; null where no rule is left.</param>
internal sealed record Selection(
    IReadOnlyList<string> Passed, IReadOnlyList<string> Tied, int PlacesLeft, AwardTieBreak? SeparatedBy, AwardTieBreak? Next)
{
    /// <param name="candidates">Who reached the threshold; each unit once.</param>
    /// <param name="allowed">How many may pass.</param>
    /// <param name="tieBreaks">In the order in which they are applied.</param>
    public static Selection Of(IReadOnlyList<Candidate> candidates, int allowed, IReadOnlyList<AwardTieBreak> tieBreaks)
    {
        var passed = new List<string>();
        var (tied, left) = (candidates, Math.Max(allowed, 0));
        AwardTieBreak? separatedBy = null, next = null;
        if (candidates.All(one => one.Votes is not null))
        {
            Take(one => one.Votes!.Value);
        }

        foreach (var tieBreak in tieBreaks)
        {
            if (left == 0 || tied.Count <= left)
            {
                break;
            }

            // What comes later must not separate before what comes first.
            if (tieBreak.IsDecided || tied.Any(one => one.ValueOf(tieBreak) is null))
            {
                next = tieBreak;
                break;
            }

            var before = tied.Count;
            Take(one => one.ValueOf(tieBreak)!.Value);
            separatedBy = tied.Count < before ? tieBreak : separatedBy;
        }

        if (tied.Count <= left)
        {
            passed.AddRange(tied.Select(one => one.Unit));
            (tied, left) = ([], left - tied.Count);
        }

        return new(
            [.. passed.Order(StringComparer.Ordinal)],
            left == 0 ? [] : [.. tied.Select(one => one.Unit).Order(StringComparer.Ordinal)],
            tied.Count > 0 ? left : 0,
            separatedBy,
            left > 0 ? next : null);

        // Who has more goes first, as long as all who have as much fit; then only those who do not are left to separate.
        void Take(Func<Candidate, long> value)
        {
            foreach (var equals in tied.GroupBy(value).OrderByDescending(group => group.Key).Select(group => group.ToList()))
            {
                if (equals.Count > left)
                {
                    tied = left == 0 ? [] : equals;
                    return;
                }

                passed.AddRange(equals.Select(one => one.Unit));
                left -= equals.Count;
            }

            tied = [];
        }
    }
}
