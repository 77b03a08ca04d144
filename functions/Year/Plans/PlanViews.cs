using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Year.Plans;

/// <summary>Whether the bloc has decided.</summary>
[JsonConverter(typeof(CamelCaseEnum<DraftState>))]
internal enum DraftState
{
    Draft,
    Adopted,
}

/// <summary>A text that the plan carries out.</summary>
/// <param name="Text">Its id in the register; null where it is not in it.</param>
/// <param name="Paper">The paper.</param>
/// <param name="Provision">The part that is meant.</param>
/// <param name="Validity">How it stands on the plan's day; null where it is not in the register.</param>
internal sealed record DirectiveView(string? Text, PaperReference? Paper, string? Provision, Validity? Validity);

/// <param name="Code">What kind of warning it is.</param>
/// <param name="Path">Where it is in the plan.</param>
/// <param name="Detail">What should be looked at, as people read it.</param>
internal sealed record PlanWarningView(PlanWarningCode Code, string Path, string Detail);

/// <param name="Year">The year.</param>
/// <param name="Bloc">The bloc's id.</param>
/// <param name="State">Whether it was adopted.</param>
/// <param name="Adopted">When it was adopted; null for a draft.</param>
/// <param name="Number">Number and symbol of the paper; null until it has one.</param>
/// <param name="Day">The day on the paper; null until it has one.</param>
/// <param name="StatedObjectives">How many objectives and tasks the bloc says it has; null where it does not say.</param>
/// <param name="Objectives">Those that were put down, in their order.</param>
/// <param name="StatedSolutionGroups">How many groups of solutions the bloc says it has; null where it does not say.</param>
/// <param name="SolutionGroups">Those that were put down, in their order.</param>
/// <param name="Directives">What it carries out.</param>
/// <param name="CarriedOver">What the years before have left to do.</param>
/// <param name="Implementation">Who does what by when, a paragraph each.</param>
/// <param name="Warnings">What should be looked at; none of it stands in the way of anything.</param>
internal sealed record PlanView(
    int Year,
    string Bloc,
    DraftState State,
    Adoption? Adopted,
    string? Number,
    DateOnly? Day,
    int? StatedObjectives,
    IReadOnlyList<string> Objectives,
    int? StatedSolutionGroups,
    IReadOnlyList<SolutionGroup> SolutionGroups,
    IReadOnlyList<DirectiveView> Directives,
    IReadOnlyList<CarriedItem> CarriedOver,
    IReadOnlyList<string> Implementation,
    IReadOnlyList<PlanWarningView> Warnings)
{
    public static PlanView Of(Blocs.YearOfBloc id, Plan plan, IReadOnlyDictionary<string, LegalText> texts, IReadOnlyList<LeftOver> left, DateOnly today, Language language)
    {
        var day = PlanWarning.DayOf(plan, today);
        return new(
            id.Year,
            id.Bloc,
            plan.Adopted is null ? DraftState.Draft : DraftState.Adopted,
            plan.Adopted,
            plan.Number,
            plan.Day,
            plan.StatedObjectives,
            plan.Objectives,
            plan.StatedSolutionGroups,
            plan.SolutionGroups,
            [.. plan.Directives.Select(directive => directive.Text is { } text && texts.TryGetValue(text, out var found)
                ? new DirectiveView(text, found.Paper, directive.Provision, PlanWarning.ValidityOf(directive, found, day))
                : new DirectiveView(directive.Text, directive.Paper, directive.Provision, null))],
            plan.CarriedOver,
            plan.Implementation,
            [.. PlanWarning.Of(plan, texts, left, day).Select(warning => new PlanWarningView(warning.Code, warning.Path, warning.Words.In(language)))]);
    }
}
