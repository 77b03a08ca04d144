using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Meetings;

/// <summary>What is written down of a meeting that was held, and what becomes of what it concluded.</summary>
internal sealed class MinutesFunctions(MeetingDesk desk, MeetingTable meetings, MinutesTable minutes)
{
    private const string Conclusion = $"{MeetingFunctions.One}/conclusions/{{conclusion}}";

    /// <summary>Writes down who was there.</summary>
    /// <remarks>Whole; the first needs no If-Match. Of a member that is not named nothing is known. Guests are a count and never part of a quorum or a vote. Votes that are written down already must be possible with who was there (409).</remarks>
    [Function(nameof(RecordAttendance)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<MeetingView>> RecordAttendance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{MeetingFunctions.One}/attendance")] HttpRequest request,
        [AsParameters] YearOfBloc id, string meeting, Body<AttendanceBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var put = await minutes.PutAttendanceAsync(
            id,
            meeting,
            body.Value.ToAttendance(),
            before =>
            {
                MeetingFunctions.Refuse(MeetingRules.Check(
                    body.Value, before.Meeting.Content, terms.MembersOf(before.Meeting), terms.CountedOf(before.Meeting), terms.Terms.Bloc.StatedMemberCount));
                MeetingRules.DemandVotesOf(before.Minutes, terms.VotingOf(before with { Attendance = body.Value.ToAttendance() }));
            },
            ifMatch,
            desk.Today,
            caller.Acting,
            cancellationToken);
        return Answer(terms, put, request);
    }

    /// <summary>Writes down what happened: hours, proceedings, decisions with the counts of open votes, instructions of guests.</summary>
    /// <remarks>Whole; the first needs no If-Match. What was not recorded stays away. The votes of a decision are never more than the members there who vote; where the regulation asks for a quorum that was missed, nothing is carried.</remarks>
    [Function(nameof(PutMinutes)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<MeetingView>> PutMinutes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{MeetingFunctions.One}/minutes")] HttpRequest request,
        [AsParameters] YearOfBloc id, string meeting, Body<MinutesBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var put = await minutes.PutMinutesAsync(
            id,
            meeting,
            body.Value.ToMinutes(),
            before =>
            {
                MeetingFunctions.Refuse(MeetingRules.Check(body.Value, terms.MayBeNamed(before.Meeting), terms.VotingOf(before)));
                if (body.Value.Decisions.Any(decision => decision.IsAdopted is true) && terms.QuorumOf(before) is { State: QuorumState.Missed } missed)
                {
                    missed.DemandToAdopt();
                }
            },
            ifMatch,
            desk.Today,
            caller.Acting,
            cancellationToken);
        return Answer(terms, put, request);
    }

    /// <summary>Adopts the minutes.</summary>
    /// <remarks>From then on only what becomes of the conclusions changes, and the photographs; owners of open conclusions get a mail. Gaps stay gaps. Where the regulation asks for a quorum, enough members must have been there. On a day; where that is not known, by what is said of it. Doing it again for the same day changes nothing.</remarks>
    [Function(nameof(AdoptMinutes)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<MeetingView>> AdoptMinutes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{MeetingFunctions.One}/minutes/adoption")] HttpRequest request,
        [AsParameters] YearOfBloc id, string meeting, Body<AdoptionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var said = body.Value.Said?.Trim() is { Length: > 0 } words ? words : null;
        var terms = await desk.FindAsync(id, cancellationToken);
        var adopted = await minutes.AdoptAsync(id, meeting, body.Value.On, said, terms.QuorumOf, ifMatch, desk.Today, caller.Acting, cancellationToken);
        return Answer(terms, adopted, request);
    }

    /// <summary>Writes down a conclusion of a meeting.</summary>
    /// <remarks>With the units that have to carry it out, the day until which, and whose word it is. The first needs no If-Match; not before the day of the meeting, nor once the minutes are adopted. Doing it again changes nothing.</remarks>
    [Function(nameof(RecordConclusion)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<MeetingView>> RecordConclusion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Conclusion)] HttpRequest request,
        [AsParameters] YearOfBloc id, string meeting, string conclusion, Body<ConclusionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var number = Number(conclusion);
        var terms = await desk.FindAsync(id, cancellationToken);
        // A task is nobody's where it is not known who belongs to the bloc, unless the unit is named before.
        var put = await minutes.PutConclusionAsync(
            id,
            meeting,
            number,
            before => body.Value.ToConclusion(number, before),
            (before, known) => MeetingFunctions.Refuse(
                MeetingRules.Check(body.Value, before.Meeting.Content, [.. terms.MayBeNamed(before.Meeting) ?? [.. before.Meeting.Content.Units], .. known?.Owners ?? []])),
            ifMatch,
            desk.Today,
            caller.Acting,
            cancellationToken);
        return Answer(terms, put, request);
    }

    /// <summary>Says what a unit has done of a conclusion.</summary>
    /// <remarks>By a unit that has to carry it out, or for it by the head or the office; until it is closed; once the year is over by the office alone. The same again changes nothing.</remarks>
    [Function(nameof(ReportConclusion)), Needs(Right.ReportResults), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<MeetingView>> ReportConclusion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Conclusion}/reports/{{unit}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string meeting, string conclusion, string unit, Body<ConclusionReportBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var text = body.Value.Text.Trim();
        var faults = new List<Fault>();
        MeetingRules.CheckText(text, "$.text", faults);
        MeetingFunctions.Refuse(faults);
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.Terms.DemandWritable(caller.IsAdmin);
        var reported = await minutes.ReportAsync(id, meeting, Number(conclusion), unit, text, desk.Today, caller.For(unit), cancellationToken);
        return Answer(terms, reported, request);
    }

    /// <summary>Closes a conclusion: done with what result, or dropped and why.</summary>
    /// <remarks>Also after the minutes are adopted. The same again changes nothing; one that is closed otherwise stays as it is.</remarks>
    [Function(nameof(CloseConclusion)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<MeetingView>> CloseConclusion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Conclusion}/closing")] HttpRequest request,
        [AsParameters] YearOfBloc id, string meeting, string conclusion, Body<ConclusionClosingBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var closing = new ConclusionClosing(body.Value.Outcome, body.Value.Result.Trim(), body.Value.On);
        var faults = new List<Fault>();
        MeetingRules.CheckText(closing.Result, "$.result", faults);
        MeetingFunctions.Refuse(faults);
        var terms = await desk.FindAsync(id, cancellationToken);
        var closed = await minutes.CloseAsync(id, meeting, Number(conclusion), closing, desk.Today, caller.Acting, cancellationToken);
        return Answer(terms, closed, request);
    }

    /// <summary>Lists what the meetings of a bloc's year concluded.</summary>
    /// <remarks>In pages, by meeting and number; those in ?state= (open, closed), or all.</remarks>
    [Function(nameof(ListConclusions)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<Ok<ConclusionPage>> ListConclusions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{BlocRoutes.Year}/conclusions")] HttpRequest request,
        [AsParameters] YearOfBloc id, string? state, Page page, CancellationToken cancellationToken)
    {
        bool? isClosed = state switch
        {
            null => null,
            "open" => false,
            "closed" => true,
            _ => throw Refusal.BadInput("state", new("Phải là open hoặc closed.", "Must be open or closed.")),
        };
        (string, int)? after = page.Continuation?.Split('.') switch
        {
            null => null,
            [var last, var text] when Slug.IsValid(last) && IsNumber(text, out var number) => (last, number),
            _ => throw Page.BadContinuation(),
        };
        var terms = await desk.FindAsync(id, cancellationToken);
        var (found, isMore) = await meetings.ListConclusionsAsync(id, isClosed, after, page.Size, cancellationToken);
        return TypedResults.Ok(new ConclusionPage(
            [.. found.Select(one => ConclusionView.Of(one.Meeting, one.Conclusion, terms.Terms.Names, desk.Today))],
            isMore ? string.Create(CultureInfo.InvariantCulture, $"{found[^1].Meeting}.{found[^1].Conclusion.Number}") : null));
    }

    private static TaggedOk<MeetingView> Answer(MeetingTerms terms, MeetingRecord record, HttpRequest request) =>
        EntityTag.Ok(terms.View(record, request.HttpContext.AnswersIn()), record.Version);

    private static int Number(string conclusion) => IsNumber(conclusion, out var number) ? number : throw MinutesTable.NoSuchConclusion();

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= MeetingConclusion.Most;
}
