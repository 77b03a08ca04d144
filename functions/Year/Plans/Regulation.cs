using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>How a bloc works in a year (quy chế), in versions. One that was adopted never changes.</summary>
/// <param name="Number">Which version; the first is 1.</param>
/// <param name="PaperNumber">Number and symbol of the paper; null where it has none.</param>
/// <param name="PaperDay">The day on the paper; null where it has none.</param>
/// <param name="Articles">Its text, in order; none where only the signed file is there.</param>
/// <param name="Settings">What it settles of votes and answers.</param>
/// <param name="Adopted">When it was adopted; null for a draft.</param>
/// <param name="Tag">The number of the change that last wrote it.</param>
internal sealed record Regulation(
    int Number, string? PaperNumber, DateOnly? PaperDay, IReadOnlyList<Article> Articles, RegulationSettings Settings, Adoption? Adopted = null, long Tag = 0)
{
    public const int LastNumber = 99;
    public const int MostArticles = 100;

    public bool SaysContentOf(Regulation other) =>
        (PaperNumber, PaperDay, Settings) == (other.PaperNumber, other.PaperDay, other.Settings) && Articles.SequenceEqual(other.Articles);
}

/// <summary>An article of a regulation; its number is its place.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">What it says; a line each clause.</param>
internal sealed record Article(
    [property: StringLength(Article.LongestTitle, MinimumLength = 1)] string Title, [property: StringLength(Article.LongestText, MinimumLength = 1)] string Text)
{
    public const int LongestTitle = 300;
    public const int LongestText = 10_000;
}
