using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Complaints;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Visits;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>What appraisers, heads and units put down in the rounds: each all or nothing, with one audit row.</summary>
internal sealed class AppraisalChanges(BlocTable blocs, SheetTable sheets, SheetDesk desk, TimeProvider clock)
{
    private const string CloseAppraisalRound = "CloseAppraisalRound";

    /// <summary>In a mail; all of them are in <c>GetAppraisal</c>.</summary>
    private const int MostLinesTold = 30;
    private const int LongestToldText = 200;

    /// <summary>
    /// Records points beside the unit's own in the open round; once the last is closed, in that one, what a complaint was upheld for.
    /// What is the same already changes nothing.
    /// </summary>
    /// <returns>All that is recorded of the unit, in every round.</returns>
    public Task<IReadOnlyList<AppraisedScore>> SaveAsync(
        SheetTerms terms, Appraiser appraiser, int round, IReadOnlyList<AppraisalEntry> entries, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync<IReadOnlyList<AppraisedScore>>(terms.Id.InPeriod, actor, async (record, view, change) =>
        {
            var sheet = await DemandAppraisableAsync(terms, record, cancellationToken);
            var isUpheld = await IsUpheldAsync(view, record, terms, round, entries, cancellationToken);
            if (!isUpheld)
            {
                AppraisalTimes.DemandOpen(round, record, terms.Tree);
            }

            AppraisalTimes.DemandBegun(terms.Cycle, terms.Id.InPeriod, terms.Id.Unit, desk.Today);
            var findings = await FindingsAsync(view, terms.Id.Unit, entries, cancellationToken);
            var wanted = AppraisalEntries.Check(terms.Tree, entries, sheet.Content.NotApplicable, findings, appraiser);
            var known = record.Appraised.Where(score => score.Unit == terms.Id.Unit).ToList();
            var recorded = known.Where(score => score.Round == round).ToDictionary(score => score.Criterion, StringComparer.Ordinal);
            var changed = wanted
                .Select(one => new AppraisalLine(one.Entry.Criterion, one.Entry.Points, one.By, one.Entry.Reason, one.Entry.Finding))
                .Where(line => recorded.TryGetValue(line.Criterion, out var before) ? AppraisalLine.Of(before) != line : line.Points is not null)
                .ToList();
            if (changed.Count == 0)
            {
                return known;
            }

            DemandRead(ifMatch, VersionOf(known));
            change.Audit = AppraisalTexts.Saved(
                terms.Id, round, [.. changed.Select(line => recorded.GetValueOrDefault(line.Criterion)).OfType<AppraisedScore>().Select(AppraisalLine.Of)],
                [.. changed.Select(line => Warned(terms.Tree, round, line, recorded.GetValueOrDefault(line.Criterion)))]);
            var partition = terms.Id.InPeriod.Address.Partition;
            foreach (var line in changed)
            {
                if (recorded.TryGetValue(line.Criterion, out var before))
                {
                    known.Remove(before);
                }

                if (line.Points is { } points)
                {
                    var score = new AppraisedScore(round, terms.Id.Unit, line.Criterion, points, line.By, line.Reason, line.Finding, clock.GetUtcNow(), change.Seq);
                    change.Put(BlocRows.Row(partition, score));
                    known.Add(score);
                }
                else
                {
                    change.Delete(BlocKeys.Graded(round, terms.Id.Unit, line.Criterion));
                }
            }

            // What was taken away leaves no version behind, so one that stays carries this change's: nobody takes it for what was before.
            if (changed.TrueForAll(line => line.Points is null) && known.Count > 0)
            {
                known[^1] = known[^1] with { Version = change.Seq };
                change.Put(BlocRows.Row(partition, known[^1]));
            }

            if (isUpheld)
            {
                var mended = record with { Appraised = [.. record.Appraised.Where(score => score.Unit != terms.Id.Unit), .. known] };
                var moved = RoundEffect.Between(terms.Tree, record, mended, terms.Id.Unit, sheet.Content);
                change.Notify(NoticeKind.ComplaintCarriedOut, terms.Id.Unit, terms.Id.ToString(), Tell(terms.Tree, mended.CountingOf(terms.Id.Unit), moved));
            }

            return known;
        }, cancellationToken);

    /// <summary>Closes the open round for the whole bloc: from then on its points count. What is closed already stays closed.</summary>
    public Task<BlocRecord> CloseAsync(BlocTerms terms, int round, string? reason, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync(terms.Id, actor, async (record, _, change) =>
        {
            if (round <= record.ClosedRounds)
            {
                return record;
            }

            DemandOpen(record);
            AppraisalTimes.DemandOpen(round, record, terms.Tree);
            AppraisalTimes.DemandBegun(terms.Cycle, terms.Id, unit: null, desk.Today);
            await DemandNothingOpenAsync(terms, record, round, cancellationToken);
            if ((await sheets.SubmittedAsync(terms.Id.Year, terms.Id.Period, terms.Id.Bloc, terms.Members, cancellationToken)).Count == 0)
            {
                throw Refusal.Rule("no-sheet-submitted", new(
                    "Chưa có đơn vị nào nộp phiếu điểm nên chưa có gì để thẩm định.", "No unit has submitted a sheet, so there is nothing to appraise yet."));
            }

            var closed = record with { ClosedRounds = round };
            var told = new List<string>();
            foreach (var unit in record.Appraised.Where(score => score.Round == round).Select(score => score.Unit).Distinct().Order(StringComparer.Ordinal))
            {
                var sheet = await sheets.ReadAsync(terms.Id.SheetOf(unit), cancellationToken);
                var moved = RoundEffect.Of(terms.Tree, closed, unit, sheet.Content, round);
                if (moved.Count > 0)
                {
                    told.Add(unit);
                    change.Notify(
                        round < terms.Tree.Content.Appraising.Rounds ? NoticeKind.ScoresAppraised : NoticeKind.ScoresFinal, unit, AppraisalTexts.Subject(terms.Id.SheetOf(unit), round), Tell(terms.Tree, closed.CountingOf(unit), moved));
                }
            }

            change.Put(BlocRows.Row(terms.Id.Address.Partition, round, clock.GetUtcNow()));
            change.Audit = new(
                CloseAppraisalRound,
                $"{terms.Id} {round.ToString(CultureInfo.InvariantCulture)}",
                reason,
                After: told.Count == 0 ? null : string.Join(' ', told));
            return closed;
        }, cancellationToken);

    /// <summary>Takes over what a unit says to the points of a closed round. What is the same already changes nothing.</summary>
    /// <returns>All that the unit has said to that round.</returns>
    public Task<IReadOnlyList<ExplainedScore>> ExplainAsync(
        SheetTerms terms, int round, IReadOnlyList<ExplanationEntry> entries, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync<IReadOnlyList<ExplainedScore>>(terms.Id.InPeriod, actor, async (record, _, change) =>
        {
            DemandOpen(record);
            AppraisalTimes.DemandMayExplain(round, record, terms.Tree);
            var sheet = await sheets.ReadAsync(terms.Id, cancellationToken);
            AppraisalEntries.Check(terms.Tree, round, entries, RoundEffect.Of(terms.Tree, record, terms.Id.Unit, sheet.Content, round));
            var known = record.Explained.Where(one => one.Unit == terms.Id.Unit && one.Round == round).ToDictionary(one => one.Criterion, StringComparer.Ordinal);
            var changed = entries
                .Select(entry => entry with { Text = entry.Text.Trim() })
                .Where(entry => known.GetValueOrDefault(entry.Criterion)?.Text != entry.Text)
                .ToList();
            if (changed.Count > 0)
            {
                DemandRead(ifMatch, VersionOf(known.Values));
                change.Audit = AppraisalTexts.Explained(
                    terms.Id,
                    round,
                    [.. changed.Select(entry => known.GetValueOrDefault(entry.Criterion)).OfType<ExplainedScore>().Select(one => new ExplanationEntry(one.Criterion, one.Text))],
                    changed);
                foreach (var entry in changed)
                {
                    var one = new ExplainedScore(round, terms.Id.Unit, entry.Criterion, entry.Text, clock.GetUtcNow(), change.Seq);
                    change.Put(BlocRows.Row(terms.Id.InPeriod.Address.Partition, one));
                    known[entry.Criterion] = one;
                }
            }

            return [.. known.Values];
        }, cancellationToken);

    /// <summary>What a change of a unit's appraisal must have read; 0 while nothing is recorded.</summary>
    public static long VersionOf(IEnumerable<AppraisedScore> scores) => scores.Select(score => score.Version).DefaultIfEmpty().Max();

    public static long VersionOf(IEnumerable<ExplainedScore> explanations) => explanations.Select(one => one.Version).DefaultIfEmpty().Max();

    private async Task<StoredSheet> DemandAppraisableAsync(SheetTerms terms, BlocRecord record, CancellationToken cancellationToken)
    {
        DemandOpen(record);
        var sheet = await sheets.ReadAsync(terms.Id, cancellationToken);
        return sheet.State == SheetState.Locked ? throw BlocTable.IsSettled()
            : sheet.Head is not { IsSubmitted: true } head ? throw Refusal.Rule("sheet-not-submitted", new(
                "Đơn vị chưa nộp phiếu điểm nên chưa thẩm định được.", "The unit has not submitted its sheet, so it cannot be appraised yet."))
            : !head.IsBy(terms.Tree.Scheme) ? throw Refusal.Rule("scheme-changed", new(
                "Phiếu điểm đã nộp theo một phiên bản khác của bảng điểm. Hãy trả lại để đơn vị nộp lại.",
                "The sheet was submitted by another version of the scheme. Return it, so that the unit submits it again."))
            : sheet;
    }

    /// <summary>What changes after the round could not be appraised in it, and after the last one not at all.</summary>
    /// <exception cref="Refusal">409: the units that revise their sheets; before the last round is closed also those that have time to hand in or to score others.</exception>
    private async Task DemandNothingOpenAsync(BlocTerms terms, BlocRecord record, int round, CancellationToken cancellationToken)
    {
        var heads = await sheets.FindHeadsAsync(terms.Members.Select(terms.Id.SheetOf), cancellationToken);
        var faults = StillOpen.Of(terms, record, [.. terms.Members.Zip(heads)], round >= terms.Tree.Content.Appraising.Rounds, desk.Today);
        if (faults.Count > 0)
        {
            throw new Refusal(StatusCodes.Status409Conflict, "sheets-open", new(
                $"Chưa kết thúc được vòng thẩm định {round} vì còn {faults.Count} đơn vị đang làm phiếu điểm hoặc chấm chéo.",
                $"Appraisal round {round} cannot be closed: {Words.Count(faults.Count, "unit still works on its sheet or scores", "units still work on their sheets or score")} others."), faults);
        }
    }

    private static async Task<IReadOnlySet<string>> FindingsAsync(
        PartitionView view, string unit, IReadOnlyList<AppraisalEntry> entries, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in entries.Select(entry => entry.Finding).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await InspectionTable.HasFindingAsync(view, unit, finding, cancellationToken))
            {
                found.Add(finding);
            }
        }

        return found;
    }

    /// <summary>No round follows the last, so what a complaint is upheld for is put right in it, until the complaint is closed.</summary>
    private static async Task<bool> IsUpheldAsync(
        PartitionView view, BlocRecord record, SheetTerms terms, int round, IReadOnlyList<AppraisalEntry> entries, CancellationToken cancellationToken)
    {
        if (record.OpenRound(terms.Tree) is not null || round != record.ClosedRounds)
        {
            return false;
        }

        var upheld = (await view.QueryAsync(BlocKeys.ComplaintsOf(terms.Id.Unit), cancellationToken)).Select(ComplaintRows.Read).Where(complaint => complaint.IsUpheld).ToList();
        return entries.Count > 0 && entries.All(entry => upheld.Exists(complaint => complaint.Concerns(terms.Tree, entry.Criterion)));
    }

    private static void DemandOpen(BlocRecord record)
    {
        if (record.IsSettled)
        {
            throw BlocTable.IsSettled();
        }
    }

    /// <summary>What is there must have been read; what is not may not be taken for something else.</summary>
    private static void DemandRead(IfMatch ifMatch, long version)
    {
        if (version > 0 || ifMatch.Tags.Count > 0)
        {
            ifMatch.Demand(version);
        }
    }

    /// <summary>Points that stay as they were bring nothing again.</summary>
    private static AppraisalLine Warned(SchemeTree tree, int round, AppraisalLine line, AppraisedScore? before) =>
        line.Points is { } points && before?.Points != points
            ? line with { Warnings = Warning.Brought([], Warnings.OfAppraised(tree, round, line.Criterion, points)) }
            : line;

    private static string Tell(SchemeTree tree, IReadOnlyDictionary<string, AppraisedScore> counting, IReadOnlyList<MovedScore> moved) => string.Join('\n', moved.Take(MostLinesTold)
        .Select(one =>
        {
            var reason = counting.GetValueOrDefault(one.Criterion)?.Reason is { } given ? $". Lý do: {Short(given)}" : "";
            return $"Tiêu chí {tree.Find(one.Criterion)!.Named}: {one.Before?.InVietnamese() ?? "chưa có điểm"} → {one.After.InVietnamese()}{reason}";
        })
        .Concat(moved.Count > MostLinesTold ? [$"và {moved.Count - MostLinesTold} tiêu chí khác"] : []));

    /// <summary>The whole text is in <c>GetAppraisal</c>; a mail, and its row, must not grow with it.</summary>
    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestToldText ? line : $"{line[..LongestToldText].TrimEnd()}…";
    }
}
