using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Meetings;

/// <summary>Meetings of a bloc: planned, made known, called off, found again.</summary>
internal sealed class MeetingFunctions(MeetingDesk desk, MeetingTable meetings)
{
    public const string Meetings = $"{BlocRoutes.Year}/meetings";
    public const string One = $"{Meetings}/{{meeting}}";

    /// <summary>Plans a meeting, or writes down where, when and with whom it was.</summary>
    /// <remarks>
    /// The whole meeting; the first needs no If-Match. One meeting may be of several kinds, hosted by any member; day and hours may be unknown and are then said in words. What is not known stays away and is
    /// shown as a gap, never as a default. Who was invited gets the appointment anew when it has changed. Once the minutes are adopted only the photographs, who writes the news item and the source change. The files that photographs name must be there, and are not removed while it names them. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(PutMeeting)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<MeetingView>> PutMeeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string meeting, Body<MeetingBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var unknown = terms.MayBeNamed(null) is null ? await desk.UnknownAsync(Named(body.Value), cancellationToken) : [];
        var lacking = await desk.LackingAsync(id, body.Value.Photographs, cancellationToken);
        IReadOnlyList<Fault> FaultsOf(Meeting? before) => [.. MeetingRules.Check(id.Year, body.Value, terms.MayBeNamed(before), before?.Invitation is not null), .. unknown, .. lacking];
        if (body.Value.Photographs.Any(one => one.Attachment is not null))
        {
            var before = await meetings.FindAsync(id, meeting, cancellationToken);
            var after = body.Value.ToContent(before?.Meeting.Content);
            // What is refused holds nothing.
            if (FaultsOf(before?.Meeting).Count == 0 && after.Attachments.Except(before?.Meeting.Content.Attachments ?? []).Any())
            {
                MeetingTable.DemandChangeable(before, after, ifMatch);
                await desk.HoldAsync(id, body.Value.Photographs, before?.Meeting, caller.Acting, cancellationToken);
            }
        }

        var put = await meetings.PutAsync(
            id,
            meeting,
            body.Value.ToContent,
            before => Refuse(FaultsOf(before)),
            ifMatch,
            desk.Today,
            caller.Acting,
            cancellationToken);
        return EntityTag.Ok(terms.View(put, request.HttpContext.AnswersIn()), put.Version);
    }

    /// <summary>Shows a meeting with its attendance, minutes and conclusions.</summary>
    /// <remarks>With the gaps of its minutes: what they need and nobody recorded; and with warnings, such as a caption whose year is another than the meeting's.</remarks>
    [Function(nameof(GetMeeting)), Needs(Right.ReadBlocYear), Answers(404), GivesLanguage]
    public async Task<TaggedOk<MeetingView>> GetMeeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string meeting, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var found = await meetings.FindAsync(id, meeting, cancellationToken) ?? throw MeetingTable.NoSuchMeeting();
        return EntityTag.Ok(terms.View(found, request.HttpContext.AnswersIn()), found.Version);
    }

    /// <summary>Lists the meetings of a bloc's year.</summary>
    /// <remarks>In pages, by id.</remarks>
    [Function(nameof(ListMeetings)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<Ok<MeetingPage>> ListMeetings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Meetings)] HttpRequest request,
        [AsParameters] YearOfBloc id, Page page, CancellationToken cancellationToken)
    {
        if (page.Continuation is { } after && !Slug.IsValid(after))
        {
            throw Page.BadContinuation();
        }

        var terms = await desk.FindAsync(id, cancellationToken);
        var (found, isMore) = await meetings.ListAsync(id, page.Continuation, page.Size, cancellationToken);
        return TypedResults.Ok(new MeetingPage([.. found.Select(one => MeetingSummary.Of(one, terms.Terms.Names))], isMore ? found[^1].Id : null));
    }

    /// <summary>Invites units to a meeting by mail, with the appointment for their calendars.</summary>
    /// <remarks>All members of the day, the host and those who take the chair, unless units are named. Each contact of a unit gets a mail; later changes reach the same units by themselves. Who was invited before is not invited again, so doing it again changes nothing.</remarks>
    [Function(nameof(InviteToMeeting)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<MeetingView>> InviteToMeeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/invitation")] HttpRequest request,
        [AsParameters] YearOfBloc id, string meeting, Body<InvitationBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var invited = await meetings.InviteAsync(
            id,
            meeting,
            before =>
            {
                var units = body.Value.Units ?? terms.ToInvite(before);
                Refuse([.. units.Index()
                    .Where(one => terms.MayBeNamed(before)?.Contains(one.Item) == false)
                    .Select(one => new Fault($"$.units[{one.Index}]", new($"'{one.Item}' không thuộc khối.", $"'{one.Item}' is not in the bloc.")))]);
                return units;
            },
            desk.Today,
            desk.Now,
            caller.Acting,
            cancellationToken);
        return EntityTag.Ok(terms.View(invited, request.HttpContext.AnswersIn()), invited.Version);
    }

    /// <summary>Calls a meeting off.</summary>
    /// <remarks>It stays with its reason. Who was invited gets a mail that takes the appointment out of the calendar. What has an attendance or minutes was held and is not called off. Doing it again with the same reason changes nothing.</remarks>
    [Function(nameof(CancelMeeting)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<MeetingView>> CancelMeeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/cancellation")] HttpRequest request,
        [AsParameters] YearOfBloc id, string meeting, Body<MeetingCancellationBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var reason = body.Value.Reason.Trim();
        var faults = new List<Fault>();
        MeetingRules.CheckText(reason, "$.reason", faults);
        Refuse(faults);
        var terms = await desk.FindAsync(id, cancellationToken);
        var cancelled = await meetings.CancelAsync(id, meeting, reason, desk.Today, caller.Acting, cancellationToken);
        return EntityTag.Ok(terms.View(cancelled, request.HttpContext.AnswersIn()), cancelled.Version);
    }

    public static void Refuse(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }

    private static IEnumerable<(string Path, string? Unit)> Named(MeetingBody body) =>
    [
        ("$.host", body.Host),
        ("$.secretary.unit", body.Secretary?.Unit),
        .. body.Agenda.Select((item, index) => ($"$.agenda[{index}].unit", item.Unit)),
        .. body.Chairs.Select((chair, index) => ($"$.chairs[{index}].unit", (string?)chair.Unit)),
    ];
}
