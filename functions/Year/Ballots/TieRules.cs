using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>Who passes of those who had the same number at the last place, where the rules leave it to somebody.</summary>
internal static class TieRules
{
    /// <exception cref="Refusal">400 or 409: nobody is tied, it is somebody else's to say, or more than may pass.</exception>
    public static void Demand(BallotTerms terms, BallotResult result, IReadOnlyList<string> units, bool isOffice)
    {
        var tied = result.With(ChoiceOutcome.Tied).ToList();
        if (tied.Count == 0)
        {
            throw Refusal.Rule("no-tie", new("Không có đơn vị nào bằng phiếu ở vị trí cuối.", "Nobody has the same number at the last place."));
        }

        if (!isOffice && (terms.Tie == TieRule.OfficeDecides || (terms.Tie == TieRule.AnotherBallot && terms.Round >= terms.Rounds)))
        {
            throw Refusal.Rule("office-decides", new("Việc này do cơ quan thường trực quyết định.", "The office decides this."));
        }

        if (terms.Tie == TieRule.AnotherBallot && terms.Round < terms.Rounds)
        {
            throw Refusal.Rule("another-ballot", new("Theo quy định phải bỏ phiếu lần nữa.", "By its rules another ballot is held."));
        }

        var left = terms.Seats!.Value - result.With(ChoiceOutcome.Passed).Count();
        var faults = units.Index().Where(one => !tied.Contains(one.Item) || units.Take(one.Index).Contains(one.Item))
            .Select(one => new Fault($"$.units[{one.Index}]", new($"'{one.Item}' không thuộc số đơn vị bằng phiếu, hoặc bị lặp lại.", $"'{one.Item}' is not among those with the same number, or there twice."))).ToList();
        if (units.Count > left)
        {
            faults.Add("$.units", $"Chỉ còn {left} vị trí.", $"Only {Words.Count(left, "place")} left.");
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }

    public static BallotResult Settle(BallotResult result, TieSettlement settlement) => result with
    {
        Settled = settlement,
        Choices =
        [
            .. result.Choices.Select(one => one.Outcome == ChoiceOutcome.Tied
                ? one with { Outcome = settlement.Units.Contains(one.Unit) ? ChoiceOutcome.Passed : ChoiceOutcome.NotPassed }
                : one),
        ],
    };
}
