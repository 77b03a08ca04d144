using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>The body of <c>PutRegulation</c>: a whole version.</summary>
/// <param name="Settings">What it settles of votes and answers; what it is silent about is left out.</param>
/// <param name="Number">Number and symbol of the paper, once it has one.</param>
/// <param name="Day">The day on the paper, once it has one.</param>
internal sealed record RegulationBody(
    RegulationSettings Settings, [property: StringLength(PaperReference.LongestNumber, MinimumLength = 1)] string? Number = null, DateOnly? Day = null)
{
    /// <summary>Its text, in order; none where only the signed file is there.</summary>
    [Items(0, Regulation.MostArticles)]
    public IReadOnlyList<Article> Articles { get; init; } = [];

    /// <summary>Without outer blanks; which version it is becomes known when it is written.</summary>
    public Regulation ToRegulation() => new(
        0, Number?.Trim(), Day, [.. Articles.Select(article => new Article(article.Title.Trim(), article.Text.Trim()))], Settings);
}

/// <param name="Version">Which version.</param>
/// <param name="State">Whether it was adopted.</param>
/// <param name="Adopted">When it was adopted; null for a draft.</param>
internal sealed record RegulationVersion(int Version, DraftState State, Adoption? Adopted)
{
    public static RegulationVersion Of(Regulation one) => new(one.Number, one.Adopted is null ? DraftState.Draft : DraftState.Adopted, one.Adopted);
}

/// <param name="Year">The year.</param>
/// <param name="Bloc">The bloc's id.</param>
/// <param name="Version">Which version this is.</param>
/// <param name="State">Whether it was adopted.</param>
/// <param name="Adopted">When it was adopted; null for a draft.</param>
/// <param name="Number">Number and symbol of the paper; null where it has none.</param>
/// <param name="Day">The day on the paper; null where it has none.</param>
/// <param name="Articles">Its text, in order.</param>
/// <param name="Settings">What it settles of votes and answers.</param>
/// <param name="Versions">All versions of the year, first to last; what was adopted last is what holds.</param>
internal sealed record RegulationView(
    int Year,
    string Bloc,
    int Version,
    DraftState State,
    Adoption? Adopted,
    string? Number,
    DateOnly? Day,
    IReadOnlyList<Article> Articles,
    RegulationSettings Settings,
    IReadOnlyList<RegulationVersion> Versions)
{
    public static RegulationView Of(YearOfBloc id, Regulation one, IReadOnlyList<Regulation> all) => new(
        id.Year,
        id.Bloc,
        one.Number,
        one.Adopted is null ? DraftState.Draft : DraftState.Adopted,
        one.Adopted,
        one.PaperNumber,
        one.PaperDay,
        one.Articles,
        one.Settings,
        [.. all.Select(RegulationVersion.Of)]);
}
