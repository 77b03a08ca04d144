using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Visits;

/// <summary>Cross-checks: who visits whom, what was found, and what became of it.</summary>
internal sealed class InspectionFunctions(SheetDesk desk, SchemeTable schemes, RosterTable roster, InspectionTable inspections, LeadersLookup findLeaders)
{
    private const string Inspections = $"{BlocRoutes.Bloc}/inspections";
    private const string One = $"{Inspections}/{{inspection}}";

    /// <summary>A visit can have as much text as a sheet.</summary>
    private const int MostInspections = 100;

    /// <summary>Plans a cross-check, or puts down what it found and what was mended.</summary>
    /// <remarks>The whole visit; the first needs no If-Match. The unit gets a mail when a finding is to be mended by a day. A finding that an appraisal refers to cannot be taken away, and once the standings are published only what was mended changes, and what papers say beside the findings (purpose, grounds, hours, place, people). Doing it again changes nothing.</remarks>
    [Function(nameof(PutInspection)), Needs(Right.LeadBloc), Answers(404, 409)]
    public async Task<TaggedOk<InspectionView>> PutInspection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] BlocInPeriod id, string inspection, Body<InspectionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var (cycle, members) = await desk.FindBlocAsync(id.Year, id.Period, id.Bloc, cancellationToken);
        var tree = cycle.SchemeOf(id.Bloc) is { } version ? await schemes.FindTreeAsync(version.Scheme, version.Version, cancellationToken) : null;
        var put = await inspections.PutAsync(
            id,
            inspection,
            before => body.Value.ToInspection(inspection, before),
            before =>
            {
                string[] units = before is null ? [.. members] : [.. members, before.Unit, .. before.Team];
                if (InspectionRules.Check(id.Year, body.Value, units, tree, before, desk.Today) is { Count: > 0 } faults)
                {
                    throw Refusal.BadInput(faults);
                }
            },
            ifMatch,
            caller.Acting,
            cancellationToken);
        return EntityTag.Ok(InspectionView.Of(put, desk.Today, await roster.NamesAsync(cancellationToken)), put.Version);
    }

    /// <summary>Reads a cross-check.</summary>
    /// <remarks>For whom, as with ListInspections.</remarks>
    [Function(nameof(GetInspection)), Needs(Right.Read), Answers(404)]
    public async Task<TaggedOk<InspectionView>> GetInspection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        [AsParameters] BlocInPeriod id, string inspection, Caller caller, CancellationToken cancellationToken)
    {
        var units = await VisibleToAsync(caller, id, cancellationToken);
        var found = await inspections.FindAsync(id, inspection, cancellationToken);
        return found is not null && (units is null || found.Concerns(units))
            ? EntityTag.Ok(InspectionView.Of(found, desk.Today, await roster.NamesAsync(cancellationToken)), found.Version)
            : throw Refusal.NotFound(new("Không có cuộc kiểm tra chéo này.", "There is no such cross-check."));
    }

    /// <summary>Lists the cross-checks of a bloc.</summary>
    /// <remarks>In pages, with what is open and what is overdue. The bloc's leaders, the office, the council and readers see all; a unit sees those that visit it and those it takes part in.</remarks>
    [Function(nameof(ListInspections)), Needs(Right.Read), Answers(400, 404)]
    public async Task<Ok<InspectionPage>> ListInspections(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Inspections)] HttpRequest request,
        [AsParameters] BlocInPeriod id, Page page, Caller caller, CancellationToken cancellationToken)
    {
        if (page.Continuation is { } after && !Slug.IsValid(after))
        {
            throw Page.BadContinuation();
        }

        var (_, members) = await desk.FindBlocAsync(id.Year, id.Period, id.Bloc, cancellationToken);
        var units = await VisibleToAsync(caller, id, cancellationToken);
        var (found, isMore) = await inspections.ListAsync(id, units, page.Continuation, Math.Min(page.Size, MostInspections), cancellationToken);
        // Who has left the bloc still sees what it has to mend.
        var names = await roster.NamesAsync(cancellationToken);
        return found.Count == 0 && units?.Any(members.Contains) == false
            ? throw SheetTerms.NoSuchMember()
            : TypedResults.Ok(new InspectionPage([.. found.Select(one => InspectionView.Of(one, desk.Today, names))], isMore ? found[^1].Id : null));
    }

    /// <summary>Null when the caller sees all visits; else the units whose visits it sees.</summary>
    private async Task<IReadOnlyList<string>?> VisibleToAsync(Caller caller, BlocInPeriod id, CancellationToken cancellationToken)
    {
        var leaders = caller.Oversees ? Leaders.Nobody : await findLeaders(id.Bloc, id.Year, cancellationToken);
        return RightRules.Allows(Right.ReadSheet, caller, new(Unit: null, IsYearOver: false, leaders)) ? null : caller.Units;
    }
}
