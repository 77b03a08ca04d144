using System.Collections.Frozen;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Sheets;

/// <summary>What units and heads do to a sheet: each all or nothing, with one audit row.</summary>
internal sealed partial class SheetChanges(PartitionStore partitions, BlocTable blocs, SheetDesk desk, TimeProvider clock, ILogger<SheetChanges> logger)
{
    /// <summary>The action whose old and new are entries, not words.</summary>
    public const string Save = "SaveScores";

    /// <summary>
    /// Takes entries over, each replacing what was entered for its criterion; one that says nothing clears it. What is the same
    /// already changes nothing, so a save can be repeated.
    /// </summary>
    public Task<StoredSheet> SaveAsync(
        SheetTerms terms, IReadOnlyList<ScoreEntry> entries, string? reason, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(terms.Id.Address, SheetKeys.Everything, actor, async (view, change) =>
        {
            var sheet = SheetTable.Of(view);
            var known = sheet.Content.Entries.ToDictionary(entry => entry.Criterion, StringComparer.Ordinal);
            var changed = entries.Select(EntryTexts.Plain)
                .Where(entry => known.TryGetValue(entry.Criterion, out var before) ? before != entry : !entry.IsEmpty())
                .ToList();
            var faults = EntryRules.Check(terms.Tree, entries, sheet.Content.NotApplicable);
            if (!sheet.State.IsEditable() && changed.Count == 0 && faults.Count == 0)
            {
                // The save whose answer was lost may since have been handed in.
                return sheet;
            }

            terms.DemandOpen(desk.Today, sheet.Head);
            if (faults.Count > 0)
            {
                throw Refusal.BadInput(faults);
            }

            var isMoved = sheet.Head is { } head && !head.IsBy(terms.Tree.Scheme);
            if (changed.Count == 0 && !isMoved)
            {
                return sheet;
            }

            DemandRead(ifMatch, sheet);
            await DemandWorthwhileAsync(terms, cancellationToken);
            DemandInRevision(terms.Tree, sheet.Head, entries, changed);
            if (isMoved)
            {
                changed.AddRange(NoLongerFitting(terms.Tree, sheet.Content, changed));
            }

            SheetRows.Change(view, change, known, changed);
            List<ScoreEntry> before = [.. changed.Select(entry => known.GetValueOrDefault(entry.Criterion)).OfType<ScoreEntry>()];
            changed.ForEach(entry => known[entry.Criterion] = entry);
            var content = sheet.Content with { Entries = [.. known.Values.Where(entry => !entry.IsEmpty())] };
            var warnings = Warning.Brought(
                isMoved ? [] : Warnings.OfSheet(terms.Tree, sheet.Content, terms.Id.Year), Warnings.OfSheet(terms.Tree, content, terms.Id.Year));
            change.Audit = Audit(terms, before, changed, warnings, reason);
            return Put(change, terms, sheet.Head ?? Begun(terms), content);
        }, cancellationToken);

    /// <summary>Hands the sheet in. What is submitted already stays as it was submitted.</summary>
    public async Task<StoredSheet> SubmitAsync(SheetTerms terms, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var (isNew, isLate) = (false, false);
        var submitted = await partitions.ChangeAsync(terms.Id.Address, SheetKeys.Everything, actor, async (view, change) =>
        {
            isNew = false;
            var sheet = SheetTable.Of(view);
            if (sheet.State == SheetState.Submitted)
            {
                return sheet;
            }

            terms.DemandOpen(desk.Today, sheet.Head);
            DemandRead(ifMatch, sheet);
            if (sheet.Head is { } head && !head.IsBy(terms.Tree.Scheme))
            {
                throw Refusal.Rule("scheme-changed", new(
                    "Bảng điểm của khối đã thay đổi sau lần lưu cuối. Hãy xem lại và lưu phiếu trước khi nộp.",
                    "The bloc's scheme has changed since the last save. Look at the sheet again and save it before submitting."));
            }

            // Whatever the calendar says now: it may have been moved since a round was closed.
            if (!terms.EntersPastYear)
            {
                await blocs.DemandAppraisableAsync(terms.Id.InPeriod, terms.Tree, cancellationToken);
            }

            List<Figure> figures = [.. (await blocs.FiguresAsync(terms.Id.InPeriod, terms.Tree, cancellationToken)).Where(figure => figure.Unit == terms.Id.Unit)];
            var missing = Completeness.FindMissing(terms.Tree, sheet.Content, figures);
            if (missing.Count > 0)
            {
                throw new Refusal(StatusCodes.Status409Conflict, "sheet-incomplete", new(
                    $"Phiếu điểm còn thiếu {missing.Count} mục nên chưa nộp được.", $"The sheet still lacks {Words.Count(missing.Count, "thing")}, so it was not submitted."), missing);
            }

            isNew = true;
            isLate = sheet.State != SheetState.RevisionRequested && terms.IsLate(desk.Today);
            var covered = SheetHash.FiguresText(terms.Tree, sheet.Content.NotApplicable, figures);
            var hash = SheetHash.Of(terms.Tree.Scheme, sheet.Content, covered);
            change.Audit = new("SubmitSheet", terms.Id.ToString(), Before: sheet.State.ToString(), After: $"{SheetState.Submitted} {hash}");
            return Put(change, terms, (sheet.Head ?? Begun(terms)).Submitted(hash, SheetHash.Form, covered, clock.GetUtcNow()), sheet.Content);
        }, cancellationToken);
        if (isNew)
        {
            SheetSubmitted(terms.Id.Year, terms.Id.Period, terms.Id.Bloc, terms.Id.Unit, isLate);
        }

        return submitted;
    }

    /// <summary>Gives a submitted sheet back with a reason, of which the unit gets a mail. The same again changes nothing.</summary>
    public async Task<StoredSheet> ReturnAsync(SheetTerms terms, string reason, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var isNew = false;
        var returned = await partitions.ChangeAsync(terms.Id.Address, SheetKeys.Everything, actor, async (view, change) =>
        {
            isNew = false;
            var sheet = SheetTable.Of(view);
            switch (sheet.State)
            {
                case SheetState.Returned when sheet.Head!.ReturnReason == reason:
                    return sheet;
                case SheetState.Locked:
                    throw SheetTable.IsLocked();
                case not SheetState.Submitted:
                    throw Refusal.Rule("sheet-not-submitted", new(
                        "Đơn vị chưa nộp phiếu điểm nên không có gì để trả lại.", "The unit has not submitted the sheet, so there is nothing to return."));
            }

            DemandRead(ifMatch, sheet);
            await blocs.DemandAppraisableAsync(terms.Id.InPeriod, terms.Tree, cancellationToken);
            isNew = true;
            change.Audit = new(
                "ReturnSheet", terms.Id.ToString(), reason, $"{SheetState.Submitted} {sheet.Head!.Hash}", SheetState.Returned.ToString());
            change.Notify(NoticeKind.SheetReturned, terms.Id.Unit, terms.Id.ToString(), reason);
            var head = sheet.Head.GivenBack(SheetState.Returned, reason);
            change.Put(head.ToEntity(terms.Id.Address.Partition));
            return sheet with { Head = head with { Version = change.Seq } };
        }, cancellationToken);
        if (isNew)
        {
            SheetReturned(terms.Id.Year, terms.Id.Period, terms.Id.Bloc, terms.Id.Unit);
        }

        return returned;
    }

    /// <summary>What nobody could appraise any more is not taken over; before appraisal has begun, nothing is read for that.</summary>
    private Task DemandWorthwhileAsync(SheetTerms terms, CancellationToken cancellationToken) =>
        !terms.EntersPastYear && terms.IsAppraisalBegun(desk.Today)
            ? blocs.DemandAppraisableAsync(terms.Id.InPeriod, terms.Tree, cancellationToken)
            : Task.CompletedTask;

    /// <summary>What is sent again as it was is no change, so a whole workbook may come back.</summary>
    private static void DemandInRevision(SchemeTree tree, SheetHead? head, IReadOnlyList<ScoreEntry> entries, List<ScoreEntry> changed)
    {
        List<Fault> faults = [.. entries.Index()
            .Where(one => head?.IsOutsideRevision(tree, one.Item.Criterion) is true && changed.Exists(entry => entry.Criterion == one.Item.Criterion))
            .Select(one => new Fault($"$.scores[{one.Index}].criterion", SheetTerms.OutsideRevision(one.Item.Criterion)))];
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }

    private static SheetHead Begun(SheetTerms terms) => new(SheetState.Draft, terms.Tree.Scheme.Id, terms.Tree.Scheme.Version);

    private static StoredSheet Put(PartitionChange change, SheetTerms terms, SheetHead head, SheetContent content)
    {
        head = head with { Scheme = terms.Tree.Scheme.Id, SchemeVersion = terms.Tree.Scheme.Version };
        change.Put(head.ToEntity(terms.Id.Address.Partition));
        return new(head with { Version = change.Seq }, content);
    }

    /// <summary>What has begun must have been read; what has not may not be taken for something else.</summary>
    public static void DemandRead(IfMatch ifMatch, StoredSheet sheet)
    {
        if (sheet.Head is not null || ifMatch.Tags.Count > 0)
        {
            ifMatch.Demand(sheet.Version);
        }
    }

    /// <summary>
    /// When the bloc was given another version of its scheme: entries it has no place for are cleared. Those in what is not
    /// applicable to the unit have a place, though they count for nothing.
    /// </summary>
    private static IEnumerable<ScoreEntry> NoLongerFitting(SchemeTree tree, SheetContent content, List<ScoreEntry> changed) =>
        [.. content.Entries
            .Where(entry => changed.TrueForAll(one => one.Criterion != entry.Criterion) && EntryRules.Check(tree, [entry], FrozenSet<string>.Empty).Count > 0)
            .Select(entry => new ScoreEntry(entry.Criterion))];

    /// <summary>Says every entry as it was and as it is: replaying the rows rebuilds what was entered, so none may be cut. Warnings that find no room beside them stop nothing.</summary>
    private static AuditEntry Audit(SheetTerms terms, List<ScoreEntry> replaced, List<ScoreEntry> changed, IReadOnlyList<Warning>? warnings, string? reason)
    {
        var before = EntryTexts.Write(replaced);
        var warned = EntryTexts.Write(changed, terms.Tree, warnings);
        var after = warned.Length <= AuditRow.LongestText ? warned : EntryTexts.Write(changed);
        return Math.Max(before.Length, after.Length) <= AuditRow.LongestText
            ? new(Save, terms.Id.ToString(), reason, before, after)
            : throw Refusal.BadInput("$.scores", new(
                "Quá nhiều nội dung giải trình thay đổi trong một lần lưu. Hãy lưu thành nhiều lần.",
                "Too much text of explanations changes in one save. Save it in several parts."));
    }

    [LoggerMessage(LogLevel.Information, "The sheet of {Unit} in {Bloc}, {Period} {Year}, was submitted; late: {Late}.", EventName = "SheetSubmitted")]
    private partial void SheetSubmitted(int year, string period, string bloc, string unit, bool late);

    [LoggerMessage(LogLevel.Information, "The sheet of {Unit} in {Bloc}, {Period} {Year}, was returned.", EventName = "SheetReturned")]
    private partial void SheetReturned(int year, string period, string bloc, string unit);
}
