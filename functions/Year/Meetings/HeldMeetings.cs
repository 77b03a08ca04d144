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

        // Adopted minutes keep the quorum of then: a regulation that came later asks nothing of them.
        if (record.Meeting.Adopted is { } adopted)
        {
            return new(record.Meeting.Content.When.Day, Had(adopted.Quorum), IsQuorumAsked: adopted.Quorum != QuorumState.NotKnown) { Decisions = Decided(record) };
        }

        var quorum = (await desk.FindAsync(id, cancellationToken)).QuorumOf(record);
        return new(record.Meeting.Content.When.Day, Had(quorum.State), quorum.IsAsked) { Decisions = Decided(record) };
    }

    private static IReadOnlyList<HeldDecision> Decided(MeetingRecord record) =>
        [.. (record.Minutes?.Decisions ?? []).Where(one => one.IsAdopted is not null).Select(one => new HeldDecision(one.About, one.Reference, one.IsAdopted is true))];

    private static bool? Had(QuorumState state) => state switch { QuorumState.Reached => true, QuorumState.Missed => false, _ => null };
}
