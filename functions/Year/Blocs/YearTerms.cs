using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What holds for a bloc's year, from outside of it.</summary>
/// <param name="Cycle">The year's calendar, with this bloc in it.</param>
/// <param name="Bloc">The bloc.</param>
/// <param name="Memberships">Those that cover a part of the year, by unit and first day.</param>
/// <param name="Terms">The year's terms, in their order, those that were only suggested too.</param>
/// <param name="Leaders">Who leads it today; of a year that is over who led it on its last day. What is said of the year rests on them, and no right.</param>
/// <param name="Acting">Who leads it by a confirmed term whose rights have not ended: rights and reminders rest on them.</param>
/// <param name="Names">What people call units.</param>
internal sealed record YearTerms(
    YearOfBloc Id, Cycle Cycle, Bloc Bloc, IReadOnlyList<Membership> Memberships, IReadOnlyList<Term> Terms, Leaders Leaders, Leaders Acting, UnitNames Names)
{
    /// <summary>Who led it on that day by a confirmed term of the year, whatever rights there are today.</summary>
    public Leaders LeadersOn(DateOnly day) => BlocHeads.OfYear(day, Terms, Cycle, Memberships);

    /// <summary>Who belongs to the bloc on that day, by unit id.</summary>
    public IReadOnlyList<string> MembersOn(DateOnly day) =>
        [.. Memberships.Where(member => member.Covers(day)).Select(member => member.Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether the unit belongs to the bloc at some time of the year.</summary>
    public bool Has(string unit) => Memberships.Any(member => member.Unit == unit);

    /// <summary>The day whose members count for the year: today, but never a day outside of the year.</summary>
    public DateOnly WithinYear(DateOnly day)
    {
        var (first, last) = (new DateOnly(Id.Year, 1, 1), new DateOnly(Id.Year, 12, 31));
        return day < first ? first : day > last ? last : day;
    }

    /// <summary>Whether every unit that the bloc is said to have is listed and known; without that nobody can say who is missing.</summary>
    public bool KnowsAllMembers =>
        Memberships.Count > 0
        && Memberships.Select(member => member.Unit).Distinct(StringComparer.Ordinal).Count() >= (Bloc.StatedMemberCount ?? 0)
        && !Memberships.Any(member => Names.IsPlaceholder(member.Unit));

    /// <summary>The stages of that kind in the year's periods, as this bloc has them.</summary>
    public IReadOnlyList<StageKey> StagesOf(StageKind kind) =>
        [.. Cycle.Stages.Select(stage => stage.Key).Where(key => key.Kind == kind).OrderBy(key => Cycle.StageOf(Id.Bloc, key)!.Opens)];

    /// <summary>Whether the unit may act in a stage of that kind on that day; null where the year has none.</summary>
    public bool? IsOpen(StageKind kind, string unit, DateOnly day) =>
        StagesOf(kind) is { Count: > 0 } stages ? stages.Any(stage => Cycle.IsOpen(Id.Bloc, unit, stage, day)) : null;

    /// <summary>Why not: of several stages by the next one, else by the last.</summary>
    public Refusal NotOpen(StageKind kind, string unit, DateOnly day)
    {
        var stages = StagesOf(kind);
        var next = stages.FirstOrDefault(stage => day < Cycle.StageOf(Id.Bloc, stage)!.Opens, stages[^1]);
        return StageTimes.NotOpen(Cycle, Id.Bloc, unit, next, day);
    }

    /// <exception cref="Refusal">404: the unit is not in the bloc at any time of the year.</exception>
    public void DemandUnit(string unit)
    {
        if (!Has(unit))
        {
            throw SheetTerms.NoSuchMember();
        }
    }

    /// <summary>Once the year is over only the office writes: what it enters then is history.</summary>
    /// <exception cref="Refusal">409: the year is over.</exception>
    public void DemandWritable(bool isOffice)
    {
        if (Cycle.State == CycleState.Closed && !isOffice)
        {
            throw Refusal.Rule("year-over", new(
                "Năm thi đua đã kết thúc; chỉ cơ quan thường trực còn ghi bổ sung được.", "The year is over; only the office still adds to it."));
        }
    }
}
