using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

/// <summary>What other rooms ask of a meeting. What is behind <see cref="MeetingLookup"/>.</summary>
internal sealed class HeldMeetings(MeetingTable meetings, MeetingDesk desk)
{
    /// <summary>Null for one that was cancelled, too: nothing was adopted there.</summary>
    public async Task<HeldMeeting?> FindAsync(YearOfBloc id, string meeting, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(id, meeting, cancellationToken) is not { } record || record.Meeting.State == MeetingState.Cancelled)
        {
            return null;
        }

        var quorum = (await desk.FindAsync(id, cancellationToken)).QuorumOf(record);
        return new(record.Meeting.Content.When.Day, Had(quorum.State), quorum.IsAsked) { Decisions = Decided(record) };
    }

    /// <summary>What is behind <see cref="RecordedMeetingLookup"/>: the year's own first.</summary>
    public async Task<RecordedMeeting?> FindRecordedAsync(string bloc, int year, string meeting, CancellationToken cancellationToken)
    {
        foreach (var one in (int[])[year, year + 1])
        {
            if (await meetings.FindAsync(new(one, bloc), meeting, cancellationToken) is { Meeting: { State: not MeetingState.Cancelled, Content: var content } })
            {
                return new(content.Title, content.When.Day, content.Place);
            }
        }

        return null;
    }

    private static IReadOnlyList<HeldDecision> Decided(MeetingRecord record) =>
        [.. (record.Minutes?.Decisions ?? []).Where(one => one.IsAdopted is not null).Select(one => new HeldDecision(one.About, one.Reference, one.IsAdopted is true))];

    private static bool? Had(QuorumState state) => state switch { QuorumState.Reached => true, QuorumState.Missed => false, _ => null };
}
