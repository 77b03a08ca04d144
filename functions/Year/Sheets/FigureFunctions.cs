using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>Targets and results of quantitative criteria. What they come to is shown by <c>GetTargets</c>.</summary>
internal sealed class FigureFunctions(SheetDesk desk, SheetTable sheets, BlocTable blocs, FigureChanges changes)
{
    private const string Actuals = $"{BlocRoutes.Sheet}/actuals";

    /// <summary>Sets targets of quantitative criteria, as the bloc's pact has them.</summary>
    /// <remarks>
    /// For any units of the bloc, all or nothing; what is not named stays, and null takes a target away. Once there are targets or results, a change carries the ETag of GetTargets.
    /// What is the same already changes nothing. With a reason once the last appraisal round is closed, and not any more once the standings are published.
    /// </remarks>
    [Function(nameof(SetTargets)), Needs(Right.LeadBloc), Answers(404, 409)]
    public async Task<TaggedOk<TargetsAnswer>> SetTargets(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = $"{BlocRoutes.Bloc}/targets")] HttpRequest request,
        [AsParameters] BlocInPeriod id, Body<TargetsBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(id, cancellationToken);
        var (version, changed) = await changes.SetTargetsAsync(terms, body.Value, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(new TargetsAnswer(changed), version);
    }

    /// <summary>Shows a unit's targets and results.</summary>
    /// <remarks>Of every quantitative criterion that is assigned to it. The points, which depend on the whole bloc, are in GetTargets.</remarks>
    [Function(nameof(GetActuals)), Needs(Right.ReadSheet), Answers(404, 409)]
    public async Task<TaggedOk<ActualsView>> GetActuals(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Actuals)] HttpRequest request,
        [AsParameters] SheetId id, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, caller, cancellationToken);
        var sheet = await sheets.ReadAsync(terms.Id, cancellationToken);
        if (sheet.Head is null && !terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        return Answer(terms, sheet, [.. (await blocs.FiguresAsync(id.InPeriod, terms.Tree, cancellationToken)).Where(figure => figure.Unit == id.Unit)]);
    }

    /// <summary>Reports a unit's results in quantitative criteria.</summary>
    /// <remarks>
    /// The unit itself does so while it may work on its sheet; the head and the office until the standings are published, with a reason. What is not named stays, and null takes a result away.
    /// Once the unit has results, a change carries the ETag of GetActuals. What is the same already changes nothing.
    /// </remarks>
    [Function(nameof(SetActuals)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<TaggedOk<ActualsView>> SetActuals(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = Actuals)] HttpRequest request,
        [AsParameters] SheetId id, Body<ActualsBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindToChangeAsync(id, caller, cancellationToken);
        var isOwn = caller.Units.Contains(id.Unit);
        Actor actor = isOwn ? caller.For(id.Unit) : caller.Acting;
        var figures = await changes.SetActualsAsync(terms, body.Value, isOwn, ifMatch, actor, cancellationToken);
        return Answer(terms, await sheets.ReadAsync(terms.Id, cancellationToken), figures);
    }

    private static TaggedOk<ActualsView> Answer(SheetTerms terms, StoredSheet sheet, IReadOnlyList<Figure> figures) =>
        EntityTag.Ok(new ActualsView(FigureView.Of(terms.Tree, sheet.Content.NotApplicable, figures)), FigureChanges.VersionOf(figures));
}
