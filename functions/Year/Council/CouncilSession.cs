using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Year.Council;

/// <summary>A session of the emulation council of the province. Its people are known by their posts, never by names.</summary>
/// <param name="Id">Its id in the year.</param>
/// <param name="Content">What is written down of it.</param>
/// <param name="RulesVersion">The version of the award rules of its day, which it keeps; another where it is moved to another day before it has voted.</param>
internal sealed record CouncilSession(string Id, SessionContent Content, string RulesVersion)
{
    public Proposal? Find(int number) => Content.Proposals.FirstOrDefault(one => one.Number == number);
}

/// <param name="Council">The council as papers name it, such as "Hội đồng Thi đua - Khen thưởng tỉnh Bắc Ninh".</param>
/// <param name="Title">What the session is called.</param>
/// <param name="Day">The day.</param>
/// <param name="From">The hour at which it began (24 hours, such as 14:00); null where nobody has written it down.</param>
/// <param name="To">The hour at which it ended.</param>
/// <param name="Place">Where.</param>
/// <param name="Quorum">How many members must be there; null for what the rules of the awards proposed ask for.</param>
/// <param name="QuorumSource">Where that is said.</param>
/// <param name="Members">All members of the council.</param>
/// <param name="Guests">Who speaks and does not vote.</param>
/// <param name="Proposals">What is voted on.</param>
internal sealed record SessionContent(
    string Council,
    string Title,
    DateOnly Day,
    string? From,
    string? To,
    string? Place,
    Share? Quorum,
    string? QuorumSource,
    IReadOnlyList<CouncilMember> Members,
    IReadOnlyList<CouncilGuest> Guests,
    IReadOnlyList<Proposal> Proposals)
{
    public const int MostMembers = 100;
    public const int MostGuests = 200;
    public const int MostProposals = 500;

    /// <summary>How many there are: present, or in the place of a member.</summary>
    public int Present => Members.Count(member => member.IsThere);

    /// <summary>How many of them may vote on an award in the room: who came in the place of a member where the award's rule lets absentees be substituted, or none says how they vote.</summary>
    public int VotingOn(AwardVote? rule) => rule is null or { Absentees: AbsenteeVotes.Substitute } ? Present : Members.Count(member => member.Attendance == CouncilAttendance.Present);

    /// <summary>Whether it is known of each member if it was there.</summary>
    public bool IsAttendanceKnown => Members.All(member => member.Attendance is not null);

    public bool Says(SessionContent other) =>
        (Council, Title, From, To, Place) == (other.Council, other.Title, other.From, other.To, other.Place) && Guests.SequenceEqual(other.Guests)
        && Proposals.Count == other.Proposals.Count && RestsAs(other);

    /// <summary>Whether what a vote rests on is the same: who is a member and who was there, the quorum, the day, and each proposal that there was.</summary>
    public bool RestsAs(SessionContent other) =>
        (Day, Quorum, QuorumSource) == (other.Day, other.Quorum, other.QuorumSource) && Members.SequenceEqual(other.Members) && Proposals.All(other.Proposals.Contains);
}

/// <param name="Id">Its id within the session.</param>
/// <param name="Post">By which post it is a member, such as "Giám đốc Sở Nội vụ".</param>
/// <param name="Office">In the council.</param>
/// <param name="Attendance">Whether it was there; null where nobody has written it down.</param>
internal sealed record CouncilMember(
    [property: Slug] string Id, [property: StringLength(CouncilMember.LongestPost, MinimumLength = 1)] string Post, CouncilOffice Office, CouncilAttendance? Attendance = null)
{
    public const int LongestPost = 200;

    [JsonIgnore]
    public bool IsThere => Attendance is CouncilAttendance.Present or CouncilAttendance.Substitute;
}

/// <param name="Id">Its id within the session, other than those of members.</param>
/// <param name="Post">By which post it comes, and from where.</param>
internal sealed record CouncilGuest([property: Slug] string Id, [property: StringLength(CouncilMember.LongestPost, MinimumLength = 1)] string Post);

[JsonConverter(typeof(CamelCaseEnum<CouncilOffice>))]
internal enum CouncilOffice
{
    Chair,
    StandingViceChair,
    ViceChair,
    Secretary,
    Member,
}

[JsonConverter(typeof(CamelCaseEnum<CouncilAttendance>))]
internal enum CouncilAttendance
{
    Present,

    /// <summary>Somebody came in the member's place, whose view is the member's.</summary>
    Substitute,

    /// <summary>Not there; may give an opinion in writing where the rules let it.</summary>
    Absent,
}

/// <summary>That a unit gets an award.</summary>
/// <param name="Number">Within the session.</param>
/// <param name="Award">The award's code.</param>
/// <param name="Bloc">The bloc that proposes.</param>
/// <param name="Unit">The unit.</param>
internal sealed record Proposal([property: Range(1, SessionContent.MostProposals)] int Number, [property: Slug] string Award, [property: Slug] string Bloc, [property: Slug] string Unit);
