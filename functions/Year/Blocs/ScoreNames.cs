using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace EmulationFunctions.Year.Blocs;

/// <summary>
/// What the properties of a criterion are called in a row of scores: <c>score_1_2</c> and <c>why_1_2</c> of 1.2. A dot is one underscore, a hyphen two; a letter
/// or digit beyond ASCII is three and its four hexadecimal digits. No code has two separators side by side (<c>SchemeRules.CheckCode</c>), so the number of
/// underscores that stand together says what they are: four are a dot and such a letter, five a hyphen and one.
/// </summary>
internal static class ScoreNames
{
    public const string ScorePrefix = "score_";
    public const string WhyPrefix = "why_";
    private const int Escape = 3;
    private const int Digits = 4;

    /// <summary>Of more schemes than a province has; then all are forgotten.</summary>
    private const int MostRemembered = 50_000;

    /// <summary>The same few hundred are asked for with every sheet.</summary>
    private static readonly ConcurrentDictionary<(string, string), string> Names = new();

    private static readonly ConcurrentDictionary<string, string> Codes = new(StringComparer.Ordinal);

    public static string Score(string code) => Remembered(Names, (ScorePrefix, code), static key => Name(key.Item1, key.Item2));

    public static string Why(string code) => Remembered(Names, (WhyPrefix, code), static key => Name(key.Item1, key.Item2));

    /// <summary>The code in a name that begins with <paramref name="prefix"/>.</summary>
    public static string Code(string name, string prefix) => Remembered(Codes, name, prefix is ScorePrefix
        ? static name => Decoded(name, ScorePrefix)
        : static name => Decoded(name, WhyPrefix));

    private static string Remembered<TKey>(ConcurrentDictionary<TKey, string> known, TKey key, Func<TKey, string> make)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var text))
        {
            if (known.Count >= MostRemembered)
            {
                known.Clear();
            }

            known[key] = text = make(key);
        }

        return text;
    }

    private static string Decoded(string name, string prefix)
    {
        var code = new StringBuilder(name.Length);
        for (var at = prefix.Length; at < name.Length;)
        {
            if (name[at] != '_')
            {
                code.Append(name[at++]);
                continue;
            }

            var underscores = name.AsSpan(at).IndexOfAnyExcept('_') is var end and >= 0 ? end : name.Length - at;
            at += underscores;
            var isEscape = underscores >= Escape;
            code.Append((isEscape ? underscores - Escape : underscores) switch { 1 => ".", 2 => "-", _ => "" });
            if (isEscape)
            {
                code.Append((char)ushort.Parse(name.AsSpan(at, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += Digits;
            }
        }

        return code.ToString();
    }

    private static string Name(string prefix, string code)
    {
        var name = new StringBuilder(prefix, prefix.Length + code.Length);
        foreach (var letter in code)
        {
            _ = letter switch
            {
                '.' => name.Append('_'),
                '-' => name.Append("__"),
                _ when char.IsAsciiLetterOrDigit(letter) => name.Append(letter),
                _ => name.Append("___").Append(((int)letter).ToString("X4", CultureInfo.InvariantCulture)),
            };
        }

        return name.ToString();
    }
}
