using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Plans;

namespace EmulationFunctions.Rules.Tests.Year.Plans;

public sealed class PlanOpeningTests
{
    [Fact]
    public void Open_conclusions_and_reported_shortcomings_are_carried_over_with_their_source()
    {
        var carried = PlanOpening.Carried(
            2025,
            [new("tong-ket", 2, "Rà soát bảng điểm", ["so-a"], new(2025, 12, 31))],
            new("bao-cao-nam", [new("Phong trào chưa phong phú", ["Lãnh đạo kiêm nhiệm"])], []));

        Assert.Equal(
            [
                new(CarriedKind.Conclusion, "Rà soát bảng điểm", new(2025, SourceRoom.Meeting, "tong-ket", "Kết luận 2")),
                new(CarriedKind.Shortcoming, "Phong trào chưa phong phú", new(2025, SourceRoom.Report, "bao-cao-nam")),
            ],
            carried);
    }

    [Fact]
    public void A_shortcoming_that_every_unit_named_is_carried_over_once()
    {
        var carried = PlanOpening.Carried(
            2025, [], new("bao-cao-nam", [.. Enumerable.Range(1, 9).Select(number => new ReportedShortcoming("Hồ sơ gửi chậm", [$"Lý do {number}"])), new("Phong trào chưa phong phú", [])], []));

        Assert.Equal(["Hồ sơ gửi chậm", "Phong trào chưa phong phú"], carried.Select(one => one.Text));
    }

    [Fact]
    public void More_and_longer_than_a_plan_holds_is_cut_and_never_in_the_middle_of_a_letter()
    {
        var text = new string('a', Plan.LongestText - 1) + "\U0001F600";
        var carried = PlanOpening.Carried(2025, [.. Enumerable.Range(1, 300).Select(number => new OpenConclusion("m", number, text, [], null))], null);

        Assert.Equal(Plan.MostCarried, carried.Count);
        Assert.All(carried, one => Assert.Equal(new string('a', Plan.LongestText - 1), one.Text));
    }
}
