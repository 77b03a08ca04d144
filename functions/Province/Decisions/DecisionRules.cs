using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Province.Decisions;

/// <summary>What may be recorded of decisions. Pure.</summary>
internal static class DecisionRules
{
    /// <param name="year">The year for which it gives titles.</param>
    /// <param name="body">What was sent; its form has been checked.</param>
    /// <param name="rules">The rules of awards on the decision's day; null where there are none.</param>
    /// <param name="isUnit">Whether the roster has a unit.</param>
    /// <param name="today">In Vietnam.</param>
    public static IReadOnlyList<Fault> Check(int year, DecisionBody body, AwardRules? rules, Func<string, bool> isUnit, DateOnly today)
    {
        var faults = new List<Fault>();
        CheckPaper(body.Paper, body.SignerPost, today, faults);
        if (body.Paper.Day < new DateOnly(year, 1, 1))
        {
            faults.Add("$.paper.day", $"Khen thưởng năm {year} thì quyết định không thể có trước năm {year}.", $"What is given for {year} is not decided before {year}.");
        }

        for (var index = 0; index < body.Titles.Count; index++)
        {
            var (title, path) = (body.Titles[index], $"$.titles[{index}]");
            if (!isUnit(title.Unit))
            {
                faults.Add($"{path}.unit", $"Không có đơn vị “{title.Unit}”.", $"There is no unit '{title.Unit}'.");
            }

            if (body.Paper.Day is { } day)
            {
                CheckAward(title.Award, rules, day, $"{path}.award", faults);
            }

            if (body.Titles.Take(index).Contains(title))
            {
                faults.Add(path, "Bị lặp lại trong quyết định.", "It is in the decision twice.");
            }
        }

        for (var index = 0; index < body.Recipients.Count; index++)
        {
            DemandText(body.Recipients[index], $"$.recipients[{index}]", faults);
        }

        return faults;
    }

    /// <summary>Faults of what is taken back; of what was taken back before the refusal is another one.</summary>
    /// <param name="decision">As it stands.</param>
    /// <param name="body">What was sent; its form has been checked.</param>
    /// <param name="today">In Vietnam.</param>
    public static IReadOnlyList<Fault> Check(Decision decision, RevocationBody body, DateOnly today)
    {
        var faults = new List<Fault>();
        CheckPaper(body.Paper, body.SignerPost, today, faults);
        if (body.Paper.Day < decision.Day)
        {
            faults.Add("$.paper.day", "Không thể hủy bỏ trước ngày ban hành quyết định khen thưởng.", "It is not taken back before the day on which it was given.");
        }

        DemandText(body.Reason, "$.reason", faults);
        for (var index = 0; index < body.Titles.Count; index++)
        {
            if (!decision.Titles.Contains(body.Titles[index].ToTitle()))
            {
                faults.Add($"$.titles[{index}]", "Quyết định không tặng danh hiệu này cho đơn vị này.", "The decision gives this unit no such title.");
            }
            else if (body.Titles.Take(index).Contains(body.Titles[index]))
            {
                faults.Add($"$.titles[{index}]", "Bị lặp lại.", "It is there twice.");
            }
        }

        return faults;
    }

    /// <param name="revocation">By which the title was taken back.</param>
    /// <param name="body">What was sent; its form has been checked.</param>
    /// <param name="today">In Vietnam.</param>
    public static IReadOnlyList<Fault> Check(Revocation revocation, AwardReturnBody body, DateOnly today)
    {
        var faults = new List<Fault>();
        foreach (var (day, path) in new[] { (body.Received, "$.received"), (body.ObjectReturned, "$.objectReturned"), (body.MoneyReturned, "$.moneyReturned") })
        {
            if (day < revocation.Day || day > today)
            {
                faults.Add(path, $"Phải từ ngày {VietnamTime.Local(revocation.Day)} (ngày quyết định hủy bỏ) đến hôm nay.", "Must be from the day of the decision that takes it back to today.");
            }
        }

        if (body.MoneyReturned is null != body.Amount is null)
        {
            faults.Add(
                body.Amount is null ? "$.amount" : "$.moneyReturned", "Ngày nộp tiền và số tiền đi với nhau; không phải nộp thì ghi 0.", "The day of the money and its amount belong together; where none was due it is 0.");
        }

        return faults;
    }

    private static void CheckPaper(PaperReference paper, string post, DateOnly today, List<Fault> faults)
    {
        paper.CheckNumbered("$.paper", faults);
        if (paper.Day is null)
        {
            faults.Add("$.paper.day", "Cần ghi ngày của quyết định.", "The decision's day is needed.");
        }
        else if (paper.Day > today)
        {
            faults.Add("$.paper.day", "Chưa đến ngày này.", "That day has not come.");
        }

        DemandText(paper.Issuer ?? "", "$.paper.issuer", faults);
        DemandText(post, "$.signerPost", faults);
    }

    private static void CheckAward(string code, AwardRules? rules, DateOnly day, string path, List<Fault> faults)
    {
        if (rules?.Find(code) is not { } award)
        {
            faults.Add(
                path,
                $"Quy định khen thưởng có hiệu lực ngày {VietnamTime.Local(day)} không có danh hiệu, hình thức '{code}'.",
                $"The rules of awards of {day:yyyy-MM-dd} have no award '{code}'.");
        }
        else if (award.Subject is AwardSubject.Person or AwardSubject.Household)
        {
            faults.Add(path, $"“{award.Title}” dành cho cá nhân hoặc hộ gia đình, không tặng cho đơn vị.", $"'{code}' is not for units.");
        }
    }

    private static void DemandText(string text, string path, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Cần ghi nội dung.", "A text is needed.");
        }
    }
}
