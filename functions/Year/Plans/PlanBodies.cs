using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Plans;

/// <summary>The body of <c>PutPlan</c>: the whole plan.</summary>
/// <param name="Number">Number and symbol of the paper, once it has one.</param>
/// <param name="Day">The day on the paper, once it has one.</param>
/// <param name="StatedObjectives">How many objectives and tasks the bloc says it has.</param>
/// <param name="StatedSolutionGroups">How many groups of solutions it says it has.</param>
/// <param name="Adopted">When it was adopted; without, it is a draft.</param>
internal sealed record PlanBody(
    [property: StringLength(PaperReference.LongestNumber, MinimumLength = 1)] string? Number = null,
    DateOnly? Day = null,
    [property: Range(1, Plan.MostObjectives)] int? StatedObjectives = null,
    [property: Range(1, Plan.MostGroups)] int? StatedSolutionGroups = null,
    Adoption? Adopted = null)
{
    /// <summary>The objectives and tasks, in their order.</summary>
    [Items(0, Plan.MostObjectives), StringLength(Plan.LongestText, MinimumLength = 1)]
    public IReadOnlyList<string> Objectives { get; init; } = [];

    /// <summary>The groups of solutions, in their order.</summary>
    [Items(0, Plan.MostGroups)]
    public IReadOnlyList<SolutionGroup> SolutionGroups { get; init; } = [];

    /// <summary>What it carries out.</summary>
    [Items(0, Plan.MostDirectives)]
    public IReadOnlyList<Directive> Directives { get; init; } = [];

    /// <summary>What the years before have left to do.</summary>
    [Items(0, Plan.MostCarried)]
    public IReadOnlyList<CarriedItem> CarriedOver { get; init; } = [];

    /// <summary>Who does what by when ("tổ chức thực hiện"), a paragraph each.</summary>
    [Items(0, Plan.MostImplementation), StringLength(Plan.LongestText, MinimumLength = 1)]
    public IReadOnlyList<string> Implementation { get; init; } = [];

    /// <summary>Without outer blanks.</summary>
    public Plan ToPlan() => new(
        Number?.Trim(),
        Day,
        StatedObjectives,
        StatedSolutionGroups,
        [.. Objectives.Select(text => text.Trim())],
        [.. SolutionGroups.Select(group => new SolutionGroup(group.Title.Trim()) { Measures = [.. group.Measures.Select(measure => measure.Trim())] })],
        [.. Directives.Select(directive => directive with { Paper = directive.Paper?.Trimmed(), Provision = directive.Provision?.Trim() })],
        [.. CarriedOver.Select(item => item with { Text = item.Text.Trim(), Source = item.Source with { Said = item.Source.Said?.Trim() } })],
        Adopted is null ? null : Adopted with { Said = Adopted.Said?.Trim() })
    {
        Implementation = [.. Implementation.Select(text => text.Trim())],
    };
}
