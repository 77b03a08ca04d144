using EmulationFunctions.Province.Texts;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Plans;

namespace EmulationFunctions.Rules.Tests.Year.Plans;

public sealed class PlanOpeningTests
{
    [Fact]
    public void Open_conclusions_and_reported_shortcomings_are_carried_over_with_their_source()
    {
        var carried = LeftOver.Of(
            2025,
            [new("tong-ket", 2, "Rà soát bảng điểm", ["so-a"], new(2025, 12, 31))],
            new("bao-cao-nam", [new("Phong trào chưa phong phú", ["Lãnh đạo kiêm nhiệm"])], []));

        Assert.Equal(
            [
                new(CarriedKind.Conclusion, "Rà soát bảng điểm", new(2025, SourceRoom.Meeting, "tong-ket", "Kết luận 2")),
                new(CarriedKind.Shortcoming, "Phong trào chưa phong phú", new(2025, SourceRoom.Report, "bao-cao-nam")),
            ],
            carried.Select(one => one.Item));
    }

    [Fact]
    public void What_somebody_carried_by_hand_and_took_out_again_is_not_put_back()
    {
        var left = LeftOver.Of(2025, [new("tong-ket", 3, "Rà soát bảng điểm", [], null)], new("bao-cao-nam", [new(new string('a', Plan.LongestText + 1), [])], []));
        var byHand = PlanOpening.Draft([]) with { CarriedOver = [.. left.Select(one => one.Item), left[0].Item with { Source = left[0].Item.Source with { Year = 2024 } }] };

        Assert.Equal(left.Select(one => one.Key), LeftOver.Offered(byHand, 2025));
        Assert.Equal(["x", .. left.Select(one => one.Key)], LeftOver.Offered(byHand with { Offered = ["x"] }, 2025));
    }

    [Fact]
    public void A_shortcoming_that_every_unit_named_is_carried_over_once()
    {
        var carried = LeftOver.Of(
            2025, [], new("bao-cao-nam", [.. Enumerable.Range(1, 9).Select(number => new ReportedShortcoming("Hồ sơ gửi chậm", [$"Lý do {number}"])), new("Phong trào chưa phong phú", [])], []));

        Assert.Equal(["Hồ sơ gửi chậm", "Phong trào chưa phong phú"], carried.Select(one => one.Item.Text));
    }

    [Fact]
    public void Of_more_than_a_plan_holds_it_says_how_much_is_left_and_where_and_what_is_too_long_is_never_cut_in_the_middle_of_a_letter()
    {
        var text = new string('a', Plan.LongestText - 1) + "\U0001F600";
        var left = LeftOver.Of(2025, [.. Enumerable.Range(1, 300).Select(number => new OpenConclusion("m", number, text, [], null))], null);
        var draft = PlanOpening.Draft(left);
        var warning = Assert.Single(PlanWarning.Of(draft, new Dictionary<string, LegalText>(), left, new(2026, 1, 5)));

        Assert.Equal((Plan.MostCarried, Plan.MostCarried), (draft.CarriedOver.Count, draft.Offered.Count));
        Assert.All(draft.CarriedOver, one => Assert.Equal(new string('a', Plan.LongestText - 1), one.Text));
        Assert.Equal((PlanWarningCode.LeftBehind, "$.carriedOver"), (warning.Code, warning.Path));
        Assert.Contains("100 việc còn lại của năm 2025 chưa có trong kế hoạch", warning.Words.Vi, StringComparison.Ordinal);
        Assert.EndsWith(": m.", warning.Words.En, StringComparison.Ordinal);
    }
}
