using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>
/// What becomes of the sheets of units that end or leave their bloc. A sheet is closed in one change of its partition; one that is carried is closed
/// first, so that it does not change any more, and then written into the other partition in one change. Each may be done again. The sheet that is closed says
/// for which other it was, so that of two decisions that meet only one is done.
/// </summary>
internal sealed class SheetSuccession(PartitionStore partitions, SheetTable sheets, CycleTable cycles, SheetShares shares)
{
    private static readonly string[] Carried = [SheetKeys.EvidencePrefix, SheetKeys.NotApplicablePrefix, SheetKeys.PartPrefix, SheetKeys.ScoresPrefix, SheetKeys.EntryPrefix];

    /// <summary>What is behind <see cref="HalfSheetsOf"/>.</summary>
    public async Task<IReadOnlyList<HalfSheet>> FindHalfAsync(string unit, IReadOnlyList<string> blocs, DateOnly day, CancellationToken cancellationToken)
    {
        List<SheetId> ids = [..
            from cycle in await cycles.ListOpenAsync(cancellationToken)
            from period in cycle.Periods
            // Of a period that counted its members before that day the unit stays one: it finishes it under its own name.
            where cycle.MembershipDay(period.Id, DateOnly.MaxValue) >= day
            from bloc in blocs
            where cycle.Has(bloc)
            select new SheetId(cycle.Year, period.Id, bloc, unit)];
        var heads = await sheets.FindHeadsAsync(ids, cancellationToken);
        return [.. ids.Zip(heads)
            .Where(one => one.Second is { State: not (SheetState.Locked or SheetState.Closed) })
            .Select(one => new HalfSheet(one.First.Year, one.First.Period, one.First.Bloc, one.First.Unit, State(one.Second!.State)))];
    }

    /// <summary>What is behind <see cref="WhyNotCarried"/>.</summary>
    public async Task<Words?> WhyNotCarriedAsync(SheetFate fate, string bloc, DateOnly day, CancellationToken cancellationToken)
    {
        var (from, to) = (Source(fate), Target(fate, bloc));
        var heads = await sheets.FindHeadsAsync([from, to], cancellationToken);
        if (heads[0] is not { State: not SheetState.Locked } head)
        {
            return heads[0] is null
                ? new("Không có phiếu điểm này.", "There is no such sheet.")
                : new("Kết quả xếp hạng đã dựa trên phiếu này.", "The standings rest on this sheet.");
        }

        var cycle = await cycles.FindWithBlocsAsync(fate.Year, cancellationToken);
        return fate.Outcome == SheetOutcome.Carried && heads[1] is { } there && there.CarriedFrom != from.Address.Partition ? Begun(to)
            : cycle?.SchemeOf(bloc) is not { } scheme || (scheme.Scheme, scheme.Version) != (head.Scheme, head.SchemeVersion)
                ? new(
                    $"Khối '{bloc}' không chấm theo cùng phiên bản bảng điểm ({head.Scheme} {head.SchemeVersion}).",
                    $"The bloc '{bloc}' is not scored by the same version of the scheme ({head.Scheme} {head.SchemeVersion}).")
            : fate.Outcome != SheetOutcome.ProRata ? null
            : WhyNotParted(cycle, fate, day) ?? await shares.WhyNotAsync(head, from, heads[1], cancellationToken);
    }

    /// <summary>What is behind <see cref="SheetIsSettled"/>.</summary>
    public async Task<bool> IsSettledAsync(string succession, SheetFate fate, string? bloc, CancellationToken cancellationToken)
    {
        if (fate.Outcome == SheetOutcome.Closed)
        {
            return (await sheets.FindHeadsAsync([Source(fate)], cancellationToken))[0] is { State: SheetState.Closed, CarriedTo: null } head && head.ClosedBy == succession;
        }

        if (fate.Outcome == SheetOutcome.ProRata)
        {
            return bloc is not null && await shares.IsGivenAsync(Source(fate), Target(fate, bloc), cancellationToken);
        }

        return bloc is not null && (await sheets.FindHeadsAsync([Target(fate, bloc)], cancellationToken))[0]?.CarriedFrom == Source(fate).Address.Partition;
    }

    /// <summary>What is behind <see cref="SettleSheet"/>.</summary>
    public async Task<Words?> SettleAsync(Succession succession, SheetFate fate, string? bloc, CancellationToken cancellationToken)
    {
        if (fate.Outcome != SheetOutcome.Closed)
        {
            if (bloc is null)
            {
                return SuccessionWords.NoBlocToCarryTo;
            }

            // Nothing is closed of what then could not go on.
            if (await sheets.FindHeadsAsync([Source(fate)], cancellationToken) is [{ State: not (SheetState.Locked or SheetState.Closed) }]
                && await WhyNotCarriedAsync(fate, bloc, succession.Day, cancellationToken) is { } why)
            {
                return why;
            }
        }

        var closed = await CloseAsync(succession.Id, Source(fate), bloc is null ? null : Target(fate, bloc).Address.Partition, cancellationToken);
        if (closed is not null && await CarriedMeanwhileAsync(SheetTable.HeadOf(closed)!, fate, bloc, cancellationToken) is { } otherwise)
        {
            return otherwise;
        }

        if (fate.Outcome == SheetOutcome.Closed)
        {
            return null;
        }

        // It may have been locked, or taken away, since it was decided.
        return closed is null ? await WhyNotCarriedAsync(fate, bloc!, succession.Day, cancellationToken)
            : fate.Outcome == SheetOutcome.ProRata ? await shares.GiveAsync(succession, closed, Source(fate), Target(fate, bloc!), cancellationToken)
            : await CarryAsync(succession.Id, closed, Source(fate), Target(fate, bloc!), cancellationToken);
    }

    /// <summary>
    /// A sheet was decided otherwise while it was being carried: what was closed for another sheet goes on there, unless that one was begun by itself, which no
    /// carrying touches.
    /// </summary>
    private async Task<Words?> CarriedMeanwhileAsync(SheetHead closed, SheetFate fate, string? bloc, CancellationToken cancellationToken)
    {
        if (closed.CarriedTo is not { } partition || (bloc is not null && partition == Target(fate, bloc).Address.Partition))
        {
            return null;
        }

        var to = SheetId.Parse(partition);
        if (await shares.IsGivenAsync(Source(fate), to, cancellationToken))
        {
            return SuccessionWords.CountedMeanwhile(to.Unit);
        }

        return (await sheets.FindHeadsAsync([to], cancellationToken)) is [{ } there] && there.CarriedFrom != Source(fate).Address.Partition ? null : SuccessionWords.CarriedMeanwhile(to.Unit);
    }

    /// <returns>The sheet as it stays; null where there is none, or standings rest on it: then it stays as they have it.</returns>
    private Task<PartitionView?> CloseAsync(string succession, SheetId id, string? to, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.Address, SheetKeys.Everything, Actor.System, (view, change) =>
        {
            if (SheetTable.HeadOf(view) is not { State: not SheetState.Locked } head)
            {
                return Task.FromResult<PartitionView?>(null);
            }

            if (head.State != SheetState.Closed)
            {
                change.Put((head with { State = SheetState.Closed, ClosedBy = succession, CarriedTo = to }).ToEntity(id.Address.Partition));
                change.Audit = new(SuccessionChanges.Action, id.ToString(), Before: $"{head.State} {head.Hash}".TrimEnd(), After: $"{SheetState.Closed} {succession}");
            }

            return Task.FromResult<PartitionView?>(view);
        }, cancellationToken);

    private Task<Words?> CarryAsync(string succession, PartitionView closed, SheetId from, SheetId to, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(to.Address, SheetKeys.Everything, Actor.System, (view, change) =>
        {
            if (SheetTable.HeadOf(view) is { } there)
            {
                return Task.FromResult(there.CarriedFrom == from.Address.Partition ? null : Begun(to));
            }

            if (view.Row(SheetKeys.Part(from.Bloc, from.Unit)) is not null)
            {
                return Task.FromResult<Words?>(SuccessionWords.CountedMeanwhile(to.Unit));
            }

            foreach (var row in closed.Rows.Where(row => Carried.Any(prefix => row.RowKey.StartsWith(prefix, StringComparison.Ordinal)) && row.GetDateTimeOffset("Removed") is null))
            {
                change.Put(Copy(row, from, to));
            }

            var head = SheetTable.HeadOf(closed)!;
            change.Put(new SheetHead(SheetState.Draft, head.Scheme, head.SchemeVersion, CarriedFrom: from.Address.Partition).ToEntity(to.Address.Partition));
            change.Audit = new(SuccessionChanges.Action, to.ToString(), After: $"{SheetState.Draft} {succession} {from}");
            return Task.FromResult<Words?>(null);
        }, cancellationToken);

    /// <summary>The same row in the other sheet. A file's content stays where it is; a second carrying leaves word of the first place.</summary>
    private static TableEntity Copy(TableEntity row, SheetId from, SheetId to)
    {
        var copy = new TableEntity(to.Address.Partition, row.RowKey);
        foreach (var (name, value) in row)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag" or "Seq"))
            {
                copy[name] = value;
            }
        }

        if (row.RowKey.StartsWith(SheetKeys.EvidencePrefix, StringComparison.Ordinal))
        {
            copy.TryAdd(SheetKeys.EvidenceHeldBy, from.Address.Partition);
        }

        return copy;
    }

    /// <summary>Only a year has days that say which part of it a unit stood, and only one that goes on after the unit is parted.</summary>
    private static Words? WhyNotParted(Cycle cycle, SheetFate fate, DateOnly day) =>
        fate.Period != Period.WholeYear
            ? new("Chỉ phiếu của cả năm mới tính theo phần của năm (proRata); phiếu của kỳ khác hãy làm tiếp (carried) hoặc đóng (closed).", "Only a sheet of the whole year counts pro rata; decide that of another period carried or closed.")
        : cycle.MembershipDay(fate.Period, DateOnly.MaxValue) < day
            ? new("Năm này đã hết trước ngày đó: đơn vị hoàn thành phiếu của mình dưới tên cũ, không cần quyết định gì.", "That year is over before the day: the unit finishes the sheet under its own name, and nothing is decided of it.")
        : null;

    private static SheetId Source(SheetFate fate) => new(fate.Year, fate.Period, fate.Bloc, fate.Unit);

    private static SheetId Target(SheetFate fate, string bloc) => new(fate.Year, fate.Period, bloc, fate.To!);

    private static Words Begun(SheetId to) => new(
        $"Đơn vị '{to.Unit}' đã lập phiếu điểm của mình trong khối '{to.Bloc}', nên không làm tiếp phiếu khác được; hãy đóng (closed).",
        $"The unit '{to.Unit}' has begun a sheet of its own in the bloc '{to.Bloc}', so it cannot go on from another; close that one.");

    private static Words State(SheetState state) => state switch
    {
        SheetState.Submitted => new("đã nộp", "submitted"),
        SheetState.Returned => new("bị trả lại", "returned"),
        SheetState.RevisionRequested => new("đang được yêu cầu chỉnh sửa", "to be revised"),
        _ => new("đang làm", "a draft"),
    };
}
