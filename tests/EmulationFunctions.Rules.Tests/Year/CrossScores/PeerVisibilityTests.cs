using EmulationFunctions.Common;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.CrossScores;

namespace EmulationFunctions.Rules.Tests.Year.CrossScores;

/// <summary>Who sees what a unit was given: a, scored by b and c; b, scored by c; c, scored by a.</summary>
public sealed class PeerVisibilityTests
{
    private static readonly CrossPair[] Panel = [new("b", "a"), new("c", "a"), new("c", "b"), new("a", "c")];

    [Theory]
    [InlineData("b", "b>a", "b>a")]
    [InlineData("b", "", "")]                         // a draft is the scorer's alone; here there is none
    [InlineData("b", "c>a", "")]                      // b still has to score a
    [InlineData("b", "b>a c>a", "b>a c>a")]
    [InlineData("c", "b>a c>a", "b>a c>a")]           // that b is still to be scored is another matter
    [InlineData("b c", "b>a", "b>a")]                 // an account for two scorers of a: its own
    [InlineData("b c", "b>a c>b", "b>a c>b")]
    [InlineData("a", "b>a c>a", "")]                  // a has not done its own part
    [InlineData("a", "b>a a>c", "a>c")]               // not all of its scorers have
    [InlineData("a", "b>a c>a a>c", "b>a c>a a>c")]
    [InlineData("x", "b>a c>a", "")]
    public void A_unit_sees_what_it_gave_and_what_can_no_longer_lead_it(string units, string submitted, string seen) =>
        Assert.Equal(seen, Seen(new(units.Split(' '), Oversees: false, Leads: false, IsStageOver: false), submitted));

    [Fact]
    public void An_account_for_two_scorers_of_a_unit_sees_a_third_s_points_when_both_are_through()
    {
        var record = Record("b>a d>a") with { Panel = [.. Panel, new("d", "a")] };
        var third = record.Given.First(given => given.Scorer == "d");
        PeerViewer both = new(["b", "c"], Oversees: false, Leads: false, IsStageOver: false);

        Assert.False(new PeerVisibility(both, record).Sees(third));
        Assert.True(new PeerVisibility(both with { Units = ["b"] }, record).Sees(third));
        Assert.True(new PeerVisibility(both, record with { Given = [.. record.Given, Given("c", "a")] }).Sees(third));
    }

    [Theory]
    [InlineData("c>b", "")]
    [InlineData("c>b a>c", "c>b a>c")]
    public void The_head_sees_all_that_is_submitted_once_its_own_is(string submitted, string seen) =>
        Assert.Equal(seen, Seen(new(["a"], Oversees: false, Leads: true, IsStageOver: false), submitted));

    [Theory]
    [InlineData("b>a", "")]             // too late does not help who owes its own
    [InlineData("b>a a>c", "b>a a>c")]
    public void When_the_stage_is_over_the_scored_unit_waits_for_nobody_but_itself(string submitted, string seen) =>
        Assert.Equal(seen, Seen(new(["a"], Oversees: false, Leads: false, IsStageOver: true), submitted));

    [Fact]
    public void Once_the_standings_rest_on_it_nobody_owes_anything_and_drafts_stay_hidden()
    {
        var record = Record("b>a") with { IsSettled = true, Given = [.. Record("b>a").Given, Given("c", "a") with { SubmittedAt = null }] };
        var visibility = new PeerVisibility(new(["a"], Oversees: false, Leads: false, IsStageOver: false), record);

        Assert.Equal([true, false], record.Given.Select(visibility.Sees));
    }

    [Fact]
    public void The_office_sees_what_is_submitted_and_no_draft()
    {
        PeerViewer office = new([], Oversees: true, Leads: false, IsStageOver: true);

        Assert.Equal("b>a", Seen(office, "b>a"));
        Assert.False(new PeerVisibility(office, Record("b>a")).Sees(Given("c", "a") with { SubmittedAt = null }));
    }

    private static string Seen(PeerViewer viewer, string submitted)
    {
        var record = Record(submitted);
        var visibility = new PeerVisibility(viewer, record);
        return string.Join(' ', record.Given.Where(visibility.Sees).Select(given => $"{given.Scorer}>{given.Unit}"));
    }

    private static BlocRecord Record(string submitted) => BlocRecord.Empty with
    {
        Panel = Panel,
        Given = [.. submitted.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => Given(pair[..1], pair[2..]))],
    };

    private static PeerScores Given(string scorer, string unit) =>
        new(unit, scorer, new Dictionary<string, Points> { ["I"] = SchemeSamples.P(1) }, Comment: null, DateTimeOffset.UnixEpoch, Version: 1);
}
