using System.Numerics;
using EmulationFunctions.Common;
using EmulationFunctions.Year.Council;
using FsCheck.Fluent;
using static EmulationFunctions.Rules.Tests.Year.Council.CouncilSamples;

namespace EmulationFunctions.Rules.Tests.Year.Council;

/// <summary>Quorum and thresholds are exact, at their edges above all.</summary>
public sealed class CouncilReckoningTests
{
    [Theory]
    [InlineData(2, 3, 9, 6, 6)] // exactly 2/3
    [InlineData(2, 3, 10, 7, 7)] // 6.67: six are not enough
    [InlineData(2, 3, 11, 8, 8)]
    [InlineData(80, 100, 10, 8, 8)] // exactly 80 %
    [InlineData(80, 100, 11, 9, 9)] // 8.8
    [InlineData(80, 100, 7, 6, 6)] // 5.6
    public void Just_as_many_as_are_needed_are_enough_and_one_fewer_is_not(int part, int of, int members, int needed, int present)
    {
        var quorum = CouncilQuorum.Of(With(part, of, members, present), Shipped);
        var fewer = CouncilQuorum.Of(With(part, of, members, present - 1), Shipped);

        Assert.Equal((CouncilQuorumState.Reached, needed), (quorum.State, quorum.Needed));
        Assert.Equal((CouncilQuorumState.Missed, needed), (fewer.State, fewer.Needed));
        quorum.DemandToVote();
        Assert.Equal("no-quorum", Assert.Throws<Refusal>(fewer.DemandToVote).Type);
    }

    [Fact]
    public void Without_a_quorum_of_its_own_a_session_has_the_highest_that_the_rules_of_its_awards_ask_for()
    {
        var flag = CouncilQuorum.Of(Content(1, 11, 9), Shipped);
        var none = CouncilQuorum.Of(Content(0, 11, 8), Shipped);

        Assert.Equal((new(80, 100), 9, "quy chế Hội đồng"), (flag.Share, flag.Needed, flag.Source));
        Assert.Equal((CouncilQuorum.Default, 8, null), (none.Share, none.Needed, none.Source));
    }

    [Fact]
    public void A_quorum_is_not_known_before_it_is_of_every_member()
    {
        var content = Content(1, 11, 9);
        var quorum = CouncilQuorum.Of(content with { Members = [.. content.Members.SkipLast(1), content.Members[^1] with { Attendance = null }] }, Shipped);

        Assert.Equal(CouncilQuorumState.NotKnown, quorum.State);
        Assert.Equal("attendance-not-recorded", Assert.Throws<Refusal>(quorum.DemandToVote).Type);
    }

    [Fact]
    public void A_substitute_is_there_and_a_guest_is_nobody()
    {
        var content = Content(1, 3, 1);
        var two = content with { Members = [content.Members[0], content.Members[1] with { Attendance = CouncilAttendance.Substitute }, content.Members[2]], Quorum = new(2, 3), QuorumSource = "x" };

        Assert.Equal(CouncilQuorumState.Reached, CouncilQuorum.Of(two, Shipped).State);
        Assert.Equal(2, two.Present);
    }

    [Theory]
    [InlineData(9, 0, true)] // 81.8 % of eleven
    [InlineData(8, 0, false)] // 72.7 %
    [InlineData(8, 1, true)] // an absent one in writing
    public void Eighty_percent_of_all_eleven_with_two_absent(int yes, int writtenFor, bool carried)
    {
        MemberOpinion[] written = writtenFor > 0 ? [new("tv-9", WrittenView.For)] : [];

        var count = ProposalCount.Of(Votes(1, yes, 9 - yes, 0, written), Content(1, 11, 9), Rule(80, 100));

        Assert.Equal((carried, 11, yes + writtenFor), (count.IsCarried, count.All, count.For));
    }

    [Theory]
    [InlineData(VoteBase.AllVoters, 7, 6, false)] // 85.7 %
    [InlineData(VoteBase.AllVoters, 7, 7, true)]
    [InlineData(VoteBase.Present, 6, 6, true)] // six of the six there
    [InlineData(VoteBase.ValidVotes, 6, 6, true)]
    internal void Ninety_percent_of_seven_are_all_seven_of_the_base_of_all(VoteBase of, int present, int yes, bool carried) =>
        Assert.Equal(carried, ProposalCount.Of(Votes(1, yes, 0), Content(1, 7, present), Rule(90, 100, of)).IsCarried);

    [Fact]
    public void Half_is_not_more_than_half()
    {
        Assert.False(ProposalCount.Of(Votes(1, 5, 5), Content(1, 10, 10), Rule(1, 2, above: true)).IsCarried);
        Assert.True(ProposalCount.Of(Votes(1, 6, 4), Content(1, 10, 10), Rule(1, 2, above: true)).IsCarried);
        Assert.Null(ProposalCount.Of(Votes(1, 6, 4), Content(1, 10, 10), null).IsCarried);
    }

    [Fact]
    public void A_base_of_all_members_never_lets_fewer_pass_than_the_threshold_says() => Law.Holds(
        from members in Gen.Choose(1, 60)
        from present in Gen.Choose(0, 60)
        from yes in Gen.Choose(0, 60)
        from written in Gen.Choose(0, 60)
        from part in Gen.Choose(1, 100)
        select (Members: members, Present: Math.Min(present, members), Yes: yes, Written: written, Part: part),
        of =>
        {
            var yes = Math.Min(of.Yes, of.Present);
            MemberOpinion[] written = [.. Enumerable.Range(of.Present, Math.Min(of.Written, of.Members - of.Present)).Select(index => new MemberOpinion($"tv-{index}", WrittenView.For))];
            var count = ProposalCount.Of(Votes(1, yes, 0, 0, written), Content(1, of.Members, of.Present), Rule(of.Part, 100));
            return count.IsCarried == (new BigInteger(yes + written.Length) * 100 >= new BigInteger(of.Part) * of.Members);
        });

    [Theory]
    [InlineData(9, 11, "9/11 (81,81 %)")]
    [InlineData(6, 9, "6/9 (66,66 %)")]
    [InlineData(7, 7, "7/7 (100 %)")]
    [InlineData(0, 0, "0/0 (0 %)")]
    public void A_proportion_is_cut_and_never_looks_like_more(int yes, int all, string told) => Assert.Equal(told, new ProposalCount(yes, all, null, null).Told(all));

    private static SessionContent With(int part, int of, int members, int present) => Content(1, members, present) with { Quorum = new(part, of), QuorumSource = "Quy chế" };
}
