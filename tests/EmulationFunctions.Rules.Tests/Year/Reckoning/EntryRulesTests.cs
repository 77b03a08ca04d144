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

    [Fact]
    public void A_fault_is_told_in_both_languages_with_what_would_be_right()
    {
        (ScoreEntry Entry, string Vi, string En)[] sentences =
        [
            (Entry("I.1", 10.01m), "Điểm 10,01 vượt quá điểm tối đa 10 của tiêu chí I.1.", "10.01 points are above the maximum of 10 of criterion I.1."),
            (Entry("I.2", 5), "Tiêu chí I.2 chỉ chấm đạt (10 điểm) hoặc không đạt (0 điểm).", "Criterion I.2 is either passed (10 points) or failed (0 points)."),
            (Entry("IV", -0.01m), "Điểm không được âm.", "Points must not be negative."),
            (Entry("I", 20), "I là nhóm tiêu chí; điểm của nhóm là tổng điểm các tiêu chí con.", "I is a group; its points are the sum of its criteria."),
            (Entry("IX", 1), "Bảng điểm không có tiêu chí IX.", "The scheme has no criterion IX."),
            (Entry("II", 1), "Điểm tiêu chí II được tính từ chỉ tiêu và kết quả, không nhập trực tiếp.", "The points of criterion II are computed from targets and results, not entered."),
            (Entry("I.3", 1), "Điểm tiêu chí I.3 được tính từ số lượng, không nhập trực tiếp.", "The points of criterion I.3 are computed from counts, not entered."),
            (Entry("III", 1), "Điểm tiêu chí III được tính từ số lượng, không nhập trực tiếp.", "The points of criterion III are computed from counts, not entered."),
            (Entry("VI.1", 1), "Tiêu chí VI.1 không áp dụng cho đơn vị này.", "Criterion VI.1 is not applicable to this unit."),
            (Entry("VII", 1), "Tiêu chí VII đã vô hiệu.", "Criterion VII is void."),
            (new("I.1", Count: 1), "Tiêu chí I.1 không chấm theo số lần.", "Criterion I.1 is not scored by a count."),
            (new("V", Count: -1), "Số lần phải từ 0 đến 1000000.", "The count must lie between 0 and 1000000."),
            (new("V", Count: 1_000_001), "Số lần phải từ 0 đến 1000000.", "The count must lie between 0 and 1000000."),
            (new("I.2", Counts: new(1, 1, 1)), "Tiêu chí I.2 không chấm theo tỷ lệ lồng nhau.", "Criterion I.2 is not scored by a nested percentage."),
            (new("III", Counts: new(0, 0, 0)),
                "Tổng số phải từ 1 đến 1000000; nếu không có ai thì đề nghị không áp dụng tiêu chí.",
                "The whole must lie between 1 and 1000000; where there is nobody, the criterion is not applicable."),
            (new("III", Counts: new(5, 6, 0)), "Phải từ 0 đến tổng số.", "Must lie between 0 and the whole."),
            (new("III", Counts: new(5, 4, 5)), "Phải từ 0 đến số thuộc tỷ lệ ngoài.", "Must lie between 0 and the number of the outer share."),
            (new("III", Counts: new(5, 4, -1)), "Phải từ 0 đến số thuộc tỷ lệ ngoài.", "Must lie between 0 and the number of the outer share."),
            (new("II", Explanation: new string('a', 4_001)), "Giải trình dài quá 4000 ký tự.", "The explanation is longer than 4000 characters."),
        ];

        Assert.All(sentences, one => Assert.Equal(
            [(one.Vi, one.En)], EntryRules.Check(Tree, [one.Entry], new HashSet<string> { "VI" }).Select(fault => (fault.Words.Vi, fault.Words.En))));
    }

    [Fact]
    public void What_is_given_twice_is_named() => Assert.Equal(
        ("Tiêu chí IV có hai lần.", "Criterion IV is given twice."),
        EntryRules.Check(Tree, [Entry("IV", 1), Entry("IV", 1)], new HashSet<string>()).Select(fault => (fault.Words.Vi, fault.Words.En)).Single());

    [Fact]
    public void The_ends_of_what_is_allowed_are_allowed() => Assert.Empty(Faults(
        Entry("I.1", 0) with { Explanation = new string('a', 4_000) }, Entry("I.2", 10), new("I.3", Count: 1_000_000), new("V", Count: 0), new("III", Counts: new(1_000_000, 1_000_000, 1_000_000)))
        .Concat(Faults(new ScoreEntry("III", Counts: new(1, 0, 0)))));

    [Fact]
    public void Nobody_gives_points_to_what_is_computed_and_what_was_given_may_be_taken_back()
    {
        Assert.Equal(
            ("$.x.criterion", "Điểm tiêu chí II được tính từ chỉ tiêu và kết quả, không ai chấm trực tiếp.", "The points of criterion II are computed from targets and results; nobody gives them."),
            Given("II", 1).Select(fault => (fault.Path, fault.Words.Vi, fault.Words.En)).Single());
        Assert.Equal(["$.x.criterion"], Given("I", null).Select(fault => fault.Path));
        Assert.Equal(["$.x.points"], Given("I.1", 11).Select(fault => fault.Path));
        Assert.Empty(Given("I.1", null).Concat(Given("I.1", 10)));

        static List<EmulationFunctions.Common.Fault> Given(string code, decimal? points)
        {
            var faults = new List<EmulationFunctions.Common.Fault>();
            EntryRules.CheckGiven(Tree, code, points is { } given ? P(given) : null, new HashSet<string>(), "$.x", faults);
            return faults;
        }
    }
}
