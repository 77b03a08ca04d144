using System.Diagnostics.CodeAnalysis;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>A text in the pieces that a row holds it in, so that a long one is not kept a second time as a whole. Any string is one.</summary>
internal sealed class PiecedText : IEquatable<PiecedText>
{
    /// <param name="pieces">At least one; none ends between the halves of a character.</param>
    public PiecedText(IReadOnlyList<string> pieces) => (Pieces, Length) = (pieces, pieces.Sum(piece => piece.Length));

    public IReadOnlyList<string> Pieces { get; }

    public int Length { get; }

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator PiecedText?(string? text) => text is null ? null : text.Length <= LongText.PieceLength ? new([text]) : Cut(text);

    public static PiecedText Cut(ReadOnlySpan<char> text)
    {
        var pieces = new List<string>(1 + (text.Length / LongText.PieceLength));
        var from = 0;
        do
        {
            var to = LongText.End(text, from, LongText.PieceLength);
            pieces.Add(text[from..to].ToString());
            from = to;
        }
        while (from < text.Length);

        return new(pieces);
    }

    public override string ToString() => Pieces is [var whole] ? whole : string.Concat(Pieces);

    public bool Equals(PiecedText? other) => other is not null && Length == other.Length && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as PiecedText);

    public override int GetHashCode() => Length;
}
