using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using FsCheck.Fluent;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

public sealed class CsvRecordsTests
{
    private static readonly string[] Texts = ["", "a", " ", ",", ";", "\"", "\n", "\r\n", "\r", "ở", "a\"b", "\"\"", "x,y;z"];

    [Fact]
    public void Whatever_is_written_with_quotation_marks_is_read_back()
    {
        var cell = Gen.Elements(Texts).ListOf().Select(string.Concat);
        var record = from first in Gen.Elements("a", "b") from rest in cell.ListOf(2) select (string[])[first, .. rest];
        var files = from records in record.NonEmptyListOf() from separator in Gen.Elements(',', ';') from end in Gen.Elements("\n", "\r\n") select (records, separator, end);

        Law.Holds(files, file =>
        {
            // A first line without doubt about the separator.
            var head = string.Join(file.separator, "one", "two", "three");
            var text = string.Join(file.end, file.records.Select(cells => string.Join(file.separator, cells.Select(Quoted))).Prepend(head));
            var faults = new List<LineFault>();
            var read = CsvRecords.Read(text, faults);
            return faults.Count == 0
                && read.Skip(1).Select(one => string.Join('\0', one.Cells)).SequenceEqual(file.records.Select(cells => string.Join('\0', cells)));
        });
    }

    [Fact]
    public void A_record_knows_the_line_on_which_it_begins()
    {
        var read = CsvRecords.Read("a,b\r\n\r\n\"1\r\n2\",3\n4,5\r6,\n7", []);

        Assert.Equal(["1 a b", "3 1\r\n2 3", "5 4 5", "6 6 ", "7 7"], read.Select(record => $"{record.Line} {string.Join(' ', record.Cells)}"));
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_a_fault_of_its_line()
    {
        var faults = new List<LineFault>();

        CsvRecords.Read("a,b\nc,\"d\ne,f\n", faults);

        Assert.Equal(2, Assert.Single(faults).Line);
    }

    /// <summary>A stray mark in a cell without them is a letter, but hides nothing that comes after it in the same record.</summary>
    [Theory]
    [InlineData("5\" x,b", null)]
    [InlineData("5\" x,\"b, \"\"c\"\"\"", null)]
    [InlineData("5\" x, \"b\nc\" ", null)]
    [InlineData("5\" x,\"b", "opened and never closed")]
    [InlineData("5\" x,\"\n", "opened and never closed")]
    [InlineData("5\" x,c\"d,\"b\"\"\nthe rest\nof the file", "opened and never closed")]
    [InlineData("5\" x,\"b\"c,d", "Text follows")]
    [InlineData("\"a\"b,5\" x", "Text follows")]
    public void A_stray_quotation_mark_is_a_letter_and_hides_no_fault_after_it(string record, string? fault)
    {
        foreach (var separator in (char[])[',', ';'])
        {
            var faults = new List<LineFault>();

            var read = CsvRecords.Read($"one,two,three\n{record}".Replace(',', separator), faults);

            Assert.Equal(fault is not null, read[1].IsTorn);
            Assert.Equal(fault is null ? [] : [2], faults.Select(one => one.Line));
            Assert.All(faults, one => Assert.Contains(fault!, one.Words.En, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_line_of_too_many_column_names_is_one_fault()
    {
        var read = RosterFile.Read(string.Join(',', Enumerable.Range(0, ListFile.MostColumns + 1)) + "\n1\n");

        Assert.Empty(read.Lines);
        Assert.Equal(1, Assert.Single(read.Faults).Line);
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
