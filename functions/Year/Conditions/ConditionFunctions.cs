using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Conditions;

/// <summary>What schemes ask of a unit that is not a score: declared facts, and how many people it has.</summary>
internal sealed class ConditionFunctions(SheetDesk desk, BlocTable blocs, SheetTable sheets, ConditionChanges changes, LeadersLookup findLeaders)
{
    private const string Conditions = $"{BlocRoutes.Sheet}/conditions";

    /// <summary>Declares whether a condition of the scheme is so for a unit.</summary>
    /// <remarks>
    /// By whom the scheme names, until its day is over; the office always, until the standings are published. The first declaration needs no If-Match; each later one carries
    /// its ETag. The unit is mailed what others declare of it. What was entered in the sheet stays as it is: a condition that is lifted restores exactly what was.
    /// </remarks>
    [Function(nameof(DeclareCondition)), Needs(Right.DeclareConditions), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<DeclarationView>> DeclareCondition(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Conditions}/{{condition}}")] HttpRequest request,
        [AsParameters] SheetId id, string condition, Body<DeclarationBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        // Freezes the scheme's version: what was declared is about the condition as it reads now.
        var terms = await desk.FindToChangeAsync(id, caller, cancellationToken);
        if (!terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        var code = condition.Normalize();
        var asked = terms.Tree.Content.Conditions?.FirstOrDefault(one => one.Code == code)
            ?? throw Refusal.NotFound(new($"Bảng điểm không có điều kiện {code}.", $"The scheme has no condition {code}."));
        var leaders = caller.Units.Count == 0 ? Leaders.Nobody : await findLeaders(id.Bloc, id.Year, cancellationToken);
        var office = DeclarationRules.DemandOffice(asked, id.Unit, id.Year, caller, leaders, desk.Today);
        if (DeclarationRules.Check(asked, body.Value) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var actor = office switch
        {
            DeclarerOffice.Unit => caller.For(id.Unit),
            DeclarerOffice.Body => caller.For(asked.Body),
            DeclarerOffice.Head => caller.For(caller.Units.First(unit => unit == leaders.Head || unit == leaders.Deputy)),
            _ => caller.For(null),
        };
        var declared = await changes.DeclareAsync(id, asked, body.Value, office, ifMatch, actor, cancellationToken);
        return EntityTag.Ok(DeclarationView.Of(declared, id.Year, request.HttpContext.AnswersIn()), declared.Version);
    }

    /// <summary>Lists the conditions of a unit, and how many people it has.</summary>
    /// <remarks>Each with who declares it and by when, what was declared, and what follows. What nobody declared counts as no.</remarks>
    [Function(nameof(ListConditions)), Needs(Right.ReadConditions), Answers(404, 409), GivesLanguage]
    public async Task<Ok<ConditionsView>> ListConditions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Conditions)] HttpRequest request,
        [AsParameters] SheetId id, CancellationToken cancellationToken)
    {
        var terms = await DemandMemberAsync(id, cancellationToken);
        var finding = sheets.FindHeadsAsync([id], cancellationToken);
        var record = await blocs.ReadAsync(id.InPeriod, cancellationToken);
        var isSubmitted = (await finding)[0]?.IsSubmitted is true;
        return TypedResults.Ok(ConditionsView.Of(terms.Tree, record, id.Unit, isSubmitted, id.Year, request.HttpContext.AnswersIn()));
    }

    /// <summary>Records how many people a unit has, and how many of them are women.</summary>
    /// <remarks>For the tie-break of Decree 152/2025, article 4(6). Until the standings are published. The first record needs no If-Match.</remarks>
    [Function(nameof(RecordStaff)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<TaggedOk<StaffView>> RecordStaff(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{BlocRoutes.Sheet}/staff")] HttpRequest request,
        [AsParameters] SheetId id, Body<StaffBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        await DemandMemberAsync(id, cancellationToken);
        if (DeclarationRules.Check(body.Value, desk.Today) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var actor = caller.Units.Contains(id.Unit) ? caller.For(id.Unit) : caller.Acting;
        var counted = await changes.RecordStaffAsync(id, body.Value, ifMatch, actor, cancellationToken);
        return EntityTag.Ok(StaffView.Of(counted), counted.Version);
    }

    private async Task<BlocTerms> DemandMemberAsync(SheetId id, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(id.InPeriod, cancellationToken);
        terms.DemandMember(id.Unit);
        return terms;
    }
}
