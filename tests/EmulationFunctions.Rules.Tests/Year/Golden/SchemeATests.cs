using EmulationFunctions.Province.Schemes;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>
/// Nghệ An, Decision 77/2025/QĐ-UBND: to be voted on for the highest class a unit needs 90 points of self-score and cross-score, 85 % in every criterion, its own claim
/// to the class, and its bloc's proposal. The last two stand outside of the form.
/// </summary>
public sealed class SchemeATests
{
    private static readonly SchemeContent WithConditions = A with
    {
        Conditions =
        [
            new("tu-nhan", "Đơn vị tự nhận hoàn thành xuất sắc nhiệm vụ", [new(EffectKind.CapClass, When: false, Class: "HTTNV")], [ConditionParty.Unit], Due: "12-10"),
            new("khoi-de-nghi", "Được khối, cụm đề nghị", [new(EffectKind.CapClass, When: false, Class: "HTTNV")], [ConditionParty.Head], Due: "12-20"),
        ],
    };

    [Theory]
    [InlineData(true, true, "HTXSNV")]
    [InlineData(true, false, "HTTNV")]
    [InlineData(false, true, "HTTNV")]
    [InlineData(false, false, "HTTNV")]
    public void Ninety_points_are_not_enough_without_the_units_claim_and_the_blocs_proposal(bool claims, bool isProposed, string expected) =>
        Assert.Equal(expected, Unit(9, 9).Declares("a", "tu-nhan", claims).Declares("a", "khoi-de-nghi", isProposed).ClassOf("a"));

    [Fact]
    public void What_nobody_declared_is_not_so_and_the_explanation_names_it()
    {
        var place = Unit(9, 9).Declares("a", "tu-nhan").Rank().Places[0];

        Assert.Equal("HTTNV", place.Class!.Code);
        Assert.Contains("điều kiện “Được khối, cụm đề nghị”: không", place.ClassExplanation.Vi, StringComparison.Ordinal);
        Assert.Contains("condition “Được khối, cụm đề nghị”: no", place.ClassExplanation.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8.5, "HTXSNV")]
    [InlineData(8.49, "HTTNV")]
    [InlineData(7.99, "HTNV")]
    public void The_floor_of_each_class_holds_beside_the_conditions(decimal weakest, string expected) =>
        Assert.Equal(expected, Unit(10, weakest).Declares("a", "tu-nhan").Declares("a", "khoi-de-nghi").ClassOf("a"));

    [Fact]
    public void Who_has_fewer_points_than_the_bounded_class_is_not_told_of_the_condition() =>
        Assert.DoesNotContain("điều kiện", Unit(8, 8).Rank().Places[0].ClassExplanation.Vi, StringComparison.Ordinal);

    private static GoldenBloc Unit(decimal most, decimal last) =>
        new GoldenBloc(WithConditions).Has("a", [.. Enumerable.Range(1, 10).Select(number => Entry($"{number}", number == 10 ? last : most))]);
}
