using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class EntryRulesTests
{
    private static readonly SchemeTree Tree = Of(
        Group("I", null, 25),
        Direct("I.1", "I", 10),
        PassFail("I.2", "I", 10),
        new("I.3", "I", "Đếm", CriterionKind.Count, P(5), Each: P(2)),
        new("II", null, "Định lượng", CriterionKind.Quantitative, P(10)),
        new("III", null, "Lồng", CriterionKind.NestedPercentage, P(10), Nested: new(Share(100), P(6), Share(15))),
        new("IV", null, "Thưởng", CriterionKind.Bonus, P(5)),
        new("V", null, "Trừ", CriterionKind.Penalty, P(5), Each: P(1)),
        Group("VI", null, 10),
        Direct("VI.1", "VI", 10),
        Direct("VII", null, 10)).Tree("VII");

    [Fact]
    public void Entries_that_fit_have_no_fault() => Assert.Empty(Faults(
        Entry("I.1", 10), Entry("I.2", 0), new("I.3", Count: 9), new("II", Explanation: "Báo cáo số 1"), new("III", Counts: new(40, 40, 6)), Entry("IV", 5), new("V", Count: 2)));

    [Fact]
    public void Every_fault_is_told_at_once_at_its_path() => Assert.Equal(
        [
            "$.scores[0].points", "$.scores[1].points", "$.scores[2].points", "$.scores[3].criterion", "$.scores[4].criterion", "$.scores[5].criterion", "$.scores[6].points",
            "$.scores[7].points", "$.scores[8].criterion", "$.scores[9].criterion", "$.scores[10].points", "$.scores[11].count", "$.scores[12].explanation",
        ],
        Faults(
            Entry("I.1", 10.01m),                                                     // above the maximum
            Entry("I.2", 5),                                                          // neither passed nor failed
            Entry("IV", -0.01m),                                                      // negative
            Entry("I", 20),                                                           // a group
            Entry("IX", 1),                                                           // unknown
            Entry("I.1", 1),                                                          // again
            Entry("II", 1),                                                           // computed from the bloc
            Entry("I.3", 1),                                                          // computed from a count
            Entry("VI.1", 1),                                                         // not applicable
            Entry("VII", 1),                                                          // void
            Entry("III", 1),                                                          // computed from counts
            new("V", Count: -1),
            new("IX2", Explanation: new string('a', 4_001))).Where(path => path != "$.scores[12].criterion"));

    [Theory]
    [InlineData(0, 0, 0, "$.scores[0].counts.all")]
    [InlineData(40, 41, 0, "$.scores[0].counts.outer")]
    [InlineData(40, 30, 31, "$.scores[0].counts.inner")]
    [InlineData(40, -1, 0, "$.scores[0].counts.outer")]
    [InlineData(2_000_000, 1, 1, "$.scores[0].counts.all")]
    public void Counts_lie_within_each_other(long all, long outer, long inner, string path) =>
        Assert.Equal([path], Faults(new ScoreEntry("III", Counts: new(all, outer, inner))));

    [Fact]
    public void A_count_belongs_to_what_is_counted() => Assert.Equal(
        ["$.scores[0].count", "$.scores[1].counts"],
        Faults(new("I.1", Count: 1), new("I.2", Counts: new(1, 1, 1))));

    private static List<string> Faults(params ScoreEntry[] entries) =>
        [.. EntryRules.Check(Tree, entries, new HashSet<string> { "VI" }).Select(fault => fault.Path)];
}
