namespace EmulationFunctions.Emulators;

/// <summary>The bloc that a local run works on: its last year is over, its present year is open for scoring. Made up, with names of units as they are since 2025.</summary>
public static class SampleBloc
{
    public const string Scheme = "bang-diem-mau";

    public const string Bloc = "mau-khoi-kinh-te-ky-thuat";

    public const string Head = "mau-so-tai-chinh";

    public const string Deputy = "mau-so-cong-thuong";

    /// <summary>In the walk it is late; it is the one to try things as.</summary>
    public const string Unit = "mau-ban-quan-ly-du-an";

    /// <summary>A second bloc without a head: its standing unit leads it.</summary>
    public const string StandingBloc = "mau-khoi-tham-muu-tong-hop";

    public const string StandingUnit = "mau-so-noi-vu";

    /// <summary>Its head returns its sheet once.</summary>
    public const string Returned = "mau-so-xay-dung";

    /// <summary>Points for I.1, I.2, I.3, II.1, II.2, III.1, III.2, bonus, penalty; made up.</summary>
    public static IReadOnlyDictionary<string, decimal[]> Scores { get; } = new Dictionary<string, decimal[]>
    {
        ["mau-so-cong-thuong"] = [29, 19.5m, 10, 10, 10, 9.5m, 9, 2, 0],
        ["mau-so-xay-dung"] = [27, 18, 10, 9, 10, 9, 8.5m, 0, 0],
        ["mau-so-tai-chinh"] = [29.5m, 19.5m, 10, 10, 10, 10, 9.5m, 3, 0],
        ["mau-so-khoa-hoc-cong-nghe"] = [27, 18, 10, 9, 10, 9, 8.5m, 0, 0],
        ["mau-so-nong-nghiep-moi-truong"] = [28, 18.5m, 10, 9.5m, 10, 9, 9, 1, 1],
        ["mau-vuon-quoc-gia"] = [25, 16, 10, 9, 10, 8, 9.5m, 0, 0],
        ["mau-ban-quan-ly-kcn"] = [24.25m, 15.5m, 10, 8, 10, 7.5m, 7, 0, 1],
        ["mau-ban-quan-ly-du-an"] = [22, 14, 0, 8, 10, 7, 6.5m, 0, 2],
        ["mau-quy-bao-ve-moi-truong"] = [26.5m, 17, 10, 9, 10, 8.5m, 8, 0, 0],
    };

    /// <summary>Which criteria the points are of.</summary>
    public static IReadOnlyList<string> Criteria { get; } = ["I.1", "I.2", "I.3", "II.1", "II.2", "III.1", "III.2", "T", "P"];

    /// <summary>The bloc's own days in the present year: self-scoring has been open for ten days and ends in a week, so that a reminder is due today.</summary>
    public static IEnumerable<(string Stage, DateOnly Opens, DateOnly Closes)> Days(DateOnly today) => new[]
    {
        ("registration", -60, -51), ("pact", -50, -41), ("half-year", -40, -31), ("self-score", -10, 7), ("cross-score", 8, 14),
        ("appraisal", 8, 20), ("bloc-meeting", 21, 25), ("submission", 21, 28), ("handover", 30, 40),
    }.Select(stage => (stage.Item1, today.AddDays(stage.Item2), today.AddDays(stage.Item3)));
}
