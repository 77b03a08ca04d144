namespace EmulationFunctions.Platform.Documents;

/// <summary>A workbook that was read: values only. It has no formula and no error value, or it would have been refused.</summary>
internal sealed record ReadBook(IReadOnlyList<ReadSheet> Sheets);

/// <param name="Rows">Those that have something in them, from the top.</param>
/// <param name="Merged">Where cells were merged: all but the first of them are empty.</param>
internal sealed record ReadSheet(string Name, IReadOnlyList<ReadRow> Rows, IReadOnlyList<MergedCells> Merged);

/// <param name="Cells">By their column, counted from 1; empty cells are not in it.</param>
internal sealed record ReadRow(int Number, IReadOnlyDictionary<int, ReadCell> Cells);

/// <param name="First">Its upper left cell.</param>
/// <param name="Last">Its lower right cell.</param>
internal readonly record struct MergedCells(CellPlace First, CellPlace Last);

/// <summary>A cell's value. A form has thousands, so it is kept small.</summary>
internal readonly record struct ReadCell
{
    private readonly decimal _number;
    private readonly bool _isNumber;

    public ReadCell(string text, decimal? number, NumberLook look) => (Text, _number, _isNumber, Look) = (text, number ?? 0, number is not null, look);

    /// <summary>As it was typed; of a number, its digits.</summary>
    public string Text { get; }

    /// <summary>Null when it is a text.</summary>
    public decimal? Number => _isNumber ? _number : null;

    /// <summary>What the number was shown as.</summary>
    public NumberLook Look { get; }

    /// <summary>Whether it is not what was typed, if a text was meant: a day, a percentage or a fraction.</summary>
    public bool IsTurned => Number is { } number && (Look != NumberLook.Plain || decimal.Truncate(number) != number);
}

/// <summary>What a number is shown as, where that makes it something else than a number.</summary>
internal enum NumberLook : byte
{
    Plain,

    /// <summary>85 % is kept as 0.85.</summary>
    Percent,

    /// <summary>A day is kept as a count of days.</summary>
    Date,
}
