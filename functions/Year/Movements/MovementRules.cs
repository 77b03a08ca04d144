using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Movements;

/// <summary>What a movement and an answer to it may say.</summary>
internal static class MovementRules
{
    /// <summary>As many decimals as a share or an amount has.</summary>
    private const decimal Finest = 10_000m;

    private const decimal Largest = 1_000_000_000_000_000m;

    public static IReadOnlyList<Fault> Check(int year, MovementBody body)
    {
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(body.Name))
        {
            faults.Add("$.name", "Cần ghi tên phong trào.", "A name is needed.");
        }

        if (body.Until < body.From)
        {
            faults.Add("$.until", "Ngày kết thúc không thể trước ngày bắt đầu.", "It cannot end before it begins.");
        }

        // A movement of the province may run for years; here it stands because of this one.
        if (body.From > new DateOnly(year, 12, 31))
        {
            faults.Add("$.from", $"Phong trào chưa bắt đầu trong năm {year}.", $"It does not begin before {year} is over.");
        }

        if (body.Until < new DateOnly(year, 1, 1))
        {
            faults.Add("$.until", $"Phong trào đã kết thúc trước năm {year}.", $"It is over before {year}.");
        }

        if (body.ReviewOn < body.LaunchedOn)
        {
            faults.Add("$.reviewOn", "Ngày sơ kết, tổng kết không thể trước ngày phát động.", "It cannot be reviewed before it is launched.");
        }

        if (body.AnswerBy < body.LaunchedOn)
        {
            faults.Add("$.answerBy", "Hạn trả lời không thể trước ngày phát động.", "Answers cannot be due before it is launched.");
        }

        CheckTexts(body.Criteria, "$.criteria", faults);
        CheckTexts(body.LaunchedBy, "$.launchedBy", faults);
        body.Paper?.Check("$.paper", faults);
        return faults;
    }

    public static IReadOnlyList<Fault> Check(MovementAnswerBody body)
    {
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(body.Response) && string.IsNullOrWhiteSpace(body.Result) && body.Paper is null && body.Figures.Count == 0)
        {
            faults.Add("$.response", "Cần ghi việc hưởng ứng hoặc kết quả.", "How the unit takes part, or what came of it, is needed.");
        }

        foreach (var (index, figure) in body.Figures.Index())
        {
            if (string.IsNullOrWhiteSpace(figure.What))
            {
                faults.Add($"$.figures[{index}].what", "Cần ghi nội dung.", "What was counted is needed.");
            }

            if (string.IsNullOrWhiteSpace(figure.Said))
            {
                faults.Add($"$.figures[{index}].said", "Cần ghi kết quả.", "What was reached is needed.");
            }

            if (figure.Number is { } number && (decimal.Abs(number) > Largest || decimal.Truncate(number * Finest) != number * Finest))
            {
                faults.Add($"$.figures[{index}].number", "Số quá lớn hoặc có quá bốn chữ số thập phân.", "The number is too large, or has more than four decimals.");
            }
        }

        body.Paper?.Check("$.paper", faults);
        return faults;
    }

    /// <summary>Whether the members are told: once it is launched, and when its days change afterwards.</summary>
    public static bool IsNews(Movement? before, Movement after) =>
        after.LaunchedOn is not null
        && (before is null || (before.LaunchedOn, before.From, before.Until, before.AnswerBy) != (after.LaunchedOn, after.From, after.Until, after.AnswerBy));

    public static Refusal NoSuchMovement() => Refusal.NotFound(new("Khối không có phong trào này trong năm.", "The bloc has no such movement in that year."));

    private static void CheckTexts(IReadOnlyList<string> texts, string path, List<Fault> faults)
    {
        foreach (var (index, text) in texts.Index())
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                faults.Add($"{path}[{index}]", "Cần ghi nội dung.", "A text is needed.");
            }
        }
    }
}
