using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Ballots;

/// <summary>Ballots of a bloc: opened, looked at, counted, annulled.</summary>
internal sealed class BallotFunctions(BallotDesk desk, BallotTable ballots, CountingTable counting)
{
    public const string Ballots = $"{BlocRoutes.Year}/ballots";
    public const string One = $"{Ballots}/{{ballot}}";

    /// <summary>Opens a ballot.</summary>
    /// <remarks>
    /// What the award's rules or the bloc's regulation settle holds, and may be left out. From then on its rules never change, secrecy above all, whatever becomes of regulation, award rules and roster. A secret one is opened by two keys together; each is given in this answer alone, for one of the
    /// keepers, and kept nowhere: where the answer is lost, annul the ballot and open another. Where fewer than five would vote secretly a warning comes first, and acceptsFew says that it was read. With after it is the run-off of a counted ballot, by the same rules. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(OpenBallot)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<OpenedView>> OpenBallot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string ballot, Body<OpenBallotBody> body, Caller caller, CancellationToken cancellationToken)
    {
        NotKept(request);
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        var ground = await desk.GroundAsync(terms, body.Value.Question, desk.Today, cancellationToken);
        var (rules, faults) = OpeningRules.Settle(body.Value.Question, ground);
        var units = await desk.KnownAsync(body.Value.Keepers.Select(keeper => keeper.Unit), cancellationToken);
        // Of a ballot that may be secret or open nothing more can be said.
        if (!faults.Exists(fault => fault.Path == OpeningRules.SecrecyPath))
        {
            OpeningRules.CheckKeepers(rules.IsSecret, body.Value.Keepers, units.Contains, faults);
            OpeningRules.CheckTold(rules, faults);
        }

        if (body.Value.Until < desk.Today)
        {
            faults.Add("$.until", "Không thể trước hôm nay.", "It cannot be before today.");
        }

        Refuse(faults);
        OpeningRules.DemandEnough(rules, body.Value.AcceptsFew);
        var (opened, keys) = await ballots.OpenAsync(
            id, Make(ballot, body.Value.Question, rules, ground) with { Keepers = body.Value.Keepers, Until = body.Value.Until }, caller.Acting, cancellationToken);
        var view = await ViewAsync(id, terms, opened.Id, caller, request.HttpContext.AnswersIn(), cancellationToken);
        return EntityTag.Ok(new OpenedView(view, keys is null ? null : [.. view.Keepers.Zip(keys, (keeper, key) => new KeyView(keeper, key))]), opened.Version);
    }

    /// <summary>Shows a ballot.</summary>
    /// <remarks>Until it is counted nothing of any vote; who runs the bloc sees how many have voted. Its ETag changes with no vote.</remarks>
    [Function(nameof(GetBallot)), Needs(Right.ReadBlocYear), Answers(404), GivesLanguage]
    public async Task<TaggedOk<BallotView>> GetBallot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string ballot, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var found = await ballots.FindAsync(id, ballot, cancellationToken) ?? throw BallotRefusals.NoSuchBallot();
        NotKept(request);
        return EntityTag.Ok(BallotView.Of(found, terms, caller, desk.Today, request.HttpContext.AnswersIn()), found.Ballot.Version);
    }

    /// <summary>Lists the ballots of a bloc's year.</summary>
    /// <remarks>In pages, by id.</remarks>
    [Function(nameof(ListBallots)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<Ok<BallotPage>> ListBallots(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Ballots)] HttpRequest request,
        [AsParameters] YearOfBloc id, Page page, CancellationToken cancellationToken)
    {
        if (page.Continuation is { } after && !Slug.IsValid(after))
        {
            throw Page.BadContinuation();
        }

        await desk.FindAsync(id, cancellationToken);
        var (found, isMore) = await ballots.ListAsync(id, page.Continuation, page.Size, cancellationToken);
        return TypedResults.Ok(new BallotPage([.. found.Select(BallotSummary.Of)], isMore ? found[^1].Id : null));
    }

    /// <summary>Ends a ballot and counts it.</summary>
    /// <remarks>
    /// A secret one needs both keys. It is counted this once: sums are kept, and the box is taken away. Before its last day is over a reason is needed where some have not voted; whoever does not vote is not taken to agree. Fewer than three secret votes are not counted. Doing it again changes nothing, and needs no key.
    /// </remarks>
    [Function(nameof(CloseBallot)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<BallotView>> CloseBallot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/closing")] HttpRequest request,
        [AsParameters] YearOfBloc id, string ballot, Body<CloseBallotBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        IReadOnlyList<OpeningKey?> keys = [.. body.Value.Keys.Select(OpeningKey.Parse)];
        try
        {
            var reason = NamedPerson.Clean(body.Value.Reason);
            var closed = await counting.CloseAsync(id, ballot, keys, body.Value.Present, reason, desk.Today, caller.Acting, cancellationToken);
            return EntityTag.Ok(BallotView.Of(closed, terms, caller, desk.Today, request.HttpContext.AnswersIn()), closed.Ballot.Version);
        }
        finally
        {
            keys.OfType<OpeningKey>().ToList().ForEach(key => key.Dispose());
        }
    }

    /// <summary>Annuls a ballot as a whole.</summary>
    /// <remarks>Where something went wrong, such as a key that is lost. Its box is taken away uncounted, and another ballot may be opened in its place. One that was counted is annulled by the office alone. Doing it again changes nothing.</remarks>
    [Function(nameof(AnnulBallot)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<BallotView>> AnnulBallot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/annulment")] HttpRequest request,
        [AsParameters] YearOfBloc id, string ballot, Body<AnnulmentBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        var annulled = await ballots.AnnulAsync(id, ballot, new(desk.Today, Said(body.Value.Reason)), caller.IsAdmin, caller.Acting, cancellationToken);
        return EntityTag.Ok(await ViewAsync(id, terms, ballot, caller, request.HttpContext.AnswersIn(), cancellationToken), annulled.Version);
    }

    /// <summary>Records a ballot that was held on paper.</summary>
    /// <remarks>With its sums, which must agree: issued are returned and not returned, returned are valid and invalid. The first needs no If-Match; the same again changes nothing.</remarks>
    [Function(nameof(RecordPaperBallot)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<BallotView>> RecordPaperBallot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{One}/paper")] HttpRequest request,
        [AsParameters] YearOfBloc id, string ballot, Body<PaperBallotBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        var (given, question) = (body.Value, body.Value.Question);
        var ground = await desk.GroundAsync(terms, question, given.On, cancellationToken);
        var (rules, faults) = OpeningRules.Settle(question, ground);
        PaperRules.Check(given, rules, desk.Today, faults);
        Refuse(faults);
        BallotRefusals.DemandQuorum(rules, given.Present ?? given.Returned);
        var box = new Tally(given.Returned, given.Blank, rules.BlankIsValid ? given.Invalid : given.Invalid - given.Blank, given.Votes.ToDictionary(one => one.Unit, one => one.Votes, StringComparer.Ordinal));
        var counted = Make(ballot, question, rules, ground) with
        {
            Opened = given.On,
            State = BallotState.Closed,
            Closed = given.On,
            Paper = given.ToCount(),
            Result = BallotCount.Of(rules, box, Tally.Of(rules.Choices, []), given.Present, []),
        };
        var put = await ballots.RecordPaperAsync(id, counted, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(await ViewAsync(id, terms, ballot, caller, request.HttpContext.AnswersIn(), cancellationToken), put.Version);
    }

    /// <summary>Writes down who passes of those who had the same number at the last place.</summary>
    /// <remarks>Where the rules leave it to the chair or the office, and where another ballot is no longer held; then of all who did not pass, for the places that are left. With who decided and why. Never more than there are places. Doing it again changes nothing.</remarks>
    [Function(nameof(SettleBallotTie)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<BallotView>> SettleBallotTie(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/tie")] HttpRequest request,
        [AsParameters] YearOfBloc id, string ballot, Body<TieSettlementBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        var settled = await counting.SettleAsync(id, ballot, new(body.Value.Units, Said(body.Value.Reason), desk.Today), caller.IsAdmin, caller.Acting, cancellationToken);
        return EntityTag.Ok(BallotView.Of(settled, terms, caller, desk.Today, request.HttpContext.AnswersIn()), settled.Ballot.Version);
    }

    /// <summary>Office machines are shared: what was seen or done there is not found again by the next.</summary>
    public static void NotKept(HttpRequest request) => request.HttpContext.Response.Headers.CacheControl = "no-store";

    public static void Refuse(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }

    private Ballot Make(string ballot, BallotQuestion question, BallotTerms rules, BallotGround ground) => new(
        ballot, question.Title.Trim(), rules, ground.Before?.Award ?? question.Award, question.After, [], desk.Today, null, question.Source?.Trimmed(), ground.Before?.RulesVersion ?? ground.Award?.Version);

    private async Task<BallotView> ViewAsync(YearOfBloc id, YearTerms terms, string ballot, Caller caller, Language language, CancellationToken cancellationToken) =>
        BallotView.Of(await ballots.FindAsync(id, ballot, cancellationToken) ?? throw BallotRefusals.NoSuchBallot(), terms, caller, desk.Today, language);

    private static string Said(string reason) =>
        NamedPerson.Clean(reason) ?? throw Refusal.BadInput("$.reason", new("Cần ghi lý do.", "A reason is needed."));
}
