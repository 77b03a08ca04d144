using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

public sealed class XlsxLimitsTests
{
    private const string Row = "<row><c><v>1</v></c><c><v>2</v></c></row>";
    private const string Text = "<row><c t=\"s\"><v>0</v></c></row>";

    [Fact]
    public void Rows_cells_texts_letters_looks_and_mergers_are_counted_while_they_are_read()
    {
        Assert.Contains("more than 2 rows", Why(Rows(3), new(Rows: 2)));
        Assert.Contains("more than 5 cells", Why(Rows(3), new(Cells: 5)));
        Assert.Contains("more than 5 rows and cells, empty", Why(Books.New.WithRows("<row><c/><c/><c/></row><row/><row/>"), new(Places: 5)));
        Assert.Contains("more than 1 texts", Why(Books.New.Changed("xl/sharedStrings.xml", "</sst>", "<si/></sst>"), new(Strings: 1)));
        Assert.Contains("more than 3 letters", Why(Books.New, new(Letters: 3)));
        Assert.Contains("more than 3 letters", Why(Books.New.WithRows("<row><c t=\"str\"><v>abcd</v></c></row>").With("xl/sharedStrings.xml", null), new(Letters: 3)));
        Assert.Contains("more than 2 looks", Why(Books.New, new(Looks: 2)));
        Assert.Contains("more than 1 merged", Why(Books.New.WithRows("", "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>"), new(Merged: 1)));
        Assert.Contains("unpacked", Why(Rows(1_000), new(UnpackedBytes: 10_000)));
        Assert.Equal(3, XlsxReader.Read(Rows(3).Pack(), new(Rows: 3, Cells: 6, Strings: 1, Letters: 4, Looks: 3)).Sheets[0].Rows.Count);
    }

    [Fact]
    public void A_text_that_cells_share_is_kept_and_counted_once()
    {
        var file = Books.New.WithRows(string.Concat(Enumerable.Repeat(Text, 1_000)))
            .Changed("xl/sharedStrings.xml", "Điểm", new string('ế', 30_000).Normalize(System.Text.NormalizationForm.FormD)).Pack();

        var rows = XlsxReader.Read(file, new(Letters: 30_000)).Sheets[0].Rows;

        Assert.Equal(new string('ế', 30_000), rows[0].Cells[1].Text);
        Assert.All(rows, row => Assert.Same(rows[0].Cells[1].Text, row.Cells[1].Text));
    }

    [Fact]
    public void A_text_is_as_long_as_a_cell_can_hold_and_no_longer()
    {
        Assert.Equal(32_767, XlsxReader.Read(With(32_767)).Sheets[0].Rows[0].Cells[1].Text.Length);
        Assert.Equal(["Sheet 'Bảng' A1", "Sheet 'Bảng' A2"], FaultsOf(With(32_768)).Select(fault => fault.Path));
        Assert.Contains("32767", FaultsOf(With(400_000))[0].Words.En);

        static byte[] With(int length) => Books.New
            .WithRows($"{Text}<row><c t=\"inlineStr\"><is><t>{new string('x', length)}</t></is></c></row>")
            .Changed("xl/sharedStrings.xml", "Điểm", new string('x', length)).Pack();
    }

    [Fact]
    public void Of_very_many_faults_the_first_are_named_and_all_are_counted()
    {
        var refusal = Assert.Throws<Refusal>(() => XlsxReader.Read(Books.New.WithRows(string.Concat(Enumerable.Repeat("<row><c t=\"b\"><v>1</v></c></row>", 1_234))).Pack()));

        Assert.Equal(200, refusal.Faults.Count);
        Assert.Contains("1234 faults, of which the first 200", refusal.Words.En);
    }

    [Theory]
    [InlineData("<row/>", 1_000_000)]
    [InlineData("<row><c><v>1</v></c></row>", 400_000)]
    [InlineData("<c/>", 1_500_000)]
    [InlineData("<row><c s=\"1\"/></row>", 500_000)]
    [InlineData("<row><c t=\"z\"><v/></c></row>", 500_000)]
    [InlineData("<a>", 1_000_000)]
    public void A_small_file_of_very_much_costs_little_memory(string repeated, int count)
    {
        var file = Books.New.WithRows(string.Concat(Enumerable.Repeat(repeated, count))).Pack();
        Assert.True(file.Length < 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();

        try
        {
            XlsxReader.Read(file);
        }
        catch (Refusal)
        {
            // Whichever it is, it does not cost much.
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 1024 * 1024);
    }

    private static Books Rows(int count) => Books.New.WithRows(string.Concat(Enumerable.Repeat(Row, count)));

    private static string Why(Books book, XlsxLimits limits) => Assert.Throws<Refusal>(() => XlsxReader.Read(book.Pack(), limits)).Faults.Single().Words.En;

    private static IReadOnlyList<Fault> FaultsOf(byte[] file) => Assert.Throws<Refusal>(() => XlsxReader.Read(file)).Faults;
}
