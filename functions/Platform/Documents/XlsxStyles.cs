using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EmulationFunctions.Platform.Documents;

/// <summary>The few looks that our tables have, and their places in a workbook's list of looks.</summary>
internal static class XlsxStyles
{
    public const uint Heading = 1;
    public const uint Title = 2;
    public const uint Line = 3;

    private const uint First = 4;

    /// <summary>Excel's own number of the format "text".</summary>
    private const uint TextFormat = 49;

    /// <summary>After the built-in formats.</summary>
    private const uint OwnFormats = 164;

    private static readonly string[] Decimals = ["#,##0", "#,##0.0", "#,##0.00"];

    public static uint Text(bool isStrong, bool isQuoted) => First + (isStrong ? 1u : 0u) + (isQuoted ? 2u : 0u);

    public static uint Number(bool isStrong, int? decimals) => First + 4 + (isStrong ? 1u : 0u) + 2 * (uint)((decimals ?? -1) + 1);

    public static Stylesheet Make()
    {
        var formats = new CellFormats(
            new CellFormat(),
            Table(font: 1, new() { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center, WrapText = true }, fill: 2),
            new CellFormat { FontId = 2, ApplyFont = true },
            new CellFormat { FontId = 0, ApplyFont = true });
        foreach (var isQuoted in new[] { false, true })
        {
            foreach (var font in new uint[] { 0, 1 })
            {
                var text = Table(font, new() { Vertical = VerticalAlignmentValues.Top, WrapText = true }, format: TextFormat);
                text.QuotePrefix = isQuoted ? true : null;
                formats.Append(text);
            }
        }

        for (var decimals = -1; decimals <= 2; decimals++)
        {
            foreach (var font in new uint[] { 0, 1 })
            {
                formats.Append(Table(font, new() { Vertical = VerticalAlignmentValues.Top }, format: decimals < 0 ? 0 : OwnFormats + (uint)decimals));
            }
        }

        return new(
            new NumberingFormats(Decimals.Select((format, index) => new NumberingFormat { NumberFormatId = OwnFormats + (uint)index, FormatCode = format })),
            new Fonts(Font(11), Font(11, new Bold()), Font(14, new Bold())),
            new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), Fill(PatternValues.Solid)),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            formats);
    }

    private static CellFormat Table(uint font, Alignment alignment, uint fill = 0, uint format = 0) => new(alignment)
    {
        NumberFormatId = format,
        ApplyNumberFormat = true,
        FontId = font,
        ApplyFont = true,
        FillId = fill,
        ApplyFill = fill > 0,
        BorderId = 1,
        ApplyBorder = true,
        ApplyAlignment = true,
    };

    private static Font Font(int size, params OpenXmlElement[] first) =>
        new([.. first, new FontSize { Val = size }, new FontName { Val = "Times New Roman" }]);

    private static Fill Fill(PatternValues pattern) => new(pattern == PatternValues.Solid
        ? new PatternFill(new ForegroundColor { Rgb = "FFDDE7F0" }) { PatternType = pattern }
        : new PatternFill { PatternType = pattern });

    private static T Thin<T>()
        where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin };
}
