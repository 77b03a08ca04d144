using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using static EmulationFunctions.Rules.Tests.Province.Awards.AwardSamples;

namespace EmulationFunctions.Rules.Tests.Province.Awards;

public sealed class SelectionTests
{
    [Fact]
    public void Votes_come_before_points_and_who_fits_passes()
    {
        var selected = Selection.Of([Of("a", votes: 7, points: 90), Of("b", votes: 9, points: 80), Of("c", votes: 8, points: 95)], 2, InOrder);

        Assert.Equal(["b", "c"], selected.Passed);
        Assert.Empty(selected.Tied);
        Assert.Null(selected.SeparatedBy);
    }

    [Theory]
    [InlineData(95, 90, 40, 30, 10, 80, nameof(AwardTieBreakKind.Points))]
    [InlineData(90, 90, 40, 30, 10, 80, nameof(AwardTieBreakKind.Criterion))]
    [InlineData(90, 90, 30, 30, 70, 69, nameof(AwardTieBreakKind.ShareOfWomen))]
    public void A_tie_at_the_last_place_is_separated_in_the_declared_order(int points, int others, int criterion, int ofOther, int women, int fewer, string by)
    {
        var selected = Selection.Of(
            [Of("a", 9, 99), Of("b", 8, others, ofOther, fewer), Of("c", 8, points, criterion, women), Of("d", 3, 100, 50, 100)], 2, InOrder);

        Assert.Equal(["a", "c"], selected.Passed);
        Assert.Equal(by, selected.SeparatedBy!.Kind.ToString());
        Assert.Empty(selected.Tied);
    }

    /// <summary>69.99 % is not 70 % (Decree 152/2025, article 4(6)); 71 % and 90 % are alike.</summary>
    [Fact]
    public void The_share_of_women_only_says_whether_it_is_reached()
    {
        AwardTieBreak[] women = [By(AwardTieBreakKind.ShareOfWomen)];

        Assert.Equal(["b"], Selection.Of([Of("a", women: 6999, people: 10000), Of("b", women: 7, people: 10)], 1, women).Passed);
        var alike = Selection.Of([Of("a", women: 71), Of("b", women: 90)], 1, women);
        Assert.Empty(alike.Passed);
        Assert.Equal(["a", "b"], alike.Tied);
        Assert.Equal((1, null), (alike.PlacesLeft, alike.Next));
    }

    [Fact]
    public void Who_is_equal_in_all_that_is_computed_waits_for_the_ballot_and_does_not_pass()
    {
        var selected = Selection.Of([Of("a", 9, 95, 40, 80), Of("b", 8, 90, 40, 80), Of("c", 8, 90, 40, 75), Of("d", 8, 80, 40, 80)], 2, InOrder);

        Assert.Equal(["a"], selected.Passed);
        Assert.Equal(["b", "c"], selected.Tied);
        Assert.Equal(1, selected.PlacesLeft);
        Assert.Equal(AwardTieBreakKind.Ballot, selected.Next!.Kind);
    }

    [Fact]
    public void What_is_not_known_of_one_of_them_separates_nobody_and_what_comes_later_does_not_either()
    {
        var selected = Selection.Of([Of("a", 8, 90, 40, women: null), Of("b", 8, 90, 40, 80)], 1, InOrder);

        Assert.Empty(selected.Passed);
        Assert.Equal(["a", "b"], selected.Tied);
        Assert.Equal(AwardTieBreakKind.ShareOfWomen, selected.Next!.Kind);
    }

    [Fact]
    public void Nobody_waits_where_all_fit_or_no_place_is_left()
    {
        var all = Selection.Of([Of("a", 8), Of("b", 8)], 2, InOrder);
        var none = Selection.Of([Of("a", 8), Of("b", 8)], 0, InOrder);
        var full = Selection.Of([Of("a", 9), Of("b", 8), Of("c", 8)], 1, InOrder);

        Assert.Equal((2, 0), (all.Passed.Count, all.Tied.Count));
        Assert.Equal((0, 0, 0), (none.Passed.Count, none.Tied.Count, none.PlacesLeft));
        Assert.Equal(["a"], full.Passed);
        Assert.Empty(full.Tied);
    }

    [Fact]
    public void Quota_and_tie_rules_never_pass_more_than_allowed_nor_leave_a_place_that_anybody_could_have() => Law.HoldsForEverySeed(random =>
    {
        var (candidates, allowed, tieBreaks) = Drawn(random);
        var selected = Selection.Of(candidates, allowed, tieBreaks);
        return selected.Passed.Count <= Math.Max(allowed, 0)
            && selected.Passed.Count + selected.PlacesLeft == Math.Min(Math.Max(allowed, 0), candidates.Count)
            && (selected.Tied.Count == 0 ? selected.PlacesLeft == 0 : selected.Tied.Count > selected.PlacesLeft && selected.PlacesLeft > 0)
            && !selected.Passed.Intersect(selected.Tied).Any();
    }, 500);

    [Fact]
    public void Nobody_passes_before_one_that_has_more_votes() => Law.HoldsForEverySeed(random =>
    {
        var (candidates, allowed, tieBreaks) = Drawn(random, hasVotes: true);
        var selected = Selection.Of(candidates, allowed, tieBreaks);
        var passed = candidates.Where(one => selected.Passed.Contains(one.Unit)).ToList();
        return candidates.Except(passed).All(left => passed.TrueForAll(one => one.Votes >= left.Votes));
    }, 500);

    [Fact]
    public void The_order_in_which_candidates_are_named_changes_nothing() => Law.HoldsForEverySeed(random =>
    {
        var (candidates, allowed, tieBreaks) = Drawn(random);
        var (one, other) = (Selection.Of(candidates, allowed, tieBreaks), Selection.Of([.. candidates.OrderBy(_ => random.Next())], allowed, tieBreaks));
        return one.Passed.SequenceEqual(other.Passed) && one.Tied.SequenceEqual(other.Tied) && one.Next == other.Next && one.SeparatedBy == other.SeparatedBy;
    }, 500);

    [Fact]
    public void One_place_more_takes_it_from_nobody() => Law.HoldsForEverySeed(random =>
    {
        var (candidates, allowed, tieBreaks) = Drawn(random);
        return Selection.Of(candidates, allowed, tieBreaks).Passed.All(Selection.Of(candidates, allowed + 1, tieBreaks).Passed.Contains);
    }, 500);

    /// <summary>Few different values, so that ties are many.</summary>
    private static (List<Candidate> Candidates, int Allowed, IReadOnlyList<AwardTieBreak> TieBreaks) Drawn(Random random, bool hasVotes = false)
    {
        var votes = hasVotes || random.Next(2) == 0;
        return (
            [.. Enumerable.Range(0, random.Next(0, 16)).Select(number => Of(
                $"u{number:D2}", votes ? random.Next(3) : null, random.Next(9) == 0 ? null : random.Next(2), random.Next(9) == 0 ? null : random.Next(2), random.Next(9) == 0 ? null : 60 + (10 * random.Next(3))))],
            random.Next(-1, 8),
            [.. InOrder.Where(_ => random.Next(4) > 0)]);
    }
}
