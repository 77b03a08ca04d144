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
internal sealed record YearDuty(StageKind Stage, Words What, string? Unit, bool IsDone, DateOnly? Due = null, DateOnly? Asked = null, string? Id = null);

/// <summary>Says what a room knows of a bloc's year: each room of the year registers one.</summary>
/// <param name="Name">Of the room, in the order of the year, such as "2-pacts".</param>
/// <param name="ReadAsync">Reads one partition at most.</param>
internal sealed record YearDuties(string Name, Func<YearTerms, CancellationToken, Task<IReadOnlyList<YearDuty>>> ReadAsync);
