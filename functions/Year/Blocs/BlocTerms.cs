using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What holds for a bloc's work on all its sheets, from outside of them.</summary>
/// <param name="Members">By unit id.</param>
internal sealed record BlocTerms(BlocInPeriod Id, Cycle Cycle, SchemeTree Tree, IReadOnlyList<string> Members)
{
    /// <summary>Whether the stage lies behind the whole bloc; a year without the stage never has it behind itself.</summary>
    public bool IsOver(StageKind kind, DateOnly today) => Cycle.StageOf(Id.Bloc, new(kind, Id.Period)) is { } stage && today > stage.Closes;

    /// <summary>Whether the unit may act in the stage today. Where the year has no such stage nothing is said about when.</summary>
    public bool IsOpen(StageKind kind, string unit, DateOnly today)
    {
        var key = new StageKey(kind, Id.Period);
        return Cycle.StageOf(Id.Bloc, key) is null ? Cycle.State != CycleState.Closed : Cycle.IsOpen(Id.Bloc, unit, key, today);
    }

    /// <exception cref="Refusal">409: not yet, or not any more.</exception>
    public void DemandOpen(StageKind kind, string unit, DateOnly today)
    {
        if (!IsOpen(kind, unit, today))
        {
            throw StageTimes.NotOpen(Cycle, Id.Bloc, unit, new(kind, Id.Period), today);
        }
    }

    /// <exception cref="Refusal">404: the unit is not in the bloc.</exception>
    public void DemandMember(string unit)
    {
        if (!Members.Contains(unit, StringComparer.Ordinal))
        {
            throw SheetTerms.NoSuchMember();
        }
    }
}
