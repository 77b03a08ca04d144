using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Calendar;

/// <summary>The body of <c>PutCycle</c>: the whole year. Where the calendar is null it is taken from the template.</summary>
/// <param name="Blocs">The blocs that take part.</param>
/// <param name="StartsOn">The first day of the year's work; null for the template's.</param>
/// <param name="Periods">What is scored and ranked as one; null for the template's.</param>
/// <param name="Stages">The stages with their first and last days; null for the template's.</param>
[PartsRefer]
internal sealed record CycleBody(
    [property: Items(0, CycleBody.MostBlocs)] IReadOnlyList<BlocInYearBody> Blocs,
    DateOnly? StartsOn = null,
    [property: Items(1, CalendarRules.MostPeriods)] IReadOnlyList<PeriodBody>? Periods = null,
    [property: Items(1, CycleBody.MostStages)] IReadOnlyList<StageBody>? Stages = null)
{
    public const int MostStages = 108;
    public const int MostBlocs = 200;

    public Cycle ToCycle(int year, CalendarTemplate template)
    {
        var made = template.In(year);
        return made with
        {
            StartsOn = StartsOn ?? made.StartsOn,
            Periods = Periods is null ? made.Periods : [.. Periods.Select(period => period.ToPeriod())],
            Stages = Stages is null ? made.Stages : [.. Stages.Select(stage => new Stage(stage.Key, stage.Opens, stage.Closes))],
            Overrides = [.. Blocs.SelectMany(bloc => bloc.Stages.Select(stage => new StageOverride(bloc.Bloc, stage.Key, stage.Opens, stage.Closes)))],
            Blocs = [.. Blocs.Select(bloc => new BlocInCycle(bloc.Bloc, bloc.Scheme is { } scheme ? new(scheme.Id, scheme.Version) : null))],
        };
    }

    /// <summary>Where the overrides, in the order of <see cref="ToCycle"/>, stand in the body.</summary>
    public IReadOnlyList<string> OverridePaths() =>
        [.. Blocs.SelectMany((bloc, blocIndex) => bloc.Stages.Select((_, index) => $"$.blocs[{blocIndex}].stages[{index}]"))];
}

/// <param name="Id">The period's id; <c>nam</c> is the whole year.</param>
/// <param name="Name">Its name.</param>
internal sealed record PeriodBody(
    [property: Slug] string Id,
    [property: StringLength(CalendarRules.LongestName, MinimumLength = 1)] string Name)
{
    public Period ToPeriod() => new(Id, Name);
}

/// <param name="Period">The period's id.</param>
/// <param name="Stage">Which step.</param>
/// <param name="Opens">The first day that belongs to it.</param>
/// <param name="Closes">The last day that belongs to it; the deadline is its end.</param>
internal sealed record StageBody([property: Slug] string Period, StageKind Stage, DateOnly Opens, DateOnly Closes)
{
    [JsonIgnore]
    public StageKey Key => new(Stage, Period);
}

/// <param name="Bloc">The bloc's id in the roster.</param>
/// <param name="Scheme">The version of a scheme by which it is scored; null until it is chosen.</param>
internal sealed record BlocInYearBody([property: Slug] string Bloc, SchemeVersionBody? Scheme = null)
{
    /// <summary>The bloc's own days, in place of the year's; none unless given.</summary>
    [Items(0, CycleBody.MostStages)]
    public IReadOnlyList<StageBody> Stages { get; init; } = [];
}

/// <summary>The body of <c>PutCycleBloc</c>.</summary>
/// <param name="Scheme">The version of a scheme by which it is scored; null until it is chosen.</param>
/// <param name="Stages">The bloc's own days, in place of the year's; usually none.</param>
internal sealed record CycleBlocBody(SchemeVersionBody? Scheme = null, [property: Items(0, CycleBody.MostStages)] IReadOnlyList<StageBody>? Stages = null);

/// <param name="Id">The scheme's id.</param>
/// <param name="Version">Its version; in use it never changes again.</param>
internal sealed record SchemeVersionBody([property: Slug] string Id, [property: Range(1, 9999)] int Version);

/// <summary>The body of <c>PutCalendarTemplate</c>, from which every later year is made.</summary>
/// <param name="StartsOn">The day on which the year is opened.</param>
/// <param name="Periods">What is scored and ranked as one.</param>
/// <param name="Stages">The stages with their first and last days.</param>
[PartsRefer]
internal sealed record CalendarTemplateBody(
    YearDayBody StartsOn,
    [property: Items(1, CalendarRules.MostPeriods)] IReadOnlyList<PeriodBody> Periods,
    [property: Items(1, CycleBody.MostStages)] IReadOnlyList<StageRuleBody> Stages)
{
    public CalendarTemplate ToTemplate() => new(
        StartsOn.ToDay(),
        [.. Periods.Select(period => period.ToPeriod())],
        [.. Stages.Select(stage => new StageRule(new(stage.Stage, stage.Period), stage.Opens.ToDay(), stage.Closes.ToDay()))]);
}

/// <param name="Period">The period's id.</param>
/// <param name="Stage">Which step.</param>
/// <param name="Opens">The first day that belongs to it, each year.</param>
/// <param name="Closes">The last day that belongs to it, each year.</param>
internal sealed record StageRuleBody([property: Slug] string Period, StageKind Stage, YearDayBody Opens, YearDayBody Closes);

/// <param name="Month">1 to 12.</param>
/// <param name="Day">The day of the month; 29 February is the 28th in common years.</param>
/// <param name="YearOffset">0 in the year itself, -1 in the one before, 1 in the one after.</param>
internal sealed record YearDayBody(
    [property: Range(1, 12)] int Month,
    [property: Range(1, 31)] int Day,
    [property: Range(YearDay.LeastOffset, YearDay.MostOffset)] int YearOffset = 0)
{
    public static YearDayBody Of(YearDay day) => new(day.Month, day.Day, day.YearOffset);

    public YearDay ToDay() => new(Month, Day, YearOffset);
}

/// <summary>The body of <c>ExtendDeadline</c>.</summary>
/// <param name="Closes">The unit's own last day for the stage; after the bloc's.</param>
/// <param name="Reason">Why it is given more time.</param>
internal sealed record ExtensionBody(
    DateOnly Closes,
    [property: StringLength(Extension.LongestReason, MinimumLength = 1)] string Reason);
