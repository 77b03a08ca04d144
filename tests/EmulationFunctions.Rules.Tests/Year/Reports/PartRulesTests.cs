using EmulationFunctions.Year.Reports;

namespace EmulationFunctions.Rules.Tests.Year.Reports;

public sealed class PartRulesTests
{
    private static readonly ReportRequest Request = new(
        "so-ket", ReportKind.HalfYear, "Báo cáo sơ kết", new(2026, 1, 1), new(2026, 6, 30), new(2026, 7, 10), null, [new("cchc", "Cải cách hành chính")],
        [new("so", "Thủ tục đã giải quyết", "hồ sơ"), new("loi", "Mô hình mới")], null, false);

    [Fact]
    public void A_number_as_it_was_said_stands_beside_the_number()
    {
        Assert.Empty(Faults(new() { Answers = [new("so", 8400, "gần 8.400"), new("loi", null, "Một cửa số")] }));
        Assert.Empty(Faults(new() { Answers = [new("so", 0)] })); // none overdue is a number
    }

    [Fact]
    public void Every_fault_is_named_at_its_place() => Assert.Equal(
        [
            "$.answers[0].question", // unknown
            "$.answers[1].number", // only said
            "$.answers[2].question", // twice
            "$.answers[2].number", // five decimals
            "$.answers[3].number", // a text is asked for
            "$.answers[3].said",
            "$.results[0].section", // unknown
            "$.results[2].text", // twice
            "$.results[3].text", // blank
            "$.shortcomings[1].text", // twice
            "$.shortcomings[1].causes[1]", // twice
            "$.tasks[1]", // twice
            "$.proposals[0]", // blank
        ],
        Faults(new()
        {
            Answers = [new("khac", 1), new("so", null, "gần 8.400"), new("so", 1.00001m), new("loi", 5)],
            Results = [new("Một", "khac"), new("Hai", "cchc"), new(" Hai ", "cchc"), new("  ")],
            Shortcomings = [new("Ba"), new("Ba") { Causes = ["Vì", "Vì"] }],
            Tasks = ["Bốn", "Bốn"],
            Proposals = [" "],
        }).Select(fault => fault.Path));

    [Fact]
    public void A_part_is_as_long_as_eight_pages_and_no_longer()
    {
        var longest = Enumerable.Range(0, 5).Select(index => new PartResult($"{index}{new string('a', PartContent.MostLetters / 5 - 1)}")).ToList();

        Assert.Empty(Faults(new() { Results = longest }));
        Assert.Equal(["$"], Faults(new() { Results = longest, Tasks = ["x"] }).Select(fault => fault.Path));
    }

    private static IReadOnlyList<EmulationFunctions.Common.Fault> Faults(PartContent part) => PartRules.Check(Request, part);
}
