using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Nominations;

namespace EmulationFunctions.Office.Reminders;

/// <summary>What is true of a unit's suspension when a mail about it is sent. Why it is, and how it ended, is told to the unit itself and to nobody else: the bloc's head learns that there is one.</summary>
internal sealed class SuspensionNotices(NominationTable nominations, NoticeLines lines)
{
    /// <param name="suspended">The unit that it is about.</param>
    /// <param name="unit">The unit that the mail is written to.</param>
    /// <returns>The facts; or why nothing is left to say.</returns>
    public async Task<(NoticeFacts? Facts, string? Unneeded)> ReadAsync(
        NoticeKind kind, YearOfBloc id, string suspended, string unit, NoticeFacts facts, CancellationToken cancellationToken)
    {
        var last = (await nominations.SuspensionsAsync(id, cancellationToken)).LastOrDefault(one => one.Unit == suspended);
        if (last is null || last.Lifted is null != (kind == NoticeKind.NominationSuspended))
        {
            return (null, NoticeReader.Overtaken);
        }

        facts = facts with { Matters = [last.Lifted is { } lifting ? $"Kết thúc từ ngày {VietnamTime.Local(lifting.Day)}" : $"Từ ngày {VietnamTime.Local(last.Since)}"] };
        return suspended == unit
            ? (facts with { Said = Said(last) }, null)
            : (facts with { Other = await lines.NameAsync(suspended, cancellationToken) }, null);
    }

    private static IReadOnlyList<string> Said(Suspension one) => one.Lifted switch
    {
        { PenaltyEnds: { } ends } lifting => [.. NoticeReader.Lines(lifting.Reason), $"Thành tích tính từ khi hết thời hạn kỷ luật ngày {VietnamTime.Local(ends)}"],
        { } lifting => NoticeReader.Lines(lifting.Reason),
        null => NoticeReader.Lines(one.Reason),
    };
}
