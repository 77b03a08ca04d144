using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Meetings;

namespace EmulationFunctions.Rules.Tests.Year.Meetings;

/// <summary>Whether a meeting had enough members to decide anything, and whether its votes add up.</summary>
public sealed class QuorumTests
{
    private static readonly string[] Ten = [.. Enumerable.Range(0, 10).Select(index => $"so-{index}")];

    [Theory]
    [InlineData(2, 3, false, 7, nameof(QuorumState.Reached))]
    [InlineData(2, 3, false, 6, nameof(QuorumState.Missed))]
    [InlineData(80, 100, false, 8, nameof(QuorumState.Reached))]
    [InlineData(80, 100, false, 7, nameof(QuorumState.Missed))]
    [InlineData(1, 2, true, 5, nameof(QuorumState.Missed))]
    [InlineData(1, 2, true, 6, nameof(QuorumState.Reached))]
    public void Enough_is_what_the_regulation_asks_for(int part, int of, bool above, int present, string state)
    {
        var quorum = Quorum.Of(new(Quorum: new(part, of, above)), Ten, null, There(present));

        Assert.Equal((state, present, 10), (quorum.State.ToString(), quorum.Present!.Value, quorum.Members!.Value));
        Assert.Equal(quorum.State == QuorumState.Reached, quorum.Present >= quorum.Needed);
    }

    [Fact]
    public void Without_a_regulation_it_is_not_known_and_forbids_nothing()
    {
        var quorum = Quorum.Of(null, Ten, null, There(8));

        Assert.Equal((QuorumState.NotKnown, 8, 10, (int?)null), (quorum.State, quorum.Present!.Value, quorum.Members!.Value, quorum.Needed));
        quorum.DemandToAdopt();
        Quorum.Of(new(), Ten, null, There(1)).DemandToAdopt();
    }

    [Fact]
    public void Where_it_is_asked_for_and_nobody_recorded_who_was_there_nothing_is_adopted()
    {
        var asked = new RegulationSettings(Quorum: new(2, 3));

        Assert.Equal("attendance-not-recorded", Assert.Throws<Refusal>(() => Quorum.Of(asked, Ten, null, null).DemandToAdopt()).Type);
        Assert.Equal("attendance-not-recorded", Assert.Throws<Refusal>(() => Quorum.Of(asked, Ten, null, new([new("so-0", AttendanceState.Present)], null, null)).DemandToAdopt()).Type);
        Assert.Equal("attendance-not-recorded", Assert.Throws<Refusal>(() => Quorum.Of(asked, [], null, new([], 8, null)).DemandToAdopt()).Type);
        Assert.Equal("no-quorum", Assert.Throws<Refusal>(() => Quorum.Of(asked, Ten, null, There(6)).DemandToAdopt()).Type);
        Quorum.Of(asked, [], 10, new([], 8, null)).DemandToAdopt(); // a count without a list
    }

    [Fact]
    public void A_substitute_is_there_and_who_is_excused_is_not()
    {
        var attendance = new Attendance([.. Ten.Select((unit, index) => new MemberAttendance(unit, index switch
        {
            0 => AttendanceState.Excused,
            1 => AttendanceState.Absent,
            2 => AttendanceState.Substitute,
            _ => AttendanceState.Present,
        }))], null, Guests: 3);

        Assert.Equal(8, attendance.PresentOf(Ten));
        Assert.Null(new Attendance([.. attendance.Units.Skip(1)], null, null).PresentOf(Ten)); // of one nothing is known
    }

    [Theory]
    [InlineData(nameof(Voters.Members), null, 8, 8)]
    [InlineData(nameof(Voters.MembersWithoutHead), null, 7, 7)]
    [InlineData(nameof(Voters.Leaders), null, 2, 2)]
    [InlineData(nameof(Voters.Members), nameof(AbsenteeVotes.None), 7, 7)] // a substitute is there and does not vote
    [InlineData(nameof(Voters.Members), nameof(AbsenteeVotes.InWriting), 8, 10)]
    public void Who_votes_is_what_the_regulation_says(string voters, string? absentees, int present, int most)
    {
        var regulation = new RegulationSettings(Voters: Enum.Parse<Voters>(voters), Absentees: absentees is null ? null : Enum.Parse<AbsenteeVotes>(absentees));
        var attendance = new Attendance([.. Ten.Select((unit, index) => new MemberAttendance(unit, index switch
        {
            > 7 => AttendanceState.Absent,
            7 => AttendanceState.Substitute,
            _ => AttendanceState.Present,
        }))], null, Guests: 3);

        var voting = Voting.Of(regulation, Ten, null, "so-0", "so-1", attendance);

        Assert.Equal((present, most), (voting.Present!.Value, voting.Most!.Value));
    }

    [Theory]
    [InlineData(8, 0, 0, true, "")]
    [InlineData(8, 1, 0, true, "$.vote")] // a guest has voted
    [InlineData(4, 4, 0, true, "$.isAdopted")]
    [InlineData(4, 4, 0, false, "")]
    [InlineData(5, 2, 1, true, "")]
    public void The_votes_are_checked_against_those_who_vote_and_were_there(int yes, int no, int other, bool isAdopted, string path)
    {
        var voting = Voting.Of(new(Threshold: new(1, 2, Above: true), Base: VoteBase.Present), Ten, null, null, null, There(8));
        var faults = new List<Fault>();

        voting.Check(new(1, DecisionMatter.Plan, "Kế hoạch", Vote: new(yes, no, other), IsAdopted: isAdopted), "$", faults);

        Assert.Equal(path, string.Join(' ', faults.Select(fault => fault.Path)));
    }

    [Fact]
    public void Where_nobody_knows_how_many_were_there_no_count_is_wrong()
    {
        var faults = new List<Fault>();

        Voting.Of(null, Ten, null, null, null, null).Check(new(1, DecisionMatter.Plan, "Kế hoạch", Vote: new(40, 0, 0), IsAdopted: true), "$", faults);

        Assert.Empty(faults);
    }

    /// <summary>The first are there, the others are not.</summary>
    private static Attendance There(int present) =>
        new([.. Ten.Select((unit, index) => new MemberAttendance(unit, index < present ? AttendanceState.Present : AttendanceState.Absent))], null, null);
}
