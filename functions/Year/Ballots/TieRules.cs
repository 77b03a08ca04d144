using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>
/// Who passes of those who had the same number at the last place, where the rules leave it to somebody; and of all who did not pass, where the last ballot that may be held leaves places
/// (Circular 01/2024/TT-TANDTC art. 29: after two ballots the competent person decides, for the flag the head and the deputy).
/// </summary>
internal static class TieRules
{
    /// <summary>Of whom somebody says whether they pass; empty where nothing is left to say.</summary>
    public static IReadOnlyList<string> Left(BallotTerms terms, BallotResult result)
    {
        var tied = result.With(ChoiceOutcome.Tied).ToList();
        var isDecided = terms is { IsLast: true, Seats: { } seats } && result.With(ChoiceOutcome.Passed).Count() < seats
            && (terms.Decider is { } decider ? decider != AwardDecider.Nobody : terms.Rounds > 1);
        return result.Settled is not null ? []
            : tied.Count > 0 ? tied
            : isDecided ? [.. result.With(ChoiceOutcome.NotPassed)]
            : [];
    }

    /// <exception cref="Refusal">400 or 409: nothing is left to say, it is somebody else's to say, or more than may pass.</exception>
    public static void Demand(BallotTerms terms, BallotResult result, IReadOnlyList<string> units, bool isOffice)
    {
        var left = Left(terms, result);
        if (left.Count == 0)
        {
            throw Refusal.Rule("no-tie", new("Không còn đơn vị nào phải quyết định: không có đơn vị bằng phiếu ở vị trí cuối.", "Nothing is left to decide: nobody has the same number at the last place."));
        }

        var isTied = result.With(ChoiceOutcome.Tied).Any();
        if (isTied && terms is { Tie: TieRule.AnotherBallot, IsLast: false })
        {
            throw Refusal.Rule("another-ballot", new("Theo quy định phải bỏ phiếu lần nữa.", "By its rules another ballot is held."));
        }

        if (!isOffice && !(isTied && terms.Tie != TieRule.AnotherBallot ? terms.Tie == TieRule.ChairDecides : terms.Decider is AwardDecider.BlocLeaders or AwardDecider.Chair))
        {
            throw Refusal.Rule("office-decides", new("Việc này do cơ quan thường trực quyết định.", "The office decides this."));
        }

        var places = terms.Seats!.Value - result.With(ChoiceOutcome.Passed).Count();
        var faults = units.Index().Where(one => !left.Contains(one.Item) || units.Take(one.Index).Contains(one.Item))
            .Select(one => new Fault($"$.units[{one.Index}]", new($"'{one.Item}' không thuộc số đơn vị còn phải quyết định, hoặc bị lặp lại.", $"'{one.Item}' is not among those of whom it is to be decided, or there twice."))).ToList();
        if (units.Count > places)
        {
            faults.Add("$.units", $"Chỉ còn {places} vị trí.", $"Only {Words.Count(places, "place")} left.");
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
            .. result.Choices.Select(one => settlement.Units.Contains(one.Unit) ? one with { Outcome = ChoiceOutcome.Passed }
                : one.Outcome == ChoiceOutcome.Tied ? one with { Outcome = ChoiceOutcome.NotPassed }
                : one),
        ],
    };
}
