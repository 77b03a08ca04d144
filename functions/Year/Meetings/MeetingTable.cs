using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

/// <summary>The meetings of a bloc's year, in its own partition (<see cref="MeetingRows"/>).</summary>
internal sealed class MeetingTable(PartitionStore partitions)
{
    public const string Table = "Meetings";

    public async Task<MeetingRecord?> FindAsync(YearOfBloc id, string meeting, CancellationToken cancellationToken)
    {
        var view = await partitions.ReadAsync(id.AddressIn(Table), MeetingRows.Of(meeting), cancellationToken);
        return MeetingRows.Read(meeting, view.Rows);
    }

    /// <summary>What is behind <see cref="DayOfMeeting"/>.</summary>
    public async Task<DateOnly?> DayOfAsync(YearOfBloc id, string meeting, CancellationToken cancellationToken) => (await FindAsync(id, meeting, cancellationToken))?.Meeting.Content.When.Day;

    /// <summary>A page of meetings, by id, and whether there may be more.</summary>
    public async Task<(IReadOnlyList<Meeting> Meetings, bool IsMore)> ListAsync(YearOfBloc id, string? after, int size, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"Part eq {MeetingRows.MeetingPart}");
        var (rows, isMore) = await partitions.ReadPageAsync(
            id.AddressIn(Table), after is null ? MeetingRows.All : MeetingRows.After(after), filter, size, cancellationToken);
        return (rows.ConvertAll(MeetingRows.ReadMeeting), isMore);
    }

    /// <summary>A page of the conclusions of all meetings, and whether there may be more.</summary>
    /// <param name="id">The bloc's year.</param>
    /// <param name="isClosed">Only those that are, or are not; null for all.</param>
    /// <param name="after">The last one of the page before; null for the first.</param>
    /// <param name="size">At most how many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<(string Meeting, MeetingConclusion Conclusion)> Conclusions, bool IsMore)> ListConclusionsAsync(
        YearOfBloc id, bool? isClosed, (string Meeting, int Number)? after, int size, CancellationToken cancellationToken)
    {
        var filter = isClosed is { } closed
            ? StoredTable.CreateQueryFilter($"Part eq {MeetingRows.ConclusionPart} and IsClosed eq {closed}")
            : StoredTable.CreateQueryFilter($"Part eq {MeetingRows.ConclusionPart}");
        var range = after is var (meeting, number) ? MeetingRows.After(meeting, number) : MeetingRows.All;
        var (rows, isMore) = await partitions.ReadPageAsync(id.AddressIn(Table), range, filter, size, cancellationToken);
        return (rows.ConvertAll(row => (MeetingRows.MeetingOf(row), MeetingRows.ReadConclusion(row))), isMore);
    }

    /// <summary>All meetings with all that was written down of them, by id.</summary>
    public async Task<IReadOnlyList<MeetingRecord>> ReadAllAsync(YearOfBloc id, CancellationToken cancellationToken) =>
    [
        .. (await partitions.ReadAsync(id.AddressIn(Table), MeetingRows.All, cancellationToken)).Rows
            .GroupBy(MeetingRows.MeetingOf, StringComparer.Ordinal).Select(rows => MeetingRows.Read(rows.Key, rows)).OfType<MeetingRecord>(),
    ];

    /// <summary>What is behind <see cref="UseOfAttachment"/>: the meeting whose photograph the file is.</summary>
    public async Task<Words?> UseOfAsync(YearOfBloc id, string attachment, CancellationToken cancellationToken)
    {
        var rows = (await partitions.ReadAsync(id.AddressIn(Table), MeetingRows.All, cancellationToken)).Rows;
        var naming = rows.Where(row => row.GetString(MeetingRows.PartColumn) == MeetingRows.MeetingPart).Select(MeetingRows.ReadMeeting)
            .FirstOrDefault(meeting => meeting.Content.Attachments.Contains(attachment));
        return naming is null ? null : new(
            $"Cuộc họp '{naming.Id}' dùng tệp này làm ảnh. Hãy bỏ ảnh khỏi cuộc họp trước.", $"The meeting '{naming.Id}' names this file among its photographs. Take it out of the meeting first.");
    }

    /// <summary>All conclusions that somebody still has to carry out.</summary>
    public async Task<IReadOnlyList<OpenConclusion>> OpenConclusionsAsync(YearOfBloc id, CancellationToken cancellationToken) =>
    [
        .. from record in await ReadAllAsync(id, cancellationToken)
           where record.Meeting.State != MeetingState.Cancelled
           from one in record.Conclusions
           where one.Closing is null
           select new OpenConclusion(record.Meeting.Id, one.Number, one.Text, one.Owners, one.Due),
    ];

    /// <summary>
    /// Writes down what is planned of a meeting, or where and how it was. The same again changes nothing. Who was invited gets the appointment
    /// anew when that has changed and is yet to come.
    /// </summary>
    public Task<MeetingRecord> PutAsync(
        YearOfBloc id, string meeting, Func<MeetingContent?, MeetingContent> content, Action<Meeting?> check, IfMatch ifMatch, DateOnly today, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(Table), MeetingRows.Of(meeting), actor, (view, change) =>
        {
            var before = MeetingRows.Read(meeting, view.Rows);
            var after = content(before?.Meeting.Content);
            if (before is not null && Same(before.Meeting.Content, after))
            {
                return Task.FromResult(before);
            }

            check(before?.Meeting);
            DemandChangeable(before, after, ifMatch);
            var put = before is null
                ? new Meeting(meeting, after, Meeting.DrawSalt())
                : before.Meeting with { Content = after };
            if (put.Invitation is { } invitation && after.When.Day >= today && MeetingAppointment.Differs(before!.Meeting.Content, after))
            {
                put = put with { Invitation = invitation with { Sequence = invitation.Sequence + 1, Day = after.When.Day } };
                change.Notify(NoticeKind.MeetingInvited, invitation.Units, Subject(id, meeting));
            }

            change.Put(MeetingRows.Row(put));
            change.Audit = new("PutMeeting", Subject(id, meeting), Before: before is null ? null : MeetingTexts.Of(before.Meeting), After: MeetingTexts.Of(put));
            return Task.FromResult((before ?? new(put, null, null, [], 0)) with { Meeting = put, Version = change.Seq });
        }, cancellationToken);

    /// <summary>A meeting is changed by those alone who have read it as it is, and once it is over but for its news.</summary>
    /// <exception cref="Refusal">428 without the header, 412 with another version. 409: it is cancelled, or its minutes are adopted.</exception>
    public static void DemandChangeable(MeetingRecord? before, MeetingContent after, IfMatch ifMatch)
    {
        if (before is not null || ifMatch.Tags.Count > 0)
        {
            ifMatch.Demand(before?.Version ?? 0);
        }

        if (before is not null && !Same(before.Meeting.Content.WithoutNews, after.WithoutNews))
        {
            DemandOpen(before.Meeting);
        }
    }

    /// <summary>Invites units by mail; who was invited before is not invited again.</summary>
    public Task<MeetingRecord> InviteAsync(
        YearOfBloc id, string meeting, Func<Meeting, IReadOnlyList<string>> units, DateOnly today, DateTimeOffset now, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, meeting, actor, (before, change) =>
        {
            DemandOpen(before.Meeting);
            if (before.Meeting.Content.When.Day is not { } day || day < today)
            {
                throw Refusal.Rule("meeting-has-no-day-to-come", new(
                    "Chỉ mời họp khi đã có ngày họp và ngày đó chưa qua.", "Units are invited once the meeting has a day, and until it has passed."));
            }

            var invited = before.Meeting.Invitation?.Units ?? [];
            var added = units(before.Meeting).Except(invited, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (added.Count == 0)
            {
                return before;
            }

            var invitation = before.Meeting.Invitation ?? new(Guid.NewGuid().ToString(), 0, [], now);
            var put = before.Meeting with { Invitation = invitation with { Units = [.. invited, .. added], Day = day } };
            change.Put(MeetingRows.Row(put));
            change.Audit = new("InviteToMeeting", Subject(id, meeting), Before: string.Join(' ', invited), After: string.Join(' ', put.Invitation.Units));
            change.Notify(NoticeKind.MeetingInvited, added, Subject(id, meeting));
            return before with { Meeting = put, Version = change.Seq };
        }, cancellationToken);

    /// <summary>Calls a meeting off, of which those who were invited get a mail while the day that they were told has not passed. Doing it again with the same reason changes nothing.</summary>
    public Task<MeetingRecord> CancelAsync(YearOfBloc id, string meeting, string reason, DateOnly today, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, meeting, actor, (before, change) =>
        {
            if (before.Meeting.Cancelled?.Reason == reason)
            {
                return before;
            }

            DemandOpen(before.Meeting);
            if (before.Attendance is not null || before.Minutes is not null)
            {
                throw Refusal.Rule("meeting-was-held", new(
                    "Cuộc họp đã có thành phần dự họp hoặc biên bản nên không hủy được.", "The meeting has an attendance or minutes, so it was held and is not cancelled."));
            }

            var put = before.Meeting with { Cancelled = new(today, reason) };
            if (put.Invitation is { } invitation && put.DayTold >= today)
            {
                put = put with { Invitation = invitation with { Sequence = invitation.Sequence + 1 } };
                change.Notify(NoticeKind.MeetingCancelled, invitation.Units, Subject(id, meeting), reason);
            }

            change.Put(MeetingRows.Row(put));
            change.Audit = new("CancelMeeting", Subject(id, meeting), reason);
            return before with { Meeting = put, Version = change.Seq };
        }, cancellationToken);

    /// <exception cref="Refusal">404: there is no such meeting.</exception>
    public Task<MeetingRecord> ChangeAsync(
        YearOfBloc id, string meeting, Actor actor, Func<MeetingRecord, PartitionChange, MeetingRecord> decide, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(Table), MeetingRows.Of(meeting), actor, (view, change) =>
            Task.FromResult(decide(MeetingRows.Read(meeting, view.Rows) ?? throw NoSuchMeeting(), change)), cancellationToken);

    /// <exception cref="Refusal">409: it is cancelled, or its minutes are adopted.</exception>
    public static void DemandOpen(Meeting meeting)
    {
        if (meeting.State == MeetingState.Cancelled)
        {
            throw Refusal.Rule("meeting-cancelled", new("Cuộc họp đã bị hủy.", "The meeting is cancelled."));
        }

        if (meeting.State == MeetingState.Adopted)
        {
            throw Refusal.Rule("minutes-adopted", new(
                "Biên bản đã được thông qua; chỉ còn ghi được việc thực hiện kết luận và ảnh.",
                "The minutes are adopted: only what becomes of the conclusions changes, and the photographs."));
        }
    }

    public static Refusal NoSuchMeeting() => Refusal.NotFound(new("Không có cuộc họp này.", "There is no such meeting."));

    /// <summary>In ids, as notices name it: like what belongs to the period of a whole year.</summary>
    public static string Subject(YearOfBloc id, string meeting, int? conclusion = null) => string.Create(
        CultureInfo.InvariantCulture, $"{new BlocInPeriod(id.Year, Period.WholeYear, id.Bloc)} {meeting}{(conclusion is null ? "" : $" {conclusion}")}");

    private static bool Same(MeetingContent one, MeetingContent other) => RowText.Of(one) == RowText.Of(other);
}
