using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EmulationFunctions.Platform.Documents;

/// <summary>The text of a paper.</summary>
internal sealed class DocxBlocks(DocxParagraphs texts, DocxPictures pictures)
{
    private const string EndMark = "./.";

    /// <summary>In the order of the Vietnamese alphabet, as annex I numbers points.</summary>
    private const string Letters = "abcdđeghiklmnopqrstuvxy";

    /// <summary>The paper's blocks with the mark at their end, and the last of them on one page with the signature.</summary>
    public static IReadOnlyList<PaperBlock> Ended(Paper paper)
    {
        PaperText End(PaperText text) => paper.HasEndMark ? text.EndingWith(EndMark) : text;
        PaperBlock[] ended = paper.Blocks switch
        {
            [.., PaperParagraph last] => [last with { Text = End(last.Text), KeepsWithNext = paper.Signatures.Count > 0 }],
            [.., PaperList { Items: [.., var last] } list] => [list with { Items = [.. list.Items.SkipLast(1), End(last)] }],
            _ => [],
        };
        return [.. paper.Blocks.SkipLast(ended.Length), .. ended];
    }

    public IEnumerable<OpenXmlElement> Make(IEnumerable<PaperBlock> blocks, int width) => blocks.SelectMany(block => Make(block, width)).ToList();

    private IEnumerable<OpenXmlElement> Make(PaperBlock block, int width) => block switch
    {
        PaperHeading heading => texts.Lines(heading.Text, DocxStyles.Heading(heading.Level)),
        PaperChapter chapter =>
        [
            .. texts.Lines(chapter.Number, DocxStyles.Heading(1), new(Before: 240, After: 0, Align: PaperAlign.Centre) { IsFlush = true }),
            .. texts.Lines(chapter.Title, DocxStyles.Middle, new(IsBold: true, IsCapitals: true, After: 120) { KeepsWithNext = true }),
        ],
        PaperParagraph paragraph => texts.Lines(
            paragraph.Text,
            DocxStyles.Text,
            new(Align: paragraph.Align is PaperAlign.Justified ? null : paragraph.Align)
            {
                // What announces something does not stand alone at the foot of a page.
                KeepsWithNext = paragraph.KeepsWithNext || paragraph.Text.Plain.EndsWith(':'),
                IsFlush = !paragraph.IsIndented,
            }),
        PaperList list => list.Items.SelectMany((item, index) => texts.Lines($"{Mark(list.Mark, index)} {item}", DocxStyles.Text)),
        PaperGrid grid =>
        [
            .. grid.Caption is { } caption ? texts.Lines(caption, DocxStyles.Caption, new() { KeepsWithNext = true }) : [],
            DocxGrids.Make(grid, texts, width),
            // Two tables that touch are one; what comes next keeps its distance.
            new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Plain })),
        ],
        PaperPicture picture => pictures.Make(picture, texts, width),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    public static string Mark(PaperMark mark, int index) => mark switch
    {
        PaperMark.Dash => "-",
        PaperMark.Plus => "+",
        PaperMark.Number => $"{DocxParagraphs.Number(index + 1)}.",
        PaperMark.Letter => index < Letters.Length ? $"{Letters[index]})" : $"{DocxParagraphs.Number(index + 1)})",
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };
}
