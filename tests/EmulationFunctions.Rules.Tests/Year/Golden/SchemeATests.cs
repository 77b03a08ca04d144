using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Golden.Golden;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>
/// Nghệ An, 77/2025/QĐ-UBND: 90 points and no criterion below 85 %, and two things that no score says: the unit classified itself as excellent, and its bloc proposed it. The
/// lower classes are of a sister draft, the ten criteria are invented.
/// </summary>
public sealed class SchemeATests
{
    private static readonly SchemeContent A = SchemeSamples.A with
    {
        TieBreaks = [new(TieBreakKind.MoreSectionsAtMaximum), new(TieBreakKind.ShareOfWomen), new(TieBreakKind.Ballot), new(TieBreakKind.Decision)],
        CrossScoring = new(null, PeerAverage.Mean, Share(50)),
        Conditions =
        [
            new("tu-xep", "Đơn vị tự xếp loại hoàn thành xuất sắc", [new(EffectKind.CapClass, When: false, Class: "HTTNV")], [ConditionParty.Unit]),
            new("de-nghi", "Cụm, khối đề nghị", [new(EffectKind.CapClass, When: false, Class: "HTTNV")], [ConditionParty.Head], Due: "12-31"),
        ],
    };

    [Fact]
    public void The_scheme_has_no_fault() => Assert.Empty(SchemeRules.Check(A));

    [Theory]
    [InlineData("tu-xep de-nghi", "HTXSNV")]
    [InlineData("tu-xep", "HTTNV")]
    [InlineData("de-nghi", "HTTNV")]
    [InlineData("", "HTTNV")]
    public void Only_a_unit_that_said_so_itself_and_that_its_bloc_proposed_is_excellent(string yes, string expected) =>
        Assert.Equal(expected, A.Score(Tenth(10), yes.Split(' ')).Class());

    [Theory]
    [InlineData(8.5, "HTXSNV")]
    [InlineData(8.49, "HTTNV")]
    [InlineData(8, "HTTNV")]
    [InlineData(7.99, "HTNV")]
    [InlineData(7, "HTNV")]
    [InlineData(6.99, "KHTNV")]
    public void One_criterion_below_the_floor_of_a_class_keeps_the_unit_from_it(double tenth, string expected) =>
        Assert.Equal(expected, A.Score(Tenth((decimal)tenth), ["tu-xep", "de-nghi"]).Class());

    [Theory]
    [InlineData(9, "HTXSNV")]
    [InlineData(8.99, "HTTNV")]
    public void Ninety_points_are_enough_and_one_hundredth_less_is_not(double tenth, string expected) =>
        Assert.Equal(expected, A.Score([.. Enumerable.Range(1, 9).Select(at => Typed($"{at}", 9)), Typed("10", (decimal)tenth)], ["tu-xep", "de-nghi"]).Class());

    [Fact]
    public void A_unit_whose_class_its_points_would_not_reach_anyway_is_not_told_of_what_nobody_declared()
    {
        ScoreEntry[] sheet = [.. Enumerable.Range(1, 10).Select(at => Typed($"{at}", 8.2m))];
        Assert.DoesNotContain("Cụm, khối đề nghị", Classification.Of(A.Score(sheet)).Explanation.Vi, StringComparison.Ordinal);
        Assert.Contains("“Cụm, khối đề nghị”: không", Classification.Of(A.Score(Tenth(10))).Explanation.Vi, StringComparison.Ordinal);
    }

    /// <summary>Nine criteria in full and one with other points.</summary>
    private static ScoreEntry[] Tenth(decimal points) => [.. Enumerable.Range(1, 9).Select(at => Typed($"{at}", 10)), Typed("10", points)];
}
