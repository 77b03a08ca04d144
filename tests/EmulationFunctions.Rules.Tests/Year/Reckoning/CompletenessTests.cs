using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class CompletenessTests
{
    private static readonly SchemeTree Tree = Of(
        Direct("1", null, 10),
        Direct("2", null, 10) with { Evidence = EvidenceRule.WhenClaimed },
        Direct("3", null, 10) with { Evidence = EvidenceRule.Always },
        new("4", null, "Định lượng", CriterionKind.Quantitative, P(10)),
        new("5", null, "Thưởng", CriterionKind.Bonus, P(5), EvidenceRule.WhenClaimed),
        new("6", null, "Cờ thi đua", CriterionKind.Bonus, P(5), EvidenceRule.Always)).Tree();

    [Fact]
    public void An_empty_sheet_lacks_every_score_and_what_always_needs_evidence() => Assert.Equal(
        ["$.scores['1']", "$.scores['2']", "$.scores['3']", "$.evidence['3']"],
        Missing(SheetContent.Of()));

    [Fact]
    public void It_is_complete_when_nothing_is_missing()
    {
        Assert.False(Completeness.IsComplete(Tree, SheetContent.Of(), []));
        Assert.True(Completeness.IsComplete(Tree, SheetContent.Of(Entry("1", 10), Entry("2", 0), Entry("3", 0) with { Explanation = "Không phát sinh" }), [new("4", "donvi", 1, 1)]));
    }

    [Fact]
    public void What_is_claimed_needs_evidence_or_an_explanation()
    {
        var claimed = SheetContent.Of(Entry("1", 10), Entry("2", 10), Entry("3", 0), Entry("5", 1));

        Assert.Equal(["$.evidence['2']", "$.evidence['3']", "$.evidence['5']"], Missing(claimed));
        Assert.Empty(Missing(claimed with { Evidence = [new("2", "ab"), new("3", "cd"), new("5", "ef")] }));
        Assert.Empty(Missing(SheetContent.Of(
            Entry("1", 10), Entry("2", 10) with { Explanation = "Đã gửi bản giấy" }, Entry("3", 0) with { Explanation = "Không phát sinh" }, Entry("5", 1) with { Explanation = "Quyết định số 5" })));
        Assert.Equal(["$.evidence['3']"], Missing(SheetContent.Of(Entry("1", 10), Entry("2", 0), Entry("3", 0) with { Explanation = "  " })));
    }

    [Fact]
    public void A_paper_that_is_cited_is_evidence_whether_or_not_its_file_is_there()
    {
        var claimed = SheetContent.Of(Entry("1", 10), Entry("2", 10), Entry("3", 0));
        var paper = new PaperReference("Báo cáo", "403/BC-STC");

        Assert.Empty(Missing(claimed with { Papers = [new("a", "2", paper), new("b", "3", paper, "file")] }));
        Assert.Equal(["$.evidence['3']"], Missing(claimed with { Papers = [new("a", "2", paper), new("b", "1", paper)] }));
    }

    [Fact]
    public void A_bonus_that_nobody_put_down_needs_no_evidence_and_one_that_was_put_down_does()
    {
        var sheet = SheetContent.Of(Entry("1", 10), Entry("2", 0), Entry("3", 0) with { Explanation = "Không phát sinh" });

        Assert.Empty(Missing(sheet));
        Assert.Equal(["$.evidence['6']"], Missing(sheet with { Entries = [.. sheet.Entries, Entry("6", 0)] }));
    }

    [Fact]
    public void What_is_not_applicable_or_void_is_not_missed()
    {
        Assert.DoesNotContain("$.scores['3']", Missing(SheetContent.Of() with { NotApplicable = new HashSet<string> { "3" } }));
        Assert.Empty(Completeness.FindMissing(Tree.Content.Tree("1", "2", "3", "4"), SheetContent.Of(), []));
    }

    [Fact]
    public void A_quantitative_criterion_without_a_result_is_missing_and_a_result_of_nothing_is_a_result()
    {
        var sheet = SheetContent.Of(Entry("1", 10), Entry("2", 0), Entry("3", 0) with { Explanation = "Không phát sinh" });

        Assert.Equal(["$.actuals['4']"], Paths(Completeness.FindMissing(Tree, sheet, [])));
        Assert.Equal(["$.actuals['4']"], Paths(Completeness.FindMissing(Tree, sheet, [new("4", "so-a", Target: 5, Actual: null)])));
        Assert.Empty(Completeness.FindMissing(Tree, sheet, [new("4", "so-a", Target: null, Actual: 0)]));
        Assert.Empty(Completeness.FindMissing(Tree, sheet with { NotApplicable = new HashSet<string> { "4" } }, []));
    }

    private static List<string> Missing(SheetContent content) => Paths(Completeness.FindMissing(Tree, content, [new("4", "so-a", null, 1)]));

    private static List<string> Paths(IEnumerable<EmulationFunctions.Common.Fault> faults) => [.. faults.Select(fault => fault.Path)];

    [Fact]
    public void What_is_missing_is_told_with_the_criterion_s_title()
    {
        var missing = Completeness.FindMissing(Tree, SheetContent.Of(), []).Select(fault => (fault.Words.Vi, fault.Words.En)).ToList();

        Assert.Contains(("Tiêu chí 1 “Tiêu chí 1” chưa được chấm điểm.", "Criterion 1 “Tiêu chí 1” has no score."), missing);
        Assert.Contains(("Tiêu chí 3 “Tiêu chí 3” cần có minh chứng hoặc giải trình.", "Criterion 3 “Tiêu chí 3” needs evidence or an explanation."), missing);
        Assert.Contains(("Tiêu chí 4 “Định lượng” chưa có kết quả.", "Criterion 4 “Định lượng” has no result."), missing);
    }

    [Fact]
    public void A_quantitative_criterion_counts_as_claimed_so_its_evidence_is_asked_for()
    {
        var tree = Of(new Criterion("4", null, "Định lượng", CriterionKind.Quantitative, P(10), EvidenceRule.WhenClaimed)).Tree();

        Assert.Equal(["$.evidence['4']"], Paths(Completeness.FindMissing(tree, SheetContent.Of(), [new("4", "so-a", null, 0)])));
    }
}
