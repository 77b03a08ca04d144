using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Nominations;

/// <summary>What a bloc's year holds of nominations, as of one moment.</summary>
/// <param name="Nominations">By award and unit, the withdrawn ones too.</param>
/// <param name="Suspensions">By unit and number, those that were lifted too.</param>
internal sealed record NominationRecord(IReadOnlyList<Nomination> Nominations, IReadOnlyList<Suspension> Suspensions)
{
    public Nomination? Find(string award, string unit) => Nominations.FirstOrDefault(one => one.Award == award && one.Unit == unit);

    /// <summary>The suspension of the unit that lasts; null where it is not suspended.</summary>
    public Suspension? SuspensionOf(string unit) => Suspensions.FirstOrDefault(one => one.Unit == unit && one.Lifted is null);

    /// <summary>The last day of the latest penalty in which a suspension of the unit ended; null where none did.</summary>
    public DateOnly? PenaltyOf(string unit) => Suspensions.Where(one => one.Unit == unit).Max(one => one.Lifted?.PenaltyEnds);

    /// <summary>How many nominations of an award stand, suspended or not: one that goes on later must still be within the quota.</summary>
    public int Standing(string award) => Nominations.Count(one => one.Award == award && one.Withdrawn is null);

    public static NominationRecord Of(PartitionView view)
    {
        IReadOnlyList<Suspension> suspensions = [.. view.RowsOf(NominationRows.SuspensionPrefix).Select(NominationRows.ReadSuspension)];
        var suspended = suspensions.Where(one => one.Lifted is null).Select(one => one.Unit).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. view.RowsOf(NominationRows.NominationPrefix).Select(NominationRows.ReadNomination).Select(one =>
                one.Withdrawn is null && suspended.Contains(one.Unit) ? one with { Status = NominationStatus.Suspended } : one)],
            suspensions);
    }
}

/// <summary>Nominations and suspensions: rows of one partition a bloc's year, so that nobody is nominated while being suspended.</summary>
internal sealed class NominationTable(PartitionStore partitions)
{
    public const string Table = "Nominations";

    public async Task<NominationRecord> ReadAsync(YearOfBloc id, CancellationToken cancellationToken) =>
        NominationRecord.Of(await partitions.ReadAsync(id.AddressIn(Table), NominationRows.Everything, cancellationToken));

    /// <summary>All nominations of a bloc's year with how they stand, by award and unit.</summary>
    public async Task<IReadOnlyList<Nomination>> ListAsync(YearOfBloc id, CancellationToken cancellationToken) => (await ReadAsync(id, cancellationToken)).Nominations;

    /// <summary>The suspensions of a bloc's year, those that were lifted too.</summary>
    public async Task<IReadOnlyList<Suspension>> SuspensionsAsync(YearOfBloc id, CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(id.AddressIn(Table), NominationRows.Suspensions, cancellationToken)).Rows.Select(NominationRows.ReadSuspension)];

    /// <summary>Opens a nomination, or changes what it says. The same again changes nothing.</summary>
    /// <param name="id">The bloc's year.</param>
    /// <param name="wanted">As it would be opened today. One that stands keeps its version of the rules and its day.</param>
    /// <param name="check">What stands in the way, given what the bloc has; throws a refusal.</param>
    /// <param name="ifMatch">Of the nomination, where there is one.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">409: the unit is suspended. 412 or 428: another version was read, or none.</exception>
    public Task<Nomination> PutAsync(
        YearOfBloc id, Nomination wanted, Action<NominationRecord> check, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor, (record, view, change) =>
        {
            var (before, after) = Decide(record, wanted, check, ifMatch);
            return before is not null && ReferenceEquals(before, after) ? before : Put(id, view, change, "NominateUnit", before, after);
        }, cancellationToken);

    /// <summary>What <see cref="PutAsync"/> makes of it; the same object where nothing changes. Pure, so that it can be asked before anything else is done for it.</summary>
    /// <exception cref="Refusal">As there.</exception>
    public static (Nomination? Before, Nomination After) Decide(NominationRecord record, Nomination wanted, Action<NominationRecord> check, IfMatch ifMatch)
    {
        var before = record.Find(wanted.Award, wanted.Unit);
        if (record.SuspensionOf(wanted.Unit) is not null)
        {
            throw Refusal.Rule("unit-suspended", new(
                "Đơn vị đang bị tạm dừng xét đề nghị khen thưởng nên không đề nghị được (khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP).",
                "The unit is suspended, so it is not nominated (Decree 152/2025, article 4(4))."));
        }

        var after = before is { Withdrawn: null } ? wanted with { Rules = before.Rules, OpenedOn = before.OpenedOn } : wanted;
        if (before is not null && RowText.Of(before with { Version = 0 }) == RowText.Of(after))
        {
            return (before, before);
        }

        if (before is not null || ifMatch.Tags.Count > 0)
        {
            ifMatch.Demand(before?.Version ?? 0);
        }

        if (before is null && record.Nominations.Count >= Nomination.Most)
        {
            throw Refusal.Rule("too-many-nominations", new($"Khối đã có {Nomination.Most} đề nghị.", $"The bloc has {Nomination.Most} nominations already."));
        }

        check(record);
        return (before, after);
    }

    /// <summary>Ends a nomination, with a reason. Doing it again changes nothing.</summary>
    /// <exception cref="Refusal">404: there is none. 412 or 428: another version was read, or none.</exception>
    public Task<Nomination> WithdrawAsync(
        YearOfBloc id, string award, string unit, Withdrawal withdrawal, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor, (record, view, change) =>
        {
            var before = record.Find(award, unit) ?? throw NoSuchNomination();
            if (before.Withdrawn is not null)
            {
                return before;
            }

            ifMatch.Demand(before.Version);
            return Put(id, view, change, "WithdrawNomination", before, before with { Withdrawn = withdrawal, Status = NominationStatus.Withdrawn }, withdrawal.Reason);
        }, cancellationToken);

    /// <summary>Suspends a unit, or changes what is said of a suspension that lasts. The same again changes nothing.</summary>
    /// <param name="told">The head of the bloc, who is told of a new one with the unit; null where nobody leads it.</param>
    /// <exception cref="Refusal">412 or 428: another version was read, or none.</exception>
    public Task<Suspension> SuspendAsync(YearOfBloc id, Suspension wanted, string? told, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor, (record, view, change) =>
        {
            var before = record.SuspensionOf(wanted.Unit);
            var after = wanted with { Number = before?.Number ?? record.Suspensions.Count(one => one.Unit == wanted.Unit) + 1 };
            if (before is not null && before with { Version = 0 } == after)
            {
                return before;
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            if (after.Number > Suspension.Most)
            {
                throw Refusal.Rule("too-many-suspensions", new("Đã ghi quá nhiều lần tạm dừng của đơn vị.", "The unit has too many suspensions."));
            }

            if (before is null)
            {
                Tell(id, change, NoticeKind.NominationSuspended, wanted.Unit, told);
            }

            return Put(id, view, change, "SuspendNomination", before, after);
        }, cancellationToken);

    /// <summary>Ends a suspension. Doing it again changes nothing.</summary>
    /// <param name="told">The head of the bloc, who is told with the unit; null where nobody leads it.</param>
    /// <exception cref="Refusal">400: it would end before it began. 404: the unit never was suspended. 412 or 428: another version was read, or none.</exception>
    public Task<Suspension> LiftAsync(YearOfBloc id, string unit, Lifting lifting, string? told, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor, (record, view, change) =>
        {
            var before = record.Suspensions.LastOrDefault(one => one.Unit == unit)
                ?? throw Refusal.NotFound(new("Đơn vị không bị tạm dừng.", "The unit is not suspended."));
            if (before.Lifted == lifting)
            {
                return before;
            }

            if (before.Lifted is not null)
            {
                throw Refusal.Rule("suspension-lifted", new("Việc tạm dừng đã kết thúc.", "The suspension is over already."));
            }

            if (lifting.Day < before.Since)
            {
                throw Refusal.BadInput("$.day", new("Không thể kết thúc trước ngày bắt đầu tạm dừng.", "It cannot end before it began."));
            }

            ifMatch.Demand(before.Version);
            Tell(id, change, NoticeKind.SuspensionLifted, unit, told);
            return Put(id, view, change, "LiftSuspension", before, before with { Lifted = lifting }, lifting.Reason);
        }, cancellationToken);

    public static Refusal NoSuchNomination() => Refusal.NotFound(new("Không có đề nghị này.", "There is no such nomination."));

    private Task<T> ChangeAsync<T>(YearOfBloc id, Actor actor, Func<NominationRecord, PartitionView, PartitionChange, T> decide, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(
            id.AddressIn(Table), NominationRows.Everything, actor, (view, change) => Task.FromResult(decide(NominationRecord.Of(view), view, change)), cancellationToken);

    private static Nomination Put(
        YearOfBloc id, PartitionView view, PartitionChange change, string action, Nomination? before, Nomination after, string? reason = null)
    {
        change.Put(NominationRows.Row(view.Address.Partition, after));
        change.Audit = new(
            action, $"{id} {after.Award} {after.Unit}", reason, before is null ? null : RowText.PiecesOf(before with { Version = 0 }), RowText.PiecesOf(after with { Version = 0 }));
        return after with { Version = change.Seq };
    }

    /// <summary>Without a text: why is looked up when the mail is written, and told to the unit itself alone.</summary>
    private static void Tell(YearOfBloc id, PartitionChange change, NoticeKind kind, string unit, string? head) => change.Notify(
        kind, head is null || head == unit ? [unit] : [unit, head], $"{new BlocInPeriod(id.Year, Period.WholeYear, id.Bloc)} {unit}");

    private static Suspension Put(
        YearOfBloc id, PartitionView view, PartitionChange change, string action, Suspension? before, Suspension after, string? reason = null)
    {
        change.Put(NominationRows.Row(view.Address.Partition, after));
        change.Audit = new(action, $"{id} {after.Unit}", reason, before is null ? null : RowText.Of(before with { Version = 0 }), RowText.Of(after with { Version = 0 }));
        return after with { Version = change.Seq };
    }
}
