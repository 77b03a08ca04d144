using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Pacts;

/// <summary>What units register at the start of the year, or after the pact.</summary>
internal sealed class RegistrationFunctions(YearDesk desk, PartitionStore partitions)
{
    private const string Registrations = $"{BlocRoutes.Year}/registrations";

    /// <summary>Registers the titles that a unit strives for, and its own targets.</summary>
    /// <remarks>All of them at once; the first needs no If-Match. In the stage of registration, where the calendar has one. Doing it again changes nothing.</remarks>
    [Function(nameof(RegisterTitles)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<TaggedOk<RegistrationView>> RegisterTitles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Registrations}/{{unit}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, Body<RegistrationBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, unit, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        terms.DemandUnit(unit);
        if (body.Value.Check() is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var registration = body.Value.ToRegistration(unit, desk.Now);
        var actor = caller.Units.Contains(unit) ? caller.For(unit) : caller.Acting;
        var written = await partitions.ChangeAsync(id.AddressIn(PactKeys.Table), PactKeys.Only(Registration.Key(unit)), actor, (view, change) =>
        {
            var before = view.Row(Registration.Key(unit)) is { } row ? Registration.Read(row) : null;
            if (before is not null && before.Said == registration.Said)
            {
                return Task.FromResult(before);
            }

            DemandTime(terms, unit, caller);
            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(registration.ToRow(id.AddressIn(PactKeys.Table).Partition));
            change.Audit = new("RegisterTitles", $"{id} {unit}", Before: before?.Said, After: registration.Said);
            return Task.FromResult(registration with { Version = change.Seq });
        }, cancellationToken);
        return EntityTag.Ok(RegistrationView.Of(written), written.Version);
    }

    /// <summary>Lists what the units of a bloc have registered.</summary>
    /// <remarks>In pages of the bloc's units of the year, by id, also of those that have registered nothing.</remarks>
    [Function(nameof(ListRegistrations)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<Ok<RegistrationPage>> ListRegistrations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Registrations)] HttpRequest request,
        [AsParameters] YearOfBloc id, Page page, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var units = UnitPage.Of(terms, page);
        var rows = units.Units.Count == 0
            ? []
            : (await partitions.ReadAsync(id.AddressIn(PactKeys.Table), PactKeys.Between(units.Units.Select(Registration.Key)), cancellationToken)).Rows;
        var known = rows.Select(Registration.Read).ToDictionary(one => one.Unit, StringComparer.Ordinal);
        return TypedResults.Ok(new RegistrationPage(
            [.. units.Units.Select(unit => new UnitRegistration(unit, terms.Names[unit], known.GetValueOrDefault(unit) is { } one ? RegistrationView.Of(one) : null))],
            units.Next));
    }

    /// <summary>Of a year that is over the office enters what was registered then.</summary>
    private void DemandTime(YearTerms terms, string unit, Caller caller)
    {
        var isHistory = caller.IsAdmin && terms.Cycle.State == CycleState.Closed;
        if (!isHistory && terms.IsOpen(StageKind.Registration, unit, desk.Today) is false)
        {
            throw terms.NotOpen(StageKind.Registration, unit, desk.Today);
        }
    }
}

/// <param name="Titles">What the unit strives for.</param>
/// <param name="Targets">What it sets itself.</param>
/// <param name="Paper">The paper by which it registered; null where there is none.</param>
/// <param name="RegisteredAt">When it was last put down.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record RegistrationView(
    IReadOnlyList<RegisteredTitle> Titles, IReadOnlyList<TargetView> Targets, PaperReference? Paper, DateTimeOffset RegisteredAt, string Etag)
{
    public static RegistrationView Of(Registration one) => new(one.Titles, TargetView.Of(one.Targets), one.Paper, one.RegisteredAt, EntityTag.Of(one.Version));
}

/// <param name="Unit">A unit of the bloc in that year.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Registration">What it has registered; null where it has not.</param>
internal sealed record UnitRegistration(string Unit, string UnitName, RegistrationView? Registration);

/// <param name="Units">A page of the bloc's units, by id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record RegistrationPage(IReadOnlyList<UnitRegistration> Units, string? Continuation);
