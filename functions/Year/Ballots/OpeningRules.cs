using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>What a ballot rests on when it opens.</summary>
/// <param name="Regulation">What the bloc's regulation settles on the day; null where none was adopted.</param>
/// <param name="Award">What the award's rules say, and who is nominated by now; null where it is about no award, or there is no such.</param>
/// <param name="Before">The ballot of which it is the run-off; null for a first one.</param>
/// <param name="Members">The bloc's members on the day.</param>
/// <param name="Head">Who leads the bloc.</param>
/// <param name="Deputy">The deputy.</param>
internal sealed record BallotGround(
    RegulationSettings? Regulation, AwardBallot? Award, Ballot? Before, IReadOnlyList<string> Members, string? Head, string? Deputy)
{
    public IReadOnlyList<string> Voters => Before?.Terms.Voters ?? Regulation?.Voters switch
    {
        Blocs.Voters.MembersWithoutHead => [.. Members.Where(unit => unit != Head)],
        Blocs.Voters.Leaders => [.. Members.Where(unit => unit == Head || unit == Deputy)],
        _ => Members,
    };
}

/// <summary>Settles the rules of a ballot from the award's rules, the bloc's regulation and what is said when it opens, in this order; nobody says otherwise than what is settled.</summary>
internal static class OpeningRules
{
    public const string Path = "$.question";
    public const string SecrecyPath = $"{Path}.secrecy";

    /// <returns>The rules, as far as they could be settled, and what is wrong.</returns>
    public static (BallotTerms Terms, List<Fault> Faults) Settle(BallotQuestion question, BallotGround ground)
    {
        var faults = new List<Fault>();
        var before = ground.Before?.Terms;
        var (award, regulation) = (ground.Award, ground.Regulation);
        CheckTexts(question, faults);
        var threshold = Settled(question.Threshold, before?.Threshold ?? award?.Threshold ?? regulation?.Threshold, "threshold", faults);
        var of = Settled(question.Base, before?.Base ?? award?.Base ?? regulation?.Base, "base", faults);
        Need(threshold, "threshold", new("Cần ghi tỷ lệ phiếu để trúng; quy chế chưa quy định.", "The threshold is needed; no regulation says it."), faults);
        Need(of, "base", new("Cần ghi tỷ lệ tính trên số nào; quy chế chưa quy định.", "What the threshold is reckoned of is needed; no regulation says it."), faults);
        if (question.Threshold is { } share && (share.Part > share.Of || (share.Above && share.Part == share.Of)))
        {
            faults.Add($"{Path}.threshold", "Không thể nhiều hơn toàn bộ.", "It cannot be more than the whole.");
        }

        var choices = Choices(question, ground, faults);
        int? seats = before is null
            ? award is { AreSeatsOpen: true } ? OpenSeats(question.Seats, award.Seats, faults) : Settled(question.Seats, award?.Seats, "seats", faults)
            : Settled(question.Seats, before.Seats - ground.Before!.Result?.With(ChoiceOutcome.Passed).Count(), "seats", faults);
        if (seats <= 0)
        {
            faults.Add($"{Path}.seats", "Không còn vị trí nào để bầu chọn: các lần trước đã đủ, hoặc chỉ tiêu của khối bằng 0.", "There is no place to vote on: earlier ballots filled them, or the bloc's quota is 0.");
        }

        var most = Math.Max(1, Math.Min(seats ?? choices.Count, choices.Count));
        if (question.Marks > Math.Max(1, choices.Count))
        {
            faults.Add($"{Path}.marks", "Không thể nhiều hơn số đơn vị trong danh sách bầu.", "It cannot be more than there are choices.");
        }

        var terms = new BallotTerms(
            before?.IsSecret ?? IsSecret(question, regulation, faults),
            ground.Voters,
            choices,
            seats,
            question.Marks ?? most,
            threshold ?? new(1, 1),
            of ?? VoteBase.AllVoters,
            Settled(question.Absentees, before?.Absentees ?? award?.Absentees ?? regulation?.Absentees, "absentees", faults) ?? AbsenteeVotes.None,
            Settled(question.Tie, before?.Tie ?? award?.Tie ?? regulation?.Tie, "tie", faults) ?? award?.UsualTie ?? TieRule.Fails,
            Settled(question.OwnVote, before?.OwnVote ?? regulation?.OwnVote, "ownVote", faults) ?? true,
            before?.BlankIsValid ?? question.BlankIsValid,
            before?.Counts ?? question.Counts,
            (before?.Round ?? 0) + 1,
            Settled(question.Rounds, before?.Rounds ?? award?.Rounds ?? regulation?.Ballots, "rounds", faults) ?? 1,
            before is null ? award?.Quorum ?? regulation?.Quorum : before.Quorum,
            before is null ? award?.Decider : before.Decider);
        return (terms, faults);
    }

    /// <summary>Of an open ballot each vote is told after the count, so that no number can be kept from anybody.</summary>
    public static void CheckTold(BallotTerms terms, List<Fault> faults)
    {
        if (terms is { IsSecret: false, Counts: CountsShown.OutcomeOnly })
        {
            faults.Add($"{Path}.counts", "Bỏ phiếu công khai thì phiếu của từng đơn vị được công bố, nên không giấu số phiếu.", "Of an open ballot each vote is told, so counts are not kept back.");
        }
    }

    /// <summary>Faults of who keeps the opening key.</summary>
    public static void CheckKeepers(bool isSecret, IReadOnlyList<Keeper> keepers, Func<string, bool> isUnit, List<Fault> faults)
    {
        if (keepers.Count != (isSecret ? 2 : 0))
        {
            faults.Add(
                "$.keepers",
                isSecret ? "Bỏ phiếu kín cần đúng hai người giữ khóa, ghi theo chức vụ." : "Bỏ phiếu công khai không có khóa.",
                isSecret ? "A secret ballot needs two who keep the key, by their posts." : "An open ballot has no key.");
        }
        else if (isSecret && (keepers[0] == keepers[1] || (keepers[0].Unit is { } unit && unit == keepers[1].Unit)))
        {
            faults.Add("$.keepers[1]", "Hai người giữ khóa phải thuộc hai đơn vị khác nhau.", "The two must be of different units.");
        }

        foreach (var (index, keeper) in keepers.Index())
        {
            if (string.IsNullOrWhiteSpace(keeper.Post))
            {
                faults.Add($"$.keepers[{index}].post", "Cần ghi chức vụ.", "The post is needed.");
            }

            if (keeper.Unit is { } own && !isUnit(own))
            {
                faults.Add($"$.keepers[{index}].unit", $"Không có đơn vị '{own}'.", $"There is no unit '{own}'.");
            }
        }
    }

    /// <exception cref="Refusal">409: nobody votes or more than a box holds, a secret ballot of so few would be none, or whoever opens it has not been warned.</exception>
    public static void DemandEnough(BallotTerms terms, bool acceptsFew)
    {
        var voters = terms.Voters.Count;
        if (voters is 0 or > BallotTerms.MostVoters)
        {
            throw Refusal.Rule("number-of-voters", new(
                $"Có {voters} đơn vị bỏ phiếu; phải từ 1 đến {BallotTerms.MostVoters}.", $"{Words.Count(voters, "unit")} would vote; there must be 1 to {BallotTerms.MostVoters}."));
        }

        if (!terms.IsSecret || voters >= BallotTerms.FewSecretVoters)
        {
            return;
        }

        if (voters < BallotTerms.FewestSecretVotes)
        {
            throw Refusal.Rule("too-few-voters", new(
                $"Chỉ có {voters} đơn vị bỏ phiếu nên không giữ kín được; hãy bỏ phiếu công khai hoặc bằng giấy.",
                $"Only {Words.Count(voters, "unit")} would vote, which keeps nothing secret: hold it openly or on paper."));
        }

        if (!acceptsFew)
        {
            throw Refusal.Rule("few-voters", new(
                $"Chỉ có {voters} đơn vị bỏ phiếu: số phiếu công bố có thể làm lộ ai bỏ cho ai. Nếu vẫn bỏ phiếu kín, hãy xác nhận đã được cảnh báo; nơi quy chế cho phép, hãy chỉ công bố kết quả mà không công bố số phiếu.",
                $"Only {Words.Count(voters, "unit")} would vote: the counts may betray who voted for whom. Confirm that you were warned; where the regulation allows, tell the outcome without counts."));
        }
    }

    private static bool IsSecret(BallotQuestion question, RegulationSettings? regulation, List<Fault> faults)
    {
        var secrecy = Settled(question.Secrecy, regulation?.Secrecy is Secrecy.MeetingChooses ? null : regulation?.Secrecy, "secrecy", faults);
        if (secrecy is null or Secrecy.MeetingChooses)
        {
            faults.Add(SecrecyPath, "Cần ghi bỏ phiếu kín hay công khai.", "Whether it is secret or open is needed.");
        }

        return secrecy == Secrecy.Secret;
    }

    private static IReadOnlyList<string> Choices(BallotQuestion question, BallotGround ground, List<Fault> faults)
    {
        var left = ground.Before?.Result?.Choices.Where(one => one.Outcome != ChoiceOutcome.Passed && ground.Award?.Nominees.Contains(one.Unit) is not false).ToList();
        IReadOnlyList<string> choices = question.Choices.Count > 0 ? question.Choices
            : left is not null ? [.. left.Where(one => one.Outcome == ChoiceOutcome.Tied).Select(one => one.Unit)]
            : ground.Award?.Nominees ?? [];
        if (ground.Before is { } before && question.Award is { } other && other != before.Award)
        {
            faults.Add($"{Path}.award", $"Cuộc bỏ phiếu '{before.Id}' không phải về danh hiệu này.", $"The ballot '{before.Id}' is not about this award.");
        }
        else if (question.Award is not null && ground.Award is null)
        {
            faults.Add($"{Path}.award", $"Khối không bầu chọn danh hiệu '{question.Award}'.", $"The bloc does not vote on an award '{question.Award}'.");
        }

        if (choices.Count == 0)
        {
            faults.Add($"{Path}.choices", "Chưa có đơn vị nào để bầu chọn.", "There is nobody to vote for.");
        }

        IReadOnlyList<string> may = left is not null ? [.. left.Select(one => one.Unit)] : ground.Award?.Nominees ?? ground.Members;
        foreach (var (index, choice) in choices.Index())
        {
            if (!may.Contains(choice))
            {
                faults.Add($"{Path}.choices[{index}]", $"'{choice}' không thuộc diện được bầu chọn lần này.", $"'{choice}' is not among those who can be voted for.");
            }
            else if (choices.Take(index).Contains(choice))
            {
                faults.Add($"{Path}.choices[{index}]", $"'{choice}' bị lặp lại.", $"'{choice}' is there twice.");
            }
        }

        return choices;
    }

    private static void CheckTexts(BallotQuestion question, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(question.Title))
        {
            faults.Add($"{Path}.title", "Cần ghi nội dung bỏ phiếu.", "What is voted on is needed.");
        }

        question.Source?.Check($"{Path}.source", faults);
    }

    /// <summary>A part of those present is not known before they are there: whoever opens the ballot says how many it comes to.</summary>
    private static int? OpenSeats(int? said, int? most, List<Fault> faults)
    {
        if (said is null)
        {
            faults.Add($"{Path}.seats", "Cần ghi được chọn nhiều nhất mấy đơn vị, vì chỉ tiêu là tỷ lệ của một số chưa biết.", "How many pass at most is needed, for the quota is a part of what is not known yet.");
        }
        else if (said > most)
        {
            faults.Add($"{Path}.seats", $"Chỉ tiêu của khối nhiều nhất là {most}.", $"The bloc's quota is {most} at most.");
        }

        return said;
    }

    private static T? Settled<T>(T? said, T? settled, string member, List<Fault> faults)
        where T : struct
    {
        Agree(said, settled, member, faults);
        return settled ?? said;
    }

    private static Share? Settled(Share? said, Share? settled, string member, List<Fault> faults)
    {
        Agree(said, settled, member, faults);
        return settled ?? said;
    }

    private static void Agree(object? said, object? settled, string member, List<Fault> faults)
    {
        if (said is not null && settled is not null && !said.Equals(settled))
        {
            faults.Add(
                $"{Path}.{member}", "Quy chế của khối hoặc quy định về danh hiệu đã ấn định khác.", "The bloc's regulation or the award's rules settle it otherwise.");
        }
    }

    private static void Need(object? settled, string member, Words words, List<Fault> faults)
    {
        if (settled is null)
        {
            faults.Add(new Fault($"{Path}.{member}", words));
        }
    }
}
