using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Makes paragraphs of texts, and remembers the gaps in them.</summary>
internal sealed class DocxParagraphs
{
    private readonly List<string> _gaps = [];

    /// <summary>What is missing, each once, in the order of the paper.</summary>
    public IReadOnlyList<string> Gaps => [.. _gaps.Distinct(StringComparer.Ordinal)];

    /// <summary>A paragraph for each line of the text; one without letters where it has none.</summary>
    public IReadOnlyList<Paragraph> Lines(PaperText text, string style, DocxLook? look = null)
    {
        var how = look ?? DocxLook.None;
        var lines = new List<List<PaperRun>> { new() };
        foreach (var run in text.Runs)
        {
            // A gap's name is one of the program's own, and its paragraph is not broken.
            var pieces = run.IsGap ? [DocxTexts.Clean(run.Text).ReplaceLineEndings(" ")] : DocxTexts.Clean(run.Text).Split('\n');
            foreach (var (index, piece) in pieces.Index())
            {
                if (index > 0)
                {
                    lines.Add([]);
                }

                if (piece.Length > 0)
                {
                    lines[^1].Add(run with { Text = piece });
                }
            }

            if (run.IsGap)
            {
                _gaps.Add(pieces[0]);
            }
        }

        var kept = lines.FindAll(line => line.Count > 0);
        return [.. (kept.Count == 0 ? lines[..1] : kept).Select((line, index) => Make(line, style, how with
        {
            Before = index == 0 ? how.Before : null,
            After = index >= kept.Count - 1 ? how.After : null,
        }))];
    }

    /// <summary>A line of nothing but a rule, in the middle of its room.</summary>
    /// <param name="length">Of the rule.</param>
    /// <param name="room">What it stands in.</param>
    /// <param name="before">What is free above it.</param>
    public static Paragraph Rule(int length, int room, int before = 0)
    {
        var side = Number(Math.Max(0, (room - length) / 2));
        return new(new ParagraphProperties(
            new ParagraphStyleId { Val = DocxStyles.Rule },
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" }),
            new SpacingBetweenLines { Before = Number(before) },
            new Indentation { Left = side, Right = side }));
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Paragraph Make(List<PaperRun> runs, string style, DocxLook look) =>
        new([look.Properties(style), .. runs.Select(run => Make(run, look))]);

    private static Run Make(PaperRun run, DocxLook look)
    {
        var properties = new RunProperties();
        if (run.IsBold || look.IsBold)
        {
            properties.Append(new Bold());
        }

        if (run.IsItalic || look.IsItalic)
        {
            properties.Append(new Italic());
        }

        if (look.Size is { } size)
        {
            properties.Append(new FontSize { Val = DocxStyles.Half(size) }, new FontSizeComplexScript { Val = DocxStyles.Half(size) });
        }

        if (run.IsGap)
        {
            properties.Append(new Highlight { Val = HighlightColorValues.Yellow });
        }

        var made = new Run();
        if (properties.HasChildren)
        {
            made.Append(properties);
        }

        var shown = look.IsCapitals && !run.IsGap ? DocxTexts.Capitals(run.Text) : run.Shown;
        foreach (var (index, piece) in shown.Split('\t').Index())
        {
            if (index > 0)
            {
                made.Append(new TabChar());
            }

            if (piece.Length > 0)
            {
                made.Append(new Text(piece) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return made;
    }
}

/// <summary>What is other in a paragraph than its style says.</summary>
/// <param name="Size">Of its letters, in half points.</param>
/// <param name="Before">What is free above it, in twentieths of a point.</param>
internal sealed record DocxLook(bool IsBold = false, bool IsItalic = false, bool IsCapitals = false, int? Size = null, int? Before = null, int? After = null, PaperAlign? Align = null)
{
    public static readonly DocxLook None = new();

    public bool KeepsWithNext { get; init; }

    public bool IsFlush { get; init; }

    /// <summary>How far the whole paragraph is set in.</summary>
    public (int Left, int Right) Sides { get; init; }

    public ParagraphProperties Properties(string style)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (KeepsWithNext)
        {
            properties.Append(new KeepNext());
        }

        if (Before is not null || After is not null)
        {
            properties.Append(new SpacingBetweenLines { Before = Value(Before), After = Value(After) });
        }

        if (IsFlush || Sides != (0, 0))
        {
            properties.Append(new Indentation { Left = Value(Sides.Left > 0 ? Sides.Left : null), Right = Value(Sides.Right > 0 ? Sides.Right : null), FirstLine = Value(IsFlush ? 0 : null) });
        }

        if (Align is { } align)
        {
            properties.Append(new Justification { Val = Of(align) });
        }

        return properties;
    }

    /// <summary>A string that is null would be written as an attribute without a value.</summary>
    private static StringValue? Value(int? number) => number is { } known ? new StringValue(DocxParagraphs.Number(known)) : null;

    public static JustificationValues Of(PaperAlign align) => align switch
    {
        PaperAlign.Justified => JustificationValues.Both,
        PaperAlign.Left => JustificationValues.Left,
        PaperAlign.Centre => JustificationValues.Center,
        PaperAlign.Right => JustificationValues.Right,
        _ => throw new ArgumentOutOfRangeException(nameof(align)),
    };
}
