using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Movements;
using EmulationFunctions.Year.Pacts;

namespace EmulationFunctions.Office.Reminders;

/// <summary>What is true of the matters of a bloc's whole year when their mails are sent: its pact and its movements.</summary>
internal sealed class YearNotices(PactTable pacts, MovementTable movements)
{
    /// <summary>Nothing is left to say once the unit has signed, nor to ask for a signature once the pact is a draft again or its text is not known.</summary>
    public async Task<(NoticeFacts? Facts, string? Unneeded)> OfPactAsync(
        NoticeKind kind, YearOfBloc id, string unit, Cycle? cycle, NoticeFacts facts, CancellationToken cancellationToken)
    {
        if (await pacts.FindAsync(id, cancellationToken) is not { } record || (kind == NoticeKind.PactToSign && !record.Current.IsToRead))
        {
            return (null, NoticeReader.Overtaken);
        }

        var deadline = cycle?.Stages.Where(stage => stage.Key.Kind == StageKind.Pact).Select(stage => cycle.DeadlineOf(id.Bloc, unit, stage.Key)).Max();
        return record.ValidOf(unit) is not null ? (null, NoticeReader.Done) : (facts with { Deadline = deadline < facts.Today ? null : deadline, IsDue = record.Current.IsToRead }, null);
    }

    /// <summary>Nothing is left to say once it is over, or the unit has answered it.</summary>
    public async Task<(NoticeFacts? Facts, string? Unneeded)> OfMovementAsync(
        YearOfBloc id, string movement, string unit, NoticeFacts facts, CancellationToken cancellationToken)
    {
        if (await movements.FindAsync(id, movement, cancellationToken) is not { } found)
        {
            return (null, NoticeReader.Overtaken);
        }

        if (found.Until < facts.Today)
        {
            return (null, NoticeReader.Past);
        }

        string?[] lines =
        [
            found.Name,
            found.LaunchedBy.Count > 0 ? $"Phát động: {string.Join(", ", found.LaunchedBy)}" : null,
            (found.From, found.Until) switch
            {
                ({ } from, { } until) => $"Thời gian: từ ngày {VietnamTime.Local(from)} đến hết ngày {VietnamTime.Local(until)}",
                ({ } from, null) => $"Thời gian: từ ngày {VietnamTime.Local(from)}",
                (null, { } until) => $"Thời gian: đến hết ngày {VietnamTime.Local(until)}",
                _ => null,
            },
            found.Paper?.Cited(),
        ];
        return (await movements.AnswersAsync(id, movement, [unit], cancellationToken)).Count > 0
            ? (null, NoticeReader.Done)
            : (facts with { Matters = [.. lines.OfType<string>()], Deadline = found.AnswerBy < facts.Today ? null : found.AnswerBy }, null);
    }
}
