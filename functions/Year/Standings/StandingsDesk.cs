using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>Standings for those who may see them: before publication the office, the council, readers and the head; then everybody known.</summary>
internal sealed class StandingsDesk(StandingsTable table, BlocSheets sheets, BlocTable blocs, LeadersLookup findLeaders)
{
    /// <summary>Published standings as they were published, from their own partition alone; others computed from the sheets.</summary>
    /// <exception cref="Refusal">404: not published, and the caller may not see them before.</exception>
    public async Task<BlocStandings> FindAsync(BlocInPeriod id, Caller caller, CancellationToken cancellationToken)
    {
        var (published, isUnderWay) = await table.FindPublishedAsync(id, cancellationToken);
        return published ?? (await PreviewAsync(id, caller, isUnderWay, cancellationToken)).Standings;
    }

    /// <summary>The same with the points of every criterion.</summary>
    /// <exception cref="Refusal">404: not published, and the caller may not see them before.</exception>
    public async Task<DetailedStandings> FindDetailedAsync(BlocInPeriod id, Caller caller, CancellationToken cancellationToken)
    {
        var (published, isUnderWay) = await table.FindPublishedAsync(id, cancellationToken);
        if (published is null)
        {
            return await PreviewAsync(id, caller, isUnderWay, cancellationToken);
        }

        var tree = await sheets.FindTreeAsync(id, published.Scheme, published.Voided!, cancellationToken);
        return new(published, tree, await table.TotalsAsync(id, cancellationToken));
    }

    /// <summary>All that standings come from: as it is now or, once they are published, as it was settled then.</summary>
    /// <exception cref="Refusal">404: not published, and the caller may not see them before.</exception>
    public async Task<ComputedStandings> ComputeAsync(BlocInPeriod id, Caller caller, CancellationToken cancellationToken)
    {
        var publication = await table.FindAsync(id, cancellationToken);
        if (publication is not { State: PublicationState.Published })
        {
            return await PreviewedAsync(id, caller, cancellationToken);
        }

        var tree = await sheets.FindTreeAsync(id, publication.Scheme, publication.Voided, cancellationToken);
        var record = await blocs.ReadAsync(id, cancellationToken);
        var entrants = await sheets.ReadAsync(id, publication, cancellationToken);
        return new(new(id, publication.BlocName, tree, [.. entrants.Select(entrant => new BlocMember(entrant.Unit, entrant.Name))]), record, entrants, Placements.Of(tree, record, entrants));
    }

    /// <summary>How a unit came by its total.</summary>
    /// <exception cref="Refusal">404: not published, and the caller may not see it before; or the unit was not in the bloc.</exception>
    public async Task<TraceView> TraceAsync(BlocInPeriod id, string unit, Caller caller, Language language, CancellationToken cancellationToken)
    {
        var (published, isUnderWay) = await table.FindPublishedAsync(id, cancellationToken);
        var computed = await ComputeAsync(id, caller, cancellationToken);
        if (published is null && !caller.Oversees && caller.Units.Contains(unit))
        {
            // A head, too, sees the points of its own unit's rounds only once they are closed, as any unit does.
            var record = computed.Record;
            computed = computed with { Record = record with { Appraised = [.. record.Appraised.Where(score => score.Round <= record.ClosedRounds)] } };
        }

        return published is null
            ? Trace.Of(computed, unit, isUnderWay ? StandingsState.Publishing : StandingsState.Preview, published: null, language)
            : Trace.Of(computed, unit, StandingsState.Published, PublishedUnit.Of(published, unit, await table.FindTotalsAsync(id, unit, cancellationToken)), language);
    }

    private async Task<ComputedStandings> PreviewedAsync(BlocInPeriod id, Caller caller, CancellationToken cancellationToken)
    {
        var leaders = caller.Oversees || caller.Units.Count == 0 ? Leaders.Nobody : await findLeaders(id.Bloc, id.Year, cancellationToken);
        if (!RightRules.Allows(Right.ReadBloc, caller, new(Unit: null, IsYearOver: false, leaders)))
        {
            throw Refusal.NotFound(new("Kết quả xếp hạng của khối chưa được công bố.", "The standings of this bloc have not been published."));
        }

        var bloc = await sheets.FindAsync(id, cancellationToken);
        var (record, entrants) = await sheets.ReadAsync(bloc, cancellationToken);
        DemandOwnScoresFirst(caller, record);
        return new(bloc, record, entrants, Placements.Of(bloc.Tree, record, entrants));
    }

    private async Task<DetailedStandings> PreviewAsync(BlocInPeriod id, Caller caller, bool isUnderWay, CancellationToken cancellationToken)
    {
        var (bloc, record, entrants, reckoning) = await PreviewedAsync(id, caller, cancellationToken);
        return new(
            new(
                id,
                isUnderWay ? StandingsState.Publishing : StandingsState.Preview,
                bloc.Name,
                StandingsScheme.Of(bloc.Tree),
                Voided: null,
                PublishedAt: null,
                reckoning.Places,
                reckoning.Apart,
                Version(bloc, record, entrants, isUnderWay))
            {
                Ties = [.. record.Decisions.Select(one => new RecordedTie(one, reckoning.Ranking.IsBy(one)))],
                Warnings = reckoning.Warned(),
            },
            bloc.Tree,
            reckoning.Totals);
    }

    /// <summary>Who still has to score others must not see what the scores come to.</summary>
    /// <exception cref="Refusal">409: the caller's unit has not submitted all of its cross-scores.</exception>
    public static void DemandOwnScoresFirst(Caller caller, BlocRecord record)
    {
        if (!caller.Oversees && !record.HaveScoredAll(caller.Units))
        {
            throw Refusal.Rule("own-scores-first", new(
                "Đơn vị của bạn chưa nộp hết điểm chấm chéo nên chưa xem được kết quả.", "Your unit has not submitted all of its cross-scores, so it cannot see yet what they come to."));
        }
    }

    /// <summary>The same for the same input: what is computed has no version of its own.</summary>
    private static long Version(BlocNow bloc, BlocRecord record, IReadOnlyList<Entrant> entrants, bool isUnderWay)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{bloc.Name}\n{bloc.Tree.Scheme.Id} {bloc.Tree.Scheme.Version} {record.Version} {isUnderWay}\n");
        text.AppendJoin(' ', bloc.Tree.Nodes.Where(node => node.IsVoid).Select(node => node.Code)).Append('\n');
        foreach (var entrant in entrants)
        {
            text.Append(CultureInfo.InvariantCulture, $"{entrant.Unit} {entrant.Name}\n{entrant.Sheet.Version} {entrant.Sheet.Head?.Hash}\n");
        }

        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))) & long.MaxValue;
    }
}
