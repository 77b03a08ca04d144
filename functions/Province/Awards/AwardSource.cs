using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Awards;

/// <summary>Where a rule of an award is from, and on which days it holds within its version.</summary>
/// <param name="Reading">Whether its text was read, or it only is where a province begins.</param>
/// <param name="Text">The id of the text in the register of legal texts; null where no text says it.</param>
/// <param name="Article">Which article of the text, as a citation names it, such as "khoản 5 Điều 33".</param>
/// <param name="From">The first day on which the rule holds; null for that of its version.</param>
/// <param name="Until">The last day on which it holds; null where no end is known.</param>
/// <param name="Note">What else there is to know, such as a text that an excerpt or a consolidation quotes.</param>
internal sealed record AwardSource(
    SourceReading Reading,
    [property: Slug] string? Text = null,
    [property: StringLength(AwardSource.LongestArticle, MinimumLength = 1)] string? Article = null,
    DateOnly? From = null,
    DateOnly? Until = null,
    [property: StringLength(AwardSource.LongestNote, MinimumLength = 1)] string? Note = null)
{
    public const int LongestArticle = 200;
    public const int LongestNote = 500;

    public bool HoldsOn(DateOnly day) => !(day < From) && !(day > Until);
}

[JsonConverter(typeof(CamelCaseEnum<SourceReading>))]
internal enum SourceReading
{
    /// <summary>The text says it, and was read.</summary>
    Read,

    /// <summary>No text that was read says it: a province begins with it and sets its own.</summary>
    ConfigurableDefault,
}
