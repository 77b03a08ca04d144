using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EmulationFunctions.Platform.Documents;

/// <summary>The few looks that our sheets have, and their places in a workbook's list of looks. Letters are as annex I of Decree 30/2020/NĐ-CP has them.</summary>
internal static class XlsxStyles
{
    public const uint Heading = 1;
    public const uint Title = 2;
    public const uint Line = 3;
    public const uint Strong = 4;
    public const uint Motto = 5;
    public const uint Rule = 6;
    public const uint Day = 7;
    public const uint Hint = 8;
    public const uint Name = 9;
    public const uint Note = 10;

    /// <summary>What is typed below the table stays text; there is no box before anything stands there.</summary>
    public const uint Typed = 11;

    private const uint First = 12;

    /// <summary>Excel's own number of the format "text".</summary>
    private const uint TextFormat = 49;

    /// <summary>After the built-in formats.</summary>
    private const uint OwnFormats = 164;

    private static readonly string[] Decimals = ["#,##0", "#,##0.0", "#,##0.00"];

    private static readonly IReadOnlyList<Look> Looks =
    [
        new(11) { Down = VerticalAlignmentValues.Bottom, IsWrapped = false },
        new(11) { IsStrong = true, IsBoxed = true, IsFilled = true },
        new(14) { IsStrong = true },
        new(12),
        new(12) { IsStrong = true, Down = VerticalAlignmentValues.Top },
        new(13) { IsStrong = true, IsUnderlined = true, Down = VerticalAlignmentValues.Top },
        new(6),
        new(13) { IsSlanted = true },
        new(11) { IsSlanted = true },
        new(12) { IsStrong = true, Down = VerticalAlignmentValues.Bottom },
        new(11) { Across = HorizontalAlignmentValues.Left },
        new(11) { Across = HorizontalAlignmentValues.General, Down = VerticalAlignmentValues.Top, Format = TextFormat },
        .. from isStrong in new[] { false, true } select InTable(isStrong, TextFormat),
        .. from decimals in new[] { -1, 0, 1, 2 } from isStrong in new[] { false, true } select InTable(isStrong, decimals < 0 ? 0 : OwnFormats + (uint)decimals) with { IsWrapped = false },
    ];

    private static readonly IReadOnlyList<Letters> Fonts = [.. Looks.Select(look => look.Letters).Distinct()];

    public static uint Text(bool isStrong) => First + (isStrong ? 1u : 0u);

    public static uint Number(bool isStrong, int? decimals) => First + 2 + (isStrong ? 1u : 0u) + 2 * (uint)((decimals ?? -1) + 1);

    /// <summary>The same look for a text that a program could take for a formula.</summary>
    public static uint Quoted(uint style) => style + (uint)Looks.Count;

    /// <summary>How high a cell of that look and width is with that text, in points; null where the text is not wrapped.</summary>
    public static double? Height(uint style, string text, double width) =>
        Looks[(int)style] is { IsWrapped: true } look ? XlsxTextSize.Height(text, width, look.Size, look.IsStrong) : null;

    public static Stylesheet Make() => new(
        new NumberingFormats(Decimals.Select((format, index) => new NumberingFormat { NumberFormatId = OwnFormats + (uint)index, FormatCode = format })),
        new Fonts(Fonts.Select(Font)),
        new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), Fill(PatternValues.Solid)),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats([.. Looks.Select(look => Format(look, isQuoted: false)), .. Looks.Select(look => Format(look, isQuoted: true))]));

    private static Look InTable(bool isStrong, uint format) => new(11)
    {
        IsStrong = isStrong,
        IsBoxed = true,
        Across = HorizontalAlignmentValues.General,
        Down = VerticalAlignmentValues.Top,
        Format = format,
    };

    private static CellFormat Format(Look look, bool isQuoted) => new(new Alignment { Horizontal = look.Across, Vertical = look.Down, WrapText = look.IsWrapped })
    {
        NumberFormatId = look.Format,
        ApplyNumberFormat = true,
        FontId = (uint)Fonts.Index().First(font => font.Item == look.Letters).Index,
        ApplyFont = true,
        FillId = look.IsFilled ? 2u : 0u,
        ApplyFill = look.IsFilled,
        BorderId = look.IsBoxed ? 1u : 0u,
        ApplyBorder = look.IsBoxed,
        ApplyAlignment = true,
        QuotePrefix = isQuoted ? true : null,
    };

    private static Font Font(Letters letters) => new(
    [
        .. letters.IsStrong ? [new Bold()] : Array.Empty<OpenXmlElement>(),
        .. letters.IsSlanted ? [new Italic()] : Array.Empty<OpenXmlElement>(),
        .. letters.IsUnderlined ? [new Underline()] : Array.Empty<OpenXmlElement>(),
        new FontSize { Val = letters.Size },
        new FontName { Val = "Times New Roman" },
    ]);

    private static Fill Fill(PatternValues pattern) => new(pattern == PatternValues.Solid
        ? new PatternFill(new ForegroundColor { Rgb = "FFDDE7F0" }) { PatternType = pattern }
        : new PatternFill { PatternType = pattern });

    private static T Thin<T>()
        where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin };

    private readonly record struct Letters(int Size, bool IsStrong, bool IsSlanted, bool IsUnderlined);

    /// <param name="Size">Of the letters, in points.</param>
    private sealed record Look(int Size)
    {
        public bool IsStrong { get; init; }

        public bool IsSlanted { get; init; }

        public bool IsUnderlined { get; init; }

        public bool IsBoxed { get; init; }

        public bool IsFilled { get; init; }

        public bool IsWrapped { get; init; } = true;

        public uint Format { get; init; }

        public HorizontalAlignmentValues Across { get; init; } = HorizontalAlignmentValues.Center;

        public VerticalAlignmentValues Down { get; init; } = VerticalAlignmentValues.Center;

        public Letters Letters => new(Size, IsStrong, IsSlanted, IsUnderlined);
    }
}
