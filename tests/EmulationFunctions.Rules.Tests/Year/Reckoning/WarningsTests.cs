using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Rules.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

/// <summary>What is allowed and should be looked at, and what is not worth a word.</summary>
public sealed class WarningsTests
{
    private static readonly SchemeTree Form = MeasuredForm.Content.Tree();

    private static readonly SchemeTree Stepped = Of(
        Direct("I", null, 60) with { Step = P(0.25m) },
        Direct("II", null, 40.1m) with { Step = P(0.2m) },
        new("T", null, "Điểm thưởng", CriterionKind.Bonus, P(5))).Tree();

    [Theory]
    [InlineData("Báo cáo", "403/BC-STC", "2026-11-20", "kết quả năm 2026", null)]
    [InlineData("Báo cáo", "403/BC-STC", "2025-11-20", null, 2025)]
    [InlineData("Báo cáo", "403/BC-STC/2024", null, null, 2024)]
    [InlineData("Báo cáo", "403/BC-STC", "2026-01-05", "kết quả năm 2025", null)] // the sheet's own year is named, too
    [InlineData("Nghị định", "152/2025/NĐ-CP", "2025-06-14", null, null)] // what a score rests on
    public void A_paper_of_another_year_is_warned_of(string kind, string number, string? day, string? subject, int? other)
    {
        var warnings = Warnings.OfPaper("I.1", new(kind, number, day is null ? null : DateOnly.Parse(day, null), null, subject), 2026);

        Assert.Equal(other is null ? [] : [(WarningCode.PaperOfAnotherYear, "I.1", true)], warnings.Select(warning => (warning.Code, warning.Criterion, warning.Words.En.Contains($"of {other}", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_count_over_the_maximum_of_its_line_is_told_with_what_it_comes_to_and_what_counts()
    {
        Assert.Empty(Sheet(new ScoreEntry("I.P", Count: 4)));
        var warning = Assert.Single(Sheet(new ScoreEntry("I.P", Count: 7)), one => one.Criterion == "I.P");

        Assert.Equal(
            (WarningCode.OverCap, "Tiêu chí I.P: 7 lần × 1 điểm = 7 điểm, vượt mức tối đa; chỉ tính 6 điểm.", "Criterion I.P: 7 × 1 = 7 points, above its maximum; 6 count."),
            (warning.Code, warning.Words.Vi, warning.Words.En));
    }

    [Fact]
    public void Lines_over_a_group_s_cap_the_net_s_most_or_the_scheme_s_cap_are_told_at_the_group_and_only_beyond_the_cap()
    {
        Assert.Empty(Sheet(new ScoreEntry("I.P", Count: 1), new ScoreEntry("I.Q", Measure: new(12)))); // 1 + 3 is the cap of 4
        Assert.Equal([("I", "Group I: the penalty comes to 5 points, above its cap; 4 count.")], Told(Sheet(new ScoreEntry("I.P", Count: 2), new ScoreEntry("I.Q", Measure: new(12)))));
        Assert.Empty(Sheet(Entry("I.1", 20), new ScoreEntry("I.2", Option: "a")));
        Assert.Equal(
            [("I", "Group I: the net comes to 32 points, above its cap; 30 count.")],
            Told(Sheet(Entry("I.1", 20), new ScoreEntry("I.2", Option: "a"), new ScoreEntry("I.T", Option: "2"))));

        var capped = (Of(Direct("I", null, 100), new("T1", null, "Thưởng", CriterionKind.Bonus, P(5)), new("T2", null, "Thưởng", CriterionKind.Bonus, P(5))) with { BonusCap = P(6) }).Tree();
        Assert.Empty(Warnings.OfSheet(capped, SheetContent.Of(Entry("T1", 5), Entry("T2", 1)), 2026));
        Assert.Equal(
            [(null, "The whole scheme: the bonus comes to 6.01 points, above its cap; 6 count.")], Told(Warnings.OfSheet(capped, SheetContent.Of(Entry("T1", 5), Entry("T2", 1.01m)), 2026)));
    }

    [Fact]
    public void What_is_void_or_not_applicable_is_not_worth_a_warning()
    {
        var sheet = SheetContent.Of(new ScoreEntry("I.P", Count: 9));

        Assert.NotEmpty(Warnings.OfSheet(Form, sheet, 2026));
        Assert.Empty(Warnings.OfSheet(MeasuredForm.Content.Tree("I.P"), sheet, 2026));
        Assert.Empty(Warnings.OfSheet(Form, sheet with { NotApplicable = new HashSet<string> { "I" } }, 2026));
    }

    [Theory]
    [InlineData("I", 10.25, false)]
    [InlineData("I", 10.3, true)]
    [InlineData("I", 0, false)]
    [InlineData("II", 0.4, false)]
    [InlineData("II", 0.5, true)]
    [InlineData("II", 40.1, false)] // the maximum, whatever the step
    [InlineData("T", 0.33, false)] // has no step
    public void Points_are_beside_the_step_when_they_are_no_multiple_of_it_and_not_the_maximum(string criterion, decimal points, bool isBeside)
    {
        WarningCode[] expected = isBeside ? [WarningCode.BesideStep] : [];

        Assert.Equal(expected, Warnings.OfSheet(Stepped, SheetContent.Of(Entry(criterion, points)), 2026).Select(one => one.Code));
        Assert.Equal(expected, Warnings.OfAppraised(Stepped, 1, criterion, P(points)).Select(one => one.Code));
    }

    [Fact]
    public void A_bonus_is_told_only_while_every_unit_has_it_in_full_and_there_are_two()
    {
        ScoreTable full = Stepped.Score(("T", 5)), less = Stepped.Score(("T", 4.99m)), none = Stepped.Score();

        Assert.Equal([("T", "Bonus T: all 2 units have its full 5 points, so it separates nobody.")], Told(Warnings.OfBloc([full, full])));
        Assert.All(new ScoreTable[][] { [], [full], [full, less], [full, full, none], [less, less] }, units => Assert.Empty(Warnings.OfBloc(units)));
    }

    [Fact]
    public void A_group_s_and_the_scheme_s_bonus_cap_separate_nobody_when_every_unit_is_at_it()
    {
        var tree = (Of(
            Group("I", null, 100) with { Adding = new(BonusCap: P(3)) },
            Direct("I.1", "I", 100),
            new("I.T", "I", "Thưởng", CriterionKind.Bonus, P(5)),
            new("I.U", "I", "Thưởng", CriterionKind.Bonus, P(5))) with
        { BonusCap = P(3) }).Tree();

        Assert.Equal(["I", null], Warnings.OfBloc([tree.Score(("I.T", 3)), tree.Score(("I.U", 4))]).Select(one => one.Criterion));
        Assert.Empty(Warnings.OfBloc([tree.Score(("I.T", 3)), tree.Score(("I.U", 2.99m))]));
    }

    [Theory]
    [InlineData("Báo cáo năm 2025.pdf", 2025)]
    [InlineData("bao-cao_2024.docx", 2024)]
    [InlineData("QĐ khen thưởng 03-05-2025.pdf", 2025)]
    [InlineData("Báo cáo 2025 và 2026.pdf", null)]
    [InlineData("Kế hoạch 2024-2027.pdf", null)]
    [InlineData("Kế hoạch 2021-2025.pdf", 2021)]
    [InlineData("Báo cáo.pdf", null)]
    [InlineData("IMG_20250105_093000.jpg", null)]
    [InlineData("152-2025-NĐ-CP.pdf", null)]
    [InlineData("Nghị định 152 năm 2025.pdf", null)]
    [InlineData("Luật Thi đua, khen thưởng 2022.pdf", null)]
    [InlineData("So 2025.pdf", null)]
    [InlineData("2025-QĐ-UBND.pdf", null)]
    [InlineData("Báo cáo 20\u030125.pdf", 2025)] // a mark between digits is none of them
    [InlineData("Báo cáo 1202512.pdf", null)]
    public void A_file_s_name_says_another_year_only_where_it_says_so_plainly(string name, int? year) => Assert.Equal(year, PaperYears.InName(name, 2026));

    [Theory]
    [InlineData("Quyết định 12/QĐ ngày 01/12/2025", 2025)]
    [InlineData("12/BC-SNV/2023", 2023)]
    [InlineData("Số 12/2023", 2023)]
    [InlineData("Báo cáo năm 2025, Sở Nội vụ", 2025)]
    [InlineData("Quyết định 12/QĐ 2025-03-04", 2025)]
    [InlineData("Quyết định 12/QĐ ngày 05/01/2027", 2027)]
    [InlineData("Quyết định 12/QĐ ngày 01/12/2026", null)]
    [InlineData("Quyết định 2025/QĐ-UBND ngày 01/12/2026", null)]
    [InlineData("Quyết định 2025/QĐ-UBND", null)]
    [InlineData("Kế hoạch giai đoạn năm 2024-2028", null)]
    [InlineData("Quyết định 12/QĐ ngày 03/03/2026 theo Nghị định 152/2025/NĐ-CP ngày 14/6/2025", null)]
    [InlineData("Quyết định 12/QĐ ngày 03/03/2025 theo Nghị định 152/2026/NĐ-CP", 2025)]
    [InlineData("Căn cứ Kế hoạch 5/KH ngày 02/01/2025", null)]
    [InlineData("77/2025/QĐ-UBND ngày 23/10/2025", null)]
    [InlineData("Giấy khen", null)]
    public void A_paper_that_was_named_is_of_another_year_by_its_day_or_number_and_never_by_what_it_rests_on(string paper, int? year) =>
        Assert.Equal(year, PaperYears.InPaper(paper, 2026));

    [Theory]
    [InlineData("Hoàn thành theo báo cáo 45/BC-SNV ngày 20/12/2025", null)]
    [InlineData("Có báo cáo 45/BC-SNV ngày 20/12/2025", 2025)]
    [InlineData("Kỷ luật: Quyết định 12/QĐ-SNV ngày 03/02/2023", 2023)]
    [InlineData("Phổ biến pháp luật, kế hoạch 5/KH-SNV ngày 3 tháng 2 năm 2023", 2023)]
    [InlineData("Luật Thi đua, khen thưởng, 06/LTĐ ngày 15/06/2022", null)]
    [InlineData("Kế hoạch 12/KH, 20/12/2025", 2025)]
    [InlineData("Quyết định 12/QĐ-UBND/2025", 2025)]
    [InlineData("Tăng 5 % so với năm 2025; 2024 lượt người", null)]
    [InlineData("Kế hoạch số 12/KH ngày 20/01", null)]
    [InlineData("Báo cáo 4/BC ngày 1/1/2025 và 5/BC ngày 1/2/2026", null)]
    public void An_explanation_cites_a_paper_of_another_year_only_by_number_and_day(string text, int? year) =>
        Assert.Equal(year, PaperYears.InExplanation(text, 2026));

    [Fact]
    public void What_a_change_has_brought_is_only_what_was_not_there_before()
    {
        var warning = Assert.Single(Sheet(new ScoreEntry("I.P", Count: 7)), one => one.Criterion == "I.P");

        Assert.Null(Warning.Brought([warning], [warning]));
        Assert.Null(Warning.Brought([warning], []));
        Assert.Equal([warning], Warning.Brought([], [warning, warning])!);
    }

    private static IReadOnlyList<Warning> Sheet(params IReadOnlyList<ScoreEntry> entries) => Warnings.OfSheet(Form, SheetContent.Of(entries), 2026);

    private static IEnumerable<(string?, string)> Told(IEnumerable<Warning> warnings) => warnings.Select(one => (one.Criterion, one.Words.In(Language.English)));
}
