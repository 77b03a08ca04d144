using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EmulationFunctions.Platform.Documents;

/// <summary>How the parts of a paper look, by annex I of Decree 30/2020/NĐ-CP. Sizes are half points, distances twentieths of a point.</summary>
internal static class DocxStyles
{
    public const string Text = "Text";
    public const string Ground = "Ground";
    public const string Plain = "Plain";
    public const string Middle = "Middle";
    public const string Cell = "Cell";
    public const string Rule = "Rule";
    public const string Caption = "Caption";
    public const string Number = "PageNumber";

    private const string Font = "Times New Roman";
    private const string FirstLine = "720";
    private const int Usual = 28;

    public static string Heading(int level) => $"Heading{level}";

    public static Styles Make() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font },
                new Color { Val = "000000" },
                new FontSize { Val = Half(Usual) },
                new FontSizeComplexScript { Val = Half(Usual) },
                new Languages { Val = "vi-VN", EastAsia = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        // As every program that writes tables has it.
        new Style(new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed(), new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }))
        {
            Type = StyleValues.Table,
            StyleId = "TableNormal",
            Default = true,
        },
        // 6 points between paragraphs, the first line 1.27 cm further in.
        Style(Text, new(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }, new Indentation { FirstLine = FirstLine }, Justify(JustificationValues.Both))),
        Style(Ground, new(), isItalic: true, basedOn: Text),
        Style(Plain, new(new SpacingBetweenLines { After = "120" }, Justify(JustificationValues.Both))),
        Style(Middle, new(Justify(JustificationValues.Center))),
        Style(Cell, new(new SpacingBetweenLines { Before = "40", After = "40" })),
        Style(Rule, new(new SpacingBetweenLines { Line = "40", LineRule = LineSpacingRuleValues.Exact }), size: 4),
        Style(Caption, new(new KeepLines(), new SpacingBetweenLines { Before = "60", After = "120" }, Justify(JustificationValues.Center)), isItalic: true, size: 26),
        Style(Number, new(Justify(JustificationValues.Center))),
        HeadingStyle(1, isBold: true, isItalic: false),
        HeadingStyle(2, isBold: true, isItalic: false),
        HeadingStyle(3, isBold: true, isItalic: true),
        HeadingStyle(4, isBold: false, isItalic: true));

    private static Style HeadingStyle(int level, bool isBold, bool isItalic) => Style(
        Heading(level),
        new(
            new KeepNext(),
            new KeepLines(),
            new SpacingBetweenLines { Before = level == 1 ? "120" : "60", After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto },
            new Indentation { FirstLine = FirstLine },
            Justify(JustificationValues.Both),
            new OutlineLevel { Val = level - 1 }),
        isBold,
        isItalic,
        name: $"heading {level}");

    private static Style Style(
        string id, StyleParagraphProperties paragraph, bool isBold = false, bool isItalic = false, int size = Usual, string basedOn = "Normal", string? name = null)
    {
        var run = new StyleRunProperties();
        if (isBold)
        {
            run.Append(new Bold());
        }

        if (isItalic)
        {
            run.Append(new Italic());
        }

        if (size != Usual)
        {
            run.Append(new FontSize { Val = Half(size) }, new FontSizeComplexScript { Val = Half(size) });
        }

        return new(new StyleName { Val = name ?? id }, new BasedOn { Val = basedOn }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = name is null ? true : null,
        };
    }

    private static Justification Justify(JustificationValues how) => new() { Val = how };

    public static StringValue Half(int halfPoints) => halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
