using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>What may be put down in a dossier, its opinions and the office's template.</summary>
internal static class DossierRules
{
    /// <summary>Faults of what was sent; its form has been checked.</summary>
    /// <param name="content">What was sent.</param>
    /// <param name="outline">That of the dossier.</param>
    /// <param name="today">In Vietnam.</param>
    public static List<Fault> Check(DossierContent content, DossierOutline outline, DateOnly today)
    {
        var faults = new List<Fault>();
        if (content.Letter is { } letter)
        {
            CheckText(letter.Achievement, "$.letter.achievement", faults);
            CheckPast(letter.Day, today, "$.letter.day", faults);
            for (var index = 0; index < letter.Grounds.Count; index++)
            {
                letter.Grounds[index].Check($"$.letter.grounds[{index}]", faults);
            }
        }

        if (content.Minutes is { } minutes)
        {
            CheckPast(minutes.Day, today, "$.minutes.day", faults);
            if (minutes.Vote is { } vote)
            {
                CheckVote(vote, faults);
            }
        }

        CheckReport(content.Report, outline, today, faults);
        CheckFiles(content.Files, outline, faults);
        return faults;
    }

    /// <summary>Faults of what a body is asked. It may have been asked before anything was entered here; <see cref="DossierCheck"/> warns of that.</summary>
    /// <param name="question">What was sent; its form has been checked.</param>
    /// <param name="year">That of the dossier.</param>
    /// <param name="today">In Vietnam.</param>
    public static List<Fault> Check(OpinionQuestion question, int year, DateOnly today)
    {
        var faults = new List<Fault>();
        CheckText(question.Body, "$.body", faults);
        CheckPast(question.AskedOn, today, "$.askedOn", faults);
        if (question.AskedOn.Year < year)
        {
            faults.Add("$.askedOn", $"Ngày hỏi không thể trước năm {year}.", FormattableString.Invariant($"A body cannot have been asked before {year}."));
        }

        question.Paper?.Check("$.paper", faults);
        return faults;
    }

    /// <summary>Faults of what a body answered. An answer after its term is taken, and said to be late.</summary>
    public static List<Fault> Check(OpinionAnswer answer, DateOnly asked, DateOnly today)
    {
        var faults = new List<Fault>();
        CheckText(answer.Text, "$.text", faults);
        CheckPast(answer.On, today, "$.on", faults);
        if (answer.On < asked)
        {
            faults.Add("$.on", "Ngày trả lời không thể trước ngày hỏi.", "The answer cannot have come before the question.");
        }

        answer.Paper?.Check("$.paper", faults);
        return faults;
    }

    /// <summary>Faults of the office's template.</summary>
    public static List<Fault> Check(IReadOnlyList<DossierOutline> outlines)
    {
        var faults = new List<Fault>();
        if (outlines.Count(one => one.Awards.Count == 0) != 1)
        {
            faults.Add("$.outlines", "Cần đúng một đề cương không nêu danh hiệu, dùng cho các danh hiệu còn lại.", "Just one outline names no award: it holds for all others.");
        }

        for (var index = 0; index < outlines.Count; index++)
        {
            var (one, path) = (outlines[index], $"$.outlines[{index}]");
            CheckUnique(one.Awards, outlines.Take(index).SelectMany(earlier => earlier.Awards), at => $"{path}.awards[{at}]", faults);
            CheckUnique([.. one.Sections.Select(section => section.Code)], [], at => $"{path}.sections[{at}].code", faults);
            CheckUnique([.. one.Papers.Select(paper => paper.Code)], [], at => $"{path}.papers[{at}].code", faults);
            CheckUnique([.. one.OpinionsFrom], [], at => $"{path}.opinionsFrom[{at}]", faults);
            for (var at = 0; at < one.Deadlines.Count; at++)
            {
                if (one.Deadlines.Take(at).Any(earlier => earlier.At == one.Deadlines[at].At))
                {
                    faults.Add($"{path}.deadlines[{at}].at", "Nơi nhận này đã có hạn.", "There is a deadline for this place already.");
                }

                if (!one.Deadlines[at].Last.ToDay().IsDay)
                {
                    faults.Add($"{path}.deadlines[{at}].last", "Không có ngày này trong lịch.", "There is no such day.");
                }
            }
        }

        return faults;
    }

    private static void CheckVote(DossierVote vote, List<Fault> faults)
    {
        const string Path = "$.minutes.vote";
        if (vote.Present > vote.Members)
        {
            faults.Add($"{Path}.present", "Số dự họp nhiều hơn số có quyền bỏ phiếu; khách mời không tính.", "More were there than may vote; guests do not count.");
        }
        else if (vote.For + vote.NotFor + vote.Invalid > vote.Present)
        {
            faults.Add(
                $"{Path}.for",
                $"Tổng số phiếu {vote.For + vote.NotFor + vote.Invalid} nhiều hơn {vote.Present} người dự họp có quyền bỏ phiếu.",
                $"The {Words.Count(vote.For + vote.NotFor + vote.Invalid, "vote")} are more than the {vote.Present} there who may vote.");
        }
        else if (vote.WrittenFor + vote.WrittenNotFor > vote.Members - vote.Present)
        {
            faults.Add(
                $"{Path}.writtenFor",
                $"Số ý kiến bằng văn bản nhiều hơn {vote.Members - vote.Present} người vắng mặt.",
                $"There are more written opinions than the {vote.Members - vote.Present} absent.");
        }
    }

    private static void CheckReport(AchievementReport? report, DossierOutline outline, DateOnly today, List<Fault> faults)
    {
        CheckPast(report?.Until, today, "$.report.until", faults);
        var sections = report?.Sections ?? [];
        if (sections.Sum(one => one.Text.Length) is > AchievementReport.MostLetters and var letters)
        {
            faults.Add("$.report.sections", $"Báo cáo dài {letters} ký tự; nhiều nhất {AchievementReport.MostLetters}.", $"The report has {letters} letters; at most {AchievementReport.MostLetters}.");
        }

        CheckUnique([.. sections.Select(one => one.Section)], [], at => $"$.report.sections[{at}].section", faults);
        for (var index = 0; index < sections.Count; index++)
        {
            CheckText(sections[index].Text, $"$.report.sections[{index}].text", faults);
            if (outline.Sections.All(one => one.Code != sections[index].Section))
            {
                faults.Add($"$.report.sections[{index}].section", $"Đề cương không có phần '{sections[index].Section}'.", $"The outline has no section '{sections[index].Section}'.");
            }
        }
    }

    private static void CheckFiles(IReadOnlyList<DossierFile> files, DossierOutline outline, List<Fault> faults)
    {
        CheckUnique([.. files.Select(one => one.Attachment)], [], at => $"$.files[{at}].attachment", faults);
        for (var index = 0; index < files.Count; index++)
        {
            var (one, path) = (files[index], $"$.files[{index}]");
            if (one.Paper is { } paper && outline.Papers.All(known => known.Code != paper))
            {
                faults.Add($"{path}.paper", $"Đề cương không có giấy tờ '{paper}'.", $"The outline has no paper '{paper}'.");
            }
            else if (one.Paper is null && string.IsNullOrWhiteSpace(one.Title))
            {
                faults.Add($"{path}.title", "Cần ghi đây là giấy tờ gì.", "What it is must be said.");
            }
        }
    }

    private static void CheckUnique(IReadOnlyList<string> codes, IEnumerable<string> earlier, Func<int, string> path, List<Fault> faults)
    {
        var known = earlier.ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < codes.Count; index++)
        {
            if (!known.Add(codes[index]))
            {
                faults.Add(path(index), $"'{codes[index]}' bị lặp lại.", $"'{codes[index]}' is there twice.");
            }
        }
    }

    private static void CheckText(string text, string path, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Cần ghi nội dung.", "The text is needed.");
        }
    }

    private static void CheckPast(DateOnly? day, DateOnly today, string path, List<Fault> faults)
    {
        if (day > today)
        {
            faults.Add(path, "Không thể ghi một ngày chưa đến.", "The day has not come.");
        }
    }
}
