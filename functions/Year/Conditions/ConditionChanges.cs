using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Conditions;

/// <summary>Facts of units that schemes ask for, in the bloc's record: so what is published rests on what was declared then.</summary>
internal sealed class ConditionChanges(BlocTable blocs, TimeProvider clock)
{
    private const string DeclareCondition = "DeclareCondition";
    private const string RecordStaff = "RecordStaff";

    /// <summary>The same again changes nothing. The first declaration needs no If-Match.</summary>
    /// <exception cref="Refusal">409: the standings are published; 412 or 428: it was declared since, or not read.</exception>
    public Task<DeclaredCondition> DeclareAsync(
        BlocTerms terms, string unit, Condition condition, DeclarationBody body, DeclarerOffice office, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var (reason, paper) = (body.Reason.Trim(), body.Paper?.Trim() is { Length: > 0 } named ? named : null);
        return blocs.ChangeAsync(terms.Id, actor, (record, _, change) =>
        {
            var known = record.Conditions.FirstOrDefault(one => one.Unit == unit && one.Condition == condition.Code);
            if (known is not null && (known.IsSo, known.Reason, known.Paper) == (body.IsSo, reason, paper))
            {
                return Task.FromResult(known);
            }

            DemandRead(ifMatch, known?.Version);
            var declared = new DeclaredCondition(unit, condition.Code, body.IsSo, reason, paper, office, clock.GetUtcNow(), change.Seq);
            change.Put(BlocRows.Row(terms.Id.Address.Partition, declared));
            change.Audit = new(DeclareCondition, $"{terms.Id} {unit} {condition.Code}", reason, known is null ? null : Text(known), Text(declared));
            return Task.FromResult(declared);
        }, cancellationToken);
    }

    /// <summary>The same again changes nothing. The first count needs no If-Match.</summary>
    /// <exception cref="Refusal">409: the standings are published; 412 or 428: it was recorded since, or not read.</exception>
    public Task<StaffCount> RecordStaffAsync(BlocTerms terms, string unit, StaffBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync(terms.Id, actor, (record, _, change) =>
        {
            var known = record.Staff.FirstOrDefault(one => one.Unit == unit);
            var counted = new StaffCount(unit, body.All, body.Women, body.AsOf, body.Source.Trim(), change.Seq);
            if (known is not null && known with { Version = change.Seq } == counted)
            {
                return Task.FromResult(known);
            }

            DemandRead(ifMatch, known?.Version);
            change.Put(BlocRows.Row(terms.Id.Address.Partition, counted));
            change.Audit = new(RecordStaff, $"{terms.Id} {unit}", null, known is null ? null : Text(known), Text(counted));
            return Task.FromResult(counted);
        }, cancellationToken);

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

    private static string Text(DeclaredCondition one) => RowText.Of(new { one.IsSo, one.Paper, one.By });

    private static string Text(StaffCount one) => RowText.Of(new { one.All, one.Women, one.AsOf, one.Source });
}
