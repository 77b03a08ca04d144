using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Standings;

/// <summary>Who ranks where in a bloc, and why.</summary>
internal static class StandingsEndpoints
{
    private const string One = "/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings";

    public static void MapStandings(this IEndpointRouteBuilder app)
    {
        app.MapGet(One, GetStandings).WithName(nameof(GetStandings))
            .Needs(Right.Read)
            .Says(
                "Shows the standings of a bloc.",
                "Before publication they are computed from the submitted sheets, for the office, the council, readers and the head of the bloc; for others there is nothing yet. "
                + "Once published they are shown to everybody as they were published. Explanations are in the language of Accept-Language.")
            .Answers(400, 404, 409);
        app.MapPost($"{One}/publication", PublishStandings).WithName(nameof(PublishStandings))
            .Needs(Right.Administer)
            .Says(
                "Publishes the standings of a bloc, for ever.",
                "The body repeats the bloc's id and names exactly the units that are left out because they have not submitted; otherwise the answer names them. From then on no sheet of the bloc "
                + "can change. Doing it again finishes what was interrupted, and changes nothing once it is published.")
            .Answers(404, 409);
        app.MapGet($"{One}/export", ExportStandings).WithName(nameof(ExportStandings))
            .Needs(Right.Read)
            .Says("Gives the standings as a workbook (XLSX).", "In Vietnamese: the places, and the points by group of criteria. For whom, and when, as with GetStandings.")
            .GivesFile(XlsxWriter.MediaType)
            .Answers(400, 404, 409);
        app.MapGet($"{One}/{{unit}}/trace", TraceScore).WithName(nameof(TraceScore))
            .Needs(Right.ReadSheet)
            .Says(
                "Traces a unit's total down to each criterion and its evidence.",
                "Every step of every criterion: what was entered or computed, what peers gave, what appraisers recorded, what counts. Before publication for those who see the standings then; afterwards for all who may read the sheet.")
            .Answers(404, 409);
        app.MapPost($"{One}/simulation", SimulateStandings).WithName(nameof(SimulateStandings))
            .Needs(Right.ReadBloc)
            .Says("Shows what the standings would be with other points.", "Nothing is kept of it. Points replace the official ones of a criterion, or differ from them.")
            .Answers(404, 409);
    }

    internal static async Task<Ok<TraceView>> TraceScore(
        int year, string period, string bloc, string unit, Caller caller, HttpContext context, StandingsDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.TraceAsync(new(year, period, bloc), unit, caller, context.AnswersIn(), cancellationToken));

    internal static async Task<Ok<SimulationView>> SimulateStandings(
        int year, string period, string bloc, Body<SimulationBody> body, Caller caller, HttpContext context, StandingsDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(Simulation.Of(await desk.ComputeAsync(new(year, period, bloc), caller, cancellationToken), body.Value.Changes, context.AnswersIn()));

    internal static async Task<TaggedOk<StandingsView>> PublishStandings(
        int year,
        string period,
        string bloc,
        Body<PublicationBody> body,
        Caller caller,
        HttpContext context,
        StandingsPublisher publisher,
        StandingsDesk desk,
        CancellationToken cancellationToken)
    {
        var id = new BlocInPeriod(year, period, bloc);
        await publisher.PublishAsync(id, body.Value, caller.For(null), cancellationToken);
        return Answer(await desk.FindAsync(id, caller, cancellationToken), context);
    }

    private static async Task<TaggedOk<StandingsView>> GetStandings(
        int year, string period, string bloc, Caller caller, HttpContext context, StandingsDesk desk, CancellationToken cancellationToken) =>
        Answer(await desk.FindAsync(new(year, period, bloc), caller, cancellationToken), context);

    private static async Task<FileContentHttpResult> ExportStandings(
        int year, string period, string bloc, Caller caller, HttpResponse response, StandingsDesk desk, VietnamTime vietnam, CancellationToken cancellationToken)
    {
        var detailed = await desk.FindDetailedAsync(new(year, period, bloc), caller, cancellationToken);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-cache";
        return XlsxFile.Of(StandingsWorkbook.FileName(detailed.Standings), StandingsWorkbook.Make(detailed, vietnam));
    }

    private static TaggedOk<StandingsView> Answer(BlocStandings standings, HttpContext context) =>
        EntityTag.Ok(StandingsView.Of(standings, context.AnswersIn()), standings.Version);
}
