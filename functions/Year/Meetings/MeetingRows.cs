using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Meetings;

/// <summary>
/// How meetings lie in the partition of the bloc's year: <c>meeting|{meeting}|meeting</c> with what was planned, and beside it
/// <c>attendance</c>, <c>minutes</c> and <c>conclusion|{number}</c>.
/// </summary>
internal static class MeetingRows
{
    public const string PartColumn = "Part";
    public const string MeetingPart = "meeting";
    public const string ConclusionPart = "conclusion";
    public const string ClosedColumn = "IsClosed";

    private const string AttendancePart = "attendance";
    private const string MinutesPart = "minutes";
    private const string Prefix = "meeting|";

    public static readonly KeyRange All = KeyRange.Prefix(Prefix);

    public static KeyRange Of(string meeting) => KeyRange.Prefix($"{Prefix}{meeting}|");

    /// <summary>All that come after this meeting.</summary>
    public static KeyRange After(string meeting) => All with { From = Of(meeting).To };

    /// <summary>All that come after this conclusion.</summary>
    public static KeyRange After(string meeting, int number) => All with { From = ConclusionKey(meeting, number) + " " };

    public static string ConclusionKey(string meeting, int number) => $"{Key(meeting, ConclusionPart)}|{number.ToString("D2", CultureInfo.InvariantCulture)}";

    /// <summary>The meeting whose row that is.</summary>
    public static string MeetingOf(TableEntity row) => row.RowKey.Split('|')[1];

    public static long Seq(TableEntity row) => row.GetInt64("Seq") ?? 0;

    public static MeetingRecord? Read(string meeting, IEnumerable<TableEntity> rows)
    {
        var parts = rows.ToLookup(row => row.GetString(PartColumn)!, StringComparer.Ordinal);
        return parts[MeetingPart].FirstOrDefault() is { } head
            ? new(
                ReadMeeting(head),
                parts[AttendancePart].FirstOrDefault() is { } attendance ? RowText.Read<Attendance>(attendance.Text("Attendance")!) : null,
                parts[MinutesPart].FirstOrDefault() is { } minutes ? ReadMinutes(minutes) : null,
                [.. parts[ConclusionPart].Select(ReadConclusion)],
                parts.SelectMany(part => part).Max(Seq))
            : null;
    }

    public static TableEntity Row(Meeting meeting)
    {
        var content = meeting.Content;
        var row = New(meeting.Id, MeetingPart);
        row["Kinds"] = string.Join(' ', content.Kinds);
        row["Title"] = content.Title;
        row["Day"] = Text(content.When.Day);
        row["From"] = content.When.From;
        row["To"] = content.When.To;
        row["Said"] = content.When.Said;
        row["Host"] = content.Host;
        row["Mode"] = content.Mode?.ToString();
        row["Place"] = content.Place;
        row["Link"] = content.Link;
        row["ReviewedYear"] = content.Years.Reviewed;
        row["PactYear"] = content.Years.Pact;
        row["PlanYear"] = content.Years.Plan;
        row.PutText("Agenda", RowText.Of(content.Agenda));
        row.PutText("Chairs", RowText.Of(content.Chairs));
        row.PutText("Guests", RowText.Of(content.Guests));
        row["Secretary"] = content.Secretary is null ? null : RowText.Of(content.Secretary);
        row.PutText("Photographs", RowText.Of(content.Photographs));
        row["Writer"] = content.Writer is null ? null : RowText.Of(content.Writer);
        row["KnownFrom"] = content.Source is null ? null : RowText.Of(content.Source);
        row["Salt"] = meeting.Salt;
        row["Uid"] = meeting.Invitation?.Uid;
        row["Sequence"] = meeting.Invitation?.Sequence;
        row["InvitedAt"] = meeting.Invitation?.At;
        row["InvitedFor"] = Text(meeting.Invitation?.Day);
        row.PutText("Invited", meeting.Invitation is { } invitation ? string.Join(' ', invitation.Units) : null);
        row["CancelledOn"] = Text(meeting.Cancelled?.On);
        row["CancelReason"] = meeting.Cancelled?.Reason;
        row["AdoptedOn"] = Text(meeting.Adopted?.On);
        row["AdoptedSaid"] = meeting.Adopted?.Said;
        row["Quorum"] = meeting.Adopted?.Quorum.ToString();
        row["Present"] = meeting.Adopted?.Present;
        row["Members"] = meeting.Adopted?.Members;
        return row;
    }

    public static Meeting ReadMeeting(TableEntity row) => new(
        MeetingOf(row),
        new(
            [.. row.GetString("Kinds")!.Split(' ').Select(Enum.Parse<MeetingKind>)],
            row.GetString("Title")!,
            new(Day(row.GetString("Day")), row.GetString("From"), row.GetString("To"), row.GetString("Said")),
            row.GetString("Host"),
            row.GetString("Mode") is { } mode ? Enum.Parse<MeetingMode>(mode) : null,
            row.GetString("Place"),
            row.GetString("Link"),
            new(row.GetInt32("ReviewedYear"), row.GetInt32("PactYear"), row.GetInt32("PlanYear")),
            RowText.Read<IReadOnlyList<AgendaItem>>(row.Text("Agenda")!),
            RowText.Read<IReadOnlyList<MeetingChair>>(row.Text("Chairs")!),
            RowText.Read<IReadOnlyList<MeetingGuest>>(row.Text("Guests")!),
            row.GetString("Secretary") is { } secretary ? RowText.Read<MeetingSecretary>(secretary) : null,
            RowText.Read<IReadOnlyList<MeetingPhotograph>>(row.Text("Photographs")!))
        {
            Writer = row.GetString("Writer") is { } writer ? RowText.Read<NamedPerson>(writer) : null,
            Source = row.GetString("KnownFrom") is { } source ? RowText.Read<PaperReference>(source) : null,
        },
        row.GetString("Salt") ?? "")
    {
        Invitation = row.GetString("Uid") is { } uid
            ? new(uid, row.GetInt32("Sequence") ?? 0, row.Text("Invited")!.Split(' '), row.GetDateTimeOffset("InvitedAt") ?? default, Day(row.GetString("InvitedFor")))
            : null,
        Cancelled = Day(row.GetString("CancelledOn")) is { } cancelled ? new(cancelled, row.GetString("CancelReason") ?? "") : null,
        Adopted = row.GetString("Quorum") is { } quorum
            ? new(Day(row.GetString("AdoptedOn")), Enum.Parse<QuorumState>(quorum), row.GetInt32("Present"), row.GetInt32("Members"), row.GetString("AdoptedSaid"))
            : null,
    };

    /// <summary>Takes the people out of a row: names and posts, and in whose words conclusions and instructions are.</summary>
    public static int Erase(TableEntity row) => row.GetString(PartColumn) switch
    {
        MeetingPart => EraseMeeting(row),
        MinutesPart => EraseMinutes(row),
        ConclusionPart => EraseConclusion(row),
        _ => 0,
    };

    /// <summary>
    /// The salt of a meeting goes with the people who were named in it: with it somebody could try names on the fingerprints in the trail. What is
    /// written later is fingerprinted with the new one.
    /// </summary>
    public static bool Resalt(TableEntity row, IReadOnlySet<string> erased)
    {
        if (row.GetString(PartColumn) != MeetingPart || !erased.Any(key => key.StartsWith($"{Prefix}{MeetingOf(row)}|", StringComparison.Ordinal)))
        {
            return false;
        }

        row["Salt"] = Meeting.DrawSalt();
        return true;
    }

    private static int EraseMinutes(TableEntity row)
    {
        var instructions = ReadMinutes(row).Instructions;
        var named = instructions.Count(one => one.From != GuestInstruction.ErasedFrom);
        if (named > 0)
        {
            row.PutText("Instructions", RowText.PiecesOf<IReadOnlyList<GuestInstruction>>([.. instructions.Select(one => one with { From = GuestInstruction.ErasedFrom })]));
        }

        return named;
    }

    private static int EraseConclusion(TableEntity row) => row.Remove("Source") ? 1 : 0;

    private static int EraseMeeting(TableEntity row)
    {
        var content = ReadMeeting(row).Content;
        var named = content.People.Count(person => person != NamedPerson.Erased);
        if (named > 0)
        {
            row.PutText("Chairs", RowText.Of(content.Chairs.Select(chair => chair with { Person = Erased(chair.Person) })));
            row.PutText("Guests", RowText.Of(content.Guests.Select(guest => guest with { Person = Erased(guest.Person) })));
            row["Secretary"] = content.Secretary is { } secretary ? RowText.Of(secretary with { Person = Erased(secretary.Person) }) : null;
            row["Writer"] = content.Writer is null ? null : RowText.Of(NamedPerson.Erased);
        }

        return named;

        static NamedPerson? Erased(NamedPerson? person) => person is null ? null : NamedPerson.Erased;
    }

    public static TableEntity Row(string meeting, Attendance attendance)
    {
        var row = New(meeting, AttendancePart);
        row.PutText("Attendance", RowText.Of(attendance));
        return row;
    }

    public static TableEntity Row(string meeting, MeetingMinutes minutes)
    {
        var row = New(meeting, MinutesPart);
        row["Began"] = minutes.Began;
        row["Ended"] = minutes.Ended;
        row.PutText("Proceedings", RowText.PiecesOf(minutes.Proceedings));
        row.PutText("Decisions", RowText.PiecesOf(minutes.Decisions));
        row.PutText("Instructions", RowText.PiecesOf(minutes.Instructions));
        return row;
    }

    public static TableEntity Row(string meeting, MeetingConclusion one)
    {
        var row = New(meeting, ConclusionPart);
        row.RowKey = ConclusionKey(meeting, one.Number);
        row["Content"] = one.Text;
        row.PutText("Owners", RowText.Of(one.Owners));
        row["Due"] = Text(one.Due);
        row["DueSaid"] = one.DueSaid;
        row["Source"] = one.Source;
        row.PutText("Reports", RowText.Of(one.Reports));
        row["Outcome"] = one.Closing?.Outcome.ToString();
        row["Result"] = one.Closing?.Result;
        row["ClosedOn"] = Text(one.Closing?.On);
        row[ClosedColumn] = one.Closing is not null;
        return row;
    }

    public static MeetingConclusion ReadConclusion(TableEntity row) => new(
        int.Parse(row.RowKey.Split('|')[^1], CultureInfo.InvariantCulture),
        row.GetString("Content")!,
        RowText.Read<IReadOnlyList<string>>(row.Text("Owners")!),
        Day(row.GetString("Due")),
        row.GetString("DueSaid"),
        row.GetString("Source"),
        RowText.Read<IReadOnlyList<ConclusionReport>>(row.Text("Reports")!),
        row.GetString("Outcome") is { } outcome
            ? new(Enum.Parse<ConclusionOutcome>(outcome), row.GetString("Result") ?? "", Day(row.GetString("ClosedOn"))!.Value)
            : null);

    private static MeetingMinutes ReadMinutes(TableEntity row) => new(
        row.GetString("Began"),
        row.GetString("Ended"),
        RowText.Read<IReadOnlyList<Proceeding>>(row.Text("Proceedings")!),
        RowText.Read<IReadOnlyList<MeetingDecision>>(row.Text("Decisions")!),
        RowText.Read<IReadOnlyList<GuestInstruction>>(row.Text("Instructions")!));

    private static TableEntity New(string meeting, string part) => new() { RowKey = Key(meeting, part), [PartColumn] = part };

    private static string Key(string meeting, string part) => $"{Prefix}{meeting}|{part}";

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
