using EmulationFunctions.Office.Archive;

namespace EmulationFunctions.Rules.Tests.Office.Archive;

/// <summary>Tables of a year as the office lays them out.</summary>
public sealed class StatisticTablesTests
{
    private static readonly StatisticBook Book = new(
        2026,
        new(2027, 2, 1),
        [("khoi-1", "Khối 1"), ("khoi-2", "Khối 2")],
        [("so-a", "Sở A"), ("so-b", "Sở B")],
        [("co", "Cờ"), ("bang", "Bằng khen")],
        [
            new(StatisticMeasure.Units, ["khoi-1"], "so-a", null, 1), new(StatisticMeasure.Units, ["khoi-2"], "so-a", null, 1), new(StatisticMeasure.Units, ["khoi-1"], "so-b", null, 1),
            new(StatisticMeasure.Given, ["khoi-1", "khoi-2"], "so-a", "co", 1), new(StatisticMeasure.Given, ["khoi-1"], "so-b", "bang", 1),
            new(StatisticMeasure.Money, ["khoi-1", "khoi-2"], "so-a", "co", 18_720_000), new(StatisticMeasure.Money, ["khoi-1"], "so-b", "bang", null),
            new(StatisticMeasure.CouncilPassed, ["khoi-1"], "so-a", "co", 1),
        ]);

    [Fact]
    public void A_row_counts_what_is_its_own_and_the_sum_counts_nothing_twice()
    {
        var table = Make(Book, StatisticRow.Bloc, new("Đơn vị", StatisticMeasure.Units), new("Được tặng", StatisticMeasure.Given), new("Cờ", StatisticMeasure.Given, ["co"]));

        Assert.Equal([["1", "Khối 1", "2", "2", "1"], ["2", "Khối 2", "1", "1", "1"], ["", "Cộng", "3", "2", "1"]], table); // the flag of so-a stands in both blocs, and once in the sum
    }

    [Fact]
    public void What_is_not_known_is_empty_and_what_is_none_is_0()
    {
        var money = Make(Book, StatisticRow.Unit, new StatisticColumn("Tiền", StatisticMeasure.Money), new StatisticColumn("Hội đồng", StatisticMeasure.CouncilPassed));

        Assert.Equal([["1", "Sở A", "18720000", "1"], ["2", "Sở B", null, "0"], ["", "Cộng", null, "1"]], money);
    }

    [Fact]
    public void The_shipped_template_is_without_fault_and_names_no_form() => Assert.All(StatisticsTemplate.Shipped.Tables, table =>
    {
        Assert.Empty(StatisticsTemplate.Shipped.Check());
        Assert.DoesNotMatch("(?i)(biểu|mẫu) số", table.Title);
    });

    [Fact]
    public void Every_fault_of_a_template_is_named_at_its_place()
    {
        var template = new StatisticsTemplate
        {
            Tables =
            [
                new("Một", " ", StatisticRow.Award) { Columns = [new(" ", StatisticMeasure.Given), new("x", StatisticMeasure.Units)] },
                new("MỘT", "x", StatisticRow.Bloc) { Columns = [new("x", StatisticMeasure.Units, ["co"])] },
            ],
        };

        Assert.Equal(
            ["$.tables[0].title", "$.tables[0].columns[0].heading", "$.tables[0].columns[1].measure", "$.tables[1].name", "$.tables[1].columns[0].measure"],
            template.Check().Select(fault => fault.Path));
    }

    private static string?[][] Make(StatisticBook book, StatisticRow rows, params StatisticColumn[] columns) =>
        [.. StatisticTables.Make(new() { Tables = [new("Bảng", "BẢNG", rows) { Columns = columns }] }, book)[0].Rows
            .Select(row => row.Cells.Select(cell => cell.Text ?? cell.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray())];
}
