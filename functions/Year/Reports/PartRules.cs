using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>What a unit's part may say, and who sends it.</summary>
internal static class PartRules
{
    /// <param name="request">What was asked for.</param>
    /// <param name="part">What was sent; its form has been checked.</param>
    public static IReadOnlyList<Fault> Check(ReportRequest request, PartContent part)
    {
        var faults = new List<Fault>();
        CheckAnswers(request, part, faults);
        for (var index = 0; index < part.Results.Count; index++)
        {
            var (result, path) = (part.Results[index], $"$.results[{index}]");
            CheckText(result.Text, part.Results.Take(index).Any(one => one.Section == result.Section && Same(one.Text, result.Text)), $"{path}.text", faults);
            if (result.Section is { } section && request.Sections.All(one => one.Code != section))
            {
                faults.Add($"{path}.section", $"Đợt báo cáo không có mục '{section}'.", $"The report has no section '{section}'.");
            }
        }

        for (var index = 0; index < part.Shortcomings.Count; index++)
        {
            var (one, path) = (part.Shortcomings[index], $"$.shortcomings[{index}]");
            CheckText(one.Text, part.Shortcomings.Take(index).Any(earlier => Same(earlier.Text, one.Text)), $"{path}.text", faults);
            CheckTexts(one.Causes, $"{path}.causes", faults);
        }

        CheckTexts(part.Tasks, "$.tasks", faults);
        CheckTexts(part.Proposals, "$.proposals", faults);
        if (Letters(part) is > PartContent.MostLetters and var letters)
        {
            faults.Add(
                "$",
                $"Báo cáo dài {letters} ký tự; mỗi đơn vị viết không quá {PartContent.MostLetters} ký tự.",
                $"The part has {letters} letters; a unit writes at most {PartContent.MostLetters}.");
        }

        return faults;
    }

    private static void CheckAnswers(ReportRequest request, PartContent part, List<Fault> faults)
    {
        for (var index = 0; index < part.Answers.Count; index++)
        {
            var (answer, path) = (part.Answers[index], $"$.answers[{index}]");
            if (request.Questions.FirstOrDefault(one => one.Code == answer.Question) is not { } question)
            {
                faults.Add($"{path}.question", $"Đợt báo cáo không có câu hỏi '{answer.Question}'.", $"The report has no question '{answer.Question}'.");
                continue;
            }

            if (part.Answers.Take(index).Any(earlier => earlier.Question == answer.Question))
            {
                faults.Add($"{path}.question", $"Câu hỏi '{answer.Question}' được trả lời hai lần.", $"The question '{answer.Question}' is answered twice.");
            }

            if (question.Measure is null)
            {
                if (answer.Number is not null)
                {
                    faults.Add($"{path}.number", "Câu hỏi này cần trả lời bằng lời.", "This question asks for a text.");
                }

                ReportRules.DemandText(answer.Said ?? "", $"{path}.said", faults);
            }
            else
            {
                CheckNumber(answer.Number, $"{path}.number", faults);
                if (answer.Said is { } said)
                {
                    ReportRules.DemandText(said, $"{path}.said", faults);
                }
            }
        }
    }

    /// <summary>A number that was only said cannot be added up.</summary>
    public static void CheckNumber(decimal? number, string path, List<Fault> faults)
    {
        if (number is not { } known)
        {
            faults.Add(path, "Cần ghi con số, kể cả khi con số chỉ là ước chừng.", "The number is needed, even where it is only about right.");
        }
        else if (Math.Abs(known) > PartAnswer.Greatest || known != Math.Round(known, PartAnswer.MostDecimals))
        {
            faults.Add(path, $"Con số quá lớn hoặc có quá {PartAnswer.MostDecimals} chữ số thập phân.", $"The number is too great, or has more than {PartAnswer.MostDecimals} decimals.");
        }
    }

    private static void CheckTexts(IReadOnlyList<string> texts, string path, List<Fault> faults)
    {
        for (var index = 0; index < texts.Count; index++)
        {
            CheckText(texts[index], texts.Take(index).Any(earlier => Same(earlier, texts[index])), $"{path}[{index}]", faults);
        }
    }

    private static void CheckText(string text, bool isRepeated, string path, List<Fault> faults)
    {
        ReportRules.DemandText(text, path, faults);
        if (isRepeated && !string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Nội dung này bị lặp lại.", "This is there twice.");
        }
    }

    private static bool Same(string one, string other) => one.Trim() == other.Trim();

    private static int Letters(PartContent part) =>
        part.Answers.Sum(answer => answer.Said?.Length ?? 0)
        + part.Results.Sum(result => result.Text.Length)
        + part.Shortcomings.Sum(one => one.Text.Length + one.Causes.Sum(cause => cause.Length))
        + part.Tasks.Concat(part.Proposals).Sum(text => text.Length);

    /// <exception cref="Refusal">409: it was sent, and the unit changes it no more.</exception>
    public static void DemandEditable(PartStatus? status)
    {
        if (status?.State == PartState.Sent)
        {
            throw Refusal.Rule("part-sent", new(
                "Đơn vị đã gửi báo cáo này; muốn sửa, đề nghị Khối trưởng hoặc Khối phó trả lại.",
                "The unit has sent this part; to change it, ask the bloc's head or deputy to return it."));
        }
    }

    /// <exception cref="Refusal">409: there is nothing in it.</exception>
    public static void DemandWritten(PartContent? content)
    {
        if (content is null || content.IsEmpty)
        {
            throw Refusal.Rule("part-empty", new("Báo cáo của đơn vị chưa có nội dung.", "There is nothing in the unit's part yet."));
        }
    }

    /// <exception cref="Refusal">409: there is nothing to return.</exception>
    public static void DemandSent(PartStatus? status)
    {
        if (status?.State != PartState.Sent)
        {
            throw Refusal.Rule("part-not-sent", new("Đơn vị chưa gửi báo cáo này, hoặc báo cáo đã được trả lại.", "The unit has not sent this part, or it has been returned."));
        }
    }

    /// <summary>The unit's officer writes, the unit's leader sends.</summary>
    public static Refusal NeedsApproval() => ApprovalWords.Refuse(new(
        "Theo quy chế của khối, báo cáo phải được lãnh đạo đơn vị phê duyệt trước khi gửi (ApproveReportPart).",
        "By the bloc's regulation the unit's leader approves a part, and thereby sends it (ApproveReportPart)."));

    public static Refusal NotAsked() => Refusal.NotFound(new("Đơn vị này không phải gửi báo cáo trong đợt này.", "That unit is not asked for a part of this report."));
}
