using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Standings;

/// <summary>Whether what people decided is about a tie that is there.</summary>
internal static class TieRules
{
    private const string Units = "$.units";

    /// <summary>What can be said before anything is computed.</summary>
    /// <param name="members">The bloc's.</param>
    public static IReadOnlyList<Fault> Check(SchemeContent content, TieBody body, IReadOnlyList<string> members, DateOnly today)
    {
        var faults = new List<Fault>();
        CheckKind(content, body, today, faults);
        foreach (var (path, text) in new[] { ("$.authority", body.Authority), ("$.reason", body.Reason) })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                faults.Add(path, "Không được để trống.", "Must not be blank.");
            }
        }

        foreach (var (index, one) in body.Units.Index())
        {
            if (!members.Contains(one, StringComparer.Ordinal))
            {
                faults.Add($"{Units}[{index}]", $"Đơn vị '{one}' không thuộc khối.", $"The unit '{one}' is not in the bloc.");
            }
            else if (body.Units.Take(index).Contains(one, StringComparer.Ordinal))
            {
                faults.Add($"{Units}[{index}]", $"Đơn vị '{one}' bị lặp lại.", $"The unit '{one}' is there twice.");
            }
        }

        return faults;
    }

    /// <summary>Refuses unless just these units share a rank once everything is compared that is computed.</summary>
    /// <param name="ties">The groups that do.</param>
    /// <exception cref="Refusal">409: each unit that is too many or missing.</exception>
    public static void DemandTie(IReadOnlyList<IReadOnlyList<string>> ties, IReadOnlyList<string> units)
    {
        // The group that most of them are in is the one that is meant.
        var meant = ties.MaxBy(tie => tie.Intersect(units, StringComparer.Ordinal).Count()) ?? [];
        var faults = new List<Fault>();
        foreach (var (index, unit) in units.Index().Where(one => !meant.Contains(one.Item, StringComparer.Ordinal)))
        {
            faults.Add($"{Units}[{index}]", $"Đơn vị '{unit}' không đồng hạng với các đơn vị kia.", $"The unit '{unit}' does not share the rank of the others.");
        }

        if (faults.Count < units.Count)
        {
            foreach (var unit in meant.Except(units, StringComparer.Ordinal))
            {
                faults.Add(Units, $"Thiếu đơn vị '{unit}', cũng đồng hạng.", $"The unit '{unit}', which shares the rank too, is missing.");
            }
        }

        if (faults.Count > 0)
        {
            throw new Refusal(
                StatusCodes.Status409Conflict,
                "not-a-tie",
                new(
                    "Phải nêu đúng các đơn vị đang bằng nhau về mọi tiêu chí phụ tính được, không thừa, không thiếu.",
                    "Name exactly the units that are equal in every tie-break that is computed, none more and none less."),
                faults);
        }
    }

    private static void CheckKind(SchemeContent content, TieBody body, DateOnly today, List<Fault> faults)
    {
        List<TieBreakKind> kinds = [.. content.TieBreaks.Where(tieBreak => tieBreak.IsDecided).Select(tieBreak => tieBreak.Kind)];
        if (!kinds.Contains(body.Kind))
        {
            faults.Add(
                "$.kind",
                "Bảng điểm không có tiêu chí phụ này, hoặc đó không phải là bỏ phiếu hay quyết định.",
                "The scheme has no such tie-break, or it is neither a ballot nor a decision.");
        }

        if (body.Day > today)
        {
            faults.Add("$.day", "Ngày không được ở tương lai.", "The day must not lie in the future.");
        }

        if (body.Kind == TieBreakKind.Ballot)
        {
            if (body.Day is null)
            {
                faults.Add("$.day", "Phải ghi ngày bỏ phiếu.", "The day of the ballot is needed.");
            }

            if (string.IsNullOrWhiteSpace(body.Result))
            {
                faults.Add("$.result", "Phải ghi kết quả bỏ phiếu bằng lời.", "What the ballot came to is needed, in words.");
            }
        }
        else if (body.Result is not null)
        {
            faults.Add("$.result", "Chỉ bỏ phiếu mới có kết quả.", "Only a ballot has a result.");
        }
    }
}
