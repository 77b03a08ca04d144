using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

/// <summary>How many may have voted, and whether the counts carry, by the bloc's adopted regulation.</summary>
/// <param name="Present">How many of those there could vote; null where that is not known. Guests never can.</param>
/// <param name="Most">How many votes there can be, with those in writing; null where that is not known.</param>
/// <param name="Eligible">How many may vote, there or not; null where that is not known.</param>
internal sealed record Voting(int? Present, int? Most, int? Eligible, RegulationSettings? Regulation)
{
    public static Voting Of(RegulationSettings? regulation, IReadOnlyCollection<string> members, int? statedMembers, string? head, string? deputy, Attendance? attendance)
    {
        int? all = members.Count > 0 ? members.Count : statedMembers;
        bool MayVote(string unit) => regulation?.Voters switch
        {
            Voters.MembersWithoutHead => unit != head,
            Voters.Leaders => unit == head || unit == deputy,
            _ => true,
        };
        var isWhole = members.Count > 0 && attendance is not null && members.All(member => attendance.Units.Any(one => one.Unit == member));
        int? eligible = members.Count > 0 ? members.Count(MayVote) : regulation?.Voters is null or Voters.Members ? all : null;
        int? present = isWhole
            ? attendance!.Units.Count(one => MayVote(one.Unit) && (one.State == AttendanceState.Present || (one.State == AttendanceState.Substitute && regulation?.Absentees is not AbsenteeVotes.None)))
            : attendance?.PresentOf(members);
        return new(present, regulation?.Absentees == AbsenteeVotes.InWriting ? eligible : present, eligible, regulation);
    }

    /// <summary>Whether the counts reach what the regulation asks for; null where it asks for nothing, or not all of it is known.</summary>
    public bool? Carries(OpenVote vote) => Regulation is not { Threshold: { } share, Base: { } of }
        ? null
        : (of switch
        {
            VoteBase.AllVoters => Eligible,
            VoteBase.Present => Most > Present ? vote.All : Present,
            _ => vote.All,
        }) is { } all
            ? share.IsReachedBy(vote.For, all)
            : null;

    public void Check(MeetingDecision decision, string path, List<Fault> faults)
    {
        if (decision.Vote is not { } vote)
        {
            return;
        }

        if (vote.All > Most)
        {
            faults.Add(
                $"{path}.vote",
                $"Tổng số phiếu {vote.All} nhiều hơn {Most} thành viên có quyền biểu quyết; khách mời không biểu quyết.",
                $"The {Words.Count(vote.All, "vote")} are more than the {Words.Count(Most.Value, "member")} who can vote; guests do not.");
        }
        else if (decision.IsAdopted is true && Carries(vote) is false)
        {
            faults.Add($"{path}.isAdopted", "Số phiếu tán thành chưa đạt tỷ lệ mà quy chế quy định.", "The votes for it are fewer than the regulation asks for.");
        }
    }
}
