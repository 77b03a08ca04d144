using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Rules.Tests.Province.Rights;

/// <summary>The table of rights, whole: who may do what, for every right and every kind of caller.</summary>
public sealed class RightsTests
{
    /// <summary>In the order of the columns below.</summary>
    private static readonly (string Who, Caller Caller)[] Callers =
    [
        ("a stranger", Someone([])),
        ("another unit", Someone(["other"])),
        ("the unit", Someone(["unit"])),
        ("the head", Someone(["head"])),
        ("the deputy", Someone(["deputy"])),
        ("a peer that was assigned to score the unit", Someone(["peer"])),
        ("a specialist body", Someone(["specialist"])),
        ("a body that declares a condition", Someone(["declarer"])),
        ("a reader", Someone([], Roles.Reader)),
        ("the council", Someone([], Roles.Council)),
        ("the office", Someone([], Roles.Admin)),
        ("the unit's leader", Someone(["unit"]) with { ApprovesFor = ["unit"] }),
    ];

    [Theory]
    [InlineData(Right.Anyone, "yes yes yes yes yes yes yes yes yes yes yes yes")]
    [InlineData(Right.SignedIn, "yes yes yes yes yes yes yes yes yes yes yes yes")]
    [InlineData(Right.Read, "no yes yes yes yes yes yes yes yes yes yes yes")]
    [InlineData(Right.Administer, "no no no no no no no no no no yes no")]
    [InlineData(Right.Oversee, "no no no no no no no no yes yes yes no")]
    [InlineData(Right.WriteSheet, "no no yes no no no no no no no no yes")]
    [InlineData(Right.ReadSheet, "no no yes yes yes yes yes no yes yes yes yes")]
    [InlineData(Right.LeadBloc, "no no no yes no no no no no no yes no")]
    [InlineData(Right.ReadBloc, "no no no yes no no no no yes yes yes no")]
    [InlineData(Right.ScorePeer, "no no no no no yes no no no no no no")]
    [InlineData(Right.ReportResults, "no no yes yes no no no no no no yes yes")]
    [InlineData(Right.ReadComplaints, "no no yes yes yes no no no yes yes yes yes")]
    [InlineData(Right.Appraise, "no no no yes yes no yes no no no yes no")]
    [InlineData(Right.DeclareConditions, "no no yes yes yes no no yes no no yes yes")]
    [InlineData(Right.ReadConditions, "no no yes yes yes yes yes yes yes yes yes yes")]
    [InlineData(Right.ApproveForUnit, "no no no no no no no no no no no yes")]
    [InlineData(Right.RunBloc, "no no no yes yes no no no no no yes no")]
    [InlineData(Right.ReadBlocYear, "no no yes yes yes no no no yes yes yes yes")]
    [InlineData(Right.TakePart, "no no yes yes yes no no no no no yes yes")]
    [InlineData(Right.CastVote, "no no yes no no no no no no no no yes")]
    internal void Who_may_do_what(Right right, string expected)
    {
        var target = new Target(
            "unit",
            IsYearOver: false,
            new("head", "deputy"),
            "peer",
            new(new HashSet<string> { "peer" }, new HashSet<string> { "specialist" }, new HashSet<string> { "declarer" }),
            new HashSet<string> { "unit" });

        Assert.Equal(expected.Split(' '), Callers.Select(caller => RightRules.Allows(right, caller.Caller, target) ? "yes" : "no"));
    }

    [Fact]
    public void Every_right_is_in_the_table_above()
    {
        var rows = typeof(RightsTests).GetMethod(nameof(Who_may_do_what), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Length;

        Assert.Equal(Enum.GetValues<Right>().Length, rows);
    }

    [Fact]
    public void Every_right_that_can_be_refused_says_who_holds_it() => Assert.All(
        Enum.GetValues<Right>(), right => Assert.Equal(right is Right.Anyone or Right.SignedIn, RightWords.Holders(right) is null));

    [Fact]
    public void Who_acts_for_several_units_is_let_in_by_the_one_that_leads_stands_in_or_owns_criteria()
    {
        var target = new Target("unit", IsYearOver: false, new("head", "deputy"), null, new(new HashSet<string>(), new HashSet<string> { "specialist" }, new HashSet<string> { "declarer" }));

        Assert.Equal("head", RightRules.LetInBy(Someone(["other", "deputy", "head"]), target));
        Assert.Equal("deputy", RightRules.LetInBy(Someone(["other", "deputy"]), target));
        Assert.Equal("specialist", RightRules.LetInBy(Someone(["other", "specialist"]), target));
        Assert.Null(RightRules.LetInBy(Someone(["other", "unit"]), target));
    }

    [Fact]
    public void What_a_right_depends_on_is_looked_up_for_it_and_nothing_else()
    {
        var scorers = new Scorers(new HashSet<string> { "peer" }, new HashSet<string> { "specialist" }, new HashSet<string> { "declarer" });
        var target = new Target("unit", IsYearOver: false, new("head", "deputy"), "scorer", scorers);

        Assert.All(Enum.GetValues<Right>(), right =>
        {
            Assert.Equal(Callers.Any(one => Differs(one.Caller, target with { Leaders = Leaders.Nobody })), RightRules.DependsOnLeaders(right));
            Assert.Equal(Callers.Any(one => Differs(one.Caller, target with { Scorers = null })), RightRules.DependsOnScorers(right));
            Assert.All(Callers, one => Assert.Equal(Differs(one.Caller, target with { IsYearOver = true }), RightRules.DependsOnYear(right, one.Caller)));

            bool Differs(Caller caller, Target other) => RightRules.Allows(right, caller, target) != RightRules.Allows(right, caller, other);
        });
    }

    [Fact]
    public void Who_approves_for_one_unit_approves_for_no_other() =>
        Assert.False(RightRules.Allows(Right.ApproveForUnit, Someone(["unit", "other"]) with { ApprovesFor = ["other"] }, new("unit", IsYearOver: false, Leaders.Nobody)));

    [Fact]
    public void A_right_that_is_not_known_is_nobodys() =>
        Assert.DoesNotContain(Callers, one => RightRules.Allows((Right)999, one.Caller, new("unit", IsYearOver: true, new("head", "deputy"))));

    [Fact]
    public void A_head_whose_term_is_over_leads_nothing() =>
        Assert.False(RightRules.Allows(Right.LeadBloc, Someone(["head"]), new(null, IsYearOver: false, Leaders.Nobody)));

    [Fact]
    public void The_office_enters_the_sheets_of_a_year_that_is_over() =>
        Assert.True(RightRules.Allows(Right.WriteSheet, Someone([], Roles.Admin), new("unit", IsYearOver: true, Leaders.Nobody)));

    [Fact]
    public void Nobody_else_gains_anything_when_a_year_is_over() =>
        Assert.False(RightRules.Allows(Right.WriteSheet, Someone(["other"], Roles.Council, Roles.Reader), new("unit", IsYearOver: true, Leaders.Nobody)));

    [Fact]
    public void A_unit_that_ended_reads_on_and_finishes_its_periods_and_writes_nothing_else()
    {
        Assert.Equal(
            new[] { Right.WriteSheet, Right.ReportResults, Right.ApproveForUnit, Right.TakePart, Right.CastVote }.Order(),
            Enum.GetValues<Right>().Where(right => RightRules.EndsWithUnit(right, isOfPeriod: false)).Order());
        Assert.Equal([Right.TakePart], Enum.GetValues<Right>().Where(right => RightRules.EndsWithUnit(right, isOfPeriod: true)));

        var both = Someone(["ended", "other"]) with { ApprovesFor = ["ended", "other"] };
        var left = both.Without(new HashSet<string> { "ended" });
        Assert.Equal(["other"], left.Units);
        Assert.Equal(["other"], left.ApprovesFor);
        Assert.Same(both, both.Without(new HashSet<string> { "third" }));
    }

    private static Caller Someone(string[] units, params string[] roles) => new("tenant", "object", false, roles.ToHashSet(), units);
}
