using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Year.Blocs;

/// <summary>
/// Score sheets: a partition each (<see cref="SheetId.Address"/>), with the row <c>sheet</c> (<see cref="SheetHead"/>), rows
/// <c>scores|{number}</c> of the entries (<see cref="SheetRows"/>), and the evidence beside them. Here they are read and locked; units and
/// heads change them through <c>SheetChanges</c>.
/// </summary>
internal sealed class SheetTable(PartitionStore partitions, TimeProvider clock)
{
    public const string Table = "Sheets";

    /// <summary>How many sheets are looked at together.</summary>
    private const int AtOnce = 20;

    /// <summary>What the view's row <c>sheet</c> says; null before the first save. The view's range must hold it.</summary>
    public static SheetHead? HeadOf(PartitionView view) => view.Row(SheetKeys.Head) is { } row ? SheetHead.From(row) : null;

    /// <summary>The view's range must be <see cref="SheetKeys.Everything"/>.</summary>
    public static StoredSheet Of(PartitionView view) => new(HeadOf(view), SheetRows.Content(view));

    /// <summary>Refuses unless the sheet's state lets the unit change scores and evidence.</summary>
    public static void DemandEditable(SheetHead? head)
    {
        switch (head?.State)
        {
            case SheetState.Locked:
                throw IsLocked();
            case SheetState.Closed:
                throw IsClosed();
            case SheetState.Submitted:
                throw Refusal.Rule("sheet-submitted", new(
                    "Phiếu điểm đã nộp. Muốn sửa, khi chưa kết thúc vòng thẩm định cuối cùng, hãy đề nghị Khối trưởng trả lại phiếu hoặc yêu cầu chỉnh sửa.",
                    "The sheet has been submitted. To change it, until the last appraisal round is closed, ask the head to return it or to ask for a revision."));
        }
    }

    public static Refusal IsLocked() => Refusal.Rule("sheet-locked", new(
        "Kết quả xếp hạng đã dựa trên phiếu điểm này; không thể thay đổi nữa.", "The standings rest on this sheet; it cannot be changed any more."));

    public static Refusal IsClosed() => Refusal.Rule("sheet-closed", new(
        "Đơn vị đã kết thúc hoặc chuyển khối, và phiếu điểm này đã được đóng; không thể thay đổi nữa.",
        "The unit ended or left the bloc, and this sheet was closed; it cannot be changed any more."));

    public async Task<StoredSheet> ReadAsync(SheetId id, CancellationToken cancellationToken) =>
        Of(await partitions.ReadAsync(id.Address, SheetKeys.Everything, cancellationToken));

    /// <summary>The sheet when it is submitted and not given back, whether or not it is locked yet: what its hash was made of.</summary>
    public async Task<StoredSheet?> ReadSubmittedAsync(SheetId id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) is { Head.IsSubmitted: true } sheet ? sheet : null;

    /// <summary>Where each of these sheets stands, in the same order; null before the first save.</summary>
    public async Task<IReadOnlyList<SheetHead?>> FindHeadsAsync(IEnumerable<SheetId> ids, CancellationToken cancellationToken)
    {
        var heads = new List<SheetHead?>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            var rows = await Task.WhenAll(some.Select(id => partitions.FindAsync(id.Address, SheetKeys.Head, cancellationToken)));
            heads.AddRange(rows.Select(row => row is null ? null : SheetHead.From(row)));
        }

        return heads;
    }

    /// <summary>Which of a bloc's units have submitted.</summary>
    public async Task<IReadOnlySet<string>> SubmittedAsync(int year, string period, string bloc, IReadOnlyList<string> members, CancellationToken cancellationToken)
    {
        var heads = await FindHeadsAsync(members.Select(unit => new SheetId(year, period, bloc, unit)), cancellationToken);
        return members.Zip(heads).Where(one => one.Second is { IsSubmitted: true }).Select(one => one.First).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Which of these units have been asked to revise their sheets, and by which day.</summary>
    public async Task<IReadOnlyDictionary<string, DateOnly>> RevisionsDueAsync(
        int year, string period, string bloc, IReadOnlyList<string> units, CancellationToken cancellationToken)
    {
        var heads = await FindHeadsAsync(units.Select(unit => new SheetId(year, period, bloc, unit)), cancellationToken);
        return units.Zip(heads)
            .Where(one => one.Second is { State: SheetState.RevisionRequested, RevisionDue: not null })
            .ToDictionary(one => one.First, one => one.Second!.RevisionDue!.Value, StringComparer.Ordinal);
    }

    /// <summary>
    /// Locks the sheet for a publication of standings, so that nobody changes it any more, and gives it as it is then. Doing it again changes nothing. Null,
    /// and nothing changed, when it is not (or no longer) what the publication has pinned.
    /// </summary>
    /// <param name="id">The sheet.</param>
    /// <param name="publication">Which publication.</param>
    /// <param name="hash">The hash that the publication pins; null where the unit has not submitted.</param>
    /// <param name="scheme">The bloc's scheme; kept where the unit has not even begun.</param>
    /// <param name="actor">Who publishes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="known">What <see cref="LookAsync"/> gave a moment ago; null to read it.</param>
    public Task<StoredSheet?> LockAsync(
        SheetId id, string publication, string? hash, SchemeVersion scheme, Actor actor, CancellationToken cancellationToken, PartitionView? known = null) =>
        partitions.ChangeAsync(id.Address, SheetKeys.Everything, actor, (view, change) =>
        {
            var sheet = Of(view);
            var head = sheet.Head ?? new(SheetState.NotStarted, scheme.Scheme, scheme.Version);
            if (head.State == SheetState.Locked)
            {
                return Task.FromResult(head.Publication == publication && head.Hash == hash ? sheet : null);
            }

            if (head.Hash != hash)
            {
                return Task.FromResult<StoredSheet?>(null);
            }

            var locked = head with { State = SheetState.Locked, LockedFrom = head.State, LockedAt = clock.GetUtcNow(), Publication = publication };
            change.Put(locked.ToEntity(id.Address.Partition));
            change.Audit = new("PublishStandings", id.ToString(), Before: head.State.ToString(), After: $"{SheetState.Locked} {publication}");
            return Task.FromResult<StoredSheet?>(sheet with { Head = locked with { Version = change.Seq } });
        }, cancellationToken, known);

    /// <summary>The whole sheets as they are, for <see cref="LockAsync"/>.</summary>
    public async Task<IReadOnlyList<PartitionView>> LookAsync(IEnumerable<SheetId> ids, CancellationToken cancellationToken)
    {
        var views = new List<PartitionView>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            views.AddRange(await Task.WhenAll(some.Select(id => partitions.ReadAsync(id.Address, SheetKeys.Everything, cancellationToken))));
        }

        return views;
    }

    /// <summary>Takes back what a publication that was given up has locked. Doing it again changes nothing.</summary>
    public Task UnlockAsync(SheetId id, string publication, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.Address, SheetKeys.Own, actor, (view, change) =>
        {
            if (HeadOf(view) is { State: SheetState.Locked, LockedFrom: { } before } head && head.Publication == publication)
            {
                if (before == SheetState.NotStarted)
                {
                    change.Delete(SheetKeys.Head);
                }
                else
                {
                    change.Put((head with { State = before, LockedFrom = null, LockedAt = null, Publication = null }).ToEntity(id.Address.Partition));
                }

                change.Audit = new("PublishStandings", id.ToString(), "The publication was given up.", $"{SheetState.Locked} {publication}", before.ToString());
            }

            return Task.FromResult(true);
        }, cancellationToken);

    /// <summary>Characters of old and new texts after which a page of changes ends.</summary>
    private const int LongestPage = 1_000_000;

    private const int RowsAtOnce = 10;

    /// <summary>A page of the sheet's changes, the latest first; it may be shorter than asked for where the texts are long.</summary>
    /// <param name="id">The sheet.</param>
    /// <param name="before">Only those before this one; null for the latest.</param>
    /// <param name="size">At most how many.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">400: there is no change of that number, or none before it.</exception>
    public async Task<IReadOnlyList<AuditRow>> ChangesAsync(SheetId id, long? before, int size, CancellationToken cancellationToken)
    {
        var there = PartitionHead.From(await partitions.FindAsync(id.Address, PartitionHead.Key, cancellationToken)).Seq;
        if (before < 2 || before > there)
        {
            throw Page.BadContinuation();
        }

        var last = before - 1 ?? there;

        // Rows are numbered without a gap, so a page is a range; a few at a time, since one row may hold a whole sheet twice.
        var page = new List<AuditRow>();
        var texts = 0;
        while (page.Count < size && last >= 1 && texts < LongestPage)
        {
            var first = Math.Max(1, last - Math.Min(size - page.Count, RowsAtOnce) + 1);
            var view = await partitions.ReadAsync(id.Address, new(AuditRow.Key(first), AuditRow.Key(last) + " "), cancellationToken);
            page.AddRange(view.Rows.Select(AuditRow.From).OrderByDescending(row => row.Seq));
            texts = page.Sum(row => (row.Entry.BeforeText?.Length ?? 0) + (row.Entry.AfterText?.Length ?? 0));
            last = first - 1;
        }

        return page;
    }
}
