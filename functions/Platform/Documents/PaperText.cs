using System.Globalization;
using System.Runtime.CompilerServices;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>
/// A text of a paper: runs, some bold, some slanted, some gaps. A string is one, and so is an interpolated string wherever a text is asked
/// for: <c>$"Bắt đầu lúc {opened.OrGap("giờ bắt đầu")}"</c>. Each of its lines becomes a paragraph of its own.
/// </summary>
[InterpolatedStringHandler]
internal sealed class PaperText
{
    private readonly List<PaperRun> _runs;

    public PaperText(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _runs = new(2 * formattedCount + 1);
    }

    private PaperText(IEnumerable<PaperRun> runs) => _runs = [.. runs];

    public IReadOnlyList<PaperRun> Runs => _runs;

    public bool IsEmpty => _runs.TrueForAll(run => !run.IsGap && string.IsNullOrWhiteSpace(run.Text));

    /// <summary>Whether it is nothing but something that was not recorded.</summary>
    public bool IsGap => _runs is [{ IsGap: true }];

    public static implicit operator PaperText(string text) => new([new(text)]);

    /// <summary>What was not recorded: seen in the paper, and told beside it.</summary>
    /// <param name="what">What is missing, in the words of the paper, such as "giờ bắt đầu".</param>
    /// <param name="shown">How it is shown where its place says the rest, such as below a unit's name; null where as it is told.</param>
    public static PaperText Gap(string what, string? shown = null) => new([new(what, IsGap: true, ShownAs: shown)]);

    public static PaperText Join(string between, IEnumerable<PaperText> texts) =>
        new(texts.SelectMany((text, index) => index == 0 ? text.Runs : [new(between), .. text.Runs]));

    public void AppendLiteral(string text) => _runs.Add(new(text));

    public void AppendFormatted(string text) => _runs.Add(new(text));

    public void AppendFormatted(PaperText text) => _runs.AddRange(text.Runs);

    public void AppendFormatted(long number) => _runs.Add(new(number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>31/12/2026.</summary>
    public void AppendFormatted(DateOnly day) => _runs.Add(new(VietnamTime.Local(day)));

    public PaperText Bold() => new(_runs.Select(run => run with { IsBold = true }));

    public PaperText Italic() => new(_runs.Select(run => run with { IsItalic = true }));

    /// <summary>The same with this at its end, in place of the points, commas and semicolons that stand there.</summary>
    public PaperText EndingWith(string mark)
    {
        var runs = _runs.ToList();
        while (runs is [.., { IsGap: false } last])
        {
            runs[^1] = last with { Text = last.Text.TrimEnd().TrimEnd('.', ',', ';').TrimEnd() };
            if (runs[^1].Text.Length > 0)
            {
                break;
            }

            runs.RemoveAt(runs.Count - 1);
        }

        return new([.. runs, new(mark, runs is [.., { IsBold: true }], runs is [.., { IsItalic: true }])]);
    }

    /// <summary>The same with a full stop where it ends in a word: what people type into a field often has none.</summary>
    public PaperText Stopped() => Plain.TrimEnd() is [.., var last] && (char.IsLetterOrDigit(last) || last is ')' or ']' or '”' or '"' or '%') ? EndingWith(".") : this;

    /// <summary>As it reads, without looks.</summary>
    public string Plain => string.Concat(_runs.Select(run => run.Shown));

    /// <summary>A text with a gap must not become a string unseen: the gap would be told to nobody.</summary>
    public override string ToString() => _runs.Exists(run => run.IsGap)
        ? throw new InvalidOperationException($"A gap would be lost: '{Plain}' was made a string.")
        : Plain;
}

/// <param name="Text">What is written; of a gap, what is missing.</param>
/// <param name="ShownAs">Of a gap, how it is shown where not by its name.</param>
internal readonly record struct PaperRun(string Text, bool IsBold = false, bool IsItalic = false, bool IsGap = false, string? ShownAs = null)
{
    public string Shown => IsGap ? $"[…chưa ghi: {ShownAs ?? Text}…]" : Text;
}

/// <summary>What was recorded, or the gap where it was not.</summary>
internal static class PaperGaps
{
    public static PaperText OrGap(this string? text, string what, string? shown = null) => string.IsNullOrWhiteSpace(text) ? PaperText.Gap(what, shown) : text;

    public static PaperText OrGap(this long? number, string what) => number is { } known ? (PaperText)$"{known}" : PaperText.Gap(what);

    public static PaperText OrGap(this int? number, string what) => ((long?)number).OrGap(what);

    /// <summary>31/12/2026.</summary>
    public static PaperText OrGap(this DateOnly? day, string what) => day is { } known ? (PaperText)$"{known}" : PaperText.Gap(what);

    public static PaperText Bold(this string text) => ((PaperText)text).Bold();

    public static PaperText Italic(this string text) => ((PaperText)text).Italic();
}
