using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>Targets and results of quantitative criteria. What they come to is shown by <c>GetTargets</c>.</summary>
internal static class FigureEndpoints
{
    public const string Targets = "/api/cycles/{year}/periods/{period}/blocs/{bloc}/targets";

    public static void MapFigures(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Targets, ["PATCH"], SetTargets).WithName(nameof(SetTargets))
            .Needs(Right.LeadBloc)
            .Says(
                "Sets targets of quantitative criteria, as the bloc's pact has them.",
                "For any units of the bloc, all or nothing; what is not named stays, and null takes a target away. Once there are targets or results, a change carries the ETag of GetTargets. "
                + "What is the same already changes nothing. Not any more once the standings are published.")
            .Answers(404, 409);
        app.MapGet($"{SheetEndpoints.One}/actuals", GetActuals).WithName(nameof(GetActuals))
            .Needs(Right.ReadSheet)
            .Says("Shows a unit's targets and results.", "Of every quantitative criterion that is assigned to it. The points, which depend on the whole bloc, are in GetTargets.")
            .Answers(404, 409);
        app.MapMethods($"{SheetEndpoints.One}/actuals", ["PATCH"], SetActuals).WithName(nameof(SetActuals))
            .Needs(Right.ReportResults)
            .Says(
                "Reports a unit's results in quantitative criteria.",
                "The unit itself does so while it may work on its sheet; the head and the office until the standings are published, with a reason. What is not named stays, and null takes a result away. "
                + "Once the unit has results, a change carries the ETag of GetActuals. What is the same already changes nothing.")
            .Answers(404, 409);
    }

    private static async Task<TaggedOk<TargetsAnswer>> SetTargets(
        int year, string period, string bloc, Body<TargetsBody> body, IfMatch ifMatch, Caller caller, SheetDesk desk, FigureChanges changes, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(new(year, period, bloc), cancellationToken);
        var (version, changed) = await changes.SetTargetsAsync(terms, body.Value, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(new TargetsAnswer(changed), version);
    }

    private static async Task<TaggedOk<ActualsView>> GetActuals(
        int year, string period, string bloc, string unit, Caller caller, SheetDesk desk, SheetTable sheets, BlocTable blocs, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(new(year, period, bloc, unit), caller, cancellationToken);
        var sheet = await sheets.ReadAsync(terms.Id, cancellationToken);
        if (sheet.Head is null && !terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        return Answer(terms, sheet, await blocs.FiguresOfAsync(terms.Id, cancellationToken));
    }

    private static async Task<TaggedOk<ActualsView>> SetActuals(
        int year,
        string period,
        string bloc,
        string unit,
        Body<ActualsBody> body,
        IfMatch ifMatch,
        Caller caller,
        SheetDesk desk,
        SheetTable sheets,
        FigureChanges changes,
        CancellationToken cancellationToken)
    {
        var terms = await desk.FindToChangeAsync(new(year, period, bloc, unit), caller, cancellationToken);
        var isOwn = caller.Units.Contains(unit);
        Actor actor = isOwn ? caller.For(unit) : caller.Acting;
        var figures = await changes.SetActualsAsync(terms, body.Value, isOwn, ifMatch, actor, cancellationToken);
        return Answer(terms, await sheets.ReadAsync(terms.Id, cancellationToken), figures);
    }

    private static TaggedOk<ActualsView> Answer(SheetTerms terms, StoredSheet sheet, IReadOnlyList<Figure> figures) =>
        EntityTag.Ok(new ActualsView(FigureView.Of(terms.Tree, sheet.Content.NotApplicable, figures)), FigureChanges.VersionOf(figures));
}
