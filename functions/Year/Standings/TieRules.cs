using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Standings;

/// <summary>Whether what people decided is about a tie that is there.</summary>
internal static class TieRules
{
    private const string Units = "$.units";

    /// <summary>What can be said before anything is computed.</summary>
    /// <param name="unit">The unit whose tie it is.</param>
    /// <param name="members">The bloc's.</param>
    public static IReadOnlyList<Fault> Check(SchemeContent content, string unit, TieBody body, IReadOnlyList<string> members, DateOnly today)
    {
        var faults = new List<Fault>();
        CheckKind(content, body, today, faults);
        foreach (var (path, text) in new[] { ("$.reason", body.Reason), ("$.authority", body.Authority) })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                faults.Add(path, "Không được để trống.", "Must not be blank.");
            }
        }

        if (!body.Units.Contains(unit, StringComparer.Ordinal))
        {
            faults.Add(Units, $"Thiếu đơn vị '{unit}' nêu ở đường dẫn.", $"The unit '{unit}' of the address is missing.");
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

    /// <summary>Whether just these units share a rank once everything is compared that is computed.</summary>
    /// <param name="ties">The groups that do.</param>
    /// <param name="unit">The unit whose tie it is.</param>
    public static IReadOnlyList<Fault> CheckGroup(IReadOnlyList<IReadOnlyList<string>> ties, string unit, IReadOnlyList<string> units)
    {
        var faults = new List<Fault>();
        if (ties.FirstOrDefault(group => group.Contains(unit, StringComparer.Ordinal)) is not { } tie)
        {
            faults.Add(Units, $"Đơn vị '{unit}' không đồng hạng với đơn vị nào.", $"The unit '{unit}' shares its rank with nobody.");
            return faults;
        }

        foreach (var (index, one) in units.Index().Where(one => !tie.Contains(one.Item, StringComparer.Ordinal)))
        {
            faults.Add($"{Units}[{index}]", $"Đơn vị '{one}' không đồng hạng với '{unit}'.", $"The unit '{one}' does not share the rank of '{unit}'.");
        }

        foreach (var one in tie.Except(units, StringComparer.Ordinal))
        {
            faults.Add(Units, $"Thiếu đơn vị '{one}', cũng đồng hạng.", $"The unit '{one}', which shares the rank too, is missing.");
        }

        return faults;
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
