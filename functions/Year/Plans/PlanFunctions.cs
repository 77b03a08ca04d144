using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Texts;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>What a bloc sets out to do in a year.</summary>
internal sealed class PlanFunctions(YearDesk desk, PlanTable plans, TextTable texts, MeetingDesk meetings, LeftOvers leftOvers)
{
    private const string Route = $"{BlocRoutes.Year}/plan";

    /// <summary>Writes a bloc's plan of the year, as a draft or as adopted.</summary>
    /// <remarks>
    /// The whole plan; the first needs no If-Match. How many objectives and groups of solutions there are can be known without all of them. A text that is cited by its id in the
    /// register and is not in force on the plan's day (that of the paper, else of the adoption, else today) is warned of and refuses nothing. Once adopted, content changes only
    /// together with another adoption; number and day of the paper can be entered later. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(PutPlan)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<PlanView>> PutPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        [AsParameters] YearOfBloc id, Body<PlanBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        await desk.FindAsync(id, cancellationToken);
        var plan = body.Value.ToPlan();
        var cited = await texts.FindAllAsync(plan.Cited(), cancellationToken);
        var faults = new List<Fault>(PlanRules.Check(id.Year, plan, [.. cited.Keys], desk.Today));
        await meetings.CheckAsync(id, plan.Adopted, plan.Adopted is null ? null : (await plans.FindAsync(id, cancellationToken))?.Adopted, DecisionMatter.Plan, null, "$.adopted", faults, cancellationToken);
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        var put = await plans.PutAsync(id, plan, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(PlanView.Of(id, put, cited, await leftOvers.FindAsync(id, cancellationToken), desk.Today, request.HttpContext.AnswersIn()), put.Version);
    }

    /// <summary>Reads a bloc's plan of the year.</summary>
    /// <remarks>Drafts too: who belongs to the bloc sees what it is asked to adopt.</remarks>
    [Function(nameof(GetPlan)), Needs(Right.ReadBlocYear), Answers(400, 404), GivesLanguage]
    public async Task<TaggedOk<PlanView>> GetPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, [AsParameters] YearOfBloc id, CancellationToken cancellationToken)
    {
        var found = await plans.FindAsync(id, cancellationToken) ?? throw PlanTable.NoPlan();
        return EntityTag.Ok(PlanView.Of(
            id, found, await texts.FindAllAsync(found.Cited(), cancellationToken), await leftOvers.FindAsync(id, cancellationToken), desk.Today, request.HttpContext.AnswersIn()), found.Version);
    }
}
