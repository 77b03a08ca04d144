using EmulationFunctions.Common;
using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Rules.Tests.Province.Texts;

public sealed class TextRulesTests
{
    /// <summary>Decree 152/2025: from 1 July 2025 to 1 March 2027, and some of it no longer than to the day before Law 06/2026.</summary>
    private static readonly LegalText Decree = new(
        "nd-152-2025",
        new("Nghị định", "152/2025/NĐ-CP", Day("2025-06-14"), "Chính phủ"),
        Day("2025-07-01"),
        Day("2027-03-01"),
        null,
        [new("Điều 6", Until: Day("2026-09-30"), ReplacedBy: "luat-06-2026"), new("khoản 4 Điều 33", Until: Day("2026-09-30"))]);

    [Theory]
    [InlineData("2025-06-14", Validity.NotYet)]
    [InlineData("2025-06-30", Validity.NotYet)]
    [InlineData("2025-07-01", Validity.InForce)]
    [InlineData("2026-09-30", Validity.InForce)]
    [InlineData("2026-10-01", Validity.InPart)]
    [InlineData("2027-03-01", Validity.InPart)]
    [InlineData("2027-03-02", Validity.Ended)]
    internal void A_text_ends_part_by_part(string day, Validity expected) => Assert.Equal(expected, TextRules.On(Decree, Day(day)));

    [Theory]
    [InlineData("2025-06-30", Validity.NotYet)]
    [InlineData("2026-09-30", Validity.InForce)]
    [InlineData("2026-10-01", Validity.Ended)]
    internal void A_provision_has_its_own_end_and_otherwise_the_time_of_its_text(string day, Validity expected) =>
        Assert.Equal(expected, TextRules.On(Decree, Decree.Provisions[0], Day(day)));

    [Fact]
    public void A_text_that_ended_may_leave_a_provision_in_force()
    {
        var law = Decree with { Until = Day("2026-09-30"), Provisions = [new("Điều 84", Until: Day("2026-12-31"))] };

        Assert.Equal([Validity.InForce, Validity.InPart, Validity.Ended], new[] { "2026-09-30", "2026-10-01", "2027-01-01" }.Select(day => TextRules.On(law, Day(day))));
    }

    [Fact]
    public void A_provision_may_come_into_force_before_or_after_its_text()
    {
        var law = new LegalText("luat", new("Luật", "06/2026/QH16", Day("2026-04-23")), Day("2026-10-01"), null, null, [new("Điều 5", From: Day("2026-07-01")), new("Điều 9", From: Day("2027-01-01"))]);

        Assert.Equal(
            [Validity.NotYet, Validity.InPart, Validity.InPart, Validity.InForce],
            new[] { "2026-06-30", "2026-07-01", "2026-10-01", "2027-01-01" }.Select(day => TextRules.On(law, Day(day))));
    }

    [Fact]
    public void A_text_holds_from_its_own_day_and_of_one_without_any_nothing_is_claimed()
    {
        var directive = new LegalText("ct-34", new("Chỉ thị", "34-CT/TW", Day("2014-04-07"), "Bộ Chính trị"), null, null, null, []);
        var undated = directive with { Paper = directive.Paper with { Day = null } };

        Assert.Equal([Validity.NotYet, Validity.InForce], new[] { "2014-04-06", "2014-04-07" }.Select(day => TextRules.On(directive, Day(day))));
        Assert.Equal(Validity.Unknown, TextRules.On(undated, Day("2026-01-01")));
        Assert.Equal(Validity.Ended, TextRules.On(undated with { Until = Day("2025-12-31") }, Day("2026-01-01")));
    }

    [Fact]
    public void A_whole_entry_has_no_faults() => Assert.Empty(TextRules.Check(Decree));

    [Fact]
    public void Every_fault_is_named_at_its_place()
    {
        var faults = TextRules.Check(new(
            "nd-1",
            new(" ", "", Day("2025-06-14")),
            null,
            Day("2025-06-13"),
            "nd-1",
            [
                new("Điều 1", Until: Day("2025-06-01")), new("điều 1", From: Day("2026-01-01")), new("Điều 2"), new("", From: Day("2026-01-01"), ReplacedBy: "nd-2"),
                new("Điều 3", Day("2026-01-02"), Day("2026-01-01"), "nd-1"),
            ]));

        Assert.Equal(
            [
                "$.paper.kind", "$.paper.number", "$.until", "$.replacedBy", "$.provisions[0].until", "$.provisions[1].name", "$.provisions[2]", "$.provisions[3].name",
                "$.provisions[3].until", "$.provisions[4].until", "$.provisions[4].replacedBy",
            ],
            faults.Select(fault => fault.Path));
    }

    [Fact]
    public void A_paper_is_cited_as_officials_do_and_only_with_what_is_known_of_it()
    {
        Assert.Equal(
            "Chỉ thị 34-CT/TW ngày 07/04/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng",
            new PaperReference("Chỉ thị", "34-CT/TW", Day("2014-04-07"), "Bộ Chính trị", "tiếp tục đổi mới công tác thi đua, khen thưởng").Cited());
        Assert.Equal("Kế hoạch 0125/KH-UBND", new PaperReference("Kế hoạch", "0125/KH-UBND").Cited());
        Assert.Equal("Nghị quyết của Trung ương 4 (khoá XII)", new PaperReference("Nghị quyết", Issuer: "Trung ương 4 (khoá XII)").Cited());
    }

    [Fact]
    public void A_paper_without_a_number_is_known_by_its_day_its_issuer_or_what_it_is_about_and_a_registered_text_has_one()
    {
        PaperReference[] known = [new("Nghị quyết", Day: Day("2016-10-30")), new("Nghị quyết", Issuer: "Trung ương"), new("Nghị quyết", Subject: "tăng cường xây dựng, chỉnh đốn Đảng"), new("Nghị quyết", "4")];

        Assert.All(known, paper => Assert.Empty(FaultsOf(paper)));
        Assert.Equal(["$.number"], FaultsOf(new("Nghị quyết", " ", Issuer: " ")));
        Assert.Equal(["$.paper.number"], TextRules.Check(new("nq-4", known[0], null, null, null, [])).Select(fault => fault.Path));

        static IEnumerable<string> FaultsOf(PaperReference paper)
        {
            var faults = new List<Fault>();
            paper.Check("$", faults);
            return faults.Select(fault => fault.Path);
        }
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);
}
