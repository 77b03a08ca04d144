using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Standings;

/// <summary>Who ranks where in a bloc, and why.</summary>
internal sealed class StandingsFunctions(StandingsDesk desk, StandingsPublisher publisher, CycleTable cycles, RosterTable roster, VietnamTime vietnam)
{
    private const string One = $"{BlocRoutes.Bloc}/standings";

    /// <summary>Shows the standings of a bloc.</summary>
    /// <remarks>Before publication they are computed from the submitted sheets, for the office, the council, readers and the head of the bloc; for others there is nothing yet. Once published they are shown to everybody as they were published. Explanations are in the language of Accept-Language.</remarks>
    [Function(nameof(GetStandings)), Needs(Right.Read), Answers(400, 404, 409)]
    [GivesLanguage]
    public async Task<TaggedOk<StandingsView>> GetStandings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        [AsParameters] BlocInPeriod id, Caller caller, CancellationToken cancellationToken) =>
        Answer(await desk.FindAsync(id, caller, cancellationToken), request);

    /// <summary>Publishes the standings of a bloc, for ever.</summary>
    /// <remarks>Only the office publishes. The body repeats the bloc's id and names exactly the units that are left out because they have not submitted; otherwise the answer names them. From then on no sheet of the bloc can change, and every unit of it gets a mail. Doing it again finishes what was interrupted, and changes nothing once it is published.</remarks>
    [Function(nameof(PublishStandings)), Needs(Right.Administer), MayTake(TimeOf.LongWork), Answers(404, 409)]
    [GivesLanguage]
    public async Task<TaggedOk<StandingsView>> PublishStandings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/publication")] HttpRequest request,
        [AsParameters] BlocInPeriod id, Body<PublicationBody> body, Caller caller, CancellationToken cancellationToken)
    {
        await publisher.PublishAsync(id, body.Value, caller.For(null), cancellationToken);
        return Answer(await desk.FindAsync(id, caller, cancellationToken), request);
    }

    /// <summary>Gives the standings as a workbook (XLSX).</summary>
    /// <remarks>In Vietnamese: the places, and the points by group of criteria. For whom, and when, as with GetStandings.</remarks>
    [Function(nameof(ExportStandings)), Needs(Right.Read), Answers(400, 404, 409)]
    [GivesFile(XlsxWriter.MediaType)]
    public async Task<FileContentHttpResult> ExportStandings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{One}/export")] HttpRequest request,
        [AsParameters] BlocInPeriod id, Caller caller, CancellationToken cancellationToken)
    {
        var detailed = await desk.FindDetailedAsync(id, caller, cancellationToken);
        var (cycle, bloc) = (cycles.FindAsync(id.Year, cancellationToken), roster.FindBlocAsync(id.Bloc, cancellationToken));
        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-cache";
        return XlsxFile.Of(StandingsWorkbook.FileName(detailed.Standings), StandingsWorkbook.Make(detailed, (await cycle)?.NameOf(id.Period), (await bloc)?.Kind ?? default, vietnam));
    }

    /// <summary>Traces a unit's total down to each criterion and its evidence.</summary>
    /// <remarks>Every step of every criterion: what was entered or computed, what peers gave, what appraisers recorded, what counts. Before publication for those who see the standings then; afterwards for all who may read the sheet.</remarks>
    [Function(nameof(TraceScore)), Needs(Right.ReadSheet), Answers(404, 409)]
    [GivesLanguage]
    public async Task<Ok<TraceView>> TraceScore(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{One}/{{unit}}/trace")] HttpRequest request,
        [AsParameters] SheetId id, Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.TraceAsync(id.InPeriod, id.Unit, caller, request.HttpContext.AnswersIn(), cancellationToken));

    /// <summary>Shows what the standings would be with other points.</summary>
    /// <remarks>Nothing is kept of it. Points replace the official ones of a criterion, or differ from them, or follow from an option or a measure; conditions may be supposed to be so or not.</remarks>
    [Function(nameof(SimulateStandings)), Needs(Right.ReadBloc), Answers(404, 409)]
    [GivesLanguage]
    public async Task<Ok<SimulationView>> SimulateStandings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/simulation")] HttpRequest request,
        [AsParameters] BlocInPeriod id, Body<SimulationBody> body, Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(Simulation.Of(await desk.ComputeAsync(id, caller, cancellationToken), body.Value, request.HttpContext.AnswersIn()));

    private static TaggedOk<StandingsView> Answer(BlocStandings standings, HttpRequest request) =>
        EntityTag.Ok(StandingsView.Of(standings, request.HttpContext.AnswersIn()), standings.Version);
}
