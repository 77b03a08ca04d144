using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>
/// Publications of standings: a partition a bloc and period (<see cref="StandingsRows"/>). What is not published is not kept: it
/// is computed from the sheets.
/// </summary>
internal sealed class StandingsTable(PartitionStore partitions, TimeProvider clock)
{
    private const string PublishStandings = "PublishStandings";

    /// <summary>The publication, done or under way; null when there is none.</summary>
    public async Task<Publication?> FindAsync(BlocInPeriod id, CancellationToken cancellationToken) =>
        StandingsRows.Publication(await partitions.ReadAsync(id.Address, BlocKeys.Standings, cancellationToken));

    /// <summary>The published standings, if they are published; and whether a publication is under way.</summary>
    public async Task<(BlocStandings? Published, bool IsUnderWay)> FindPublishedAsync(BlocInPeriod id, CancellationToken cancellationToken)
    {
        var view = await partitions.ReadAsync(id.Address, BlocKeys.Standings, cancellationToken);
        var publication = StandingsRows.Publication(view);
        return publication is { State: PublicationState.Published }
            ? (await WithTiesAsync(StandingsRows.Standings(id, publication, view), cancellationToken), false)
            : (null, publication is { State: PublicationState.Publishing });
    }

    /// <summary>What people decided of ties does not change any more; it is read only where it separated somebody.</summary>
    private async Task<BlocStandings> WithTiesAsync(BlocStandings published, CancellationToken cancellationToken)
    {
        var decided = published.Places.Where(place => place.DecidedBy is not null).Select(place => place.Unit).ToHashSet(StringComparer.Ordinal);
        if (decided.Count == 0)
        {
            return published;
        }

        var view = await partitions.ReadAsync(published.Id.Address, BlocKeys.Decisions, cancellationToken);
        return published with
        {
            Ties = [.. view.Rows.Select(BlocRows.Decided).Where(one => StandsIn(published, one)).Select(one => new RecordedTie(one, Counts: true))],
        };
    }

    /// <summary>Whether the published places are in just that order. Another decision that names some of the units was about others then.</summary>
    private static bool StandsIn(BlocStandings published, TieDecision one)
    {
        var ranks = one.Units.Select(unit => published.Places.FirstOrDefault(place => place.Unit == unit && place.DecidedBy == one.Kind)?.Rank).ToList();
        return ranks.Index().All(rank => rank.Item is { } own && own == ranks[0] + rank.Index);
    }

    /// <summary>What published standings say of one unit, from two rows however large the bloc; null when they are not published or it was not in the bloc.</summary>
    public async Task<(Publication Publication, PlacedUnit? Place, UnitApart? Apart)?> FindPlaceAsync(BlocInPeriod id, string unit, CancellationToken cancellationToken)
    {
        if (await partitions.FindSettledAsync(id.Address, BlocKeys.Summary, cancellationToken) is not { } summary
            || StandingsRows.Publication(summary, []) is not { State: PublicationState.Published } publication
            || await partitions.FindAsync(id.Address, BlocKeys.Place(unit), cancellationToken) is not { } row)
        {
            return null;
        }

        var (place, apart) = StandingsRows.PlaceOf(row);
        return (publication, place, apart);
    }

    /// <summary>The points of every published unit at every criterion.</summary>
    public async Task<IReadOnlyDictionary<string, NodeTotals>> TotalsAsync(BlocInPeriod id, CancellationToken cancellationToken) =>
        (await partitions.ReadAsync(id.Address, BlocKeys.Totals, cancellationToken)).Rows
            .Select(StandingsRows.TotalsOf)
            .ToDictionary(one => one.Unit, one => one.Totals, StringComparer.Ordinal);

    /// <summary>The points of one published unit at every criterion; null where none were published of it.</summary>
    public async Task<NodeTotals?> FindTotalsAsync(BlocInPeriod id, string unit, CancellationToken cancellationToken) =>
        await partitions.FindSettledAsync(id.Address, BlocKeys.Total(unit), cancellationToken) is { } row ? StandingsRows.TotalsOf(row).Totals : null;

    /// <summary>Begins a publication, unless there is one: then that one is answered. From now on the bloc's record does not change.</summary>
    /// <param name="id">The bloc.</param>
    /// <param name="settle">What the publication rests on, given the bloc's record; or a refusal.</param>
    /// <param name="known">The bloc's record as it was read a moment ago (<see cref="BlocTable.LookAsync"/>).</param>
    /// <param name="actor">Who publishes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Publication> BeginAsync(BlocInPeriod id, Func<BlocRecord, Publication> settle, PartitionView known, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.Address, BlocKeys.Record, actor, (view, change) =>
        {
            if (StandingsRows.Publication(view) is { } there)
            {
                return Task.FromResult(there);
            }

            var begun = settle(BlocRows.Read(view));
            var partition = id.Address.Partition;
            change.Put(StandingsRows.Row(partition, begun));
            foreach (var unit in begun.Units)
            {
                change.Put(StandingsRows.Row(partition, unit));
            }

            change.Audit = Audit(id, after: RowText.WholeOf(
                new PublicationBegun(
                    begun.Id,
                    $"{begun.Scheme.Scheme} {begun.Scheme.Version}",
                    [.. begun.Units.Where(unit => unit.Counts).Select(unit => unit.Unit)],
                    [.. begun.LeftOut])));
            return Task.FromResult(begun with { Version = change.Seq });
        }, cancellationToken, known);

    /// <summary>Writes all places and makes the publication valid, in one change. False when somebody else has ended it meanwhile.</summary>
    public Task<bool> PublishAsync(BlocInPeriod id, string publication, Placements reckoning, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.Address, BlocKeys.Standings, actor, (view, change) =>
        {
            if (StandingsRows.Publication(view) is not { State: PublicationState.Publishing } known || known.Id != publication)
            {
                return Task.FromResult(false);
            }

            var partition = id.Address.Partition;
            foreach (var place in reckoning.Places)
            {
                change.Put(StandingsRows.Row(partition, place));
            }

            foreach (var unit in reckoning.Apart)
            {
                change.Put(StandingsRows.Row(partition, unit, known.Units.First(one => one.Unit == unit.Unit)));
            }

            foreach (var (unit, totals) in reckoning.Totals)
            {
                change.Put(StandingsRows.Row(partition, unit, totals));
            }

            change.Put(StandingsRows.Row(partition, known with { State = PublicationState.Published, PublishedAt = clock.GetUtcNow(), Ranked = reckoning.Places.Count }));
            change.Audit = Audit(id, nameof(PublicationState.Publishing), RowText.WholeOf(
                new PublicationDone(
                    publication,
                    [.. reckoning.Places.Select(place => new PublishedPlace(place.Unit, place.Rank, place.Value, place.Class?.Code, place.SheetHash))],
                    [.. reckoning.Apart.Select(unit => unit.Unit)],
                    Warning.Brought([], reckoning.Warned()))));
            change.Notify(NoticeKind.StandingsPublished, [.. known.Units.Select(unit => unit.Unit)], id.ToString(), null);
            return Task.FromResult(true);
        }, cancellationToken);

    /// <summary>Turns a publication back that is not published yet: from now on nobody locks anything for it that stays locked.</summary>
    public Task WithdrawAsync(BlocInPeriod id, string publication, Words obstacle, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.Address, BlocKeys.Standings, actor, (view, change) =>
        {
            if (StandingsRows.Publication(view) is { State: PublicationState.Publishing } known && known.Id == publication)
            {
                change.Put(StandingsRows.Row(id.Address.Partition, known with { State = PublicationState.Withdrawing, Obstacle = obstacle }));
                change.Audit = Audit(id, nameof(PublicationState.Publishing), $"{nameof(PublicationState.Withdrawing)} {publication}", obstacle.Vi);
            }

            return Task.FromResult(true);
        }, cancellationToken);

    /// <summary>The end of a withdrawal: as if it had never begun.</summary>
    public Task ClearAsync(BlocInPeriod id, string publication, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.Address, BlocKeys.Standings, actor, (view, change) =>
        {
            if (StandingsRows.Publication(view) is { State: PublicationState.Withdrawing } known && known.Id == publication)
            {
                change.Delete(BlocKeys.Summary);
                foreach (var unit in known.Units)
                {
                    change.Delete(BlocKeys.Place(unit.Unit));
                }

                change.Audit = Audit(id, $"{nameof(PublicationState.Withdrawing)} {publication}", after: null);
            }

            return Task.FromResult(true);
        }, cancellationToken);

    private static AuditEntry Audit(BlocInPeriod id, string? before = null, string? after = null, string? reason = null) =>
        new(PublishStandings, id.ToString(), reason, before, after);
}

/// <summary>In the audit: what a publication set out to do.</summary>
internal sealed record PublicationBegun(string Publication, string Scheme, IReadOnlyList<string> Counted, IReadOnlyList<string> LeftOut);

/// <summary>In the audit: what it came to.</summary>
/// <param name="Warnings">What was there to be looked at in the bloc as a whole; left out where nothing was.</param>
internal sealed record PublicationDone(
    string Publication,
    IReadOnlyList<PublishedPlace> Places,
    IReadOnlyList<string> LeftOut,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Warning>? Warnings = null);

internal sealed record PublishedPlace(string Unit, int Rank, Points Value, string? Class, string SheetHash);
