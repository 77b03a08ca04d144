using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>
/// Records successions. One change of the roster ends and begins the memberships and keeps the record; what follows in other partitions is done
/// by <see cref="SuccessionWork"/>, and the record says whether it has been.
/// </summary>
internal sealed class SuccessionChanges(PartitionStore partitions)
{
    public const string Action = "SucceedUnit";

    /// <summary>
    /// Records it, or takes over what is decided of sheets while it is not done. The same again changes nothing.
    /// </summary>
    /// <returns>The record, and whether it was there with the same units before.</returns>
    /// <exception cref="Refusal">400 or 409: every fault that it has beside what is there.</exception>
    public Task<Succession> RecordAsync(Succession wanted, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(RosterTable.Address, SuccessionRows.All, actor, async (view, change) =>
        {
            List<Succession> all = [.. view.Rows.Select(SuccessionRows.Succession)];
            if (all.Find(one => one.Id == wanted.Id) is { } known)
            {
                return Decide(known, wanted, ifMatch, change);
            }

            var moves = await PlanAsync(view, wanted, all, cancellationToken);
            change.Put(SuccessionRows.Row(wanted with { Moved = moves.Moved }));
            moves.Put(change);
            change.Audit = new(Action, wanted.Id, After: SuccessionRows.Audited(wanted));
            foreach (var (bloc, concerned) in moves.Concerned)
            {
                change.Notify(NoticeKind.MembershipChanged, concerned, $"{wanted.Day.Year.ToString(CultureInfo.InvariantCulture)} {bloc}");
            }

            return wanted with { Moved = moves.Moved, Version = change.Seq };
        }, cancellationToken);

    /// <summary>Looks at the roster alone, and changes nothing.</summary>
    /// <exception cref="Refusal">409: every fault that it has beside what is there.</exception>
    public Task DemandPossibleAsync(Succession wanted, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(
            RosterTable.Address,
            SuccessionRows.All,
            Actor.System,
            (view, _) => PlanAsync(view, wanted, [.. view.Rows.Select(SuccessionRows.Succession).Where(one => one.Id != wanted.Id)], cancellationToken),
            cancellationToken);

    /// <summary>
    /// Writes down that everything has been done, or what stands in the way. A renaming gives the unit its new name in the same change. Where something else was decided
    /// since it was read it stays open: the next one does that.
    /// </summary>
    /// <param name="done">The record by which everything was done.</param>
    /// <param name="obstacle">What stands in the way; null where nothing does.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The record as it is then.</returns>
    public Task<Succession> EndAsync(Succession done, Words? obstacle, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(RosterTable.Address, RosterRows.Only(SuccessionRows.Key(done.Id)), actor, async (view, change) =>
        {
            var known = SuccessionRows.Succession(view.Row(SuccessionRows.Key(done.Id)) ?? throw Refusal.NotFound(SuccessionWords.NoSuccession));
            if (known.IsDone || known.Version != done.Version)
            {
                return known;
            }

            // Another of the name may have joined since it was recorded.
            var why = obstacle is null && known.Kind == SuccessionKind.Rename && await SuccessionMoves.NamesakeOfRenamedAsync(view, known, cancellationToken) is { } namesake
                ? RosterWords.SameNameInBloc(namesake)
                : obstacle;
            if (why is not null && known.Obstacle == why)
            {
                return known;
            }

            var ended = known with { IsDone = why is null, Obstacle = why };
            if (ended is { IsDone: true, Kind: SuccessionKind.Rename })
            {
                ended = ended with { FormerName = await RenameAsync(view, change, ended, cancellationToken) };
            }

            change.Put(SuccessionRows.Row(ended));
            change.Audit = new(Action, done.Id, Reason: why?.Vi, Before: SuccessionRows.Audited(known), After: SuccessionRows.Audited(ended));
            return ended with { Version = change.Seq };
        }, cancellationToken);

    private static async Task<SuccessionMoves> PlanAsync(PartitionView view, Succession wanted, IReadOnlyList<Succession> all, CancellationToken cancellationToken)
    {
        var faults = SuccessionRules.FaultsOf(wanted, all).ToList();
        var units = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var unit in wanted.Units)
        {
            if (await view.FindAsync(RosterRows.UnitKey(unit), cancellationToken) is { } row)
            {
                units.Add(unit, RosterRows.Unit(row));
            }
            else
            {
                faults.Add(new(PathOf(wanted, unit), RosterWords.NoUnit(unit)));
            }
        }

        var moves = await SuccessionMoves.PlanAsync(view, wanted, all, units, faults, cancellationToken);
        return faults.Count == 0 ? moves : throw new Refusal(StatusCodes.Status409Conflict, "succession-not-possible", new(
            "Không ghi được thay đổi về đơn vị; xem từng lý do.", "The succession cannot be recorded; see each reason."), faults);
    }

    private static Succession Decide(Succession known, Succession wanted, IfMatch ifMatch, PartitionChange change)
    {
        if (!known.IsSameButSheets(wanted))
        {
            throw Refusal.Rule("succession-is-recorded", new(
                "Thay đổi này đã được ghi và có hiệu lực trong danh bạ; chỉ phần quyết định về phiếu điểm còn bổ sung được.",
                "It is recorded and holds in the roster; only what is decided of sheets can still be added."));
        }

        if (known.Sheets.SequenceEqual(wanted.Sheets))
        {
            return known;
        }

        if (known.IsDone)
        {
            throw Refusal.Rule("succession-is-done", new(
                "Mọi việc theo thay đổi này đã làm xong, không đổi được quyết định về phiếu điểm nữa.", "Everything that follows from it has been done; what was decided of sheets does not change any more."));
        }

        ifMatch.Demand(known.Version);
        var decided = known with { Sheets = wanted.Sheets, Obstacle = null };
        change.Put(SuccessionRows.Row(decided));
        change.Audit = new(Action, known.Id, Before: SuccessionRows.Audited(known), After: SuccessionRows.Audited(decided));
        return decided with { Version = change.Seq };
    }

    /// <returns>What it was called before.</returns>
    private static async Task<string> RenameAsync(PartitionView view, PartitionChange change, Succession renaming, CancellationToken cancellationToken)
    {
        var unit = RosterRows.Unit((await view.FindAsync(RosterRows.UnitKey(renaming.From[0]), cancellationToken))!);
        var renamed = unit with { Name = VietnameseNames.Compose(renaming.Name!) };
        if (RosterRows.NameRow(unit).RowKey is var old && old != RosterRows.NameRow(renamed).RowKey && await view.FindAsync(old, cancellationToken) is not null)
        {
            change.Delete(old);
        }

        change.Put(RosterRows.Row(renamed));
        change.Put(RosterRows.NameRow(renamed));
        return unit.Name;
    }

    private static string PathOf(Succession wanted, string unit) => wanted.From.ToList().IndexOf(unit) is >= 0 and var from
        ? $"$.from[{from}]"
        : $"$.to[{wanted.To.ToList().FindIndex(one => one.Unit == unit)}].unit";
}
