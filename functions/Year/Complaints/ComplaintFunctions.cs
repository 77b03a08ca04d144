using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Complaints;

/// <summary>A unit objects to its score, and is answered; both sides see all of it.</summary>
internal sealed class ComplaintFunctions(SheetDesk desk, RosterTable roster, ComplaintTable complaints, LeadersLookup findLeaders)
{
    private const string Complaints = $"{BlocRoutes.Sheet}/complaints";
    private const string One = $"{Complaints}/{{complaint}}";

    /// <summary>Objects to a unit's score.</summary>
    /// <remarks>To one criterion, or to the whole; once an appraisal round is closed or the standings are published. The head of the bloc gets a mail. While a complaint is open, the same again is that complaint.</remarks>
    [Function(nameof(OpenComplaint)), Needs(Right.WriteSheet), Answers(404, 409)]
    public async Task<Ok<ComplaintView>> OpenComplaint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Complaints)] HttpRequest request,
        [AsParameters] SheetId id, Body<ComplaintBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var (text, criterion) = (Text(body.Value.Text), body.Value.Criterion);
        var terms = await desk.FindAsync(id, caller, cancellationToken);
        if (!terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        if (criterion is not null && terms.Tree.Find(criterion) is null)
        {
            throw Refusal.BadInput("$.criterion", new($"Bảng điểm không có tiêu chí '{criterion}'.", $"The scheme has no criterion '{criterion}'."));
        }

        var leaders = await findLeaders(id.Bloc, id.Year, cancellationToken);
        var opened = await complaints.OpenAsync(
            terms.Id, criterion, text, caller.Units.Contains(id.Unit) ? ComplaintParty.Unit : ComplaintParty.Office, leaders.Head, caller.For(id.Unit), cancellationToken);
        return await AnswerAsync(opened, cancellationToken);
    }

    /// <summary>Answers a complaint.</summary>
    /// <remarks>The unit gets it by mail. It changes no score by itself: what is upheld is carried out by SaveAppraisal in the round that is open, or in the last once it is closed; published standings stay as they are. The office answers the complaint of a unit that leads the bloc. The same answer again changes nothing.</remarks>
    [Function(nameof(AnswerComplaint)), Needs(Right.LeadBloc), Answers(404, 409)]
    public async Task<Ok<ComplaintView>> AnswerComplaint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/answer")] HttpRequest request,
        [AsParameters] SheetId id, string complaint, Body<ComplaintAnswerBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var text = Text(body.Value.Text);
        if (!caller.IsAdmin && caller.Units.Contains(id.Unit))
        {
            throw ComplaintRules.OwnComplaint();
        }

        var answered = await complaints.AnswerAsync(
            id, Number(complaint), text, body.Value.Outcome, caller.IsAdmin ? ComplaintParty.Office : ComplaintParty.Head, caller.Acting, cancellationToken);
        return await AnswerAsync(answered, cancellationToken);
    }

    /// <summary>Closes a complaint that is answered.</summary>
    /// <remarks>One that is not answered is withdrawn, which only the unit itself can do. Who did not do it gets a mail: the head of what is withdrawn, the unit of what others close. Doing it again changes nothing.</remarks>
    [Function(nameof(CloseComplaint)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<Ok<ComplaintView>> CloseComplaint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/closing")] HttpRequest request,
        [AsParameters] SheetId id, string complaint, Caller caller, CancellationToken cancellationToken)
    {
        var party = caller.Units.Contains(id.Unit) ? ComplaintParty.Unit : caller.IsAdmin ? ComplaintParty.Office : ComplaintParty.Head;
        var (head, _) = await findLeaders(id.Bloc, id.Year, cancellationToken);
        var closed = await complaints.CloseAsync(id, Number(complaint), party, head, party == ComplaintParty.Unit ? caller.For(id.Unit) : caller.Acting, cancellationToken);
        return await AnswerAsync(closed, cancellationToken);
    }

    /// <summary>Lists a unit's complaints with their answers.</summary>
    /// <remarks>In pages; those in ?state= (open, answered, closed), or all. Peers that score the unit do not see them.</remarks>
    [Function(nameof(ListComplaints)), Needs(Right.ReadComplaints), Answers(400)]
    public Task<Ok<ComplaintPage>> ListComplaints(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Complaints)] HttpRequest request,
        [AsParameters] SheetId id, string? state, Page page, CancellationToken cancellationToken) =>
        ListAsync(id.InPeriod, id.Unit, state, page, cancellationToken);

    /// <summary>Lists the complaints of a bloc.</summary>
    /// <remarks>In pages; with ?state=open what waits for an answer.</remarks>
    [Function(nameof(ListBlocComplaints)), Needs(Right.ReadBloc), Answers(400)]
    public Task<Ok<ComplaintPage>> ListBlocComplaints(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{BlocRoutes.Bloc}/complaints")] HttpRequest request,
        [AsParameters] BlocInPeriod id, string? state, Page page, CancellationToken cancellationToken) =>
        ListAsync(id, null, state, page, cancellationToken);

    private async Task<Ok<ComplaintPage>> ListAsync(BlocInPeriod id, string? unit, string? state, Page page, CancellationToken cancellationToken)
    {
        var (found, next) = await complaints.ListAsync(id, unit, State(state), After(page, unit), page.Size, cancellationToken);
        var names = await roster.NamesAsync(cancellationToken);
        return TypedResults.Ok(new ComplaintPage([.. found.Select(one => ComplaintView.Of(one, names))], next));
    }

    private async Task<Ok<ComplaintView>> AnswerAsync(Complaint complaint, CancellationToken cancellationToken) =>
        TypedResults.Ok(ComplaintView.Of(complaint, await roster.NamesAsync(cancellationToken)));

    private static ComplaintState? State(string? state) => state switch
    {
        null => null,
        "open" => ComplaintState.Open,
        "answered" => ComplaintState.Answered,
        "closed" => ComplaintState.Closed,
        _ => throw Refusal.BadInput("state", new("Phải là open, answered hoặc closed.", "Must be open, answered or closed.")),
    };

    private static (string Unit, int Number)? After(Page page, string? unit) => page.Continuation?.Split('.') switch
    {
        null => null,
        [var last, var text] when Slug.IsValid(last) && (unit is null || unit == last) && IsNumber(text, out var number) => (last, number),
        _ => throw Page.BadContinuation(),
    };

    private static int Number(string complaint) => IsNumber(complaint, out var number) ? number : throw ComplaintTable.NoSuchComplaint();

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= Complaint.Most;

    private static string Text(string text) =>
        text.Trim() is { Length: > 0 } trimmed ? trimmed : throw Refusal.BadInput("$.text", new("Cần ghi nội dung.", "A text is needed."));
}
