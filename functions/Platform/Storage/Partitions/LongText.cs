using System.Globalization;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>A text that may be longer than a text property holds (32 Ki UTF-16 units): in pieces <c>Name</c>, <c>Name1</c>, <c>Name2</c> …</summary>
internal static class LongText
{
    public const int PieceLength = 30_000;

    /// <summary>In place of what stood there, however long that was.</summary>
    public static void PutText(this TableEntity row, string name, PiecedText? text)
    {
        var piece = 0;
        for (; piece < text?.Pieces.Count; piece++)
        {
            row[Name(name, piece)] = text.Pieces[piece];
        }

        while (row.Remove(Name(name, piece)))
        {
            piece++;
        }
    }

    public static string? Text(this TableEntity row, string name) => row.Pieces(name)?.ToString();

    public static PiecedText? Pieces(this TableEntity row, string name)
    {
        var pieces = new List<string>(1);
        while (row.GetString(Name(name, pieces.Count)) is { } piece)
        {
            pieces.Add(piece);
        }

        return pieces.Count == 0 ? null : new(pieces);
    }

    /// <summary>Where a piece ends: never between the halves of a character, which storage would not give back.</summary>
    public static int End(ReadOnlySpan<char> text, int from, int length)
    {
        var to = Math.Min(from + length, text.Length);
        return to < text.Length && char.IsLowSurrogate(text[to]) && char.IsHighSurrogate(text[to - 1]) ? to - 1 : to;
    }

    private static string Name(string name, int piece) => piece == 0 ? name : name + piece.ToString(CultureInfo.InvariantCulture);
}
