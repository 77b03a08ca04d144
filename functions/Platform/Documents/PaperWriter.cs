using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EmulationFunctions.Platform.Documents;

/// <param name="Content">A DOCX.</param>
/// <param name="Gaps">What was not recorded and is marked in it, in the words of the paper.</param>
internal sealed record WrittenPaper(byte[] Content, IReadOnlyList<string> Gaps);

/// <summary>Writes papers as DOCX in the form of annex I of Decree 30/2020/NĐ-CP: the same paper gives the same bytes.</summary>
internal static class PaperWriter
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Header = "rIdHeader";

    /// <summary>The first day that an archive can say.</summary>
    private static readonly DateTimeOffset NoDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static WrittenPaper Write(Paper paper)
    {
        var texts = new DocxParagraphs();
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>($"{MediaType}.main+xml", "rIdMain");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocxStyles.Make();
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = Settings();
            main.AddNewPart<HeaderPart>(Header).Header = PageNumber();
            main.Document = new(Compose(paper, texts, new(main)));
            DocxTitle.Put(document, paper.Head);
        }

        return new(Undated(stream), texts.Gaps);
    }

    private static Body Compose(Paper paper, DocxParagraphs texts, DocxPictures pictures)
    {
        var blocks = new DocxBlocks(texts, pictures);
        var body = new Body();
        var page = paper.IsLying ? DocxPage.Lying : DocxPage.Upright;
        body.Append(DocxHead.Make(paper.Head, texts, page.Width));
        body.Append(paper.Grounds.SelectMany((ground, index) => texts.Lines(ground.EndingWith(index < paper.Grounds.Count - 1 ? ";" : "."), DocxStyles.Ground)));
        body.Append(blocks.Make(DocxBlocks.Ended(paper), page.Width));
        body.Append(DocxSignatures.Make(paper.Signatures, paper.Recipients, texts, page.Width));
        foreach (var (index, annex) in paper.Annexes.Index())
        {
            // The section that ends is said in its last paragraph.
            body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Rule }, page.Section(Header, isAnnex: index > 0))));
            page = annex.IsLying ? DocxPage.Lying : DocxPage.Upright;
            body.Append(DocxHead.Make(annex, paper.Annexes.Count > 1 ? index + 1 : null, paper.Head, texts));
            body.Append(blocks.Make(annex.Blocks, page.Width));
            body.Append(DocxSignatures.Make(annex.Signatures, [], texts, page.Width));
        }

        body.Append(page.Section(Header, isAnnex: paper.Annexes.Count > 0));
        return body;
    }

    private static Header PageNumber() => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Number }),
        new SimpleField(new Run(new Text("2"))) { Instruction = "PAGE" }));

    private static DocumentFormat.OpenXml.Wordprocessing.Settings Settings() => new(
        new DefaultTabStop { Val = 720 },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = "vi-VN" },
        new DecimalSymbol { Val = "," },
        new ListSeparator { Val = ";" });

    /// <summary>The same archive without the time at which it was written.</summary>
    private static byte[] Undated(MemoryStream stream)
    {
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries)
            {
                entry.LastWriteTime = NoDay;
            }
        }

        return stream.ToArray();
    }
}
