using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Ballots;

/// <summary>What a vote may say.</summary>
internal static class VoteRules
{
    /// <param name="terms">The ballot's rules.</param>
    /// <param name="unit">Whose vote it is.</param>
    /// <param name="vote">What it says.</param>
    /// <returns>Of a secret vote at most one fault, always in the same words: what is wrong with it would say something of it.</returns>
    public static IReadOnlyList<Fault> Check(BallotTerms terms, string unit, Vote vote)
    {
        var faults = Find(terms, unit, vote).ToList();
        return terms.IsSecret && faults.Count > 0 ? [new("$.choices", SecretFault(terms))] : faults;
    }

    /// <summary>What an absent unit wrote is no secret, so all its faults are named.</summary>
    public static IReadOnlyList<Fault> CheckWritten(BallotTerms terms, string unit, Vote vote, string path) =>
        [.. Find(terms, unit, vote).Select(fault => fault with { Path = path + fault.Path[1..] })];

    private static Words SecretFault(BallotTerms terms) => new(
        $"Phiếu không hợp lệ nên chưa được nhận: chỉ chọn đơn vị có trong danh sách, mỗi đơn vị một lần, không quá {terms.Marks}{(terms.OwnVote ? "" : ", không chọn đơn vị mình")}; phiếu trắng thì không chọn đơn vị nào.",
        $"The vote is not valid and was not taken: only units of the list, each once, at most {terms.Marks}{(terms.OwnVote ? "" : ", not one's own")}; a blank one is for none.");

    private static IEnumerable<Fault> Find(BallotTerms terms, string unit, Vote vote)
    {
        foreach (var (index, choice) in vote.Choices.Index())
        {
            var path = $"$.choices[{index}]";
            if (!terms.Choices.Contains(choice))
            {
                yield return new(path, new($"'{choice}' không có trong danh sách bầu.", $"'{choice}' is not on the ballot."));
            }
            else if (vote.Choices.Take(index).Contains(choice))
            {
                yield return new(path, new($"'{choice}' bị lặp lại.", $"'{choice}' is there twice."));
            }
            else if (choice == unit && !terms.OwnVote)
            {
                yield return new(path, new("Đơn vị không được bỏ phiếu cho chính mình.", "A unit does not vote for itself."));
            }
        }

        if (vote.Choices.Count > terms.Marks)
        {
            yield return new("$.choices", new($"Chỉ được chọn nhiều nhất {terms.Marks} đơn vị.", $"At most {Words.Count(terms.Marks, "unit")} may be chosen."));
        }

        if (vote.IsBlank && vote.Choices.Count > 0)
        {
            yield return new("$.isBlank", new("Phiếu trắng thì không chọn đơn vị nào.", "A blank vote is for none."));
        }
    }
}
