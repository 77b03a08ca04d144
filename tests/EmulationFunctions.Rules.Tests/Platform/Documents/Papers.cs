using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

/// <summary>What a program that opens a paper finds in it.</summary>
internal static class Papers
{
    /// <summary>Anything by which Word would offer to repair the file: what the validator finds, and what it is silent about.</summary>
    public static void AssertValid(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        var errors = new OpenXmlValidator(Enum.GetValues<FileFormatVersions>().Max()).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
        Assert.Empty(Body(document).Descendants<Table>().SelectMany(Flaws));
        Assert.Empty(Body(document).Descendants<TableCell>().Where(cell => cell.LastChild is not Paragraph).Select(cell => $"'{cell.InnerText}' does not end with a paragraph"));
        Assert.Empty(Body(document).Elements<Table>().Where(table => table.NextSibling() is not Paragraph).Select(table => $"no paragraph follows '{table.InnerText}'"));
        Assert.Empty(References(document).Except(document.MainDocumentPart!.Parts.Select(part => part.RelationshipId)));
    }

    public static Body Body(WordprocessingDocument document) => document.MainDocumentPart!.Document.Body!;

    public static T Read<T>(byte[] file, Func<Body, T> read)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        return read(Body(document));
    }

    public static IReadOnlyList<string> Lines(byte[] file) => Read(file, body => body.Descendants<Paragraph>().Select(line => line.InnerText).Where(text => text.Length > 0).ToList());

    private static IEnumerable<string> References(WordprocessingDocument document) =>
        Body(document).Descendants<HeaderReference>().Select(header => header.Id!.Value!)
            .Concat(Body(document).Descendants<DocumentFormat.OpenXml.Drawing.Blip>().Select(blip => blip.Embed!.Value!));

    /// <summary>An empty row, a cell without a paragraph, a row that does not fill the grid, a merged cell that nothing begins.</summary>
    private static IEnumerable<string> Flaws(Table table)
    {
        var columns = table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Count();
        var above = new Dictionary<int, int>();
        foreach (var (index, row) in table.Elements<TableRow>().Index())
        {
            var (cells, at, merged) = (row.Elements<TableCell>().ToList(), 0, new Dictionary<int, int>());
            if (cells.Count == 0)
            {
                yield return $"row {index} is empty";
            }

            foreach (var cell in cells)
            {
                if (!cell.Elements<Paragraph>().Any())
                {
                    yield return $"a cell of row {index} has no paragraph";
                }

                var span = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
                if (cell.TableCellProperties?.VerticalMerge is { } merge)
                {
                    if (merge.Val?.Value != MergedCellValues.Restart && (!above.TryGetValue(at, out var width) || width != span))
                    {
                        yield return $"row {index} goes on with a merged cell that nothing began";
                    }

                    merged[at] = span;
                }

                at += span;
            }

            if (at != columns)
            {
                yield return $"row {index} fills {at} of {columns} columns";
            }

            above = merged;
        }
    }
}
