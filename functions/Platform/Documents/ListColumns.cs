using System.Text.Json;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>A column of a list, and how a cell of it is read.</summary>
/// <param name="Name">As it stands in the line of headings; capitals do not count. Empty for one that says nothing.</param>
/// <param name="Titles">The same in Vietnamese.</param>
/// <param name="Read">The value of a cell that is not blank, or what is wrong with it.</param>
internal record ListColumn(string Name, string[] Titles, Func<string, (object? Value, Words? Fault)> Read)
{
    /// <summary>A number of the line, as lists have it.</summary>
    public static readonly ListColumn Number = new("", ["STT", "TT", "Số TT", "Số thứ tự"], cell => (cell, null));

    /// <summary>Whether it holds words, in which letters can be lost.</summary>
    public bool IsName { get; init; }

    /// <summary>Whether a day may stand in it as the count of days that spreadsheets keep.</summary>
    public bool IsDay { get; init; }

    public bool Is(string heading) => Name.Equals(heading, StringComparison.OrdinalIgnoreCase) || Titles.Any(title => VietnameseNames.Same(title, heading));
}

/// <summary>The columns that a list may have.</summary>
/// <param name="columns">Besides the number of the line, which every list may have.</param>
/// <param name="lacking">What is to be said of a line of headings with these names; null when it has all it needs.</param>
internal sealed class ListColumns(IReadOnlyList<ListColumn> columns, Func<IReadOnlyList<string?>, Words?> lacking)
{
    private readonly IReadOnlyList<ListColumn> _all = [.. columns, ListColumn.Number];

    public string Names { get; } = string.Join(", ", columns.Select(column => column.Name));

    public string Titles { get; } = string.Join(", ", columns.Select(column => column.Titles[0]));

    public Func<IReadOnlyList<string?>, Words?> Lacking { get; } = lacking;

    public ListColumn? Find(string heading) => _all.FirstOrDefault(column => column.Is(heading));

    public bool IsHeading(string cell) => Find(cell) is not null;
}

/// <summary>How cells are read that more than one list has.</summary>
internal static class ListCells
{
    public static (object?, Words?) Id(string cell) => Slug.IsValid(cell)
        ? (cell, null)
        : (null, new(
            $"Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá {Slug.MaximumLength} ký tự.",
            $"An id has only lower-case letters without marks, digits and hyphens, at most {Slug.MaximumLength} characters."));

    public static (object?, Words?) Word<T>(string cell, ChoiceWords<T> words)
        where T : struct, Enum
    {
        if (Find(cell, words) is { } value)
        {
            return (value, null);
        }

        var names = string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));
        return (null, new($"Phải là một trong: {string.Join(", ", words.All)}; hoặc {names}.", $"Must be one of: {names}; or {string.Join(", ", words.All)}."));
    }

    public static (object?, Words?) YesOrNo(string cell) => cell.ToLowerInvariant() switch
    {
        "true" or "yes" or "1" or "x" or "có" => (true, null),
        "false" or "no" or "0" or "không" => (false, null),
        _ => (null, new("Phải là có hoặc không (true hoặc false).", "Must be true or false (có or không).")),
    };

    /// <summary>What a word of either language means; the English ones are those of the API.</summary>
    public static T? Find<T>(string text, ChoiceWords<T> words)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return words.Find(text);
    }
}
