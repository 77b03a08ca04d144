using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

/// <summary>What holds for a bloc's meetings from outside of them.</summary>
/// <param name="Terms">The bloc's year.</param>
/// <param name="Regulations">What the regulation settled on which day.</param>
/// <param name="Today">In Vietnam.</param>
internal sealed record MeetingTerms(YearTerms Terms, RegulationHistory Regulations, DateOnly Today)
{
    /// <summary>The day by whose members, leaders and regulation a meeting is judged: its own; where that is not known, today.</summary>
    private DateOnly DayOf(Meeting meeting) => meeting.Content.When.Day ?? Today;

    private RegulationSettings? RegulationOf(Meeting meeting) => Regulations.On(DayOf(meeting));

    private Leaders LeadersOf(Meeting meeting) => meeting.Content.When.Day is { } day ? Terms.LeadersOn(day) : Terms.Leaders;

    /// <summary>Who belongs to the bloc on the day of the meeting. January and later work with the year's last members.</summary>
    public IReadOnlyList<string> MembersOf(Meeting meeting) => Terms.MembersOn(Terms.Cycle.MembershipDay(Period.WholeYear, DayOf(meeting)));

    /// <summary>Who may be named; null where the bloc's members are not known.</summary>
    public IReadOnlyCollection<string>? MayBeNamed(Meeting? before) => Terms.Memberships.Count == 0
        ? null
        : [.. Terms.Memberships.Select(member => member.Unit), .. Leaders, .. before?.Content.Units ?? []];

    /// <summary>Those members of whom the bloc's number is reckoned: empty where fewer are listed than it is said to have, for a part of a bloc is no quorum of it.</summary>
    public IReadOnlyList<string> CountedOf(Meeting meeting)
    {
        var members = MembersOf(meeting);
        return Terms.KnowsAllMembers || members.Count >= Terms.Bloc.StatedMemberCount ? members : [];
    }

    /// <summary>Adopted minutes keep the quorum of then, whatever becomes of regulation and roster.</summary>
    public Quorum QuorumOf(MeetingRecord record) => record.Meeting.Adopted is { } adopted
        ? Quorum.Kept(RegulationOf(record.Meeting), adopted)
        : Quorum.Of(RegulationOf(record.Meeting), CountedOf(record.Meeting), Terms.Bloc.StatedMemberCount, record.Attendance);

    public Voting VotingOf(MeetingRecord record)
    {
        var leaders = LeadersOf(record.Meeting);
        return Voting.Of(RegulationOf(record.Meeting), CountedOf(record.Meeting), Terms.Bloc.StatedMemberCount, leaders.Head, leaders.Deputy, record.Attendance);
    }

    private IEnumerable<string> Leaders => new[] { Terms.Leaders.Head, Terms.Leaders.Deputy }.OfType<string>();

    /// <summary>Who is invited where nobody says otherwise.</summary>
    public IReadOnlyList<string> ToInvite(Meeting meeting) =>
        [.. MembersOf(meeting).Concat(meeting.Content.Chairs.Select(chair => chair.Unit)).Append(meeting.Content.Host).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>What can be printed of a meeting, by the members and leaders of its day.</summary>
    public MeetingPaper Paper(MeetingRecord record)
    {
        var quorum = QuorumOf(record);
        return new(Terms.Bloc.Name, record, MembersOf(record.Meeting), quorum.Present, quorum.Members, Terms.Names) { Kind = Terms.Bloc.Kind, Deputy = LeadersOf(record.Meeting).Deputy };
    }

    public MeetingView View(MeetingRecord record, Language language) => MeetingView.Of(
        record,
        QuorumOf(record),
        MeetingGaps.Of(record, MembersOf(record.Meeting), QuorumOf(record).Present, Today),
        MeetingWarnings.Of(record, LeadersOf(record.Meeting), VotingOf(record)),
        Terms.Names,
        Today,
        language);
}

/// <summary>Finds it.</summary>
internal sealed class MeetingDesk(YearDesk years, AdoptedRegulation findRegulation, UnitExists exists, AttachmentExists attachmentExists, HoldAttachment hold)
{
    public DateOnly Today => years.Today;

    public DateTimeOffset Now => years.Now;

    /// <exception cref="Refusal">404: no such year, or the bloc takes no part in it.</exception>
    public async Task<MeetingTerms> FindAsync(YearOfBloc id, CancellationToken cancellationToken) =>
        new(await years.FindAsync(id, cancellationToken), await findRegulation(id, cancellationToken), years.Today);

    /// <summary>A fault for each unit that there is not: where a bloc's members are not known, any unit may be named.</summary>
    public async Task<IReadOnlyList<Fault>> UnknownAsync(IEnumerable<(string Path, string? Unit)> named, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        foreach (var (path, unit) in named)
        {
            if (unit is not null && !await exists(unit, cancellationToken))
            {
                faults.Add(path, $"Không có đơn vị '{unit}'.", $"There is no unit '{unit}'.");
            }
        }

        return faults;
    }

    /// <summary>A fault for each photograph whose file the bloc does not have.</summary>
    public async Task<IReadOnlyList<Fault>> LackingAsync(YearOfBloc id, IReadOnlyList<MeetingPhotograph> photographs, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        foreach (var (index, one) in photographs.Index())
        {
            if (one.Attachment is { } file && !await attachmentExists(id, file, cancellationToken))
            {
                faults.Add($"$.photographs[{index}].attachment", $"Khối không có tệp '{file}'.", $"The bloc has no file '{file}'.");
            }
        }

        return faults;
    }

    /// <summary>Holds the files of photographs that are about to be named; those that the meeting names already are not taken away.</summary>
    /// <exception cref="Refusal">400: one was taken away meanwhile.</exception>
    public async Task HoldAsync(YearOfBloc id, IReadOnlyList<MeetingPhotograph> photographs, Meeting? before, Actor actor, CancellationToken cancellationToken)
    {
        var named = before?.Content.Attachments.ToList() ?? [];
        foreach (var (index, one) in photographs.Index())
        {
            if (one.Attachment is { } file && !named.Contains(file) && !await hold(id, file, actor, cancellationToken))
            {
                throw Refusal.BadInput($"$.photographs[{index}].attachment", new("Tệp vừa bị gỡ.", "The file has just been taken away."));
            }
        }
    }
}
