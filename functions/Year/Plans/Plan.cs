using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Year.Plans;

/// <summary>What a bloc sets out to do in a year (kế hoạch). A draft until it is adopted.</summary>
/// <param name="Number">Number and symbol of the paper; null until it has one.</param>
/// <param name="Day">The day on the paper; null until it has one.</param>
/// <param name="StatedObjectives">How many objectives and tasks the bloc says it has, where that is known before they are, or beside them.</param>
/// <param name="StatedSolutionGroups">The same of the groups of solutions.</param>
/// <param name="Objectives">The objectives and tasks that were put down, in their order.</param>
/// <param name="SolutionGroups">The groups of solutions that were put down, in their order.</param>
/// <param name="Directives">What it carries out, in the order of citation.</param>
/// <param name="CarriedOver">What the years before have left to do.</param>
/// <param name="Adopted">When it was adopted; null for a draft.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Plan(
    string? Number,
    DateOnly? Day,
    int? StatedObjectives,
    int? StatedSolutionGroups,
    IReadOnlyList<string> Objectives,
    IReadOnlyList<SolutionGroup> SolutionGroups,
    IReadOnlyList<Directive> Directives,
    IReadOnlyList<CarriedItem> CarriedOver,
    Adoption? Adopted,
    long Version = 0)
{
    public const int MostObjectives = 50;
    public const int MostGroups = 30;
    public const int MostDirectives = 50;
    public const int MostCarried = 200;
    public const int LongestText = 2000;

    public const int MostImplementation = 30;

    /// <summary>Who does what by when ("tổ chức thực hiện"), a paragraph each; empty where nobody put it down.</summary>
    public IReadOnlyList<string> Implementation { get; init; } = [];

    /// <summary>What <see cref="PlanOpening"/> has ever put into it, or somebody has and took out again, by <see cref="LeftOver.Key"/>: it is not put back.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Offered { get; init; } = [];

    public bool Says(Plan other) =>
        (Number, Day, Adopted) == (other.Number, other.Day, other.Adopted) && SaysContentOf(other);

    /// <summary>The ids of the texts of the register that it cites, each once.</summary>
    public IEnumerable<string> Cited() => Directives.Select(directive => directive.Text).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Whether it sets out the same, whatever number the paper got.</summary>
    public bool SaysContentOf(Plan other) =>
        (StatedObjectives, StatedSolutionGroups) == (other.StatedObjectives, other.StatedSolutionGroups)
        && Objectives.SequenceEqual(other.Objectives)
        && SolutionGroups.Count == other.SolutionGroups.Count && SolutionGroups.Zip(other.SolutionGroups).All(pair => pair.First.Says(pair.Second))
        && Directives.SequenceEqual(other.Directives)
        && CarriedOver.SequenceEqual(other.CarriedOver)
        && Implementation.SequenceEqual(other.Implementation);
}

/// <summary>A group of solutions with its measures.</summary>
/// <param name="Title">What it is about.</param>
internal sealed record SolutionGroup([property: StringLength(Plan.LongestText, MinimumLength = 1)] string Title)
{
    public const int MostMeasures = 30;

    /// <summary>What is done for it, in order; none where only the group was named.</summary>
    [Items(0, MostMeasures), StringLength(Plan.LongestText, MinimumLength = 1)]
    public IReadOnlyList<string> Measures { get; init; } = [];

    public bool Says(SolutionGroup other) => Title == other.Title && Measures.SequenceEqual(other.Measures);
}

/// <summary>A text that the plan carries out: named in full, or by its id in the register.</summary>
/// <param name="Text">Its id in the register of legal texts; then its paper is not repeated.</param>
/// <param name="Paper">The paper, where it is not in the register.</param>
/// <param name="Provision">The part that is meant, as the citation names it.</param>
internal sealed record Directive(
    [property: Slug] string? Text = null,
    PaperReference? Paper = null,
    [property: StringLength(Provision.LongestName, MinimumLength = 1)] string? Provision = null);

/// <summary>What a year before has left to do.</summary>
/// <param name="Kind">What it was there.</param>
/// <param name="Text">What is to be done or mended.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record CarriedItem(CarriedKind Kind, [property: StringLength(Plan.LongestText, MinimumLength = 1)] string Text, CarriedSource Source);

[JsonConverter(typeof(CamelCaseEnum<CarriedKind>))]
internal enum CarriedKind
{
    /// <summary>A shortcoming that a report or a visit names.</summary>
    Shortcoming,

    /// <summary>A conclusion of a meeting that is still open.</summary>
    Conclusion,
}

/// <param name="Year">The year in whose papers it stands.</param>
/// <param name="Room">Which of them.</param>
/// <param name="Id">The id of that report, meeting or visit; null where it is known only by words.</param>
/// <param name="Said">Where in it, or what it is called.</param>
internal sealed record CarriedSource(
    int Year, SourceRoom Room, [property: Slug] string? Id = null, [property: StringLength(CarriedSource.LongestSaid, MinimumLength = 1)] string? Said = null)
{
    public const int LongestSaid = 200;
}

[JsonConverter(typeof(CamelCaseEnum<SourceRoom>))]
internal enum SourceRoom
{
    Report,
    Meeting,
    Inspection,
    Plan,
    Other,
}
