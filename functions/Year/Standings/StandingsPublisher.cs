using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>
/// Publishes standings across partitions, and can be killed at any instant (docs/decisions/0014): what the publication rests on is
/// settled in one change of the bloc's partition; then every sheet is locked in its own partition; then one change writes all places.
/// Whoever comes next goes on from where it was left: the office by publishing again, or the hourly timer.
/// </summary>
internal sealed partial class StandingsPublisher(
    StandingsTable table,
    BlocSheets bloc,
    BlocTable blocs,
    SheetTable sheets,
    RosterTable roster,
    Touched touched,
    Intents intents,
    TimeProvider clock,
    ILogger<StandingsPublisher> logger)
{
    public const string Intent = "publication";

    /// <summary>Doing it again goes on with what was begun, and changes nothing once it is published.</summary>
    /// <exception cref="Refusal">400 or 409: what is confirmed is not what is there, or a sheet changed meanwhile. Nothing is published then.</exception>
    public async Task PublishAsync(BlocInPeriod id, PublicationBody body, Actor actor, CancellationToken cancellationToken)
    {
        PublicationChecks.DemandConfirmed(id, body);
        IReadOnlyList<PartitionView> seen = [];
        if (await table.FindAsync(id, cancellationToken) is not { } publication)
        {
            (publication, seen) = await BeginAsync(id, body.LeftOut, actor, cancellationToken);
        }

        if (publication.State != PublicationState.Withdrawing)
        {
            PublicationChecks.DemandSame(publication, body.LeftOut);
        }

        if (publication.State != PublicationState.Published)
        {
            await FinishAsync(id, publication, seen, actor, cancellationToken);
        }
    }

    /// <summary>Finishes or sweeps what killed processes have left. One that fails stops no other.</summary>
    public async Task<IReadOnlyList<string>> ResumeAsync(CancellationToken cancellationToken)
    {
        var done = new List<string>();
        var failures = new List<Exception>();
        foreach (var intent in await intents.ListAsync(Intent, StagedChanges.AbandonedAfter, cancellationToken))
        {
            try
            {
                done.Add(await ResumeAsync(BlocInPeriod.Parse(intent.Address.Partition), intent.Id, cancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                PublicationFailed(intent.Address.Partition, exception);
                failures.Add(exception);
            }
        }

        return failures.Count == 0 ? done : throw new AggregateException($"{failures.Count} publications could not be finished.", failures);
    }

    /// <summary>Settles what it rests on. The sheets are not locked yet; they are given as they were seen for it.</summary>
    private async Task<(Publication Publication, IReadOnlyList<PartitionView> Seen)> BeginAsync(
        BlocInPeriod id, IReadOnlyList<string> leftOut, Actor actor, CancellationToken cancellationToken)
    {
        var now = await bloc.FindAsync(id, cancellationToken);
        var seen = await sheets.LookAsync(now.Members.Select(member => id.SheetOf(member.Unit)), cancellationToken);
        List<SheetHead?> heads = [.. seen.Select(SheetTable.HeadOf)];
        var publication = Guid.NewGuid().ToString("N");
        var record = await blocs.LookAsync(id, cancellationToken);
        Settle(BlocRows.Read(record));
        await intents.AddAsync(Intent, id.Address, publication, cancellationToken);
        return (await table.BeginAsync(id, Settle, record, actor, cancellationToken), seen);

        Publication Settle(BlocRecord record)
        {
            List<PinnedUnit> units = [.. now.Members.Zip(heads, (member, head) =>
                new PinnedUnit(member.Unit, member.Name, head?.Hash, CountedScores.WhyNot(member.Unit, head, now.Tree.Scheme, record)))];
            PublicationChecks.DemandSettled(units, leftOut);
            PublicationChecks.DemandClosed(record);
            return new(publication, PublicationState.Publishing, StandingsScheme.Of(now.Tree), now.Name, now.Tree.Voided, clock.GetUtcNow(), PublishedAt: null, Obstacle: null, units, Version: 0);
        }
    }

    /// <param name="id">The bloc.</param>
    /// <param name="begun">The publication as it was read or begun a moment ago.</param>
    /// <param name="seen">The sheets that were seen when it was begun; those that are not among them are read.</param>
    /// <param name="actor">Who publishes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    private async Task FinishAsync(BlocInPeriod id, Publication begun, IReadOnlyList<PartitionView> seen, Actor actor, CancellationToken cancellationToken)
    {
        var (publication, now) = (begun.Id, (Publication?)begun);
        IReadOnlyList<PinnedUnit> locked = [];
        for (; ; now = await table.FindAsync(id, cancellationToken))
        {
            switch (now)
            {
                case { State: PublicationState.Publishing } known when known.Id == publication:
                    locked = known.Units;
                    if (await GoOnAsync(id, known, seen, actor, cancellationToken))
                    {
                        await intents.RemoveAsync(Intent, id.Address, publication, cancellationToken);
                        return;
                    }

                    break;
                case { State: PublicationState.Withdrawing } known when known.Id == publication:
                    await GiveBackAsync(id, publication, known.Units, actor, cancellationToken);
                    await table.ClearAsync(id, publication, actor, cancellationToken);
                    PublicationWithdrawn(id.Year, id.Period, id.Bloc);
                    // The intent stays: a process that is slower than this one may still lock a sheet and die, and the timer then gives it back.
                    throw PublicationChecks.Withdrawn(known.Obstacle!);
                case { State: PublicationState.Published } known when known.Id == publication:
                    await intents.RemoveAsync(Intent, id.Address, publication, cancellationToken);
                    return;
                default:
                    await GiveBackAsync(id, publication, locked, actor, cancellationToken);
                    throw PublicationChecks.Withdrawn(new(
                        "Việc công bố vừa bị dừng vì có phiếu điểm thay đổi. Hãy xem lại rồi công bố lại.",
                        "The publication has just been stopped because a sheet changed. Look again, then publish again."));
            }
        }
    }

    /// <summary>Locks, computes and publishes; or turns back.</summary>
    /// <returns>Whether it is published.</returns>
    private async Task<bool> GoOnAsync(BlocInPeriod id, Publication known, IReadOnlyList<PartitionView> seen, Actor actor, CancellationToken cancellationToken)
    {
        var locked = await LockAsync(id, known, seen, actor, cancellationToken);
        List<PinnedUnit> changed = [.. known.Units.Zip(locked).Where(one => one.Second is null).Select(one => one.First)];
        if (changed.Count > 0)
        {
            await table.WithdrawAsync(id, known.Id, PublicationChecks.Changed(changed), actor, cancellationToken);
            return false;
        }

        var tree = await bloc.FindTreeAsync(id, known.Scheme, known.Voided, cancellationToken);
        var record = await blocs.ReadAsync(id, cancellationToken);
        List<Entrant> entrants = [.. known.Units.Zip(locked, (unit, sheet) => new Entrant(unit.Unit, unit.Name, sheet!, unit.WhyApart))];
        List<PinnedUnit> forged = [.. known.Units.Zip(locked).Where(one => one.First.Counts && SheetHash.Of(tree.Scheme, one.Second!) != one.First.Hash).Select(one => one.First)];
        if (forged.Count > 0)
        {
            await table.WithdrawAsync(id, known.Id, PublicationChecks.Forged(forged), actor, cancellationToken);
        }
        else if (await table.PublishAsync(id, known.Id, Placements.Of(tree, record, entrants), actor, cancellationToken))
        {
            StandingsPublished(id.Year, id.Period, id.Bloc);
            return true;
        }

        return false;
    }

    /// <summary>Locks every sheet as it was when the publication began, also those that do not count; null in the place of one that had changed.</summary>
    private async Task<IReadOnlyList<StoredSheet?>> LockAsync(
        BlocInPeriod id, Publication known, IReadOnlyList<PartitionView> seen, Actor actor, CancellationToken cancellationToken)
    {
        var views = seen.ToDictionary(view => view.Address);
        await touched.MarkAllAsync(known.Units.Select(unit => id.SheetOf(unit.Unit).Address), cancellationToken);
        var locked = new List<StoredSheet?>();
        foreach (var some in known.Units.Chunk(BlocSheets.AtOnce))
        {
            locked.AddRange(await Task.WhenAll(some.Select(unit => sheets.LockAsync(
                id.SheetOf(unit.Unit), known.Id, unit.Hash, new(known.Scheme.Scheme, known.Scheme.Version), actor, cancellationToken, views.GetValueOrDefault(id.SheetOf(unit.Unit).Address)))));
        }

        return locked;
    }

    private Task GiveBackAsync(BlocInPeriod id, string publication, IReadOnlyList<PinnedUnit> units, Actor actor, CancellationToken cancellationToken) =>
        GiveBackAsync(id, publication, units.Select(unit => unit.Unit), actor, cancellationToken);

    private async Task GiveBackAsync(BlocInPeriod id, string publication, IEnumerable<string> units, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var some in units.Chunk(BlocSheets.AtOnce))
        {
            await Task.WhenAll(some.Select(unit => sheets.UnlockAsync(id.SheetOf(unit), publication, actor, cancellationToken)));
        }
    }

    private async Task<string> ResumeAsync(BlocInPeriod id, string publication, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(id, cancellationToken) is { } known && known.Id == publication)
        {
            try
            {
                if (known.State == PublicationState.Published)
                {
                    // Died between the change and its record; told twice is better than never.
                    StandingsPublished(id.Year, id.Period, id.Bloc);
                }

                await FinishAsync(id, known, [], Actor.System, cancellationToken);
                return $"the standings {id} are published";
            }
            catch (Refusal)
            {
                return $"the publication of the standings {id} was withdrawn";
            }
        }

        // It came to nothing. Whoever was still at it when it was withdrawn has ended long ago: what that one locked is given back.
        var ever = await roster.HistoryAsync(id.Bloc, cancellationToken);
        await GiveBackAsync(id, publication, ever.Select(member => member.Unit).Distinct(StringComparer.Ordinal), Actor.System, cancellationToken);
        await intents.RemoveAsync(Intent, id.Address, publication, cancellationToken);
        return $"what was left of a publication of the standings {id} is swept";
    }

    [LoggerMessage(LogLevel.Information, "The standings of {Year}, period {Period}, bloc {Bloc} are published.", EventName = "StandingsPublished")]
    private partial void StandingsPublished(int year, string period, string bloc);

    [LoggerMessage(LogLevel.Warning, "The publication of the standings of {Year}, period {Period}, bloc {Bloc} was withdrawn: a sheet had changed.", EventName = "PublicationWithdrawn")]
    private partial void PublicationWithdrawn(int year, string period, string bloc);

    [LoggerMessage(LogLevel.Error, "The publication of {Partition} could not be finished.", EventName = "PublicationFailed")]
    private partial void PublicationFailed(string partition, Exception exception);
}
