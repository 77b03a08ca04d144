using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

/// <summary>A table between what stands above and below it in a letter.</summary>
public sealed class ReadTableTests
{
    private static readonly TableSheet Letter = new("x", [new("Mã", 10), new("Điểm", 40), new("Giải trình", 40), new("Ghi chú", 40)], [TableRow.Of("I", 1, "Có", default), TableRow.Of("II", 2, default, default)])
    {
        Letter = new("Sở Nội vụ", "NGƯỜI LẬP PHIẾU", "THỦ TRƯỞNG ĐƠN VỊ"),
        Above = ["PHIẾU", "Năm 2026"],
        Below = ["Tổng điểm: 3"],
    };

    [Fact]
    public void What_stands_above_and_below_the_table_of_a_letter_is_no_row_of_it()
    {
        var (table, faults) = Read(XlsxWriter.Write(Letter));

        Assert.Empty(faults);
        Assert.Equal(["I", "II"], table!.Rows.Select(row => row.Text("Mã")));
    }

    [Fact]
    public void Who_signed_may_have_typed_the_name()
    {
        var (table, faults) = Read(Workbooks.With(XlsxWriter.Write(Letter), "x", ("A17", "Đã ký")));

        Assert.Empty(faults);
        Assert.Equal(2, table!.Rows.Count);
    }

    [Fact]
    public void A_row_below_the_table_that_is_not_merged_belongs_to_it_so_that_nothing_typed_is_passed_over()
    {
        var typed = Workbooks.With(XlsxWriter.Write(Letter with { Letter = null, Below = [] }), "x", ("A8", "III"));

        Assert.Equal(["I", "II", "III"], Read(typed).Table!.Rows.Select(row => row.Text("Mã")));
    }

    [Theory]
    [InlineData("A11:B11")] // the last row of the table, which no free row parts from it
    [InlineData("A10:A11")]
    [InlineData("B9:C9")] // headings
    public void Cells_merged_in_the_table_are_refused(string merged)
    {
        var file = Workbooks.WithPart(XlsxWriter.Write(Letter), "xl/worksheets/sheet1.xml", xml => xml.Replace("</x:mergeCells>", $"<x:mergeCell ref=\"{merged}\"/></x:mergeCells>", StringComparison.Ordinal));

        var (table, faults) = Read(file);

        Assert.Null(table);
        Assert.Equal([$"Sheet 'x' {merged.Split(':')[0]}"], faults.Select(fault => fault.Path));
    }

    private static (ReadTable? Table, List<Fault> Faults) Read(byte[] file)
    {
        var faults = new List<Fault>();
        return (ReadTable.Find(XlsxReader.Read(file).Sheets[0], ["Mã", "Điểm", "Giải trình", "Ghi chú"], faults), faults);
    }
}
