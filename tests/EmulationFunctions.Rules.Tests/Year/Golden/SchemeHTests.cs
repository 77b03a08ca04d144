using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Golden.GoldenBloc;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>
/// Hải Phòng, Decision 212/2025/QĐ-UBND: 20 common points, 80 for leading and for what was done of what was assigned; strict lower bounds;
/// and a bonus section that is brought up to 10 where lines are not assigned.
/// </summary>
public sealed class SchemeHTests
{
    private static readonly SchemeContent H = new(
        "Đánh giá người quản lý",
        P(100),
        [
            Group("I", null, 20),
            .. Enumerable.Range(1, 4).Select(number => Direct($"I.{number}", "I", 5)),
            Group("II", null, 80),
            Direct("II.1", "II", 5),
            Direct("II.2", "II", 5),
            Done("II.3", "II", "Số lượng", 20),
            Done("II.4", "II", "Chất lượng", 30),
            Done("II.5", "II", "Tiến độ", 20),
        ],
        [
            new("XS", "Hoàn thành xuất sắc", P(90), false, null, false),
            new("T", "Hoàn thành tốt", P(80), false, P(90), true),
            new("HT", "Hoàn thành", P(50), true, P(80), true),
            new("KHT", "Không hoàn thành", null, false, P(50), false),
        ],
        [],
        Conditions:
        [
            new("vuot", "Từ 50 % nhiệm vụ vượt mức", [new(EffectKind.CapClass, When: false, Class: "T")], [ConditionParty.Unit]),
            new("cap-duoi", "Từ 70 % đơn vị trực thuộc hoàn thành tốt", [new(EffectKind.CapClass, When: false, Class: "T")], [ConditionParty.Head]),
            new("ky-luat", "Bị kỷ luật", [new(EffectKind.LowestClass)], [ConditionParty.Office]),
        ]);

    /// <summary>The bonus section alone, as the decision words it: "the assigned maxima count as 10".</summary>
    private static readonly SchemeContent Rescaled = Of(
        Group("III", null, 10) with { Adding = new(IsRescaled: true) }, Direct("III.1", "III", 4), Direct("III.2", "III", 3), Direct("III.3", "III", 3));

    [Theory]
    [InlineData(5, "XS")] // 100
    [InlineData(0, "XS")] // 95
    [InlineData(-4.99, "XS")] // 90.01
    [InlineData(-5, "T")] // 90 exactly is not above 90
    [InlineData(-14.99, "T")] // 80.01
    [InlineData(-15, "HT")] // 80 exactly is not above 80
    [InlineData(-45, "HT")] // 50 is included
    [InlineData(-45.01, "KHT")]
    public void Lower_bounds_are_strict_but_for_the_one_at_50(decimal above95, string expected)
    {
        var bloc = Manager(95 + above95);

        Assert.Equal(P(95 + above95), bloc.TotalOf("a"));
        Assert.Equal(expected, bloc.ClassOf("a"));
    }

    [Fact]
    public void Who_did_not_go_beyond_its_tasks_or_whose_units_are_not_good_is_at_most_good()
    {
        Assert.Equal("T", Manager(100).Declares("a", "vuot", isSo: false).ClassOf("a"));
        Assert.Equal("T", new GoldenBloc(H).Has("a", Entries(100)).Declares("a", "vuot").ClassOf("a"));
        Assert.Equal("XS", Manager(100).ClassOf("a"));
        Assert.Equal("KHT", Manager(100).Declares("a", "ky-luat").ClassOf("a"));
    }

    [Fact]
    public void Quantity_quality_and_progress_are_what_was_done_of_what_was_assigned()
    {
        var bloc = new GoldenBloc(H).Has(
            "a",
            [.. Entries(100).Where(entry => entry.Measure is null), Measured("II.3", 9, 10), Measured("II.4", 7, 9), Measured("II.5", 1, 6)]);

        Assert.Equal(P(18), bloc.PointsOf("a", "II.3"));
        Assert.Equal(P(23.33m), bloc.PointsOf("a", "II.4"));
        Assert.Equal(P(3.33m), bloc.PointsOf("a", "II.5"));
        Assert.Equal(P(74.66m), bloc.TotalOf("a"));
    }

    [Theory]
    [InlineData(4, 10)]
    [InlineData(3, 7.5)]
    [InlineData(0.01, 0.03)] // 0.025, half away from zero
    [InlineData(0, 0)]
    public void Where_only_4_of_10_points_are_assigned_they_count_as_10(decimal points, decimal expected)
    {
        var bloc = new GoldenBloc(Rescaled).Has("a", [Entry("III.1", points)], new HashSet<string> { "III.2", "III.3" });

        Assert.Equal(P(expected), bloc.TotalOf("a"));
        Assert.Equal(P(10), bloc.Rank().Places[0].Assigned);
    }

    [Fact]
    public void Where_all_lines_are_assigned_nothing_is_rescaled() =>
        Assert.Equal(P(7), new GoldenBloc(Rescaled).Has("a", Entry("III.1", 3), Entry("III.2", 2), Entry("III.3", 2)).TotalOf("a"));

    private static Criterion Done(string code, string parent, string title, decimal maximum) =>
        new(code, parent, title, CriterionKind.Measure, P(maximum), Measure: new(MeasureFormula.Linear, MayExceed: true));

    /// <summary>A manager who went beyond its tasks and whose units are good, with so many points.</summary>
    private static GoldenBloc Manager(decimal points) => new GoldenBloc(H).Has("a", Entries(points)).Declares("a", "vuot").Declares("a", "cap-duoi");

    private static ScoreEntry[] Entries(decimal points)
    {
        // The 30 typed points first, then what was done, of 100.
        var typed = Math.Min(points, 30);
        List<ScoreEntry> entries = [];
        foreach (var code in new[] { "I.1", "I.2", "I.3", "I.4", "II.1", "II.2" })
        {
            entries.Add(Entry(code, Math.Min(typed, 5)));
            typed -= Math.Min(typed, 5);
        }

        var done = Math.Max(points - 30, 0);
        foreach (var (code, maximum) in new[] { ("II.3", 20m), ("II.4", 30m), ("II.5", 20m) })
        {
            var own = Math.Min(done, maximum);
            entries.Add(Measured(code, own, maximum));
            done -= own;
        }

        return [.. entries];
    }
}
