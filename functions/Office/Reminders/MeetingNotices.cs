using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Meetings;

namespace EmulationFunctions.Office.Reminders;

/// <summary>What is true of a meeting when a mail about it is sent.</summary>
internal sealed class MeetingNotices(MeetingTable meetings, RosterTable roster, VietnamTime vietnam, TimeProvider clock)
{
    /// <returns>The facts; or why nothing is left to say.</returns>
    public async Task<(NoticeFacts? Facts, string? Unneeded)> ReadAsync(
        NoticeKind kind, YearOfBloc id, string meeting, string unit, NoticeFacts facts, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(id, meeting, cancellationToken) is not { Meeting: var found } record)
        {
            return (null, "There is no such meeting.");
        }

        var names = await roster.NamesAsync(cancellationToken);
        if (kind == NoticeKind.ConclusionsAssigned)
        {
            string[] open = [.. record.Conclusions.Where(one => one.Closing is null && one.Owners.Contains(unit)).Select(Line)];
            return open.Length == 0 ? (null, "What it speaks of is closed.") : (facts with { Title = found.Content.Title, Matters = open }, null);
        }

        var isCancellation = kind == NoticeKind.MeetingCancelled;
        // What is called off stands in calendars by the day that was told last.
        var content = isCancellation ? MeetingAppointment.Told(found) : found.Content;
        return content.When.Day < facts.Today ? (null, "Its day has passed.")
            : found.Cancelled is not null != isCancellation ? (null, "A later change speaks of it, or took it back.")
            : (facts with
            {
                Title = content.Title,
                Matters = MeetingAppointment.Lines(content, names),
                Said = isCancellation ? facts.Said : MeetingAppointment.Agenda(content, names),
                Event = MeetingAppointment.Of(found, names, vietnam, clock.GetUtcNow()),
            }, null);
    }

    private static string Line(MeetingConclusion one) =>
        $"{one.Number.ToString(CultureInfo.InvariantCulture)}. {one.Text.ReplaceLineEndings(" ")}{(one.Due is { } due ? $" (hạn: {VietnamTime.Local(due)})" : one.DueSaid is { } said ? $" (hạn: {said})" : "")}";
}
