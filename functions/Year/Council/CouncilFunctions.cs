using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Council;

/// <summary>Sessions of the emulation council of the province, which decides on what the blocs propose. The office writes them down.</summary>
internal sealed class CouncilFunctions(CouncilDesk desk, CouncilTable sessions, CouncilOutcomes outcomes)
{
    public const string Sessions = "api/cycles/{year}/council/sessions";
    public const string One = $"{Sessions}/{{session}}";

    /// <summary>Writes down a session of the council: who belongs to it, who was there, what is proposed.</summary>
    /// <remarks>
    /// The whole session; the first needs no If-Match, and keeps the version of the award rules of its day. Members are known by their posts, never by names. Guests speak and do not vote. Once
    /// it has voted, what the votes rest on changes no more; proposals can still be added. A unit that is suspended on the day is not proposed (409 unit-suspended). Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(PutCouncilSession)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<CouncilSessionView>> PutCouncilSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        int year, string session, Body<CouncilSessionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var content = body.Value.ToContent();
        var cycle = await desk.FindYearAsync(year, cancellationToken);
        var before = await sessions.FindAsync(year, session, cancellationToken);
        var rules = await desk.RulesForAsync(before, content.Day, cancellationToken);
        var units = await desk.KnownAsync(content.Proposals.Select(one => one.Unit), cancellationToken);
        var members = await desk.MembersAsync(cycle, content.Proposals.Select(one => one.Bloc), cancellationToken);
        Demand(CouncilRules.Check(content, rules, units.Contains, cycle.Has, one => members[one.Bloc].Contains(one.Unit)));
        await desk.DemandNotSuspendedAsync(year, content, before?.Session.Content, cancellationToken);
        if (before?.Session.RulesVersion != rules.Version)
        {
            await desk.FreezeAsync(rules, cancellationToken);
        }

        return await AnswerAsync(year, await sessions.PutAsync(year, session, content, rules.Version, ifMatch, caller.For(null), cancellationToken), cancellationToken);
    }

    /// <summary>Shows a session of the council with its votes and outcomes.</summary>
    /// <remarks>Each proposal with its last round and what the rules of its award ask for; opinions of absent members in writing apart.</remarks>
    [Function(nameof(GetCouncilSession)), Needs(Right.Oversee), Answers(400, 404)]
    public async Task<TaggedOk<CouncilSessionView>> GetCouncilSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, int year, string session, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(year, session, cancellationToken);
        return EntityTag.Ok(sight.View(), sight.Record.Version);
    }

    /// <summary>Lists the sessions of the council about a year.</summary>
    /// <remarks>In pages, by id.</remarks>
    [Function(nameof(ListCouncilSessions)), Needs(Right.Oversee), Answers(400)]
    public async Task<Ok<CouncilSessionPage>> ListCouncilSessions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Sessions)] HttpRequest request, int year, Page page, CancellationToken cancellationToken)
    {
        if (page.Continuation is { } after && !Slug.IsValid(after))
        {
            throw Page.BadContinuation();
        }

        var (found, isMore) = await sessions.ListAsync(year, page.Continuation, page.Size, cancellationToken);
        return TypedResults.Ok(new CouncilSessionPage(
            [.. found.Select(one => new CouncilSessionSummary(one.Id, one.Content.Title, one.Content.Day, one.Content.Proposals.Count))], isMore ? found[^1].Id : null));
    }

    /// <summary>Writes down a round of voting of the council.</summary>
    /// <remarks>
    /// By show of hands or by ballot, for one proposal or many; who voted how in the room is not recorded. Opinions of absent members in writing are known to be theirs and stand apart, where
    /// the rules of the award ask for them; who has not answered is not named, for silence is no consent. Refused without a quorum, and about what has an outcome. The ETag is that of the session;
    /// If-Match that of the vote, as the session shows it. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(RecordCouncilVote)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<CouncilSessionView>> RecordCouncilVote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{One}/votes/{{vote}}")] HttpRequest request,
        int year, string session, string vote, Body<CouncilVoteContent> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(year, session, cancellationToken);
        var record = await sessions.VoteAsync(
            year,
            session,
            vote,
            body.Value,
            known =>
            {
                Demand(CouncilRules.Check(body.Value, known.Session, sight.Rules));
                DemandHeld(known.Session);
                CouncilQuorum.Of(known.Session.Content, sight.Rules).DemandToVote();
            },
            ifMatch,
            caller.For(null),
            cancellationToken);
        return EntityTag.Ok((sight with { Record = record }).View(), record.Version);
    }

    /// <summary>Writes down what the council decided of proposals.</summary>
    /// <remarks>
    /// Of those that are named; of others nothing changes. What did not pass, or was put off, has a reason. Refused before the vote; and what the votes do not carry by the rules did not pass, nor does the proposal of a unit that is suspended on the day (409 unit-suspended).
    /// While a decision of the year gives what was proposed its outcome is no other (409 title-given, with the decision). The ETag is that of the session; If-Match the one that the session shows for its outcomes, needed to change some. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(RecordOutcome)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<CouncilSessionView>> RecordOutcome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{One}/outcomes")] HttpRequest request,
        int year, string session, Body<OutcomesBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(year, session, cancellationToken);
        var decided = body.Value.Trimmed();
        await desk.DemandNotSuspendedAsync(year, sight.Record, decided, cancellationToken);
        await desk.DemandNotGivenAsync(year, sight.Record, decided, cancellationToken);
        var record = await sessions.DecideAsync(
            year,
            session,
            decided,
            known =>
            {
                Demand(CouncilRules.Check(decided, known, sight.Rules));
                DemandVoted(decided, known);
            },
            ifMatch,
            caller.For(null),
            cancellationToken);
        return EntityTag.Ok((sight with { Record = record }).View(), record.Version);
    }

    /// <summary>Says what the council made of a unit's proposal, and why.</summary>
    /// <remarks>To the unit, the bloc's leaders, the office, the council and readers.</remarks>
    [Function(nameof(GetCouncilOutcome)), Needs(Right.ReadComplaints), Answers(400, 404)]
    public async Task<Ok<CouncilOutcomeView>> GetCouncilOutcome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{BlocRoutes.Year}/dossiers/{{award}}/{{unit}}/outcome")] HttpRequest request,
        [AsParameters] YearOfBloc id, string award, string unit, CancellationToken cancellationToken)
    {
        // The leaders of a bloc read what became of its own proposals alone.
        var found = await outcomes.FindAsync(id.Year, award, unit, cancellationToken) is { } decided && decided.Bloc == id.Bloc
            ? decided
            : throw Refusal.NotFound(new("Hội đồng chưa có kết luận về đề nghị này.", "The council has not decided on this proposal."));
        return TypedResults.Ok(new CouncilOutcomeView(id.Year, award, unit, found.Session, found.Day, found.Outcome, found.Reason));
    }

    private async Task<TaggedOk<CouncilSessionView>> AnswerAsync(int year, SessionRecord record, CancellationToken cancellationToken) =>
        EntityTag.Ok((await desk.SeeAsync(year, record, cancellationToken)).View(), record.Version);

    private void DemandHeld(CouncilSession session)
    {
        if (session.Content.Day > desk.Today)
        {
            throw Refusal.Rule("session-not-held", new("Chưa đến ngày họp nên chưa có kết quả bỏ phiếu.", "The day of the session has not come, so nobody has voted."));
        }
    }

    private static void DemandVoted(IReadOnlyList<ProposalOutcome> decided, SessionRecord record)
    {
        var missing = decided.Where(one => one.Outcome != OutcomeKind.Postponed && record.LastOf(one.Proposal) is null).Select(one => one.Proposal).Order().ToList();
        if (missing.Count > 0)
        {
            throw Refusal.Rule("not-voted", new(
                $"Hội đồng chưa bỏ phiếu về đề nghị số {string.Join(", ", missing)}.", $"The council has not voted on proposal {string.Join(", ", missing)}."));
        }
    }

    private static void Demand(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }
}
