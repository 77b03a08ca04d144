using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Who signs, and who gets it, at the end of a paper: none of it parted by a page's end.</summary>
internal static class DocxSignatures
{
    /// <summary>Above this many stand three in a row instead of two.</summary>
    private const int MostInPairs = 20;

    /// <summary>What is free for hand and seal, in twentieths of a point: four lines.</summary>
    private const int Hand = 1250;

    private const int SmallSize = 22;
    private const int HeadingSize = 24;

    public static IEnumerable<OpenXmlElement> Make(IReadOnlyList<PaperSignature> signatures, IReadOnlyList<PaperText> recipients, DocxParagraphs texts, int width)
    {
        var columns = signatures.Count switch
        {
            <= 2 => 2,
            3 => 3,
            <= MostInPairs => 2,
            _ => 3,
        };
        if (signatures is [var only])
        {
            int[] halves = [width * 9 / 20, width - width * 9 / 20];
            yield return DocxGrids.Unlined(halves, [[Recipients(recipients, texts), [.. Post(only, texts), .. Name(only, texts)]]]);
            yield return End();
            yield break;
        }

        if (signatures.Count > 0)
        {
            var widths = Enumerable.Repeat(width / columns, columns).ToArray();
            // Names stand on one line, however many lines the posts above them take.
            yield return DocxGrids.Unlined(widths, signatures.Chunk(columns).SelectMany(row => new[]
            {
                Filled(row.Select(one => Post(one, texts)), columns - row.Length),
                Filled(row.Select(one => Name(one, texts)), columns - row.Length),
            }));
            yield return End();
        }

        foreach (var line in recipients.Count > 0 ? Recipients(recipients, texts) : [])
        {
            yield return line;
        }
    }

    private static IReadOnlyList<IReadOnlyList<Paragraph>> Filled(IEnumerable<IReadOnlyList<Paragraph>> cells, int free) =>
        [.. cells, .. Enumerable.Repeat<IReadOnlyList<Paragraph>>([], free)];

    private static IReadOnlyList<Paragraph> Post(PaperSignature one, DocxParagraphs texts) =>
    [
        .. one.Capacity is { } capacity ? texts.Lines(capacity, DocxStyles.Middle, new(IsBold: true, IsCapitals: true, Before: 120) { KeepsWithNext = true }) : [],
        .. texts.Lines(one.Post, DocxStyles.Middle, new(IsBold: true, IsCapitals: true, Before: one.Capacity is null ? 120 : 0) { KeepsWithNext = true }),
        .. one.Note is { } note ? texts.Lines(note, DocxStyles.Middle, new(IsItalic: true, Size: HeadingSize) { KeepsWithNext = true }) : [],
    ];

    private static IReadOnlyList<Paragraph> Name(PaperSignature one, DocxParagraphs texts) =>
        texts.Lines(one.Name, DocxStyles.Middle, new(IsBold: true, Before: Hand, After: 120));

    private static IReadOnlyList<Paragraph> Recipients(IReadOnlyList<PaperText> recipients, DocxParagraphs texts) => recipients.Count == 0 ? [] :
    [
        .. texts.Lines("Nơi nhận:", DocxStyles.Plain, new(IsBold: true, IsItalic: true, Size: HeadingSize, Before: 120, After: 0, Align: PaperAlign.Left) { KeepsWithNext = true }),
        .. recipients.SelectMany((one, index) => texts.Lines(
            $"- {one.EndingWith(index < recipients.Count - 1 ? ";" : ".")}",
            DocxStyles.Plain,
            new(Size: SmallSize, After: 0, Align: PaperAlign.Left) { KeepsWithNext = index < recipients.Count - 1 })),
    ];

    /// <summary>After a table comes a paragraph, or programs add one as high as a line.</summary>
    private static Paragraph End() => new(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Rule }));
}
