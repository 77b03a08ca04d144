using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Ballots;

/// <summary>Whether the sums of a ballot that was held on paper agree: issued = returned + not returned, returned = valid + invalid (state election forms 18 and 23).</summary>
internal static class PaperRules
{
    public static void Check(PaperBallotBody body, BallotTerms terms, DateOnly today, List<Fault> faults)
    {
        if (body.On > today)
        {
            faults.Add("$.on", "Không thể sau hôm nay.", "It cannot be after today.");
        }

        if (body.Issued != body.Returned + body.NotReturned)
        {
            faults.Add("$.issued", $"Số phiếu phát ra {body.Issued} phải bằng số thu về {body.Returned} cộng số không thu về {body.NotReturned}.", $"{body.Issued} issued are not {body.Returned} returned and {body.NotReturned} not returned.");
        }

        if (body.Returned != body.Valid + body.Invalid)
        {
            faults.Add("$.returned", $"Số phiếu thu về {body.Returned} phải bằng số hợp lệ {body.Valid} cộng số không hợp lệ {body.Invalid}.", $"{body.Returned} returned are not {body.Valid} valid and {body.Invalid} invalid.");
        }

        if (body.Issued > terms.Voters.Count)
        {
            faults.Add("$.issued", $"Số phiếu phát ra nhiều hơn {terms.Voters.Count} đơn vị có quyền bỏ phiếu; khách mời không bỏ phiếu.", $"More are issued than {Words.Count(terms.Voters.Count, "unit")} can vote; guests do not.");
        }

        if (body.Blank > (terms.BlankIsValid ? body.Valid : body.Invalid))
        {
            faults.Add(
                "$.blank",
                terms.BlankIsValid ? "Phiếu trắng được tính vào phiếu hợp lệ nên không thể nhiều hơn." : "Phiếu trắng được tính vào phiếu không hợp lệ nên không thể nhiều hơn.",
                terms.BlankIsValid ? "Blank ones are among the valid ones." : "Blank ones are among the invalid ones.");
        }

        CheckPresent(body.Present, body.Returned, 0, terms, "$.present", faults);
        CheckVotes(body, terms, faults);
    }

    /// <summary>Faults of how many voters were present: who wrote because it was absent was not.</summary>
    public static void CheckPresent(int? present, int returned, int written, BallotTerms terms, string path, List<Fault> faults)
    {
        if (present is null && terms.Base == VoteBase.Present)
        {
            faults.Add(path, "Cần ghi số đơn vị có mặt, vì tỷ lệ tính trên số có mặt.", "How many voters were present is needed, for the threshold is reckoned of them.");
        }
        else if (present < returned || present > terms.Voters.Count - written)
        {
            faults.Add(
                path,
                $"Phải từ {returned} (số phiếu đã bỏ) đến {terms.Voters.Count - written} (số đơn vị bỏ phiếu, không kể đơn vị vắng gửi ý kiến bằng văn bản).",
                $"Must be from {returned}, who voted, to {terms.Voters.Count - written}, who can without those absent who wrote.");
        }
    }

    private static void CheckVotes(PaperBallotBody body, BallotTerms terms, List<Fault> faults)
    {
        var marked = body.Valid - (terms.BlankIsValid ? body.Blank : 0);
        foreach (var (index, one) in body.Votes.Index())
        {
            if (!terms.Choices.Contains(one.Unit) || body.Votes.Take(index).Any(earlier => earlier.Unit == one.Unit))
            {
                faults.Add($"$.votes[{index}].unit", $"'{one.Unit}' không có trong danh sách bầu, hoặc bị lặp lại.", $"'{one.Unit}' is not on the ballot, or there twice.");
            }

            if (one.Votes > marked)
            {
                faults.Add($"$.votes[{index}].votes", $"Nhiều hơn {marked} phiếu hợp lệ có chọn.", $"More than the {marked} valid papers that chose.");
            }
        }

        foreach (var missing in terms.Choices.Except(body.Votes.Select(one => one.Unit)))
        {
            faults.Add("$.votes", $"Thiếu số phiếu của '{missing}'.", $"The votes for '{missing}' are missing.");
        }

        if (body.Votes.Sum(one => one.Votes) > marked * terms.Marks)
        {
            faults.Add("$.votes", $"Tổng số lượt chọn nhiều hơn {marked} phiếu, mỗi phiếu nhiều nhất {terms.Marks}.", $"More choices than {Words.Count(marked, "paper")} of at most {terms.Marks} each.");
        }
    }
}
