using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>What an editor may make of a report, and what becomes of what was merged. Pure.</summary>
internal static class DraftRules
{
    /// <param name="terms">The bloc's year.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="before">The draft as it is.</param>
    /// <param name="body">What was sent; its form has been checked.</param>
    public static IReadOnlyList<Fault> Check(YearTerms terms, ReportRequest request, Report before, ReportBody body)
    {
        var faults = new List<Fault>();
        if (body.PresentedBy is { } unit && !terms.Has(unit))
        {
            faults.Add("$.presentedBy", $"'{unit}' không thuộc khối trong năm {terms.Id.Year}.", $"'{unit}' is not in the bloc in {terms.Id.Year}.");
        }

        var numbers = before.Items.Select(item => item.Number).ToHashSet();
        var seen = new HashSet<int>();
        for (var index = 0; index < body.Items.Count; index++)
        {
            var (item, path) = (body.Items[index], $"$.items[{index}]");
            if (item.Number is { } number)
            {
                if (!numbers.Contains(number))
                {
                    faults.Add($"{path}.number", $"Dự thảo không có đoạn số {number}; đoạn mới thì để trống số.", $"The draft has no item {number}; a new one has no number.");
                }
                else if (!seen.Add(number))
                {
                    faults.Add($"{path}.number", $"Đoạn số {number} bị lặp lại.", $"The item {number} is there twice.");
                }
            }

            CheckText(request, item, path, faults);
        }

        CheckStatistics(request, body, faults);
        return faults;
    }

    private static void CheckText(ReportRequest request, ReportItemBody item, string path, List<Fault> faults)
    {
        ReportRules.DemandText(item.Text, $"{path}.text", faults);
        if (item.Section is { } section
            && (item.Chapter != ReportChapter.Results || (request.Sections.All(one => one.Code != section) && request.Questions.All(one => one.Code != section || one.Measure is not null))))
        {
            faults.Add($"{path}.section", $"Phần này của báo cáo không có mục '{section}'.", $"This chapter of the report has no section '{section}'.");
        }

        if (item.Causes.Count > 0 && item.Chapter != ReportChapter.Shortcomings)
        {
            faults.Add($"{path}.causes", "Chỉ tồn tại, hạn chế mới có nguyên nhân.", "Only a shortcoming has causes.");
        }

        for (var cause = 0; cause < item.Causes.Count; cause++)
        {
            ReportRules.DemandText(item.Causes[cause], $"{path}.causes[{cause}]", faults);
        }
    }

    private static void CheckStatistics(ReportRequest request, ReportBody body, List<Fault> faults)
    {
        for (var index = 0; index < body.Statistics.Count; index++)
        {
            var (statistic, path) = (body.Statistics[index], $"$.statistics[{index}]");
            if (request.Questions.All(one => one.Code != statistic.Question || one.Measure is null))
            {
                faults.Add($"{path}.question", $"Đợt báo cáo không hỏi số liệu '{statistic.Question}'.", $"The report asks for no number '{statistic.Question}'.");
            }
            else if (body.Statistics.Take(index).Any(earlier => earlier.Question == statistic.Question))
            {
                faults.Add($"{path}.question", $"Số liệu '{statistic.Question}' bị lặp lại.", $"The number '{statistic.Question}' is there twice.");
            }

            PartRules.CheckNumber(statistic.Number, $"{path}.number", faults);
            if (statistic.Said is { } said)
            {
                ReportRules.DemandText(said, $"{path}.said", faults);
            }
        }
    }

    /// <summary>The draft as the editor leaves it. What the editor left out is dropped, and remembered where it was merged.</summary>
    public static Report Apply(ReportRequest request, Report before, ReportBody body)
    {
        var known = before.Items.ToDictionary(item => item.Number);
        var named = body.Items.Select(item => item.Number).OfType<int>().ToHashSet();
        // What an editor wrote and sends again without its number is the same, not a second one.
        var own = before.Items.Where(item => item.Source is null && !named.Contains(item.Number)).ToList();
        var last = before.LastNumber;
        var items = body.Items.Select(item => item.ToItem(item.Number is { } number ? known[number].Source : null)).ToList();
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index].Number == 0)
            {
                var same = own.Find(items[index].Says);
                own.Remove(same!);
                items[index] = items[index] with { Number = same?.Number ?? ++last };
            }
        }

        var left = items.Select(item => item.Number).ToHashSet();
        items.AddRange(before.Items.Where(item => item.Source is not null && !left.Contains(item.Number)).Select(item => item with { Text = null, Causes = [], Section = null }));
        return new(
            body.PresentedBy,
            body.IsShared,
            IsEdited: true,
            last,
            [.. items.OrderBy(item => item.Chapter)],
            [.. request.Questions.Where(question => question.Measure is not null).Select(question =>
            {
                var was = before.Statistics.FirstOrDefault(one => one.Question == question.Code) ?? new(question.Code, null, false, 0);
                var now = body.Statistics.FirstOrDefault(one => one.Question == question.Code);
                var isSame = now is not null && (now.Number, now.Said?.Trim()) == (was.Number, was.Said);
                return was with { Number = now?.Number, Said = now?.Said?.Trim(), EditedAt = now is null ? null : isSame ? was.EditedAt : was.Sum };
            })],
            MergedTo: before.MergedTo);
    }
}
