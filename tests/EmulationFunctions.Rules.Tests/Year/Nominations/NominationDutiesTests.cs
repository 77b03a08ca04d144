using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Rules.Tests.Year.Ballots;
using EmulationFunctions.Rules.Tests.Year.Pacts;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Nominations;

namespace EmulationFunctions.Rules.Tests.Year.Nominations;

public sealed class NominationDutiesTests
{
    private static readonly Award Flag = AwardTemplate.Stored.Rules.Find(AwardTemplate.ProvinceFlag)!;

    [Fact]
    public void A_bloc_with_nominees_votes_on_them_which_is_known_once_a_ballot_that_stands_is_about_the_award()
    {
        Assert.Equal((false, false), Duty());
        Assert.Equal((false, false), Duty(Held(Flag.Code, BallotState.Annulled), Held("bang-khen", BallotState.Closed), Held(null, BallotState.Open)));
        Assert.Equal((true, true), Duty(Held(Flag.Code, BallotState.Annulled), Held(Flag.Code, BallotState.Open)));
        Assert.Equal((true, true), Duty(Held(Flag.Code, BallotState.Closed)));
    }

    private static (bool IsDone, bool IsKnown) Duty(params Ballot[] ballots)
    {
        var duty = Assert.Single(NominationDuties.Of(PactSamples.Terms(["so-a", "so-b"]), [Flag], ballots));
        Assert.Equal((null, DutyKind.Ballot, Flag.Code), (duty.Unit, duty.Kind, duty.Id));
        return (duty.IsDone, duty.IsKnown);
    }

    private static Ballot Held(string? award, BallotState state) =>
        new("b", "Bình chọn", BallotSamples.Terms(3, 2, BallotSamples.MoreThanHalf, VoteBase.AllVoters), award, null, [], new(2026, 12, 20), null, null, null) { State = state };
}
