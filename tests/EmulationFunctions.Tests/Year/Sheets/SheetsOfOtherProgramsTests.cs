using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Evidence;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>A sheet's workbook after programs that are not Excel have written it. Rows and columns are those of <see cref="SheetWorkbookTests"/>.</summary>
public sealed partial class SheetsOfOtherProgramsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Export = $"{SheetWorld.Sheet}/xlsx";
    private const string Import = $"{SheetWorld.Sheet}/import";
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_Excel_opens_is_taken_by_whomever_it_was_written()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        Func<byte[], byte[]>[] programs =
        [
            file => Rewritten(
                Workbooks.WithPart(file, Sheet, xml => xml.Replace("<x:pageMargins", $"<x:hyperlinks><x:hyperlink ref=\"G13\" xmlns:r=\"{Relation}\" r:id=\"rId77\"/></x:hyperlinks><x:pageMargins", StringComparison.Ordinal)),
                name => name,
                ("xl/worksheets/_rels/sheet1.xml.rels", $"<Relationships><Relationship Id=\"rId77\" Type=\"{Relation}/hyperlink\" Target=\"mailto:mot@example.vn;%20hai@example.vn\" TargetMode=\"External\"/></Relationships>")),
            file => Rewritten(file, name => name.Replace('/', '\\')),
            file => Rewritten(file, name => name.Replace("sheet1", "Sheet1", StringComparison.Ordinal)),
            file => Rewritten(file, name => name, ("xl/webextensions/taskpanes.xml", "<broken")),
            SampleFiles.WithZip64End,
            file => [.. file, .. new byte[16]],
            file => Workbooks.WithPart(file, Sheet, xml => CellName().Replace(xml, match => match.Value.ToLowerInvariant())),
        ];

        foreach (var (index, program) in programs.Index())
        {
            var file = Workbooks.With(await unit.GetByteArrayAsync(Export, Cancellation), "Chấm điểm", ("E13", index + 0.5));
            await unit.PostAsync(Import, Workbooks.Body(program(file)), Cancellation).JsonAsync();
            Assert.Equal("xlsx", (string)(await unit.UploadAsync(program(file)).JsonAsync())["type"]!);

            var score = Assert.Single((await SheetWorld.ReadAsync(unit)).Sheet["scores"]!.AsArray())!;
            Assert.Equal(("I.1", index + 0.5m), ((string)score["criterion"]!, (decimal)score["points"]!));
        }
    }

    [Fact]
    public async Task A_text_that_is_not_in_the_file_is_a_fault_and_clears_nothing()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":1,"explanation":"đã làm"}"""));
        var file = await unit.GetByteArrayAsync(Export, Cancellation);

        var problem = await unit.PostAsync(
            Import, Workbooks.Body(Workbooks.WithPart(file, Sheet, xml => Explanation().Replace(xml, "<x:c r=\"G13\" t=\"s\"><x:v>7</x:v></x:c>"))), Cancellation).ProblemAsync(400);

        Assert.Equal(["Sheet 'Chấm điểm' G13"], problem.Paths());
        Assert.Equal("đã làm", (string)(await SheetWorld.ReadAsync(unit)).Sheet["scores"]![0]!["explanation"]!);
    }

    [Fact]
    public async Task Points_are_taken_as_people_type_them_and_a_day_in_their_place_is_told()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var file = await unit.GetByteArrayAsync(Export, Cancellation);

        var problem = await unit.PostAsync(Import, Workbooks.Body(Workbooks.Edited(Workbooks.With(file, "Chấm điểm", ("E13", 46150)), document =>
        {
            var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
            styles.CellFormats!.Append(new CellFormat { NumberFormatId = 16 });
            Workbooks.Cell(document, "Chấm điểm", "E13").StyleIndex = (uint)styles.CellFormats.ChildElements.Count - 1;
        })), Cancellation).ProblemAsync(400);
        await unit.PostAsync(Import, Workbooks.Body(Workbooks.With(file, "Chấm điểm", ("E13", "8,5"))), Cancellation).JsonAsync();

        Assert.Contains("8,5", (string)problem["faults"]![0]!["detail"]!);
        Assert.Equal(8.5m, (decimal)(await SheetWorld.ReadAsync(unit)).Sheet["scores"]![0]!["points"]!);
    }

    private static byte[] Rewritten(byte[] file, Func<string, string> rename, params (string Name, string Text)[] more)
    {
        var stream = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(file)))
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(rename(entry.FullName)).Open();
                from.CopyTo(to);
            }

            foreach (var (name, text) in more)
            {
                using var writer = new StreamWriter(target.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    [GeneratedRegex(" r=\"[A-Z]+[0-9]+\"")]
    private static partial Regex CellName();

    [GeneratedRegex("<x:c r=\"G13\".*?</x:c>", RegexOptions.Singleline)]
    private static partial Regex Explanation();
}
