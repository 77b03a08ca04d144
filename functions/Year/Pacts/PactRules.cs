using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>What a pact may say, and who may sign it when.</summary>
internal static class PactRules
{
    /// <summary>Pacts are signed from the year-end meeting of the year before to August (dates of real pacts: 26 December to 7 August).</summary>
    private static readonly (int Month, int Day) FirstOfYearBefore = (12, 1);

    private static readonly (int Month, int Day) Last = (8, 31);

    /// <param name="year">The year of the pact.</param>
    /// <param name="body">What was sent; its form has been checked.</param>
    /// <param name="hasScheme">Whether there is the scheme that it names.</param>
    /// <param name="unknownFiles">Files that it names and the bloc does not have.</param>
    public static IReadOnlyList<Fault> Check(int year, PactBody body, bool hasScheme, IReadOnlySet<string> unknownFiles)
    {
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(body.Title))
        {
            faults.Add("$.title", "Cần ghi tên giao ước.", "A title is needed.");
        }

        var isEmpty = string.IsNullOrWhiteSpace(body.Text) && body.Items.Count == 0 && body.Targets.Count == 0;
        if (body.TextUnknown && !isEmpty)
        {
            faults.Add("$.textUnknown", "Đã ghi nội dung thì không thể nói là không rõ nội dung.", "What has a text, items or targets is not unknown.");
        }
        else if (body.IsForSigning && isEmpty && !body.TextUnknown)
        {
            faults.Add("$.text", "Giao ước chưa có nội dung nên chưa thể mở ký.", "The pact promises nothing yet, so it is not for signing.");
        }

        foreach (var (index, paper) in body.Grounds.Index())
        {
            paper.Check($"$.grounds[{index}]", faults);
        }

        foreach (var (index, item) in body.Items.Index())
        {
            if (string.IsNullOrWhiteSpace(item.Text))
            {
                faults.Add($"$.items[{index}].text", "Cần ghi nội dung.", "A text is needed.");
            }
        }

        TargetRules.Check(body.Targets, "$.targets", faults);
        if (!hasScheme)
        {
            faults.Add("$.scheme", "Không có bảng điểm hoặc phiên bản này.", "There is no such scheme or version.");
        }

        CheckReportDays(year, body.ReportBy, faults);
        CheckPictures(body.Pictures, unknownFiles, faults);
        return faults;
    }

    private static void CheckReportDays(int year, IReadOnlyList<DateOnly> days, List<Fault> faults)
    {
        for (var index = 0; index < days.Count; index++)
        {
            CheckInYear(year, days[index], $"$.reportBy[{index}]", faults);
            if (index > 0 && days[index] <= days[index - 1])
            {
                faults.Add($"$.reportBy[{index}]", "Các ngày phải theo thứ tự và không trùng nhau.", "The days must be in order, each once.");
            }
        }
    }

    /// <summary>January still works on the year before.</summary>
    public static void CheckInYear(int year, DateOnly day, string path, ICollection<Fault> faults)
    {
        if (day < new DateOnly(year, 1, 1) || day > new DateOnly(year + 1, 1, 31))
        {
            faults.Add(path, $"Phải trong năm {year} hoặc tháng 01 năm sau.", $"Must be in {year} or in January after it.");
        }
    }

    private static void CheckPictures(IReadOnlyList<PactPicture> pictures, IReadOnlySet<string> unknownFiles, List<Fault> faults)
    {
        for (var index = 0; index < pictures.Count; index++)
        {
            var file = pictures[index].Attachment;
            if (pictures.Take(index).Any(one => one.Attachment == file))
            {
                faults.Add($"$.pictures[{index}].attachment", $"Tệp '{file}' bị lặp lại.", $"The file '{file}' is there twice.");
            }
            else if (unknownFiles.Contains(file))
            {
                faults.Add($"$.pictures[{index}].attachment", $"Khối không có tệp '{file}'.", $"The bloc has no file '{file}'.");
            }
        }
    }

    /// <summary>What a signature says of itself.</summary>
    /// <param name="body">What was sent; its form has been checked.</param>
    /// <param name="year">The year of the pact.</param>
    /// <param name="today">In Vietnam.</param>
    /// <param name="hasScan">Whether the bloc has the file that it names.</param>
    public static IReadOnlyList<Fault> Check(SignatureBody body, int year, DateOnly today, bool hasScan)
    {
        var faults = new List<Fault>();
        if (body.Signer is { } signer && string.IsNullOrWhiteSpace(signer.Name) && string.IsNullOrWhiteSpace(signer.Post))
        {
            faults.Add("$.signer", "Cần ghi họ tên hoặc chức vụ của người ký.", "The signer's name or post is needed.");
        }

        if (body.Paper is not { } paper)
        {
            return faults;
        }

        if (paper.Scan is not null && !hasScan)
        {
            faults.Add("$.paper.scan", $"Khối không có tệp '{paper.Scan}'.", $"The bloc has no file '{paper.Scan}'.");
        }

        if (paper.Day is null == string.IsNullOrWhiteSpace(paper.DaySaid))
        {
            faults.Add("$.paper.day", "Cần ghi ngày ký, hoặc nguyên văn thời gian khi không rõ ngày (chỉ một trong hai).", "Either the day of signing is needed, or what is said of it where no day is known.");
        }

        if (paper.Day > today)
        {
            faults.Add("$.paper.day", "Ngày ký không thể ở tương lai.", "It cannot have been signed in the future.");
        }
        else if (paper.Day < new DateOnly(year - 1, FirstOfYearBefore.Month, FirstOfYearBefore.Day))
        {
            faults.Add("$.paper.day", $"Giao ước năm {year} được ký sớm nhất vào tháng 12 năm {year - 1}.", $"A pact of {year} is signed in December {year - 1} at the earliest.");
        }

        return faults;
    }

    /// <summary>Whether the unit may sign on that day: from December before to August, whenever a stage of the calendar is open for it, at any time where the year has none.</summary>
    /// <param name="terms">The bloc's year.</param>
    /// <param name="unit">Who signs.</param>
    /// <param name="day">The day of the signature.</param>
    /// <param name="isAskedAgain">Whether it signed before and the signature became void: then it signs whenever it can.</param>
    /// <exception cref="Refusal">409: not yet, or not any more.</exception>
    public static void DemandTime(YearTerms terms, string unit, DateOnly day, bool isAskedAgain)
    {
        var (from, to) = (new DateOnly(terms.Id.Year - 1, FirstOfYearBefore.Month, FirstOfYearBefore.Day), new DateOnly(terms.Id.Year, Last.Month, Last.Day));
        if ((from <= day && day <= to) || isAskedAgain || JoinedAfter(terms, unit, to) || terms.IsOpen(StageKind.Pact, unit, day) is not false)
        {
            return;
        }

        throw terms.NotOpen(StageKind.Pact, unit, day);
    }

    /// <summary>Who joins when all others have signed signs when it has joined.</summary>
    private static bool JoinedAfter(YearTerms terms, string unit, DateOnly last)
    {
        var joined = terms.Memberships.Where(member => member.Unit == unit).Select(member => member.From).DefaultIfEmpty().Min();
        var closed = terms.StagesOf(StageKind.Pact).Select(stage => terms.Cycle.StageOf(terms.Id.Bloc, stage)!.Closes).Append(last).Max();
        return joined > closed;
    }

    /// <summary>The unit is in the bloc on the day it signs, or, where the day is before the year, on its first.</summary>
    /// <exception cref="Refusal">404: it is not.</exception>
    public static void DemandMember(YearTerms terms, string unit, DateOnly day)
    {
        if (!terms.MembersOn(terms.WithinYear(day)).Contains(unit))
        {
            throw SheetTerms.NoSuchMember();
        }
    }

    /// <exception cref="Refusal">409: it is a draft, the text is another, or the unit has signed.</exception>
    public static void DemandSignable(PactRecord record, string unit, string textHash)
    {
        if (record.ValidOf(unit) is { } known)
        {
            var when = known.Day is { } day ? (Vi: $" ngày {VietnamTime.Local(day)}", En: $" on {day:yyyy-MM-dd}") : (Vi: "", En: "");
            throw Refusal.Rule("already-signed", new($"Đơn vị đã ký giao ước này{when.Vi}.", $"The unit has signed this pact{when.En}."));
        }

        if (!record.Current.IsForSigning)
        {
            throw Refusal.Rule("pact-not-for-signing", new("Giao ước đang được dự thảo, chưa mở ký.", "The pact is a draft; nobody may sign it yet."));
        }

        if (!string.Equals(record.Current.Hash, textHash, StringComparison.OrdinalIgnoreCase))
        {
            throw Refusal.Rule("pact-changed", new(
                "Nội dung giao ước không phải là nội dung bạn đã đọc. Hãy đọc lại rồi ký.", "The text of the pact is not the one that was read. Read it again, then sign."));
        }
    }

    /// <exception cref="Refusal">409: nobody put down what the pact promises, so nobody has read it here; what was signed on paper is recorded from there.</exception>
    public static void DemandRead(PactRecord record, bool isPaper)
    {
        if (!isPaper && record.Current.Text.TextUnknown)
        {
            throw Refusal.Rule("pact-text-unknown", new(
                "Nội dung giao ước không được ghi lại nên không thể ký bằng tài khoản; chữ ký trên bản giấy do Khối trưởng hoặc cơ quan thường trực ghi nhận.",
                "The text of the pact is not recorded, so nobody signs it by an account; the bloc's head or the office records what was signed on paper."));
        }
    }

    public static Refusal NoPact() => Refusal.NotFound(new("Khối chưa có giao ước thi đua của năm này.", "The bloc has no pact of this year yet."));
}
