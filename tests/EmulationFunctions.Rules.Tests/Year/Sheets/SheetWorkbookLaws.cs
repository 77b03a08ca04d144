using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Sheets;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Sheets;

/// <summary>A sheet goes out as a workbook and comes back as what it was, of whatever kind its criteria are.</summary>
public sealed class SheetWorkbookLaws
{
    private static readonly SheetId Id = new(2026, "nam", "khoi-5", "so-a");

    private static readonly SchemeTree Tree = MeasuredForm.Content.Tree();

    [Fact]
    public void What_is_written_is_read_back_as_the_same_entries() => Law.HoldsForEverySeed(random =>
    {
        var tree = (random.Next(3) == 0 ? RandomSchemes.MakeAny(random) : MeasuredForm.Content).Tree();
        var sheet = SheetContent.Of([.. tree.Leaves.Where(_ => random.Next(4) > 0).Select(leaf => MakeEntry(random, leaf.Criterion))]);

        var read = Read(tree, sheet, XlsxWriter.Write(Book(tree, sheet).Write()));

        return read.Version == 0 && read.Entries.OrderBy(entry => entry.Criterion, StringComparer.Ordinal).SequenceEqual(sheet.Entries.OrderBy(entry => entry.Criterion, StringComparer.Ordinal));
    }, tries: 60);

    [Theory]
    [InlineData("999999999999,9999", "999999999999.9999")]
    [InlineData("1,5", "1.5")]
    [InlineData("0,1234", "0.1234")]
    [InlineData("1.234,5", "1234.5")]
    public void A_measure_may_be_typed_as_a_text_with_a_comma(string typed, string number)
    {
        var (row, column) = Place("G", SheetWords.Part);
        var table = Book(Tree, SheetContent.Of()).Write()[0];
        var rows = table.Rows.ToList();
        rows[row] = rows[row] with { Cells = [.. rows[row].Cells.Select((cell, index) => index == column ? (TableCell)typed : cell)] };

        var read = Read(Tree, SheetContent.Of(), XlsxWriter.Write([table with { Rows = rows }]));

        Assert.Equal([new ScoreEntry("G", Measure: new(decimal.Parse(number, CultureInfo.InvariantCulture)))], read.Entries);
    }

    [Fact]
    public void A_number_that_a_spreadsheet_would_shorten_is_written_as_a_text()
    {
        var table = Book(Tree, SheetContent.Of(new ScoreEntry("II.2", Measure: new(999_999_999_999.9999m, 99_999_999_999.9999m)))).Write()[0];
        var (row, part) = Place("II.2", SheetWords.Part);
        var (_, whole) = Place("II.2", SheetWords.Whole);

        Assert.Equal(("999999999999,9999", 99_999_999_999.9999m), (table.Rows[row].Cells[part].Text, table.Rows[row].Cells[whole].Number));
    }

    [Fact]
    public void Beside_what_is_chosen_or_measured_stand_the_options_with_their_words_and_the_formula()
    {
        var table = Book(Tree, SheetContent.Of(MeasuredForm.Entries)).Write()[0];

        Assert.Equal(
            [
                "Nhóm: điểm trừ tối đa 4; điểm ròng sau thưởng và trừ, từ 0 đến 30", "Chấm trực tiếp", "Chọn một mức", "Điểm thưởng: chọn một mức", "Điểm trừ: mỗi lần 1 điểm", "Điểm trừ: theo số đo",
                "Nhóm", "Theo số đo", "Theo số đo", "Theo số đo", "Theo số đo", "Điểm thưởng: theo số đo",
            ],
            Column(SheetWords.Way));
        Assert.Equal(
            [
                null, null, "a: Trước 15/01 (10 điểm)\nb: Sau 15/01 (5 điểm)", "1: Cấp xã (1 điểm)\n2: Cấp tỉnh (2 điểm)", null,
                "b đến 0: 0 điểm\nb trên 0 và đến 10: -1 điểm\nb trên 10: -3 điểm\nChỉ nhập b.", null, "b/a × 40 điểm", "b/a × 25 điểm; b được vượt a",
                "b/a từ 88 % và đến 90 %: 2 điểm\nb/a từ 90 % và đến 95 %: 3 điểm\nb/a từ 95 % và dưới 100 %: 4 điểm\nb/a từ 100 %: 5 điểm\nCòn lại: 0 điểm",
                "Chỉ ghi số liệu, không có điểm\nChỉ nhập b.", "Khi b/a đạt 100 %: 0 điểm; mỗi 1 % vượt thêm 0,1 điểm, đến 0,5",
            ],
            Column(SheetWords.Levels));
        Assert.Equal(["I.", "1.", "2.a)", null, null, null, "II.", null, null, null, null, null], Column(SheetWords.Number));
        Assert.Equal(("Báo cáo của đơn vị; sổ theo dõi của Sở Nội vụ", "Sở Nội vụ"), (Column(SheetWords.Basis)[1], Column(SheetWords.CheckedBy)[1]));

        List<string?> Column(string heading) => [.. table.Rows.Select(row => row.Cells[Index(table, heading)].Text)];
    }

    [Fact]
    public void What_the_conditions_do_stands_at_the_criterion_and_below_the_table()
    {
        var held = HeldConditions.Of(MeasuredForm.Content, new Dictionary<string, bool> { ["KT"] = true }, isSelfScoreSent: true);
        var table = (Book(Tree, SheetContent.Of(MeasuredForm.Entries)) with { Facts = new([], held) }).Write()[0];
        var (row, state) = Place("II.1", SheetWords.State);

        Assert.Equal("0 điểm theo điều kiện “Kế hoạch được công bố”: không", table.Rows[row].Cells[state].Text);
        Assert.Equal(
            [
                "Áp dụng điều kiện “Kế hoạch được công bố”: không – tiêu chí II.1 được 0 điểm khi không.",
                "Áp dụng điều kiện “Người đứng đầu bị khiển trách”: có – xếp loại không quá T khi có.",
                "Áp dụng điều kiện “Người đứng đầu bị khiển trách”: có – không tính điểm thưởng I khi có.",
            ],
            table.Below.Skip(1));
        Assert.StartsWith("Tổng điểm tự chấm: 47,3 ", table.Below[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_formula_is_put_into_words()
    {
        var share = new Criterion("1", null, "x", CriterionKind.Measure, P(5));

        Assert.Equal("b/a × 5 điểm, đủ điểm khi b/a đạt 95,5 %", Words(new(MeasureFormula.Linear, Target: Share(95.5m))));
        Assert.Equal("5 điểm khi b/a đạt 100 %, nếu không 0 điểm", Words(new(MeasureFormula.AllOrNothing)));
        Assert.Equal("5 điểm khi b đạt 12, nếu không 0 điểm\nChỉ nhập b.", Words(new(MeasureFormula.AllOrNothing, MeasureOf.Value, Target: Share(12))));
        Assert.Equal(
            "b bất kỳ khi a từ 1.000,5: 5 điểm\nb dưới 3 khi a dưới 1.000,5: 5 điểm\nCòn lại: 1,5 điểm",
            Words(new(MeasureFormula.Ladder, MeasureOf.Value, Ladder: [new(P(5), new(), new(1_000.5m)), new(P(5), new(To: 3, ToIncluded: false), new(To: 1_000.5m, ToIncluded: false))], Otherwise: P(1.5m))));
        Assert.Equal("Nhóm: điểm thưởng tối đa 2; quy về điểm tối đa", WayWords.Way(Group("I", null, 10) with { Adding = new(BonusCap: P(2), IsRescaled: true) }));

        string? Words(MeasureRule rule) => WayWords.Levels(share with { Measure = rule });
    }

    private static ScoreEntry MakeEntry(Random random, Criterion criterion) => criterion switch
    {
        { Options: { } options } => new(criterion.Code, Option: options[random.Next(options.Count)].Code),
        { Measure: { } rule } => new(criterion.Code, Measure: new(Number(random), rule.NeedsWhole ? Number(random) : null), Explanation: random.Next(3) == 0 ? "=1+1, theo báo cáo" : null),
        _ => RandomSchemes.MakeEntry(random, criterion),
    };

    /// <summary>Whether it fits the rule is for the save to say.</summary>
    private static decimal Number(Random random) => random.Next(5) switch
    {
        0 => random.Next(1_000),
        1 => random.NextInt64(1_000_000_000_000L * 10_000) / 10_000m,
        2 => 1_000_000_000_000m,
        3 => random.Next(100_000) / 10_000m,
        _ => random.Next(1_000_000) / 100m,
    };

    private static SheetWorkbook Book(SchemeTree tree, SheetContent sheet) =>
        new(Id, "Khối 5", "Sở A", null, tree, new(null, sheet), new([], HeldConditions.None), new VietnamTime());

    private static SheetImport Read(SchemeTree tree, SheetContent sheet, byte[] file) =>
        SheetImport.Read(XlsxReader.Read(file), new(Id, CalendarTemplate.Default.In(2026), tree, [], EntersPastYear: false), new(null, sheet));

    private static (int Row, int Column) Place(string code, string heading)
    {
        var table = Book(Tree, SheetContent.Of()).Write()[0];
        return (table.Rows.Index().Single(row => row.Item.Cells[0].Text == code).Index, Index(table, heading));
    }

    private static int Index(TableSheet table, string heading) => table.Columns.Index().Single(column => column.Item.Heading == heading).Index;
}
