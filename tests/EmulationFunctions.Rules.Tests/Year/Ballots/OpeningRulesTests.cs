using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Year.Ballots.BallotSamples;

namespace EmulationFunctions.Rules.Tests.Year.Ballots;

public sealed class OpeningRulesTests
{
    private static readonly string[] Members = ["u1", "u2", "u3", "u4", "u5"];

    private static readonly BallotGround Silent = new(null, null, null, Members, "u1", "u2");

    private static readonly RegulationSettings Regulation = new(
        Voters: Voters.MembersWithoutHead, Threshold: new(2, 3), Base: VoteBase.Present, Absentees: AbsenteeVotes.None, Tie: TieRule.AnotherBallot, OwnVote: false, Secrecy: Secrecy.Secret, Ballots: 2);

    private static readonly BallotQuestion Question = new("Suy tôn") { Choices = ["u1", "u2"] };

    [Fact]
    public void What_the_regulation_settles_holds_without_being_said()
    {
        var (terms, faults) = OpeningRules.Settle(Question with { Seats = 1 }, Silent with { Regulation = Regulation });

        Assert.Empty(faults);
        Assert.Equal(["u2", "u3", "u4", "u5"], terms.Voters);
        Assert.Equal(
            (true, new Share(2, 3), VoteBase.Present, AbsenteeVotes.None, TieRule.AnotherBallot, false, 1, 2, 1),
            (terms.IsSecret, terms.Threshold, terms.Base, terms.Absentees, terms.Tie, terms.OwnVote, terms.Round, terms.Rounds, terms.Marks));
    }

    [Fact]
    public void Nobody_says_otherwise_than_what_is_settled()
    {
        var other = Question with { Threshold = MoreThanHalf, Base = VoteBase.AllVoters, Absentees = AbsenteeVotes.InWriting, Tie = TieRule.Fails, OwnVote = true, Secrecy = Secrecy.Open, Rounds = 3 };

        var (_, faults) = OpeningRules.Settle(other, Silent with { Regulation = Regulation });

        Assert.Equal(["absentees", "base", "ownVote", "rounds", "secrecy", "threshold", "tie"], faults.Select(fault => fault.Path["$.question.".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Where_nothing_is_settled_what_matters_is_asked_for_and_never_guessed()
    {
        var (_, faults) = OpeningRules.Settle(Question, Silent);

        Assert.Equal(["$.question.threshold", "$.question.base", "$.question.secrecy"], faults.Select(fault => fault.Path));
        var (_, chosen) = OpeningRules.Settle(
            Question with { Secrecy = Secrecy.MeetingChooses, Threshold = MoreThanHalf, Base = VoteBase.AllVoters }, Silent with { Regulation = new(Secrecy: Secrecy.MeetingChooses) });
        Assert.Equal("$.question.secrecy", Assert.Single(chosen).Path);
    }

    [Fact]
    public void The_rules_of_the_award_come_before_the_regulation_and_its_nominees_are_the_choices()
    {
        var award = new AwardBallot(["u3", "u4"], 1, new(80, 100), VoteBase.AllVoters, AbsenteeVotes.InWriting, 2, TieRule.ChairDecides, "1");

        var (terms, faults) = OpeningRules.Settle(new("Cờ thi đua", Award: "co"), Silent with { Regulation = Regulation, Award = award });

        Assert.Empty(faults);
        Assert.Equal((new Share(80, 100), VoteBase.AllVoters, AbsenteeVotes.InWriting, TieRule.ChairDecides, 1), (terms.Threshold, terms.Base, terms.Absentees, terms.Tie, terms.Seats));
        Assert.Equal(["u3", "u4"], terms.Choices);
        Assert.True(terms.IsSecret);
        Assert.Equal("$.question.choices[0]", Assert.Single(OpeningRules.Settle(new("Cờ", Award: "co") { Choices = ["u1"] }, Silent with { Regulation = Regulation, Award = award }).Faults).Path);
        Assert.Equal(["$.question.award", "$.question.choices"], OpeningRules.Settle(new("Cờ", Award: "co"), Silent with { Regulation = Regulation }).Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void There_is_somebody_to_vote_for_of_the_bloc_and_each_once()
    {
        Assert.Equal("$.question.choices", Assert.Single(Faults([])).Path);
        Assert.Equal(["$.question.choices[1]", "$.question.choices[2]"], Faults(["u1", "khach", "u1"]).Select(fault => fault.Path));

        static IReadOnlyList<Fault> Faults(string[] choices) => OpeningRules.Settle(new("Suy tôn") { Choices = choices }, Silent with { Regulation = Regulation }).Faults;
    }

    [Fact]
    public void A_run_off_is_held_by_the_rules_of_the_first_among_those_who_have_not_passed()
    {
        var terms = Terms(5, 3, MoreThanHalf, VoteBase.AllVoters, seats: 2, TieRule.AnotherBallot);
        Vote[] votes = [.. Enumerable.Repeat(new Vote(["c1", "c2"], false), 2), .. Enumerable.Repeat(new Vote(["c1", "c3"], false), 2), new(["c2", "c3"], false)];
        var first = new Ballot("lan-1", "Suy tôn", terms, "co", null, [], new(2026, 12, 20), null, null, "1") { State = BallotState.Closed, Result = Count(terms, votes) };

        var (runOff, faults) = OpeningRules.Settle(new("Suy tôn lần 2", After: "lan-1"), Silent with { Before = first, Regulation = Regulation });

        Assert.Empty(faults);
        Assert.Equal(["c1"], first.Result.With(ChoiceOutcome.Passed));
        Assert.Equal(["c2", "c3"], runOff.Choices);
        Assert.Equal((1, 2, 2, terms.Voters), (runOff.Seats, runOff.Round, runOff.Rounds, runOff.Voters));
        Assert.Equal("$.question.choices[0]", Assert.Single(OpeningRules.Settle(new("Lần 2", After: "lan-1") { Choices = ["c1"] }, Silent with { Before = first }).Faults).Path);
    }

    [Fact]
    public void Nothing_is_voted_on_where_there_is_no_place_left()
    {
        var terms = Terms(5, 2, MoreThanHalf, VoteBase.AllVoters, seats: 1);
        var filled = new Ballot("lan-1", "Suy tôn", terms, "co", null, [], new(2026, 12, 20), null, null, "1") { State = BallotState.Closed, Result = Count(terms, Votes(terms, 0, 3, 2)) };
        var none = new AwardBallot(["u3"], 0, MoreThanHalf, VoteBase.AllVoters, AbsenteeVotes.None, 2, null, "1");

        Assert.Equal(["$.question.seats"], Paths(new("Lần 2", After: "lan-1") { Choices = ["c2"] }, Silent with { Before = filled }));
        Assert.Equal(["$.question.seats"], Paths(new("Cờ", Award: "co", Secrecy: Secrecy.Open), Silent with { Award = none }));
    }

    [Fact]
    public void A_run_off_is_about_the_same_award_and_among_those_whose_nomination_stands()
    {
        var terms = Terms(5, 3, MoreThanHalf, VoteBase.AllVoters, seats: 1, TieRule.AnotherBallot);
        Vote[] votes = [.. Enumerable.Repeat(new Vote(["c1", "c2", "c3"], false), 3)];
        var tied = new Ballot("lan-1", "Suy tôn", terms, "co", null, [], new(2026, 12, 20), null, null, "1") { State = BallotState.Closed, Result = Count(terms, votes) };
        var award = new AwardBallot(["c1", "c3"], 1, MoreThanHalf, VoteBase.AllVoters, AbsenteeVotes.None, 2, null, "1"); // c2 was suspended meanwhile

        var (runOff, faults) = OpeningRules.Settle(new("Lần 2", After: "lan-1"), Silent with { Before = tied, Award = award });

        Assert.Empty(faults);
        Assert.Equal(["c1", "c3"], runOff.Choices);
        Assert.Equal(["$.question.choices[0]"], Paths(new("Lần 2", After: "lan-1") { Choices = ["c2"] }, Silent with { Before = tied, Award = award }));
        Assert.Equal(["$.question.award"], Paths(new("Lần 2", Award: "khac", After: "lan-1"), Silent with { Before = tied, Award = award }));
    }

    [Fact]
    public void What_the_award_says_of_quorum_ties_and_who_decides_holds_where_nobody_says_otherwise()
    {
        var award = new AwardBallot(["u3"], 2, MoreThanHalf, VoteBase.AllVoters, AbsenteeVotes.None, 2, null, "1", new(2, 3), TieRule.AnotherBallot, AwardDecider.BlocLeaders, AreSeatsOpen: true);
        var question = new BallotQuestion("Cờ", Award: "co", Secrecy: Secrecy.Open, Seats: 1);

        var (terms, faults) = OpeningRules.Settle(question, Silent with { Award = award });

        Assert.Empty(faults);
        Assert.Equal((new Share(2, 3), TieRule.AnotherBallot, AwardDecider.BlocLeaders, 1), (terms.Quorum, terms.Tie, terms.Decider, terms.Seats));
        Assert.Equal(TieRule.Fails, OpeningRules.Settle(question with { Tie = TieRule.Fails }, Silent with { Award = award }).Terms.Tie);
        Assert.Equal(TieRule.ChairDecides, OpeningRules.Settle(question, Silent with { Award = award, Regulation = new(Tie: TieRule.ChairDecides) }).Terms.Tie);
        Assert.Equal(new Share(1, 2), OpeningRules.Settle(question, Silent with { Award = award with { Quorum = null }, Regulation = new(Quorum: new(1, 2)) }).Terms.Quorum);
        Assert.Equal(["$.question.seats"], Paths(question with { Seats = null }, Silent with { Award = award })); // how many are present nobody knows yet
        Assert.Equal(["$.question.seats"], Paths(question with { Seats = 3 }, Silent with { Award = award }));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)] // two thirds of five are four
    [InlineData(4, true)]
    internal void A_quorum_is_reckoned_exactly_of_those_who_vote(int there, bool isReached)
    {
        var terms = Terms(5, 1, MoreThanHalf, VoteBase.ValidVotes) with { Quorum = there == 3 ? new(3, 5) : new(2, 3) };

        Assert.Equal(isReached ? null : "no-quorum", (Record.Exception(() => BallotRefusals.DemandQuorum(terms, there)) as Refusal)?.Type);
        BallotRefusals.DemandQuorum(terms with { Quorum = null }, 0);
    }

    [Fact]
    public void Of_few_a_secret_ballot_warns_and_of_fewer_than_three_there_is_none()
    {
        Assert.Equal("too-few-voters", Refused(2, acceptsFew: true));
        Assert.Equal("few-voters", Refused(3, acceptsFew: false));
        Assert.Equal("few-voters", Refused(4, acceptsFew: false));
        Assert.Null(Refused(3, acceptsFew: true));
        Assert.Null(Refused(5, acceptsFew: false));
        Assert.Null(Refused(80, acceptsFew: false));
        Assert.Equal("number-of-voters", Refused(81, acceptsFew: false));
        Assert.Equal("number-of-voters", Refused(0, acceptsFew: true));
        OpeningRules.DemandEnough(Terms(1, 1, MoreThanHalf, VoteBase.AllVoters, isSecret: false), acceptsFew: false);

        static string? Refused(int voters, bool acceptsFew) =>
            (Record.Exception(() => OpeningRules.DemandEnough(Terms(voters, 1, MoreThanHalf, VoteBase.AllVoters), acceptsFew)) as Refusal)?.Type;
    }

    [Fact]
    public void Two_of_different_units_keep_the_key_of_a_secret_ballot_and_nobody_that_of_an_open_one()
    {
        Keeper first = new("Trưởng ban", "u1"), second = new("Ủy viên", "u2");

        Assert.Empty(Faults(true, first, second));
        Assert.Empty(Faults(true, first, new("Ủy viên")));
        Assert.Empty(Faults(false));
        Assert.Equal(["$.keepers"], Faults(true, first));
        Assert.Equal(["$.keepers"], Faults(false, first, second));
        Assert.Equal(["$.keepers[1]"], Faults(true, first, new("Ủy viên", "u1")));
        Assert.Equal(["$.keepers[1]"], Faults(true, new("Ủy viên"), new("Ủy viên")));
        Assert.Equal(["$.keepers[0].post", "$.keepers[1].unit"], Faults(true, new(" ", "u1"), new("Ủy viên", "u9")));

        static IEnumerable<string> Faults(bool isSecret, params Keeper[] keepers)
        {
            var faults = new List<Fault>();
            OpeningRules.CheckKeepers(isSecret, keepers, unit => unit is "u1" or "u2", faults);
            return faults.Select(fault => fault.Path);
        }
    }

    [Fact]
    public void What_is_wrong_with_a_secret_vote_is_said_in_the_same_words_whatever_it_is()
    {
        var terms = Terms(5, 3, MoreThanHalf, VoteBase.AllVoters, seats: 1) with { OwnVote = false, Choices = ["u1", "c2", "c3"] };
        Vote[] wrong = [new(["u1"], false), new(["c2", "c3"], false), new(["c2"], true), new(["c2", "c2"], false), new(["khach"], false)];

        Assert.Single(wrong.Select(vote => Assert.Single(VoteRules.Check(terms, "u1", vote))).Distinct());
        Assert.Equal(
            ["$.choices[0]", "$.choices", "$.isBlank", "$.choices[1]", "$.choices[0]"],
            wrong.Select(vote => VoteRules.Check(terms with { IsSecret = false }, "u1", vote)[0].Path));
        Assert.All(new Vote[] { new([], true), new([], false), new(["c2"], false) }, vote => Assert.Empty(VoteRules.Check(terms, "u1", vote)));
    }

    private static IEnumerable<string> Paths(BallotQuestion question, BallotGround ground) => OpeningRules.Settle(question, ground).Faults.Select(fault => fault.Path);
}
