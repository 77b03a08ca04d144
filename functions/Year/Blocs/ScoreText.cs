using System.Globalization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>
/// What was entered for a criterion as a row of scores holds it, without its explanation: <c>8.5</c> points, <c>count 5</c>, <c>counts 100 90 15</c> (all, outer, inner),
/// <c>option a</c>, <c>measure 85.5 of 100</c> (b of a) or <c>measure 85.5</c>.
/// </summary>
internal static class ScoreText
{
    /// <returns>Null when nothing but an explanation was entered.</returns>
    public static string? Write(ScoreEntry entry)
    {
        if (entry is { Count: null, Counts: null, Option: null, Measure: null })
        {
            // What nearly all are.
            return entry.Points?.ToString();
        }

        string?[] said =
        [
            entry.Points?.ToString(),
            entry.Count is { } count ? Text($"count {count}") : null,
            entry.Counts is { } counts ? Text($"counts {counts.All} {counts.Outer} {counts.Inner}") : null,
            entry.Option is { } option ? $"option {option}" : null,
            entry.Measure is { } measured ? Text($"measure {measured.Part}") + (measured.Whole is { } whole ? Text($" of {whole}") : "") : null,
        ];
        return said.Any(text => text is not null) ? string.Join(' ', said.OfType<string>()) : null;
    }

    public static ScoreEntry Read(string criterion, string? text, string? explanation)
    {
        if (text?.Contains(' ', StringComparison.Ordinal) is not true)
        {
            return new(criterion, text is null ? null : Points.FromDecimal(Number(text)), Explanation: explanation);
        }

        var entry = new ScoreEntry(criterion, Explanation: explanation);
        var words = new Queue<string>(text.Split(' '));
        while (words.TryDequeue(out var word))
        {
            entry = word switch
            {
                "count" => entry with { Count = Whole() },
                "counts" => entry with { Counts = new(Whole(), Whole(), Whole()) },
                "option" => entry with { Option = words.Dequeue() },
                "measure" => entry with { Measure = new(Number(words.Dequeue())) },
                "of" => entry with { Measure = entry.Measure! with { Whole = Number(words.Dequeue()) } },
                _ => entry with { Points = Points.FromDecimal(Number(word)) },
            };
        }

        return entry;

        long Whole() => long.Parse(words.Dequeue(), CultureInfo.InvariantCulture);
    }

    private static decimal Number(string word) => decimal.Parse(word, CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
