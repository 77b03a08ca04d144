using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Sheets;

/// <summary>
/// Of sheets that count pro rata (docs/decisions/0026): the sheet is closed, and what it came to, as a total and not by criterion, is written into the partition of the
/// sheet that goes on, once. One that was handed in there gets the hash of what it is with it.
/// </summary>
internal sealed class SheetShares(PartitionStore partitions, SheetTable sheets, SchemeTable schemes, BlocTable blocs, SheetDesk desk, RosterTable roster)
{
    /// <summary>Why a sheet could not count so, before anything is changed; null when it could.</summary>
    public async Task<Words?> WhyNotAsync(SheetHead head, SheetId from, SheetHead? to, CancellationToken cancellationToken)
    {
        if (await schemes.FindTreeAsync(head.Scheme, head.SchemeVersion, cancellationToken) is not { Content.ProRata: not ProRata.None } tree)
        {
            return new(
                $"Bảng điểm {head.Scheme} {head.SchemeVersion} không quy định tính theo phần của năm (proRata); hãy chọn làm tiếp (carried) hoặc đóng (closed).",
                $"The scheme {head.Scheme} {head.SchemeVersion} says nothing of counting pro rata (proRata: none); decide it carried or closed.");
        }

        return WhyNotTaken(to) ?? (await OfficialAsync(from, await sheets.ReadAsync(from, cancellationToken), tree, cancellationToken) is { RankedValue: null } ? NothingAssigned : null);
    }

    public async Task<bool> IsGivenAsync(SheetId from, SheetId to, CancellationToken cancellationToken) =>
        await partitions.FindAsync(to.Address, SheetKeys.Part(from.Bloc, from.Unit), cancellationToken) is not null;

    /// <param name="closed">The sheet as it stays.</param>
    /// <returns>Why it could not be done; null when it is done.</returns>
    public async Task<Words?> GiveAsync(Succession succession, PartitionView closed, SheetId from, SheetId to, CancellationToken cancellationToken)
    {
        var sheet = SheetTable.Of(closed);
        var tree = (await schemes.FindTreeAsync(sheet.Head!.Scheme, sheet.Head.SchemeVersion, cancellationToken))!;
        var official = await OfficialAsync(from, sheet, tree, cancellationToken);
        if (official is not { RankedValue: { } ranked, ClassifiedValue: { } classified })
        {
            return NothingAssigned;
        }

        var (before, of) = YearShares.Passed(tree.Content.ProRata, from.Year, succession.Day);
        var part = new PriorPart(from.Bloc, from.Unit, (await roster.NamesAsync(succession.Day.AddDays(-1), cancellationToken))[from.Unit], succession.Day, before, of, official.Total, ranked, classified)
        {
            HeirSince = YearShares.Passed(tree.Content.ProRata, from.Year, await CameAsync(to, succession.Day, cancellationToken)).Before,
        };
        return await partitions.ChangeAsync(to.Address, SheetKeys.Everything, Actor.System, (view, change) =>
        {
            var there = SheetTable.Of(view);
            if (view.Row(SheetKeys.Part(from.Bloc, from.Unit)) is not null)
            {
                return Task.FromResult<Words?>(null);
            }

            if (there.Head?.CarriedFrom == from.Address.Partition)
            {
                return Task.FromResult<Words?>(SuccessionWords.CarriedMeanwhile(to.Unit));
            }

            if (WhyNotTaken(there.Head) is { } why)
            {
                return Task.FromResult<Words?>(why);
            }

            change.Put(PartRows.Write(to.Address.Partition, part));
            var hash = there.Head?.Hash;
            if (there.Head is { Hash: not null } head)
            {
                var counted = there with { Content = there.Content with { Parts = [.. there.Content.Parts, part] } };
                hash = SheetHash.Of(tree.Scheme with { Id = head.Scheme, Version = head.SchemeVersion }, counted);
                change.Put((head with { Hash = hash }).ToEntity(to.Address.Partition));
            }

            change.Audit = new(SuccessionChanges.Action, to.ToString(), Before: there.Head?.Hash, After: $"{succession.Id} {from} {before}/{of} {part.Total} {hash}".TrimEnd());
            return Task.FromResult<Words?>(null);
        }, cancellationToken);
    }

    /// <summary>The day on which the unit that takes over came into its bloc; that of the succession where it comes with it.</summary>
    private async Task<DateOnly> CameAsync(SheetId to, DateOnly day, CancellationToken cancellationToken) =>
        (await roster.HistoryAsync(to.Bloc, cancellationToken)).FirstOrDefault(member => member.Unit == to.Unit && member.Covers(day))?.From ?? day;

    private static readonly Words NothingAssigned = new("Không có tiêu chí nào được giao cho đơn vị, nên không có tổng điểm để tính.", "Nothing is assigned to the unit, so there is no total to count.");

    private static Words? WhyNotTaken(SheetHead? to) => to?.State switch
    {
        SheetState.Locked => new("Kết quả xếp hạng đã dựa trên phiếu của đơn vị tiếp nhận.", "The standings rest on the sheet of the unit that takes over."),
        SheetState.Closed => new("Phiếu của đơn vị tiếp nhận đã được đóng.", "The sheet of the unit that takes over was closed."),
        _ => null,
    };

    /// <summary>What the sheet comes to, as if it had been handed in as it is: its unit cannot hand it in any more.</summary>
    private async Task<ScoreTable> OfficialAsync(SheetId id, StoredSheet sheet, SchemeTree tree, CancellationToken cancellationToken)
    {
        var record = await blocs.ReadAsync(id.InPeriod, cancellationToken);
        var all = new Dictionary<string, StoredSheet>(StringComparer.Ordinal) { [id.Unit] = sheet with { Head = sheet.Head! with { State = SheetState.Submitted } } };
        if (tree.Leaves.Any(leaf => leaf.Criterion.Kind == CriterionKind.Quantitative))
        {
            // Its points depend on what the others reach.
            foreach (var member in (await desk.FindBlocTermsAsync(id.InPeriod, cancellationToken)).Members.Where(member => member != id.Unit))
            {
                all[member] = await sheets.ReadAsync(id.InPeriod.SheetOf(member), cancellationToken);
            }
        }

        return CountedScores.Of(tree, record, all)[id.Unit].Official;
    }
}
