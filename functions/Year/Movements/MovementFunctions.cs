using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Movements;

/// <summary>Movements that a bloc takes part in, and what its units do in them.</summary>
internal sealed class MovementFunctions(YearDesk desk, MovementTable movements)
{
    private const string Movements = $"{BlocRoutes.Year}/movements";
    private const string One = $"{Movements}/{{movement}}";

    /// <summary>Puts down a movement of the province or of the bloc.</summary>
    /// <remarks>The whole movement; the first needs no If-Match. Once it has a day of launch, its members get a mail, and again when its days change; not in a year that is over. Doing it again changes nothing.</remarks>
    [Function(nameof(PutMovement)), Needs(Right.RunBloc), Answers(404, 409)]
    public async Task<TaggedOk<MovementView>> PutMovement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string movement, Body<MovementBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        Demand(MovementRules.Check(id.Year, body.Value));
        // What the office enters of a year that is over is no news to anybody.
        IReadOnlyList<string> told = terms.Cycle.State == CycleState.Closed ? [] : terms.MembersOn(terms.WithinYear(desk.Today));
        var put = await movements.PutAsync(
            id, body.Value.ToMovement(movement), told, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(MovementView.Of(put), put.Version);
    }

    /// <summary>Lists the movements of a bloc's year.</summary>
    /// <remarks>In pages, by id.</remarks>
    [Function(nameof(ListMovements)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<Ok<MovementPage>> ListMovements(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Movements)] HttpRequest request,
        [AsParameters] YearOfBloc id, Page page, CancellationToken cancellationToken)
    {
        if (page.Continuation is { } after && !Slug.IsValid(after))
        {
            throw Page.BadContinuation();
        }

        await desk.FindAsync(id, cancellationToken);
        var (found, isMore) = await movements.ListAsync(id, page.Continuation, page.Size, cancellationToken);
        return TypedResults.Ok(new MovementPage([.. found.Select(MovementView.Of)], isMore ? found[^1].Id : null));
    }

    /// <summary>Reads a movement and what the units do in it.</summary>
    /// <remarks>In pages of the bloc's units of the year, by id, also of those that have not answered.</remarks>
    [Function(nameof(GetMovement)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<TaggedOk<MovementAnswersView>> GetMovement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string movement, Page page, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var units = UnitPage.Of(terms, page);
        var found = await movements.FindAsync(id, movement, cancellationToken) ?? throw MovementRules.NoSuchMovement();
        var answers = await movements.AnswersAsync(id, movement, units.Units, cancellationToken);
        var members = terms.MembersOn(terms.WithinYear(desk.Today)).ToHashSet(StringComparer.Ordinal);
        return EntityTag.Ok(
            new MovementAnswersView(
                MovementView.Of(found),
                [.. units.Units.Select(unit => new UnitAnswer(
                    unit,
                    terms.Names[unit],
                    answers.GetValueOrDefault(unit) is { } answer ? MovementAnswerView.Of(answer) : null,
                    !answers.ContainsKey(unit) && members.Contains(unit) && found.AnswerBy < desk.Today))],
                units.Next),
            found.Version);
    }

    /// <summary>Answers a movement for a unit: how it takes part, and what came of it.</summary>
    /// <remarks>The whole answer; the first needs no If-Match. Doing it again changes nothing.</remarks>
    [Function(nameof(AnswerMovement)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<TaggedOk<MovementAnswerView>> AnswerMovement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{One}/answers/{{unit}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string movement, string unit, Body<MovementAnswerBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        terms.DemandUnit(unit);
        Demand(MovementRules.Check(body.Value));
        var answer = await movements.AnswerAsync(
            id, movement, body.Value.ToAnswer(unit, desk.Now), ifMatch, caller.Units.Contains(unit) ? caller.For(unit) : caller.Acting, cancellationToken);
        return EntityTag.Ok(MovementAnswerView.Of(answer), answer.Version);
    }

    private static void Demand(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }
}
