namespace EmulationFunctions.Platform.Documents;

/// <summary>A piece of a paper's text.</summary>
internal abstract record PaperBlock;

/// <summary>A heading with its number written out: "I. KẾT QUẢ", "1. Phong trào", "Điều 3. …".</summary>
/// <param name="Level">1 to 4: bold, bold, bold and slanted, slanted.</param>
internal sealed record PaperHeading(int Level, PaperText Text) : PaperBlock;

/// <summary>A chapter of a regulation, in the middle: "Chương I" above "QUY ĐỊNH CHUNG".</summary>
internal sealed record PaperChapter(PaperText Number, PaperText Title) : PaperBlock;

internal sealed record PaperParagraph(PaperText Text) : PaperBlock
{
    public PaperAlign Align { get; init; } = PaperAlign.Justified;

    /// <summary>Whether its first line begins 1.27 cm further in.</summary>
    public bool IsIndented { get; init; } = true;

    /// <summary>Whether it stays on one page with what follows.</summary>
    public bool KeepsWithNext { get; init; }
}

/// <summary>A list, each item without its mark at the beginning.</summary>
internal sealed record PaperList(IReadOnlyList<PaperText> Items, PaperMark Mark = PaperMark.Dash) : PaperBlock;

/// <summary>A table with lines. Its head is repeated on every page.</summary>
/// <param name="Columns">Widths are shares of the page's width.</param>
/// <param name="Rows">Each fills the columns: a cell counts as many as it spans, and one that a cell above reaches down into is left out.</param>
internal sealed record PaperGrid(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<PaperRow> Rows) : PaperBlock
{
    /// <summary>Above it, in the middle; null for none.</summary>
    public PaperText? Caption { get; init; }

    /// <summary>The rows of its head where one with the columns' headings is not enough.</summary>
    public IReadOnlyList<PaperRow>? Head { get; init; }

    /// <summary>Whether a row (1), (2), … ends its head.</summary>
    public bool NumbersColumns { get; init; }

    /// <summary>Of its letters, in points.</summary>
    public int Size { get; init; } = 13;
}

/// <param name="Align">Of its cells; headings stand in the middle.</param>
internal sealed record PaperColumn(PaperText Heading, int Width, PaperAlign Align = PaperAlign.Left);

/// <param name="IsStrong">Bold: groups, sums.</param>
internal sealed record PaperRow(IReadOnlyList<PaperCell> Cells, bool IsStrong = false)
{
    public static PaperRow Of(params IReadOnlyList<PaperCell> cells) => new(cells);

    public static PaperRow Of(params IEnumerable<PaperText> cells) => new([.. cells.Select(cell => new PaperCell(cell))]);

    public PaperRow Strong() => this with { IsStrong = true };
}

/// <param name="Align">Null for that of its column.</param>
internal sealed record PaperCell(PaperText Text, int Columns = 1, int Rows = 1, PaperAlign? Align = null)
{
    public static implicit operator PaperCell(PaperText text) => new(text);

    public static implicit operator PaperCell(string? text) => new(text ?? "");
}

/// <summary>A picture in the middle of the page, never larger than it was taken.</summary>
/// <param name="Content">A PNG or JPEG.</param>
/// <param name="Caption">Below it; it is also what is read out in its place.</param>
internal sealed record PaperPicture(byte[] Content, PaperText Caption) : PaperBlock;

internal enum PaperAlign
{
    Justified,

    Left,

    Centre,

    Right,
}

internal enum PaperMark
{
    /// <summary>"- ".</summary>
    Dash,

    /// <summary>"+ ", below a dash.</summary>
    Plus,

    /// <summary>"1. ".</summary>
    Number,

    /// <summary>"a) ", in the order of the Vietnamese alphabet.</summary>
    Letter,
}
