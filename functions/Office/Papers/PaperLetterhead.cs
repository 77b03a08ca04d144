using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Office.Papers;

/// <summary>What stands on every paper of a body: a bloc in a year, or a unit. What is null was not put down and stays a gap in its papers.</summary>
/// <param name="Superior">The body above it, printed above its own name (cơ quan chủ quản).</param>
/// <param name="HasNoSuperior">Whether none is printed, as of a people's committee.</param>
/// <param name="Name">Its own name as it is printed; the one of the roster where null.</param>
/// <param name="Place">Where its papers are dated (địa danh).</param>
/// <param name="Capacity">In what capacity its papers are signed, a line each: "TM. Khối thi đua", "KT. Giám đốc"; null where it is the post's own.</param>
/// <param name="Post">The post that signs, such as "Giám đốc", "Phó Giám đốc" or "Q. Giám đốc".</param>
/// <param name="NumberPattern">Of number and symbol, such as "{number}/{kind}-KTĐ"; null where the whole is given each time.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record PaperLetterhead(
    string? Superior, bool HasNoSuperior, string? Name, string? Place, string? Capacity, string? Post, string? NumberPattern, long Version = 0)
{
    public const int LongestLine = 200;
    public const int MostPatterns = 30;
    public const int MostRecipients = 20;

    /// <summary>Patterns of single kinds of paper, before the general one.</summary>
    public IReadOnlyList<KindPattern> Patterns { get; init; } = [];

    /// <summary>Who gets its papers ("Nơi nhận"), the last of them what is kept; empty where each paper says it.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>To whom its reports are sent ("Kính gửi" of the letter).</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>The pattern of papers of a kind; null where there is none, or the general one asks for a symbol that the kind has not.</summary>
    /// <param name="kind">By its slug.</param>
    /// <param name="symbol">Of the kind; null for none.</param>
    public string? PatternOf(string kind, string? symbol) =>
        Patterns.FirstOrDefault(one => one.Kind == kind)?.Pattern ?? (NumberPattern is { } general && (symbol is not null || !SymbolPattern.NamesKind(general)) ? general : null);

    public bool Says(PaperLetterhead other) =>
        this with { Version = 0, Patterns = [], Recipients = [], Addressees = [] } == other with { Version = 0, Patterns = [], Recipients = [], Addressees = [] }
        && Patterns.SequenceEqual(other.Patterns)
        && Recipients.SequenceEqual(other.Recipients)
        && Addressees.SequenceEqual(other.Addressees);
}

/// <param name="Kind">The kind of paper, as ListDocuments names it.</param>
/// <param name="Pattern">Of its number and symbol.</param>
internal sealed record KindPattern([property: Slug] string Kind, [property: StringLength(PaperReference.LongestNumber, MinimumLength = 1)] string Pattern);

/// <summary>The body of <c>PutLetterhead</c> and <c>PutBlocLetterhead</c>: the whole letterhead. What is not known stays away.</summary>
/// <param name="Superior">The body above it, printed above its own name.</param>
/// <param name="HasNoSuperior">Whether none is printed.</param>
/// <param name="Name">Its own name as it is printed.</param>
/// <param name="Place">Where its papers are dated.</param>
/// <param name="Capacity">In what capacity its papers are signed, a line each.</param>
/// <param name="Post">The post that signs.</param>
/// <param name="NumberPattern">Of number and symbol: {number} once, and where wanted {kind} and {year}.</param>
internal sealed record LetterheadBody(
    [property: StringLength(PaperLetterhead.LongestLine, MinimumLength = 1)] string? Superior = null,
    bool HasNoSuperior = false,
    [property: StringLength(PaperLetterhead.LongestLine, MinimumLength = 1)] string? Name = null,
    [property: StringLength(PaperLetterhead.LongestLine, MinimumLength = 1)] string? Place = null,
    [property: StringLength(PaperLetterhead.LongestLine, MinimumLength = 1)] string? Capacity = null,
    [property: StringLength(PaperLetterhead.LongestLine, MinimumLength = 1)] string? Post = null,
    [property: StringLength(PaperReference.LongestNumber, MinimumLength = 1)] string? NumberPattern = null)
{
    /// <summary>Patterns of single kinds of paper.</summary>
    [Items(0, PaperLetterhead.MostPatterns)]
    public IReadOnlyList<KindPattern> Patterns { get; init; } = [];

    /// <summary>Who gets its papers; the last is what is kept.</summary>
    [Items(0, PaperLetterhead.MostRecipients), StringLength(PaperLetterhead.LongestLine, MinimumLength = 1)]
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>To whom its reports are sent.</summary>
    [Items(0, PaperLetterhead.MostRecipients), StringLength(PaperLetterhead.LongestLine, MinimumLength = 1)]
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Without outer blanks.</summary>
    public PaperLetterhead ToLetterhead() => new(Superior?.Trim(), HasNoSuperior, Name?.Trim(), Place?.Trim(), Capacity?.Trim(), Post?.Trim(), NumberPattern?.Trim())
    {
        Patterns = [.. Patterns.Select(one => one with { Pattern = one.Pattern.Trim() }).OrderBy(one => one.Kind, StringComparer.Ordinal)],
        Recipients = [.. Recipients.Select(one => one.Trim())],
        Addressees = [.. Addressees.Select(one => one.Trim())],
    };
}

/// <param name="Superior">The body above it; null where that was not put down.</param>
/// <param name="HasNoSuperior">Whether none is printed.</param>
/// <param name="Name">Its own name as it is printed; null for that of the roster.</param>
/// <param name="Place">Where its papers are dated.</param>
/// <param name="Capacity">In what capacity its papers are signed.</param>
/// <param name="Post">The post that signs.</param>
/// <param name="NumberPattern">Of number and symbol.</param>
/// <param name="Patterns">Patterns of single kinds of paper, by kind.</param>
/// <param name="Recipients">Who gets its papers.</param>
/// <param name="Addressees">To whom its reports are sent.</param>
internal sealed record LetterheadView(
    string? Superior,
    bool HasNoSuperior,
    string? Name,
    string? Place,
    string? Capacity,
    string? Post,
    string? NumberPattern,
    IReadOnlyList<KindPattern> Patterns,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<string> Addressees)
{
    public static LetterheadView Of(PaperLetterhead one) =>
        new(one.Superior, one.HasNoSuperior, one.Name, one.Place, one.Capacity, one.Post, one.NumberPattern, one.Patterns, one.Recipients, one.Addressees);
}
