using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EmulationFunctions.Platform.Documents;

/// <summary>What stands above the text of a paper and of what is attached to it.</summary>
internal static class DocxHead
{
    private const string Country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>Of the letterhead's right half, on which the name of the country stands on one line, and what is free beside it.</summary>
    private const int Right = 5130;
    private const int Between = 140;

    /// <summary>Half points: 12 for capitals goes with 13 for the rest, and lets most bodies' names stand on one line.</summary>
    private const int Capitals = 24;
    private const int Small = 26;

    /// <summary>Twentieths of a point: the motto in bold letters of 13 points is 12.24 times as wide as they are high, and its rule as long as it.</summary>
    private const int MottoWidth = 3183;

    /// <summary>The same, of a capital in bold letters of 12 points, and of a letter in bold letters of 14.</summary>
    private const int Capital = 148;
    private const int Letter = 130;

    /// <param name="width">Of the page, between its margins.</param>
    public static IEnumerable<OpenXmlElement> Make(PaperHead head, DocxParagraphs texts, int width)
    {
        // On a page that lies, both halves are wider.
        var right = Math.Max(Right, width / 2);
        var left = width - right;
        yield return DocxGrids.Unlined([left, right], Letterhead(head, texts, left, right));
        if (head.Kind is { } kind)
        {
            foreach (var line in (IEnumerable<Paragraph>)
            [
                .. texts.Lines(kind, DocxStyles.Middle, new(IsBold: true, IsCapitals: true, Before: 320) { KeepsWithNext = true }),
                .. texts.Lines(head.Subject, DocxStyles.Middle, new(IsBold: true) { KeepsWithNext = true, Sides = Sides(head.Subject, Letter, width) }),
                DocxParagraphs.Rule(Part(head.Subject, Letter, width), width, before: 40),
            ])
            {
                yield return line;
            }
        }

        yield return Space(head.Kind is null ? 160 : 120);
        foreach (var line in To(head.To, texts))
        {
            yield return line;
        }
    }

    /// <param name="number">Of several; null for the only one.</param>
    public static IEnumerable<OpenXmlElement> Make(PaperAnnex annex, int? number, PaperHead head, DocxParagraphs texts) =>
    [
        .. texts.Lines(number is { } one ? $"Phụ lục {Roman(one)}" : "Phụ lục", DocxStyles.Heading(1), new(Before: 0, After: 0, Align: PaperAlign.Centre) { IsFlush = true }),
        .. texts.Lines(annex.Title, DocxStyles.Middle, new(IsBold: true, IsCapitals: true) { KeepsWithNext = true }),
        .. texts.Lines(
            $"(Kèm theo {head.Kind ?? "Công văn"}{(head.Number is { } symbol ? (PaperText)$" số {symbol}" : "")} {Day(head.Day)} của {head.Issuer})",
            DocxStyles.Middle,
            new(IsItalic: true, After: 240) { KeepsWithNext = true }),
    ];

    private static IEnumerable<IReadOnlyList<IReadOnlyList<Paragraph>>> Letterhead(PaperHead head, DocxParagraphs texts, int leftWidth, int right)
    {
        var room = leftWidth - Between;
        yield return
        [
            [
                .. head.BodyAbove is { } above ? texts.Lines(above, DocxStyles.Middle, new(IsCapitals: true, Size: Capitals) { Sides = Sides(above, Capital, room, Between) }) : [],
                .. texts.Lines(head.Issuer, DocxStyles.Middle, new(IsBold: true, IsCapitals: true, Size: Capitals) { Sides = Sides(head.Issuer, Capital, room, Between) }),
                DocxParagraphs.Rule(Part(head.Issuer, Capital, room), room, before: 20),
            ],
            [
                .. texts.Lines(Country, DocxStyles.Middle, new(IsBold: true, Size: Capitals)),
                .. texts.Lines(Motto, DocxStyles.Middle, new(IsBold: true, Size: Small)),
                DocxParagraphs.Rule(MottoWidth, right, before: 20),
            ],
        ];
        var left = (List<Paragraph>)
        [
            .. head.Number is { } number ? texts.Lines($"Số: {number}", DocxStyles.Middle, new(Size: Small, Before: 120) { Sides = (0, Between) }) : [],
            .. head.Kind is null ? texts.Lines($"V/v {head.Subject}", DocxStyles.Middle, new(Size: Capitals, Before: head.Number is null ? 120 : 60) { Sides = (0, Between) }) : [],
        ];
        if (left.Count > 0 || head.HasPlaceAndDay)
        {
            yield return [left, head.HasPlaceAndDay ? texts.Lines($"{head.Place}, {Day(head.Day)}", DocxStyles.Middle, new(IsItalic: true, Size: Small, Before: 120)) : []];
        }
    }

    /// <summary>"ngày 05 tháng 02 năm 2026": two digits for days below 10 and for the first two months.</summary>
    public static PaperText Day(DateOnly? day) => day is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"ngày {known.Day:00} tháng {(known.Month < 3 ? "0" : "")}{known.Month} năm {known.Year}")
        : PaperText.Gap("ngày, tháng, năm");

    private static IEnumerable<Paragraph> To(IReadOnlyList<PaperText> to, DocxParagraphs texts) => to switch
    {
        [] => [],
        [var one] => texts.Lines($"Kính gửi: {one}", DocxStyles.Middle, new(After: 200)),
        _ =>
        [
            .. texts.Lines("Kính gửi:", DocxStyles.Plain, new(After: 60) { Sides = (1701, 0), KeepsWithNext = true }),
            .. to.SelectMany((one, index) => texts.Lines($"- {one.EndingWith(index < to.Count - 1 ? ";" : ".")}", DocxStyles.Plain, new(After: index < to.Count - 1 ? 60 : 200) { Sides = (2835, 0) })),
        ],
    };

    private static Paragraph Space(int height) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Rule }, new SpacingBetweenLines { Before = DocxParagraphs.Number(height) }));

    /// <summary>Two fifths of the line above it: the decree asks for a third to a half.</summary>
    private static int Part(PaperText line, int letter, int room) => Line(line, letter, room) * 2 / 5;

    /// <summary>What is set in at both sides, so that a name that needs several lines has them of one length, and no word stands alone.</summary>
    /// <param name="after">What stays free at the right beside that.</param>
    private static (int Left, int Right) Sides(PaperText line, int letter, int room, int after = 0)
    {
        var free = Length(line, letter) <= room ? 0 : (room - Line(line, letter, room)) / 2;
        return (free, free + after);
    }

    /// <summary>How long its lines are; a word's length more than all of it needs.</summary>
    private static int Line(PaperText line, int letter, int room) =>
        Length(line, letter) is var length && length <= room ? length : Math.Min(room, length / ((length + room - 1) / room) + 5 * letter);

    private static int Length(PaperText line, int letter) => line.Plain.Split('\n').Max(one => Math.Min(one.Length, 10_000)) * letter;

    public static string Roman(int number)
    {
        (int, string)[] signs = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = "";
        foreach (var (worth, sign) in signs)
        {
            for (; number >= worth; number -= worth)
            {
                roman += sign;
            }
        }

        return roman;
    }
}
