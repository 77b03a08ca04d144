using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Complaints;

/// <summary>A unit objects to its score, and is answered; both sides see all of it.</summary>
internal static class ComplaintEndpoints
{
    private const string Bloc = "/api/cycles/{year}/periods/{period}/blocs/{bloc}";
    private const string Complaints = $"{Bloc}/sheets/{{unit}}/complaints";
    private const string One = $"{Complaints}/{{complaint}}";

    public static void MapComplaints(this IEndpointRouteBuilder app)
    {
        app.MapPost(Complaints, OpenComplaint).WithName(nameof(OpenComplaint))
            .Needs(Right.WriteSheet)
            .Says(
                "Objects to a unit's score.",
                "To one criterion, or to the whole; once an appraisal round is closed or the standings are published. The head of the bloc gets a mail. While a complaint is open, the same again is that complaint.")
            .Answers(404, 409);
        app.MapPost($"{One}/answer", AnswerComplaint).WithName(nameof(AnswerComplaint))
            .Needs(Right.LeadBloc)
            .Says(
                "Answers a complaint.",
                "The unit gets it by mail. It changes no score by itself: what is upheld is carried out by SaveAppraisal, before the standings are published; published standings stay as they are. "
                + "The office answers the complaint of a unit that leads the bloc. The same answer again changes nothing.")
            .Answers(404, 409);
        app.MapPost($"{One}/closing", CloseComplaint).WithName(nameof(CloseComplaint))
            .Needs(Right.ReportResults)
            .Says("Closes a complaint that is answered.", "One that is not answered is withdrawn, which only the unit itself can do. Doing it again changes nothing.")
            .Answers(404, 409);
        app.MapGet(Complaints, ListComplaints).WithName(nameof(ListComplaints))
            .Needs(Right.ReadComplaints)
            .Says("Lists a unit's complaints with their answers.", "In pages; those in ?state= (open, answered, closed), or all. Peers that score the unit do not see them.")
            .Answers(400);
        app.MapGet($"{Bloc}/complaints", ListBlocComplaints).WithName(nameof(ListBlocComplaints))
            .Needs(Right.ReadBloc)
            .Says("Lists the complaints of a bloc.", "In pages; with ?state=open what waits for an answer.")
            .Answers(400);
    }

    private static async Task<Ok<ComplaintView>> OpenComplaint(
        int year,
        string period,
        string bloc,
        string unit,
        Body<ComplaintBody> body,
        Caller caller,
        SheetDesk desk,
        LeadersLookup findLeaders,
        ComplaintTable complaints,
        CancellationToken cancellationToken)
    {
        var (text, criterion) = (Text(body.Value.Text), body.Value.Criterion);
        var terms = await desk.FindAsync(new(year, period, bloc, unit), caller, cancellationToken);
        if (!terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        if (criterion is not null && terms.Tree.Find(criterion) is null)
        {
            throw Refusal.BadInput("$.criterion", new($"Bảng điểm không có tiêu chí '{criterion}'.", $"The scheme has no criterion '{criterion}'."));
        }

        var leaders = await findLeaders(bloc, year, cancellationToken);
        var opened = await complaints.OpenAsync(
            terms.Id, criterion, text, caller.Units.Contains(unit) ? ComplaintParty.Unit : ComplaintParty.Office, leaders.Head, caller.For(unit), cancellationToken);
        return TypedResults.Ok(ComplaintView.Of(opened));
    }

    private static async Task<Ok<ComplaintView>> AnswerComplaint(
        int year,
        string period,
        string bloc,
        string unit,
        string complaint,
        Body<ComplaintAnswerBody> body,
        Caller caller,
        ComplaintTable complaints,
        CancellationToken cancellationToken)
    {
        var text = Text(body.Value.Text);
        if (!caller.IsAdmin && caller.Units.Contains(unit))
        {
            throw ComplaintRules.OwnComplaint();
        }

        var answered = await complaints.AnswerAsync(
            new(year, period, bloc, unit),
            Number(complaint),
            text,
            body.Value.Outcome,
            caller.IsAdmin ? ComplaintParty.Office : ComplaintParty.Head,
            caller.Acting,
            cancellationToken);
        return TypedResults.Ok(ComplaintView.Of(answered));
    }

    private static async Task<Ok<ComplaintView>> CloseComplaint(
        int year, string period, string bloc, string unit, string complaint, Caller caller, ComplaintTable complaints, CancellationToken cancellationToken)
    {
        var party = caller.Units.Contains(unit) ? ComplaintParty.Unit : caller.IsAdmin ? ComplaintParty.Office : ComplaintParty.Head;
        var closed = await complaints.CloseAsync(new(year, period, bloc, unit), Number(complaint), party, party == ComplaintParty.Unit ? caller.For(unit) : caller.Acting, cancellationToken);
        return TypedResults.Ok(ComplaintView.Of(closed));
    }

    private static Task<Ok<ComplaintPage>> ListComplaints(
        int year, string period, string bloc, string unit, string? state, Page page, ComplaintTable complaints, CancellationToken cancellationToken) =>
        ListAsync(new(year, period, bloc), unit, state, page, complaints, cancellationToken);

    private static Task<Ok<ComplaintPage>> ListBlocComplaints(
        int year, string period, string bloc, string? state, Page page, ComplaintTable complaints, CancellationToken cancellationToken) =>
        ListAsync(new(year, period, bloc), null, state, page, complaints, cancellationToken);

    private static async Task<Ok<ComplaintPage>> ListAsync(
        BlocInPeriod id, string? unit, string? state, Page page, ComplaintTable complaints, CancellationToken cancellationToken)
    {
        var (found, next) = await complaints.ListAsync(id, unit, State(state), After(page, unit), page.Size, cancellationToken);
        return TypedResults.Ok(new ComplaintPage([.. found.Select(ComplaintView.Of)], next));
    }

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
