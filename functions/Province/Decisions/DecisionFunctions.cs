using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Decisions;

/// <summary>The register of decisions that give titles. The emulation office keeps it, everybody known may read.</summary>
internal sealed class DecisionFunctions(DecisionDesk desk, DecisionTable table, RosterTable roster)
{
    private const string Decisions = "api/cycles/{year}/decisions";
    private const string One = $"{Decisions}/{{decision}}";

    /// <summary>Records a decision that gives titles and forms of commendation.</summary>
    /// <remarks>
    /// The whole entry, for the year of the address; the first needs no If-Match. Of the signer the post is kept and no name. Each award is one of the rules of the decision's day, or of the end of the year for which it is given; what another decision of the year gave
    /// already is refused, and so is, where the council votes on an award, what it has not passed by that day. Nothing is given to a unit that is suspended on the day (409 unit-suspended). Years that were never opened are history: of them the council is not asked.
    /// Once something of it was taken back it does not change. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(PutDecision)), Needs(Right.Administer), Answers(409), GivesLanguage]
    public async Task<TaggedOk<DecisionView>> PutDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        int year, string decision, Body<DecisionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var rules = body.Value.Paper.Day is { } day ? await desk.RulesForAsync(year, day, cancellationToken) : null;
        var units = await roster.FindUnitsAsync(body.Value.Titles.Select(title => title.Unit), cancellationToken);
        if (DecisionRules.Check(year, body.Value, rules, units.ContainsKey, desk.Today) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var wanted = body.Value.ToDecision(year, decision, rules!.Version);
        var before = await table.FindAsync(year, decision, cancellationToken);
        await desk.DemandNotSuspendedAsync(wanted, before, cancellationToken);
        await desk.DemandCouncilAsync(wanted, before, rules, cancellationToken);
        return await AnswerAsync(await table.PutAsync(wanted, ifMatch, caller.For(null), cancellationToken), request, cancellationToken);
    }

    /// <summary>Takes back titles that a decision gave.</summary>
    /// <remarks>
    /// With the decision by which they are taken back, its ground and reason; all that still stands, or only the titles that are named. Object and money are to come back within the working days that the rules name, counted
    /// from the day on which the unit got the decision. What was taken back before is refused (409 already-revoked), and nothing changes.
    /// </remarks>
    [Function(nameof(RevokeDecision)), Needs(Right.Administer), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<DecisionView>> RevokeDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/revocation")] HttpRequest request,
        int year, string decision, Body<RevocationBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await table.RevokeAsync(year, decision, body.Value, desk.Today, await roster.NamesAsync(cancellationToken), ifMatch, caller.For(null), cancellationToken), request, cancellationToken);

    /// <summary>Records what a unit has given back of a title that was taken back.</summary>
    /// <remarks>All that is known by now: when the unit got the decision, when the object and the money came back, how much. Doing it again changes nothing.</remarks>
    [Function(nameof(RecordReturn)), Needs(Right.Administer), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<DecisionView>> RecordReturn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{One}/returns/{{unit}}/{{award}}")] HttpRequest request,
        int year, string decision, string unit, string award, Body<AwardReturnBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await table.RecordReturnAsync(year, decision, new(unit, award), body.Value, desk.Today, ifMatch, caller.For(null), cancellationToken), request, cancellationToken);

    /// <summary>Shows a decision.</summary>
    /// <remarks>With what each title is worth: of several titles of one unit and year only the highest is paid, beside it each form of commendation; and what was taken back.</remarks>
    [Function(nameof(GetDecision)), Needs(Right.Read), Answers(404), GivesLanguage]
    public async Task<TaggedOk<DecisionView>> GetDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        int year, string decision, CancellationToken cancellationToken) =>
        await AnswerAsync(await table.FindAsync(year, decision, cancellationToken) ?? throw DecisionWords.NoDecision(), request, cancellationToken);

    /// <summary>Lists the decisions that give something for a year.</summary>
    /// <remarks>In pages, by id.</remarks>
    [Function(nameof(ListDecisions)), Needs(Right.Read), GivesLanguage]
    public async Task<Ok<DecisionPage>> ListDecisions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Decisions)] HttpRequest request,
        int year, Page page, CancellationToken cancellationToken)
    {
        if (page.Continuation is { } after && !Slug.IsValid(after))
        {
            throw Page.BadContinuation();
        }

        var found = (await table.OfYearAsync(year, cancellationToken))
            .Where(one => page.Continuation is null || string.CompareOrdinal(one.Id, page.Continuation) > 0).Take(page.Size + 1).ToList();
        var views = await desk.ViewsAsync(year, [.. found.Take(page.Size)], request.HttpContext.AnswersIn(), cancellationToken);
        return TypedResults.Ok(new DecisionPage(views, found.Count > page.Size ? views[^1].Decision : null));
    }

    private async Task<TaggedOk<DecisionView>> AnswerAsync(Decision decision, HttpRequest request, CancellationToken cancellationToken) =>
        EntityTag.Ok((await desk.ViewsAsync(decision.Year, [decision], request.HttpContext.AnswersIn(), cancellationToken))[0], decision.Version);
}
