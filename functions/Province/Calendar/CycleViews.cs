using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>A year.</summary>
/// <param name="Year">The year.</param>
/// <param name="State">Planned before its first day, open, or closed after the last day of its last stage.</param>
/// <param name="StartsOn">The first day of its work.</param>
/// <param name="Periods">What is scored and ranked as one.</param>
/// <param name="Stages">The stages, for every bloc without days of its own.</param>
/// <param name="Blocs">The blocs that take part, with their schemes and their own days.</param>
internal sealed record CycleView(
    int Year,
    CycleState State,
    DateOnly StartsOn,
    IReadOnlyList<PeriodBody> Periods,
    IReadOnlyList<StageBody> Stages,
    IReadOnlyList<BlocInYearBody> Blocs)
{
    public static CycleView Of(Cycle cycle) => new(
        cycle.Year,
        cycle.State,
        cycle.StartsOn,
        [.. cycle.Periods.Select(period => new PeriodBody(period.Id, period.Name))],
        [.. cycle.Stages.Select(stage => new StageBody(stage.Key.Period, stage.Key.Kind, stage.Opens, stage.Closes))],
        [.. cycle.Blocs.Select(bloc => new BlocInYearBody(
            bloc.Bloc,
            bloc.Scheme is { } scheme ? new(scheme.Scheme, scheme.Version) : null)
        {
            Stages = [.. cycle.Overrides.Where(changed => changed.Bloc == bloc.Bloc)
                .Select(changed => new StageBody(changed.Stage.Period, changed.Stage.Kind, changed.Opens, changed.Closes))],
        })]);
}

/// <param name="Year">The year.</param>
/// <param name="State">Planned, open or closed.</param>
/// <param name="StartsOn">The first day of its work.</param>
internal sealed record CycleSummary(int Year, CycleState State, DateOnly StartsOn);

/// <param name="Cycles">Every year there is, the latest first.</param>
internal sealed record CycleList(IReadOnlyList<CycleSummary> Cycles);

/// <summary>The calendar from which later years are made.</summary>
/// <param name="IsDefault">Whether it is still the one that comes with the program: no provincial text fixes these days, so look at them.</param>
/// <param name="StartsOn">The day on which the year is opened.</param>
/// <param name="Periods">What is scored and ranked as one.</param>
/// <param name="Stages">The stages with their first and last days.</param>
internal sealed record CalendarTemplateView(
    bool IsDefault, YearDayBody StartsOn, IReadOnlyList<PeriodBody> Periods, IReadOnlyList<StageRuleBody> Stages)
{
    public static CalendarTemplateView Of(StoredTemplate stored) => new(
        stored.IsDefault,
        YearDayBody.Of(stored.Template.StartsOn),
        [.. stored.Template.Periods.Select(period => new PeriodBody(period.Id, period.Name))],
        [.. stored.Template.Stages.Select(rule => new StageRuleBody(
            rule.Stage.Period, rule.Stage.Kind, YearDayBody.Of(rule.Opens), YearDayBody.Of(rule.Closes)))]);
}

/// <param name="Unit">The unit that was given more time.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Period">The period's id.</param>
/// <param name="Stage">For which step.</param>
/// <param name="Closes">The unit's own last day; where the bloc's is later, that one counts.</param>
/// <param name="Reason">Why.</param>
internal sealed record ExtensionView(string Unit, string UnitName, string Period, StageKind Stage, DateOnly Closes, string Reason)
{
    public static ExtensionView Of(Extension extension, UnitNames names) =>
        new(extension.Unit, names[extension.Unit], extension.Stage.Period, extension.Stage.Kind, extension.Closes, extension.Reason);
}

/// <param name="Extensions">A page of extensions, by unit.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record ExtensionPage(IReadOnlyList<ExtensionView> Extensions, string? Continuation);
