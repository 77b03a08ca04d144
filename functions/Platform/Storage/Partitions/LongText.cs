using System.Globalization;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>A text that may be longer than a text property holds (32 Ki UTF-16 units): in pieces <c>Name</c>, <c>Name1</c>, <c>Name2</c> …</summary>
internal static class LongText
{
    public const int PieceLength = 30_000;

    public static void PutText(this TableEntity row, string name, string? text)
    {
        if (text is null)
        {
            return;
        }

        var from = 0;
        for (var piece = 0; piece == 0 || from < text.Length; piece++)
        {
            var to = End(text, from, PieceLength);
            row[Name(name, piece)] = text[from..to];
            from = to;
        }
    }

    public static string? Text(this TableEntity row, string name)
    {
        var text = row.GetString(name);
        for (var piece = 1; row.GetString(Name(name, piece)) is { } more; piece++)
        {
            text += more;
        }

        return text;
    }

    /// <summary>Where a piece ends: never between the halves of a character, which storage would not give back.</summary>
    public static int End(string text, int from, int length)
    {
        var to = Math.Min(from + length, text.Length);
        return to < text.Length && char.IsLowSurrogate(text[to]) && char.IsHighSurrogate(text[to - 1]) ? to - 1 : to;
    }

    private static string Name(string name, int piece) => piece == 0 ? name : name + piece.ToString(CultureInfo.InvariantCulture);
}
