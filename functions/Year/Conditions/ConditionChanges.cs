using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Conditions;

/// <summary>Facts of units that schemes ask for, in the bloc's record: so what is published rests on what was declared then.</summary>
internal sealed class ConditionChanges(BlocTable blocs, TimeProvider clock)
{
    private const string DeclareCondition = "DeclareCondition";
    private const string RecordStaff = "RecordStaff";

    /// <summary>The same again changes nothing. The first declaration needs no If-Match.</summary>
    /// <exception cref="Refusal">409: the standings are published; 412 or 428: it was declared since, or not read.</exception>
    public Task<DeclaredCondition> DeclareAsync(
        SheetId id, Condition condition, DeclarationBody body, DeclarerOffice office, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var (reason, paper) = (body.Reason.Trim(), body.Paper?.Trim() is { Length: > 0 } named ? named : null);
        return blocs.ChangeAsync(id.InPeriod, actor, (record, _, change) =>
        {
            var known = record.Conditions.FirstOrDefault(one => one.Unit == id.Unit && one.Condition == condition.Code);
            if (known is not null && (known.IsSo, known.Reason, known.Paper) == (body.IsSo, reason, paper))
            {
                return Task.FromResult(known);
            }

            DemandNotSettled(record);
            DemandRead(ifMatch, known?.Version);
            var declared = new DeclaredCondition(id.Unit, condition.Code, body.IsSo, reason, paper, office, clock.GetUtcNow(), change.Seq);
            change.Put(BlocRows.Row(id.InPeriod.Address.Partition, declared));
            if (office != DeclarerOffice.Unit)
            {
                change.Notify(NoticeKind.ConditionDeclared, id.Unit, id.ToString(), reason);
            }

            change.Audit = new(DeclareCondition, $"{id} {condition.Code}", reason, known is null ? null : Text(known), Text(declared, Brought(known, declared, id.Year)));
            return Task.FromResult(declared);
        }, cancellationToken);
    }

    /// <summary>The same again changes nothing. The first count needs no If-Match.</summary>
    /// <exception cref="Refusal">409: the standings are published; 412 or 428: it was recorded since, or not read.</exception>
    public Task<StaffCount> RecordStaffAsync(SheetId id, StaffBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync(id.InPeriod, actor, (record, _, change) =>
        {
            var known = record.Staff.FirstOrDefault(one => one.Unit == id.Unit);
            var counted = new StaffCount(id.Unit, body.All, body.Women, body.AsOf, body.Source.Trim(), change.Seq);
            if (known is not null && known with { Version = change.Seq } == counted)
            {
                return Task.FromResult(known);
            }

            DemandNotSettled(record);
            DemandRead(ifMatch, known?.Version);
            change.Put(BlocRows.Row(id.InPeriod.Address.Partition, counted));
            change.Audit = new(RecordStaff, id.ToString(), null, known is null ? null : Text(known), Text(counted));
            return Task.FromResult(counted);
        }, cancellationToken);

    /// <summary>Said first: nobody is to read again what can no longer be changed.</summary>
    private static void DemandNotSettled(BlocRecord record)
    {
        if (record.IsSettled)
        {
            throw BlocTable.IsSettled();
        }
    }

    private static void DemandRead(IfMatch ifMatch, long? known)
    {
        if (known is { } version)
        {
            ifMatch.Demand(version);
        }
        else if (ifMatch.Tags.Count > 0)
        {
            ifMatch.Demand(0);
        }
    }

    private static string Text(DeclaredCondition one, IReadOnlyList<Warning>? warnings = null) => RowText.Of(new { one.IsSo, one.Paper, one.By, Warnings = warnings });

    /// <summary>A paper that stays as it was brings nothing again.</summary>
    private static IReadOnlyList<Warning>? Brought(DeclaredCondition? before, DeclaredCondition after, int year) =>
        Warning.Brought(before is null ? [] : Warnings.OfDeclaration(before, year), Warnings.OfDeclaration(after, year));

    private static string Text(StaffCount one) => RowText.Of(new { one.All, one.Women, one.AsOf, one.Source });
}
