using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>
/// How the vote on a proposal ended. Where the bloc held a ballot on it, recorded here or cast here, that alone says it, however often a dossier is read; what was typed holds only where there was none. What nobody
/// knows, or a ballot does not tell, is null.
/// </summary>
/// <param name="Members">All who may vote.</param>
/// <param name="Present">How many of them were there.</param>
/// <param name="Voted">How many votes were in the ballot's box; null of what was typed.</param>
/// <param name="Counts">The counts.</param>
/// <param name="IsPassed">Whether it passed; null while the same number of votes is not settled.</param>
internal sealed record VoteResult(int Members, int? Present, int? Voted, BallotCounts? Counts, bool? IsPassed)
{
    /// <summary>Null while there is no result: nobody typed one, or the ballot is not counted.</summary>
    public static VoteResult? Of(DossierVote? typed, BallotOutcome? ballot) => (ballot, typed) switch
    {
        ({ Counted: null }, _) => null,
        ({ } counted, _) => new(counted.Voters, counted.Present, counted.Voted, counted.Counts, counted.IsPassed),
        (null, { } vote) => new(vote.Members, vote.Present, Voted: null, new(vote.For, vote.NotFor, vote.Invalid, vote.WrittenFor, vote.WrittenNotFor), vote.IsPassed),
        _ => null,
    };

    /// <summary>In the form in which it is typed; null where something of it is not known.</summary>
    public DossierVote? AsTyped() => (Present, Counts, IsPassed) is ({ } present, { } counts, { } isPassed)
        ? new(Members, present, counts.For, counts.NotFor, counts.Invalid, counts.WrittenFor, counts.WrittenNotFor, isPassed)
        : null;

    /// <summary>Faults of a result that was typed although a ballot says it: each number that differs, with its place.</summary>
    public static IReadOnlyList<Fault> Differing(DossierVote typed, BallotOutcome ballot)
    {
        const string Path = "$.minutes.vote";
        if (Of(typed, ballot) is not { } result)
        {
            return [new(Path, new(
                $"Cuộc bỏ phiếu '{ballot.Ballot}' về danh hiệu này chưa kiểm phiếu; kết quả lấy từ đó, không ghi ở đây.",
                $"The ballot '{ballot.Ballot}' about this award is not counted; the result is taken from it and not typed here."))];
        }

        var counts = result.Counts;
        (string Member, int Typed, int? Known)[] numbers =
        [
            ("members", typed.Members, result.Members), ("present", typed.Present, result.Present), ("for", typed.For, counts?.For), ("notFor", typed.NotFor, counts?.NotFor),
            ("invalid", typed.Invalid, counts?.Invalid), ("writtenFor", typed.WrittenFor, counts?.WrittenFor), ("writtenNotFor", typed.WrittenNotFor, counts?.WrittenNotFor),
        ];
        var faults = new List<Fault>();
        foreach (var (member, _, known) in numbers.Where(one => one.Typed != one.Known))
        {
            faults.Add(
                $"{Path}.{member}",
                known is null
                    ? $"Cuộc bỏ phiếu '{ballot.Ballot}' không cho biết số này; hãy bỏ trống phần kết quả, hồ sơ lấy từ cuộc bỏ phiếu."
                    : $"Khác kết quả cuộc bỏ phiếu '{ballot.Ballot}' ({known}).",
                known is null
                    ? $"The ballot '{ballot.Ballot}' does not tell this number; leave the result away, it is taken from the ballot."
                    : $"The ballot '{ballot.Ballot}' has {known}.");
        }

        if (typed.IsPassed != result.IsPassed)
        {
            faults.Add($"{Path}.isPassed", $"Khác kết quả cuộc bỏ phiếu '{ballot.Ballot}'.", $"The ballot '{ballot.Ballot}' ended otherwise, or is not settled.");
        }

        return faults;
    }
}
