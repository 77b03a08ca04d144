using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Reckoning.Golden.GoldenSheets;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning.Golden;

/// <summary>
/// Cần Thơ, Decision 2579/QĐ-UBND of 21/11/2025: 10 + 90 points, bonus and penalty of at most 3 each, four classes, facts that lower the class. Its annex was not
/// read: how the 10 and the 90 split into criteria is invented.
/// </summary>
public sealed class SchemeFTests
{
    internal static readonly SchemeContent Content = new(
        "Dân vận và dân chủ cơ sở",
        P(100),
        [
            Group("I", null, 10), Direct("I.1", "I", 5), Direct("I.2", "I", 5),
            Group("II", null, 90), Direct("II.1", "II", 60), Direct("II.2", "II", 30),
            Bonus("T", null, 3), Penalty("P1", null, 3), Penalty("P2", null, 3),
        ],
        [
            Class("HTXS", 95, null) with { NoneAtZero = true },
            Class("HTT", 85, 95) with { NoneAtZero = true },
            Class("HT", 75, 85),
            Class("KHT", null, 75),
        ],
        [new(TieBreakKind.Decision)],
        FloorsOn: FloorScope.Leaves,
        BonusCap: P(3),
        PenaltyCap: P(3),
        Conditions:
        [
            Lowest("tham-nhung"), Lowest("mat-doan-ket"), Lowest("cach-chuc"), Lowest("vu-an"),
            new("da-tu-cham", "Đã gửi bảng tự chấm", [new(EffectKind.LowestClass, When: false)], Source: ConditionSource.SelfScoreSent),
            Capped("khien-trach", "HTT"), Capped("canh-cao", "HT"),
        ]);

    [Fact]
    public void The_scheme_has_no_fault() => Assert.Empty(SchemeRules.Check(Content));

    [Theory]
    [InlineData(60, 25, "95", "HTXS")]
    [InlineData(60, 24.99, "94.99", "HTT")]
    [InlineData(60, 25.01, "95.01", "HTXS")]
    [InlineData(60, 15, "85", "HTT")]
    [InlineData(60, 14.99, "84.99", "HT")]
    [InlineData(60, 15.01, "85.01", "HTT")]
    [InlineData(60, 5, "75", "HT")]
    [InlineData(60, 4.99, "74.99", "KHT")]
    [InlineData(60, 5.01, "75.01", "HT")]
    public void The_class_follows_the_total_at_every_bound(decimal first, decimal second, string total, string expected)
    {
        var scores = Scored(Content, Sheet(first, second));

        Assert.Equal(total, scores.Total.ToString());
        Assert.Equal(expected, ClassOf(scores));
    }

    [Fact]
    public void Bonus_and_penalty_count_up_to_three_each_and_once()
    {
        var entries = Sheet(60, 25, Entry("T", 3), Entry("P1", 2), Entry("P2", 2));

        Assert.Empty(FaultsOf(Content, entries));
        Assert.Equal(("95", "3", "3"), Told(entries));
        Assert.Equal(("92", "0", "3"), Told(Sheet(60, 25, Entry("P1", 2), Entry("P2", 2))));
        Assert.NotEmpty(FaultsOf(Content, Sheet(60, 25, Entry("T", 3.01m))));

        static (string, string, string) Told(IReadOnlyList<ScoreEntry> entries)
        {
            var scores = Scored(Content, entries);
            return (scores.Total.ToString(), scores.Bonus.ToString(), scores.Penalty.ToString());
        }
    }

    [Fact]
    public void A_criterion_at_zero_keeps_a_unit_from_both_upper_classes_and_is_named()
    {
        IReadOnlyList<ScoreEntry> entries = [Entry("I.1", 0), Entry("I.2", 5), Entry("II.1", 60), Entry("II.2", 30), Entry("T", 3)];
        var classification = Classification.Of(Scored(Content, entries));

        Assert.Equal("HT", classification.Rung!.Code);
        Assert.Equal(
            "98 điểm: Mức HT; chưa đạt Mức HTXS vì tiêu chí I.1 được 0 điểm; chưa đạt Mức HTT vì tiêu chí I.1 được 0 điểm.",
            classification.Explanation.Vi);
        Assert.Equal("HTXS", ClassOf(Scored(Content, [Entry("I.1", 0.01m), .. entries.Skip(1)])));
    }

    [Theory]
    [InlineData("khien-trach", "HTT")]
    [InlineData("canh-cao", "HT")]
    [InlineData("khien-trach canh-cao", "HT")]
    [InlineData("tham-nhung", "KHT")]
    [InlineData("mat-doan-ket", "KHT")]
    [InlineData("cach-chuc", "KHT")]
    [InlineData("vu-an", "KHT")]
    [InlineData("!khien-trach !vu-an", "HTXS")]
    public void What_was_declared_lowers_the_class_and_no_point(string facts, string expected)
    {
        var scores = Scored(Content, Sheet(60, 30), facts.Split(' '));

        Assert.Equal(expected, ClassOf(scores));
        Assert.Equal(P(100), scores.Total);
    }

    [Fact]
    public void A_cap_never_lifts_a_lower_class_and_the_sentence_names_what_lowered()
    {
        Assert.Equal("HT", ClassOf(Scored(Content, Sheet(60, 5), ["khien-trach"])));
        Assert.Equal("KHT", ClassOf(Scored(Content, Sheet(60, 4), ["canh-cao"])));

        var lowered = Classification.Of(Scored(Content, Sheet(60, 30), ["khien-trach"])).Explanation;
        Assert.Equal("100 điểm: Mức HTT; không xếp cao hơn vì điều kiện “khien-trach”: có.", lowered.Vi);
        Assert.Equal("100 points: Mức HTT; no higher, because of condition “khien-trach”: yes.", lowered.En);
    }

    [Fact]
    public void Without_a_self_score_the_class_is_the_lowest()
    {
        var classification = Classification.Of(Scored(Content, Sheet(60, 30), isSent: false));

        Assert.Equal("KHT", classification.Rung!.Code);
        Assert.Contains("“Đã gửi bảng tự chấm”: không", classification.Explanation.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Equals_share_their_rank_until_the_competent_body_decides()
    {
        var contenders = new[] { ("c", 30m), ("a", 25m), ("b", 25m), ("d", 24m) }
            .Select(unit => Contender(Content, unit.Item1, Sheet(60, unit.Item2))).ToList();

        Assert.Equal([("c", 1, false), ("a", 2, true), ("b", 2, true), ("d", 4, false)], Ranks(Content, contenders));
        Assert.Equal(
            [("c", 1, false), ("b", 2, false), ("a", 3, false), ("d", 4, false)],
            Ranks(Content, contenders, Decided(TieBreakKind.Decision, "b", "a")));
    }

    private static IReadOnlyList<ScoreEntry> Sheet(decimal first, decimal second, params ScoreEntry[] more) =>
        [Entry("I.1", 5), Entry("I.2", 5), Entry("II.1", first), Entry("II.2", second), .. more];

    private static Condition Lowest(string code) => new(code, code, [new(EffectKind.LowestClass)], [ConditionParty.Office]);

    private static Condition Capped(string code, string highest) => new(code, code, [new(EffectKind.CapClass, Class: highest)], [ConditionParty.Office]);
}
