using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Plans;

namespace EmulationFunctions.Rules.Tests.Year.Plans;

public sealed class RegulationRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Theory]
    [InlineData(2, 3, false, 8, 12, true)]
    [InlineData(2, 3, false, 7, 11, false)] // 7.33 are two thirds of 11
    [InlineData(2, 3, false, 8, 11, true)]
    [InlineData(80, 100, false, 8, 10, true)]
    [InlineData(1, 2, true, 5, 10, false)] // more than half
    [InlineData(1, 2, true, 6, 10, true)]
    [InlineData(1, 2, false, 5, 10, true)]
    [InlineData(2, 3, false, 0, 0, false)]
    public void A_share_is_reckoned_exactly(int part, int of, bool above, int count, int all, bool expected) =>
        Assert.Equal(expected, new Share(part, of, above).IsReachedBy(count, all));

    [Fact]
    public void A_regulation_may_be_silent_about_everything() => Assert.Empty(Faults(new()));

    [Fact]
    public void A_threshold_says_of_what_and_no_share_is_more_than_the_whole()
    {
        Assert.Equal(["$.settings.base"], Faults(new(Threshold: new(1, 2, true))));
        Assert.Equal(["$.settings.threshold"], Faults(new(Base: VoteBase.Present)));
        Assert.Equal(["$.settings.quorum", "$.settings.threshold"], Faults(new(Quorum: new(3, 2), Threshold: new(1, 1, true), Base: VoteBase.AllVoters)));
        Assert.Empty(Faults(new(new(1, 1), Voters.Members, new(90, 100), VoteBase.AllVoters, AbsenteeVotes.InWriting, TieRule.ChairDecides, false, Secrecy.Open, 2, ApprovalOfAnswers.ReportParts)));
    }

    [Fact]
    public void A_vote_in_writing_cannot_be_secret() =>
        Assert.Equal(["$.settings.absentees"], Faults(new(Absentees: AbsenteeVotes.InWriting, Secrecy: Secrecy.Secret)));

    [Fact]
    public void A_version_is_not_adopted_before_the_one_that_it_replaces()
    {
        Assert.Equal(["$.day"], RegulationRules.CheckAdoption(2026, new(new(2026, 1, 15)), new(new DateOnly(2026, 1, 16)), Today).Select(fault => fault.Path));
        Assert.Empty(RegulationRules.CheckAdoption(2026, new(new(2026, 1, 16)), new(new DateOnly(2026, 1, 16)), Today));
        Assert.Empty(RegulationRules.CheckAdoption(2026, new(null, "cuối tháng 1"), new(new DateOnly(2026, 1, 16)), Today));
        Assert.Equal(["$"], RegulationRules.CheckAdoption(2026, new(), null, Today).Select(fault => fault.Path));
    }

    [Fact]
    public void Blank_texts_are_named_at_their_place() => Assert.Equal(
        ["$.number", "$.day", "$.articles[0].title", "$.articles[0].text"],
        RegulationRules.Check(2026, new(1, " ", new(2024, 12, 31), [new(" ", "")], new())).Select(fault => fault.Path));

    private static IEnumerable<string> Faults(RegulationSettings settings) => RegulationRules.Check(2026, new(1, null, null, [], settings)).Select(fault => fault.Path);
}
