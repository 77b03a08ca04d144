using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Year.Council;
using static EmulationFunctions.Rules.Tests.Year.Council.CouncilSamples;

namespace EmulationFunctions.Rules.Tests.Year.Council;

public sealed class CouncilRulesTests
{
    [Fact]
    public void A_session_names_each_proposal_once_by_award_bloc_and_unit_that_there_are()
    {
        var content = Content(2, 3, 3);
        var bad = content with
        {
            Title = " ",
            To = "07:00",
            QuorumSource = "Quy chế",
            Members = [content.Members[0], content.Members[0], content.Members[2] with { Post = " " }],
            Guests = [new("tv-0", "Khách")],
            Proposals = [.. content.Proposals, new(2, "khong-co", "khoi-9", "so-9"), new(4, AwardTemplate.ProvinceFlag, "khoi-1", "so-1")],
        };

        Assert.Empty(CouncilRules.Check(content, Shipped, _ => true, _ => true, _ => true));
        Assert.Equal(
            [
                "$.title", "$.to", "$.quorumSource", "$.members[1].id", "$.members[2].post", "$.members", "$.guests[0].id",
                "$.proposals[2].number", "$.proposals[2].award", "$.proposals[2].bloc", "$.proposals[2].unit", "$.proposals[3].unit",
            ],
            Paths(CouncilRules.Check(bad, Shipped, unit => unit != "so-9", bloc => bloc == "khoi-1", _ => true)));
    }

    [Fact]
    public void What_is_proposed_is_for_units_and_of_the_bloc_to_which_the_unit_belongs()
    {
        var forPersons = Shipped with { Awards = [.. Shipped.Awards.Select(award => award.Code == AwardTemplate.ProvinceFlag ? award with { Subject = AwardSubject.Person } : award)] };

        Assert.Equal(["$.proposals[0].award", "$.proposals[1].award"], Paths(CouncilRules.Check(Content(2, 3, 3), forPersons, _ => true, _ => true, _ => true)));
        Assert.Equal(["$.proposals[1].unit"], Paths(CouncilRules.Check(Content(2, 3, 3), Shipped, _ => true, _ => true, one => one.Unit == "so-1")));
    }

    [Theory]
    [InlineData(9, 0, 0, null)]
    [InlineData(9, 1, 0, "$.results[0].for")] // more than the nine there
    [InlineData(4, 3, 1, null)] // who did not raise a hand is not counted
    public void A_show_of_hands_has_no_more_hands_than_members_there(int yes, int no, int other, string? path) =>
        Assert.Equal(path is null ? [] : [path], Paths(Check(new(VoteWay.Show, 1, [Votes(1, yes, no, other)]))));

    [Theory]
    [InlineData(9, 9, 0, 8, 1, null)]
    [InlineData(10, 10, 0, 9, 1, "$.ballots.issued $.results[0].for")] // a paper for a guest
    [InlineData(9, 8, 0, 8, 0, "$.ballots.returned")]
    [InlineData(9, 9, 0, 8, 0, "$.ballots.valid")]
    [InlineData(9, 8, 1, 7, 1, "$.results[0].for")] // eight votes on seven valid papers
    public void Papers_given_out_come_back_or_do_not_and_are_valid_or_not(int issued, int returned, int not, int valid, int invalid, string? paths) => Assert.Equal(
        paths?.Split(' ') ?? [], Paths(Check(new(VoteWay.Ballot, 1, [Votes(1, 7, 1)], new(issued, returned, not, valid, invalid)))));

    [Fact]
    public void A_ballot_has_papers_and_a_show_of_hands_has_none()
    {
        Assert.Equal(["$.ballots"], Paths(Check(new(VoteWay.Ballot, 1, [Votes(1, 9, 0)]))));
        Assert.Equal(["$.ballots"], Paths(Check(new(VoteWay.Show, 1, [Votes(1, 9, 0)], new(9, 9, 0, 9, 0)))));
    }

    [Theory]
    [InlineData("tv-9", null)] // absent
    [InlineData("tv-1", "$.results[0].written[0].member")] // was there
    [InlineData("khach-1", "$.results[0].written[0].member")] // a guest
    [InlineData("ai-do", "$.results[0].written[0].member")]
    public void Only_a_member_who_is_absent_gives_an_opinion_in_writing(string member, string? path) =>
        Assert.Equal(path is null ? [] : [path], Paths(Check(new(VoteWay.Show, 1, [Votes(1, 9, 0, 0, new MemberOpinion(member, WrittenView.For))]))));

    [Fact]
    public void A_guest_who_votes_is_told_that_guests_do_not() => Assert.Equal(
        "Khách mời không bỏ phiếu.", Assert.Single(Check(new(VoteWay.Show, 1, [Votes(1, 9, 0, 0, new MemberOpinion("khach-1", WrittenView.For))]))).Words.Vi);

    [Fact]
    public void Nobody_is_asked_in_writing_where_the_rules_do_not_say_so_and_nobody_twice()
    {
        var twice = Votes(1, 9, 0, 0, new("tv-9", WrittenView.For), new("tv-9", WrittenView.Against));
        var none = Shipped with { Awards = [.. Shipped.Awards.Select(award => award with { Votes = [Rule(1, 2, absentees: AbsenteeVotes.None)] })] };

        Assert.Equal(["$.results[0].written[1].member"], Paths(Check(new(VoteWay.Show, 1, [twice]))));
        Assert.Equal(["$.results[0].written"], Paths(CouncilRules.Check(new(VoteWay.Show, 1, [Votes(1, 9, 0, 0, new MemberOpinion("tv-9", WrittenView.For))]), Session(Content(2, 11, 9)), none)));
        none = Shipped with { Awards = [.. Shipped.Awards.Select(award => award with { Votes = [] })] };
        Assert.Equal(["$.results[0].written"], Paths(CouncilRules.Check(new(VoteWay.Show, 1, [Votes(1, 9, 0, 0, new MemberOpinion("tv-9", WrittenView.For))]), Session(Content(2, 11, 9)), none)));
    }

    [Theory]
    [InlineData(AbsenteeVotes.Substitute, 9, true)]
    [InlineData(AbsenteeVotes.Substitute, 10, false)]
    [InlineData(AbsenteeVotes.InWriting, 8, true)]
    [InlineData(AbsenteeVotes.InWriting, 9, false)]
    [InlineData(AbsenteeVotes.None, 9, false)]
    internal void Who_comes_in_the_place_of_a_member_votes_only_where_the_rules_let_it(AbsenteeVotes absentees, int yes, bool isTaken)
    {
        var content = Content(1, 11, 9);
        content = content with { Members = [content.Members[0] with { Attendance = CouncilAttendance.Substitute }, .. content.Members.Skip(1)] };
        var rules = Shipped with { Awards = [.. Shipped.Awards.Select(award => award with { Votes = [Rule(1, 2, VoteBase.Present, absentees: absentees)] })] };

        Assert.Equal(isTaken ? [] : ["$.results[0].for"], Paths(CouncilRules.Check(new(VoteWay.Show, 1, [Votes(1, yes, 0)]), Session(content), rules)));
        Assert.Equal(absentees == AbsenteeVotes.Substitute ? 9 : 8, ProposalCount.Of(Votes(1, 8, 0), content, Rule(1, 2, VoteBase.Present, absentees: absentees)).All);
    }

    [Fact]
    public void Only_what_is_proposed_is_voted_on_and_once_in_a_round() =>
        Assert.Equal(["$.results[1].proposal", "$.results[2].proposal"], Paths(Check(new(VoteWay.Show, 1, [Votes(1, 9, 0), Votes(3, 9, 0), Votes(1, 8, 1)]))));

    [Fact]
    public void What_the_votes_do_not_carry_did_not_pass_and_what_did_not_pass_has_a_reason()
    {
        var record = Record(3, 2);

        Assert.Empty(CouncilRules.Check(record.Outcomes, record, Shipped));
        Assert.Equal(
            ["$.outcomes[0].outcome", "$.outcomes[1].reason", "$.outcomes[2].proposal", "$.outcomes[3].proposal"],
            Paths(CouncilRules.Check(
                [new(3, OutcomeKind.Passed), new(1, OutcomeKind.NotPassed), new(4, OutcomeKind.Passed), new(1, OutcomeKind.Postponed, "Bổ sung hồ sơ")], record, Shipped)));
    }

    private static List<Fault> Check(CouncilVoteContent vote) => CouncilRules.Check(vote, Session(Content(2, 11, 9)), Shipped);

    private static IEnumerable<string> Paths(IEnumerable<Fault> faults) => faults.Select(fault => fault.Path);
}
