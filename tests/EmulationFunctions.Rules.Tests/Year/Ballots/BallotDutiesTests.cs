using EmulationFunctions.Common;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Year.Ballots.BallotSamples;

namespace EmulationFunctions.Rules.Tests.Year.Ballots;

public sealed class BallotDutiesTests
{
    private static readonly DateOnly Last = new(2026, 12, 22);

    [Fact]
    public void Whoever_has_not_voted_openly_is_asked_to_until_the_last_day() => Assert.Equal(
        [("u1", true, true), ("u2", false, true), ("u3", false, true)], Duties(isSecret: false, Last, new(2026, 12, 20)));

    [Fact]
    public void Of_a_secret_ballot_it_is_not_known_who_has_voted_before_its_last_day()
    {
        Assert.Equal([("u1", false, false), ("u2", false, false), ("u3", false, false)], Duties(isSecret: true, Last, new(2026, 12, 21)));
        Assert.Equal([("u1", true, true), ("u2", false, true), ("u3", false, true)], Duties(isSecret: true, Last, Last));
    }

    [Fact]
    public void A_ballot_that_the_chair_ends_is_asked_for_by_its_name_without_a_day()
    {
        var duties = All(isSecret: false, until: null, Last).ToList();

        Assert.Equal([("u1", true, true), ("u2", false, true), ("u3", false, true)], duties.Select(duty => (duty.Unit, duty.IsDone, duty.IsKnown)));
        Assert.All(duties, duty => Assert.Equal(("bỏ phiếu: Suy tôn", null, true), (duty.What.Vi, duty.Due, duty.IsUndated)));
    }

    [Fact]
    public void One_that_is_over_asks_nobody() => Assert.Empty(Duties(isSecret: false, Last, Last, BallotState.Annulled));

    [Fact]
    public void When_its_last_day_is_over_nobody_is_asked_to_vote_any_more_and_the_bloc_to_count_it() => Assert.Equal(
        [(null, false, true)], Duties(isSecret: true, Last, Last.AddDays(1)));

    private static IEnumerable<(string?, bool, bool)> Duties(bool isSecret, DateOnly? until, DateOnly today, BallotState state = BallotState.Open) =>
        All(isSecret, until, today, state).Select(duty => (duty.Unit, duty.IsDone, duty.IsKnown));

    private static IEnumerable<YearDuty> All(bool isSecret, DateOnly? until, DateOnly today, BallotState state = BallotState.Open)
    {
        var terms = Terms(3, 2, MoreThanHalf, VoteBase.AllVoters, isSecret: isSecret);
        var ballot = new Ballot("b", "Suy tôn", terms, null, null, [], new(2026, 12, 20), until, null, null) { State = state };
        var votes = new Dictionary<string, Vote>();
        if (!isSecret)
        {
            votes["u1"] = new(["c1"], false);
        }

        var record = new BallotRecord(
            ballot, new Dictionary<string, NamedVoter>(), new Dictionary<string, WrittenOpinion>(), votes, isSecret ? SecretBox.Empty([], [], 3).Marked(0, SecretBox.InBox) : null);
        return BallotDuties.Of([record], today);
    }
}
