using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Year.Blocs;

/// <summary>One thing that a bloc's year asks of somebody, and whether it is done; what is shown of the year and what people are reminded of.</summary>
/// <param name="Stage">The step of the calendar it belongs to: its days hold where the duty has none of its own.</param>
/// <param name="What">What is to be done, fit for the middle of a sentence, such as "ký giao ước thi đua"; the same for all who have to do the same.</param>
/// <param name="Unit">Who has to; null for the bloc as a whole, which its leaders answer for.</param>
/// <param name="IsDone">Whether it has been done.</param>
/// <param name="Due">Its own last day; null for the calendar's.</param>
/// <param name="Asked">The first day on which it can be done; null for the calendar's.</param>
/// <param name="Id">What it is about, such as a meeting's or a report's id; null where the kind says all.</param>
internal sealed record YearDuty(StageKind Stage, Words What, string? Unit, bool IsDone, DateOnly? Due = null, DateOnly? Asked = null, string? Id = null)
{
    /// <summary>What it is done with; null where the step says all.</summary>
    public DutyKind? Kind { get; init; }

    /// <summary>Whether it is left of the year before, and says so itself.</summary>
    public bool IsOfYearBefore { get; init; }

    /// <summary>Whether anything here says if it is done: a bloc may do it on paper. What is not known is shown, and nobody is reminded of it.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Whether people are reminded of it again and again after its day, until it is done.</summary>
    public bool IsChased { get; init; }

    /// <summary>Whether it has no day at all: then the calendar's does not stand for it, for nobody set that.</summary>
    public bool IsUndated { get; init; }

    /// <summary>How its day was said, where only words are known, such as "trong quý III".</summary>
    public string? Said { get; init; }

    /// <summary>What is asked of the bloc as a whole, within the calendar's days of that step: of the whole year's, else of all periods'; without such a step it has no day.</summary>
    public static YearDuty OfBloc(YearTerms terms, StageKind step, Words what, bool isDone)
    {
        var duty = new YearDuty(step, what, Unit: null, isDone);
        if (terms.Cycle.StageOf(terms.Id.Bloc, step) is not null)
        {
            return duty;
        }

        var stages = terms.StagesOf(step).Select(key => terms.Cycle.StageOf(terms.Id.Bloc, key)!).ToList();
        return stages.Count == 0 ? duty with { IsUndated = true } : duty with { Due = stages.Max(stage => stage.Closes), Asked = stages.Min(stage => stage.Opens) };
    }
}

/// <summary>Says what a room knows of a bloc's year: each room of the year registers one.</summary>
/// <param name="Name">Of the room, in the order of the year, such as "2-pacts".</param>
/// <param name="ReadAsync">Reads its own partition of the year, and of years before as far as something of theirs still holds.</param>
internal sealed record YearDuties(string Name, Func<YearTerms, CancellationToken, Task<IReadOnlyList<YearDuty>>> ReadAsync);
