using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Nominations;

/// <summary>What bodies outside of the blocs report about units in a year.</summary>
internal sealed class OutsideListFunctions(OutsideListTable lists, RosterTable roster, VietnamTime vietnam, TimeProvider clock)
{
    private const string Lists = "api/cycles/{year}/outside-lists";

    private DateOnly Today => vietnam.Today(clock);

    /// <summary>Enters a list of units that an outside body sends, or that it is expected.</summary>
    /// <remarks>
    /// The whole list, with the day by which it is to come, the day on which it came, and the units that it names. One that came and names nobody says just that; one that did not come leaves conditions
    /// that ask for it not known. The first needs no If-Match; the same again changes nothing.
    /// </remarks>
    [Function(nameof(PutOutsideList)), Needs(Right.Administer), Answers(409)]
    public async Task<TaggedOk<OutsideListView>> PutOutsideList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Lists}/{{list}}")] HttpRequest request,
        int year, string list, Body<OutsideListBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var known = await roster.FindUnitsAsync(body.Value.Entries.Select(one => one.Unit).Distinct(StringComparer.Ordinal), cancellationToken);
        if (NominationRules.Check(body.Value, known.Keys.ToHashSet(StringComparer.Ordinal), Today) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var put = await lists.PutAsync(year, body.Value.ToList(list), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(OutsideListView.Of(put, await NamesAsync(year, cancellationToken), Today), put.Version);
    }

    /// <summary>Lists what outside bodies reported about units in a year.</summary>
    /// <remarks>By id, with what is still to come and late. A unit sees what names it with CheckEligibility.</remarks>
    [Function(nameof(ListOutsideLists)), Needs(Right.Oversee)]
    public async Task<Ok<OutsideListsView>> ListOutsideLists(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Lists)] HttpRequest request, int year, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(year, cancellationToken);
        return TypedResults.Ok(new OutsideListsView([.. (await lists.ListAsync(year, cancellationToken)).Select(one => OutsideListView.Of(one, names, Today))]));
    }

    private Task<UnitNames> NamesAsync(int year, CancellationToken cancellationToken) => roster.NamesOfYearAsync(year, Today, cancellationToken);
}
