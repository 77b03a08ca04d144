using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Visits;

/// <summary>Cross-checks: who visits whom, what was found, and what became of it.</summary>
internal static class InspectionEndpoints
{
    private const string Inspections = "/api/cycles/{year}/periods/{period}/blocs/{bloc}/inspections";
    private const string One = $"{Inspections}/{{inspection}}";

    /// <summary>A visit can have as much text as a sheet.</summary>
    private const int MostInspections = 100;

    public static void MapInspections(this IEndpointRouteBuilder app)
    {
        app.MapPut(One, PutInspection).WithName(nameof(PutInspection))
            .Needs(Right.LeadBloc)
            .Says(
                "Plans a cross-check, or puts down what it found and what was mended.",
                "The whole visit; the first needs no If-Match. The unit gets a mail when a finding is to be mended by a day. A finding that an appraisal refers to cannot be taken away, and once "
                + "the standings are published only what was mended changes. Doing it again changes nothing.")
            .Answers(404, 409);
        app.MapGet(One, GetInspection).WithName(nameof(GetInspection))
            .Needs(Right.Read)
            .Says("Reads a cross-check.", "For whom, as with ListInspections.")
            .Answers(404);
        app.MapGet(Inspections, ListInspections).WithName(nameof(ListInspections))
            .Needs(Right.Read)
            .Says(
                "Lists the cross-checks of a bloc.",
                "In pages, with what is open and what is overdue. The bloc's leaders, the office, the council and readers see all; a unit sees those that visit it and those it takes part in.")
            .Answers(400, 404);
    }

    private static async Task<TaggedOk<InspectionView>> PutInspection(
        int year,
        string period,
        string bloc,
        string inspection,
        Body<InspectionBody> body,
        IfMatch ifMatch,
        Caller caller,
        SheetDesk desk,
        SchemeTable schemes,
        InspectionTable inspections,
        CancellationToken cancellationToken)
    {
        var (cycle, members) = await desk.FindBlocAsync(year, period, bloc, cancellationToken);
        var tree = cycle.SchemeOf(bloc) is { } version ? await schemes.FindTreeAsync(version.Scheme, version.Version, cancellationToken) : null;
        var put = await inspections.PutAsync(
            new(year, period, bloc),
            body.Value.ToInspection(inspection),
            before =>
            {
                string[] units = before is null ? [.. members] : [.. members, before.Unit, .. before.Team];
                if (InspectionRules.Check(year, body.Value, units, tree, desk.Today) is { Count: > 0 } faults)
                {
                    throw Refusal.BadInput(faults);
                }
            },
            ifMatch,
            caller.Acting,
            cancellationToken);
        return EntityTag.Ok(InspectionView.Of(put, desk.Today), put.Version);
    }

    private static async Task<TaggedOk<InspectionView>> GetInspection(
        int year,
        string period,
        string bloc,
        string inspection,
        Caller caller,
        SheetDesk desk,
        InspectionTable inspections,
        LeadersLookup findLeaders,
        CancellationToken cancellationToken)
    {
        var units = await VisibleToAsync(caller, year, bloc, findLeaders, cancellationToken);
        var found = await inspections.FindAsync(new(year, period, bloc), inspection, cancellationToken);
        return found is not null && (units is null || found.Concerns(units))
            ? EntityTag.Ok(InspectionView.Of(found, desk.Today), found.Version)
            : throw Refusal.NotFound(new("Không có cuộc kiểm tra chéo này.", "There is no such cross-check."));
    }

    private static async Task<Ok<InspectionPage>> ListInspections(
        int year,
        string period,
        string bloc,
        Page page,
        Caller caller,
        SheetDesk desk,
        InspectionTable inspections,
        LeadersLookup findLeaders,
        CancellationToken cancellationToken)
    {
        if (page.Continuation is { } after && !Slug.IsValid(after))
        {
            throw Page.BadContinuation();
        }

        var (_, members) = await desk.FindBlocAsync(year, period, bloc, cancellationToken);
        var units = await VisibleToAsync(caller, year, bloc, findLeaders, cancellationToken);
        var (found, isMore) = await inspections.ListAsync(
            new(year, period, bloc), units, page.Continuation, Math.Min(page.Size, MostInspections), cancellationToken);
        // Who has left the bloc still sees what it has to mend.
        return found.Count == 0 && units?.Any(members.Contains) == false
            ? throw SheetTerms.NoSuchMember()
            : TypedResults.Ok(new InspectionPage([.. found.Select(one => InspectionView.Of(one, desk.Today))], isMore ? found[^1].Id : null));
    }

    /// <summary>Null when the caller sees all visits; else the units whose visits it sees.</summary>
    private static async Task<IReadOnlyList<string>?> VisibleToAsync(
        Caller caller, int year, string bloc, LeadersLookup findLeaders, CancellationToken cancellationToken)
    {
        var leaders = caller.Oversees ? Leaders.Nobody : await findLeaders(bloc, year, cancellationToken);
        return RightRules.Allows(Right.ReadSheet, caller, new(Unit: null, IsYearOver: false, leaders)) ? null : caller.Units;
    }
}
