using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>
/// Sets targets and results of quantitative criteria. They lie in the bloc's partition, because everybody's points depend on them.
/// A figure that is taken away stays as an empty row, so that the version of the figures never goes back.
/// </summary>
internal sealed class FigureChanges(BlocTable blocs, SheetTable sheets, SheetDesk desk)
{
    /// <returns>The version of the figures, and how many targets changed. The same again changes nothing.</returns>
    public Task<(long Version, int Changed)> SetTargetsAsync(
        BlocTerms terms, TargetsBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync(terms.Id, actor, (record, _, change) =>
        {
            Demand(FigureRules.Check(terms.Tree, terms.Members, body.Targets));
            var known = record.Figures.ToDictionary(figure => (figure.Criterion, figure.Unit));
            List<(Figure Before, Figure After)> changed = [.. body.Targets
                .Select(entry => (Before: known.GetValueOrDefault((entry.Criterion, entry.Unit)) ?? new(entry.Criterion, entry.Unit, null, null), entry.Target))
                .Where(one => one.Before.Target != one.Target)
                .Select(one => (one.Before, one.Before with { Target = one.Target }))];
            if (changed.Count == 0)
            {
                return Task.FromResult((record.FiguresVersion, 0));
            }

            DemandNotSettled(record);
            DemandRead(ifMatch, record.FiguresVersion);
            if (record.OpenRound(terms.Tree) is null && string.IsNullOrWhiteSpace(body.Reason))
            {
                throw Refusal.BadInput("$.reason", new(
                    "Đổi chỉ tiêu sau vòng thẩm định cuối cùng thì cần nêu lý do.", "Who changes targets after the last appraisal round must give a reason."));
            }

            Put(change, terms.Id, changed.Select(one => one.After));
            change.Audit = new(
                "SetTargets",
                terms.Id.ToString(),
                body.Reason,
                Targets(changed.Select(one => one.Before).Where(figure => figure.Target is not null)),
                Targets(changed.Select(one => one.After)));
            change.Notify(
                NoticeKind.TargetsSet, [.. changed.Select(one => one.After.Unit).Distinct(StringComparer.Ordinal)], terms.Id.ToString(), body.Reason?.Trim());
            return Task.FromResult((change.Seq, changed.Count));
        }, cancellationToken);

    /// <param name="terms">The sheet, and what holds for it.</param>
    /// <param name="body">The results.</param>
    /// <param name="isOwn">Whether the unit itself reports: then in its own time only; others say why, until the standings are published.</param>
    /// <param name="ifMatch">What was read of the unit's figures; needed once it has results.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The unit's figures. The same again changes nothing.</returns>
    public Task<IReadOnlyList<Figure>> SetActualsAsync(
        SheetTerms terms, ActualsBody body, bool isOwn, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync<IReadOnlyList<Figure>>(terms.Id.InPeriod, actor, async (record, _, change) =>
        {
            var sheet = await sheets.ReadAsync(terms.Id, cancellationToken);
            DemandTime(terms, sheet, record, isOwn);
            Demand(FigureRules.Check(terms.Tree, sheet.Content.NotApplicable, body.Actuals));
            var own = record.Figures.Where(figure => figure.Unit == terms.Id.Unit).ToList();
            var known = own.ToDictionary(figure => figure.Criterion, StringComparer.Ordinal);
            List<(Figure Before, Figure After)> changed = [.. body.Actuals
                .Select(entry => (Before: known.GetValueOrDefault(entry.Criterion) ?? new(entry.Criterion, terms.Id.Unit, null, null), entry.Actual))
                .Where(one => one.Before.Actual != one.Actual)
                .Select(one => (one.Before, one.Before with { Actual = one.Actual }))];
            if (changed.Count == 0)
            {
                return own;
            }

            if (isOwn)
            {
                Demand([.. body.Actuals.Index()
                    .Where(one => sheet.Head?.IsOutsideRevision(terms.Tree, one.Item.Criterion) is true && changed.Exists(figure => figure.After.Criterion == one.Item.Criterion))
                    .Select(one => new Fault($"$.actuals[{one.Index}].criterion", SheetTerms.OutsideRevision(one.Item.Criterion)))]);
            }

            if (own.Any(figure => figure.Actual is not null) || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(VersionOf(own));
            }

            if (!isOwn && string.IsNullOrWhiteSpace(body.Reason))
            {
                throw Refusal.BadInput("$.reason", new("Ghi kết quả thay đơn vị thì cần nêu lý do.", "Who reports for another unit must give a reason."));
            }

            Put(change, terms.Id.InPeriod, changed.Select(one => one.After));
            if (!isOwn)
            {
                change.Notify(NoticeKind.ResultsCorrected, terms.Id.Unit, terms.Id.ToString(), body.Reason!.Trim());
            }

            change.Audit = new(
                "SetActuals",
                terms.Id.ToString(),
                body.Reason,
                Actuals(changed.Select(one => one.Before).Where(figure => figure.Actual is not null)),
                Actuals(changed.Select(one => one.After)));
            foreach (var (_, after) in changed)
            {
                known[after.Criterion] = after with { Version = change.Seq };
            }

            return [.. known.Values];
        }, cancellationToken);

    /// <summary>What a change of a unit's results must have read.</summary>
    public static long VersionOf(IEnumerable<Figure> figures) => figures.Select(figure => figure.Version).DefaultIfEmpty().Max();

    private void DemandTime(SheetTerms terms, StoredSheet sheet, BlocRecord record, bool isOwn)
    {
        DemandNotSettled(record);
        if (isOwn)
        {
            terms.DemandOpen(desk.Today, sheet.Head);
            if (!terms.EntersPastYear && record.OpenRound(terms.Tree) is null)
            {
                throw BlocTable.IsAppraised();
            }
        }
        else if (!terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }
    }

    /// <summary>Said first: nobody is to read again what can no longer be changed.</summary>
    private static void DemandNotSettled(BlocRecord record)
    {
        if (record.IsSettled)
        {
            throw BlocTable.IsSettled();
        }
    }

    private static void Demand(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }

    private static void DemandRead(IfMatch ifMatch, long version)
    {
        if (version > 0 || ifMatch.Tags.Count > 0)
        {
            ifMatch.Demand(version);
        }
    }

    private static void Put(PartitionChange change, BlocInPeriod id, IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            change.Put(BlocRows.Row(id.Address.Partition, figure));
        }
    }

    private static string Targets(IEnumerable<Figure> figures) => RowText.Of(
        figures.Select(figure => new TargetEntry(figure.Criterion, figure.Unit, figure.Target)));

    private static string Actuals(IEnumerable<Figure> figures) => RowText.Of(
        figures.Select(figure => new ActualEntry(figure.Criterion, figure.Actual)));
}
