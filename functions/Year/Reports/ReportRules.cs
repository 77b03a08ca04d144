using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>What may be asked for, and when a report still changes.</summary>
internal static class ReportRules
{
    /// <param name="terms">The bloc's year.</param>
    /// <param name="body">What was sent; its form has been checked.</param>
    public static IReadOnlyList<Fault> Check(YearTerms terms, ReportRequestBody body)
    {
        var (year, faults) = (terms.Id.Year, new List<Fault>());
        DemandText(body.Title, "$.title", faults);
        if (body.From.Year != year)
        {
            faults.Add("$.from", $"Phải trong năm {year}.", $"Must be in {year}.");
        }

        if (body.Until.Year != year || body.Until < body.From)
        {
            faults.Add("$.until", $"Phải từ ngày bắt đầu trở đi và trong năm {year}.", $"Must not be before the first day, and in {year}.");
        }

        // A year is reported on in the spring after it at the latest.
        if (body.Due < body.From || body.Due > new DateOnly(year + 1, 6, 30))
        {
            faults.Add("$.due", $"Hạn gửi phải từ ngày bắt đầu kỳ báo cáo đến 30/06/{year + 1}.", $"It is due between the first day of the period and {year + 1}-06-30.");
        }

        for (var index = 0; index < body.Units?.Count; index++)
        {
            var (unit, path) = (body.Units[index], $"$.units[{index}]");
            if (!terms.Has(unit))
            {
                faults.Add(path, $"'{unit}' không thuộc khối trong năm {year}.", $"'{unit}' is not in the bloc in {year}.");
            }
            else if (body.Units.Take(index).Contains(unit))
            {
                faults.Add(path, $"'{unit}' bị lặp lại.", $"'{unit}' is there twice.");
            }
        }

        CheckCodes(body, faults);
        return faults;
    }

    private static void CheckCodes(ReportRequestBody body, List<Fault> faults)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < body.Sections.Count; index++)
        {
            DemandNew(body.Sections[index].Code, $"$.sections[{index}].code");
            DemandText(body.Sections[index].Title, $"$.sections[{index}].title", faults);
        }

        for (var index = 0; index < body.Questions.Count; index++)
        {
            var (question, path) = (body.Questions[index], $"$.questions[{index}]");
            DemandNew(question.Code, $"{path}.code");
            DemandText(question.Title, $"{path}.title", faults);
            if (question.Measure is { } measure)
            {
                DemandText(measure, $"{path}.measure", faults);
                if (question.IsSummed && measure.Contains('%', StringComparison.Ordinal))
                {
                    faults.Add($"{path}.isSummed", "Tỷ lệ phần trăm không cộng được; hãy ghi isSummed là false.", "Percentages cannot be added up; give isSummed as false.");
                }
            }
        }

        for (var index = 0; index < body.Questions.Count; index++)
        {
            if (body.Questions[index] is { Share: { } share } question)
            {
                CheckShare(question, share, $"$.questions[{index}].share", body.Questions, faults);
            }
        }

        void DemandNew(string code, string path)
        {
            if (!known.Add(code))
            {
                faults.Add(path, $"Mã '{code}' bị lặp lại.", $"The code '{code}' is there twice.");
            }
        }
    }

    private static void CheckShare(ReportQuestion question, ReportShare share, string path, IReadOnlyList<ReportQuestion> questions, List<Fault> faults)
    {
        if (question.Measure is null || question.IsSummed)
        {
            faults.Add(path, "Chỉ mục là tỷ lệ phần trăm, không cộng (isSummed là false), mới tính được từ hai số khác.", "Only a percentage that is not added up (isSummed false) is reckoned from two others.");
        }

        if (share.Part == share.Whole)
        {
            faults.Add($"{path}.whole", "Phải là một số khác.", "Must be another number.");
        }

        foreach (var (code, at) in new[] { (share.Part, $"{path}.part"), (share.Whole, $"{path}.whole") })
        {
            if (!questions.Any(other => other.Code == code && other is { Measure: not null, IsSummed: true, Share: null }))
            {
                faults.Add(at, $"Không có mục '{code}' là số được cộng.", $"There is no question '{code}' whose numbers are added up.");
            }
        }
    }

    /// <summary>Whether what units have sent still has its place, and its meaning, in a request that changes.</summary>
    /// <exception cref="Refusal">409: a unit, a section or a question that is in use would vanish, or its numbers would be counted otherwise.</exception>
    public static void DemandInUseStay(ReportRequest before, ReportRequest after, IReadOnlyList<string> asked, IEnumerable<(string Unit, PartContent Content)> parts)
    {
        foreach (var (unit, content) in parts)
        {
            if (!asked.Contains(unit))
            {
                throw Refusal.Rule("part-in-use", new(
                    $"Đơn vị '{unit}' đã soạn báo cáo nên không bỏ khỏi danh sách được.", $"The unit '{unit}' has written its part, so it stays among those who are asked."));
            }

            var gone = content.Results.Select(result => result.Section).OfType<string>().FirstOrDefault(code => after.Sections.All(one => one.Code != code))
                ?? content.Answers.Select(answer => answer.Question)
                    .FirstOrDefault(code => Counting(after, code) is not { } counting || counting != Counting(before, code));
            if (gone is not null)
            {
                throw Refusal.Rule("part-in-use", new(
                    $"Đơn vị '{unit}' đã trả lời mục '{gone}' nên không bỏ mục này, đổi loại, đổi đơn vị tính hoặc cách cộng được.", $"The unit '{unit}' has answered '{gone}', so that is neither taken out nor counted otherwise."));
            }
        }
    }

    /// <summary>In what a question is counted, and whether it is added up; of a text neither. Null where there is no such question.</summary>
    private static (string? Measure, bool IsSummed)? Counting(ReportRequest request, string code) =>
        request.Questions.FirstOrDefault(one => one.Code == code) is { } question ? (question.Measure, question.Measure is not null && question.IsSummed) : null;

    /// <exception cref="Refusal">409: parts were sent that the text does not hold yet.</exception>
    public static void DemandMerged(Report draft, IEnumerable<PartStatus> parts)
    {
        // A text of which no merge is known was written with what had been sent by then.
        var known = draft.MergedTo ?? draft.Version;
        if (parts.Where(part => part.State == PartState.Sent && part.Version > known).Select(part => $"'{part.Unit}'").ToList() is { Count: > 0 } units)
        {
            throw Refusal.Rule("parts-not-merged", new(
                $"Báo cáo của {string.Join(", ", units)} được gửi sau lần tổng hợp gần nhất; hãy tổng hợp lại (MergeReport) rồi thông qua.",
                $"The parts of {string.Join(", ", units)} were sent after the last merge; merge again (MergeReport), then adopt."));
        }
    }

    /// <exception cref="Refusal">409: the report takes no parts.</exception>
    public static void DemandOpen(ReportRequest request)
    {
        DemandNotAdopted(request);
        if (request.IsClosed)
        {
            throw Refusal.Rule("report-closed", new(
                "Đợt báo cáo này đã đóng, không nhận thêm báo cáo; Khối trưởng, Khối phó hoặc cơ quan thường trực có thể mở lại.",
                "This report is closed and takes no more parts; the bloc's head, its deputy or the office can open it again."));
        }
    }

    /// <exception cref="Refusal">409: the report is adopted.</exception>
    public static void DemandNotAdopted(ReportRequest request)
    {
        if (request.Adopted is not null)
        {
            throw Refusal.Rule("report-adopted", new(
                "Báo cáo này đã được thông qua nên không thay đổi nữa.", "The report has been adopted, so nothing of it changes any more."));
        }
    }

    /// <param name="adoption">What was sent.</param>
    /// <param name="request">The report.</param>
    /// <param name="today">In Vietnam.</param>
    public static IReadOnlyList<Fault> Check(ReportAdoption adoption, ReportRequest request, DateOnly today)
    {
        var (year, faults) = (request.From.Year, new List<Fault>());
        if ((adoption.Day is null) == (adoption.Said is null))
        {
            faults.Add("$.day", "Cần ghi ngày thông qua, hoặc lời ghi về ngày nếu không rõ ngày; không ghi cả hai.", "Either the day is needed, or what was said of it where the day is not known; not both.");
        }

        if (adoption.Day > today || adoption.Day < request.From)
        {
            faults.Add("$.day", "Ngày thông qua phải từ đầu kỳ báo cáo đến hôm nay.", "It was adopted between the first day of the period and today.");
        }

        if (adoption.MeetingYear is { } meetingYear && (adoption.Meeting is null || (meetingYear != year && meetingYear != year + 1)))
        {
            faults.Add("$.meetingYear", $"Năm của cuộc họp phải là {year} hoặc {year + 1}, và có cuộc họp.", $"The meeting's year must be {year} or {year + 1}, and there must be a meeting.");
        }

        if (adoption.Said is { } said)
        {
            DemandText(said, "$.said", faults);
        }

        if (adoption.Number is { } number)
        {
            DemandText(number, "$.number", faults);
        }

        return faults;
    }

    public static void DemandText(string text, string path, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Cần ghi nội dung.", "A text is needed.");
        }
    }

    public static Refusal NoSuchReport() => Refusal.NotFound(new("Không có đợt báo cáo này.", "There is no such report."));
}
