using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>What units report of a pact's targets, a row a unit, target and day.</summary>
internal sealed class ProgressTable(PartitionStore partitions)
{
    /// <summary>Writes a report. The same again changes nothing; to correct one needs what was read of it.</summary>
    /// <param name="id">The bloc's year.</param>
    /// <param name="report">What the unit reports.</param>
    /// <param name="check">Refuses what the rules forbid, given the pact as it is when the report is written.</param>
    /// <param name="ifMatch">What the caller has read.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<(Progress Report, Pact Pact)> PutAsync(
        YearOfBloc id, Progress report, Action<Pact> check, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var (address, key) = (id.AddressIn(PactKeys.Table), PactKeys.Progress(report.Unit, report.Target, report.Day));
        return partitions.ChangeAsync(address, PactKeys.Pact, actor, async (view, change) =>
        {
            var pact = PactRows.ReadRecord(view)?.Current ?? throw PactRules.NoPact();
            var before = await view.FindAsync(key, cancellationToken) is { } row ? Read(row) : null;
            if (before is not null && before.Says(report))
            {
                return (before, pact);
            }

            check(pact);
            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(Row(address.Partition, key, report));
            change.Audit = new("ReportTarget", $"{id} {report.Unit} {report.Target} {RowDay.Of(report.Day)}", Before: before is null ? null : Describe(before), After: Describe(report));
            return (report with { Version = change.Seq }, pact);
        }, cancellationToken);
    }

    /// <summary>All that these units have reported, by unit, target and day.</summary>
    public async Task<ILookup<string, Progress>> ReadAsync(YearOfBloc id, IReadOnlyList<string> units, CancellationToken cancellationToken) =>
        (units.Count == 0 ? [] : (await partitions.ReadAsync(id.AddressIn(PactKeys.Table), PactKeys.Between(units.Select(PactKeys.ProgressOf)), cancellationToken)).Rows.Select(Read))
            .ToLookup(one => one.Unit, StringComparer.Ordinal);

    private static TableEntity Row(string partition, string key, Progress one) => new(partition, key)
    {
        ["Said"] = one.Said,
        // A table's number has no decimals that can be trusted.
        ["Number"] = one.Number?.ToString(CultureInfo.InvariantCulture),
        ["IsReached"] = one.IsReached,
        ["ReportedAt"] = one.ReportedAt,
    };

    public static Progress Read(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        return new(
            parts[1],
            parts[2],
            DateOnly.ParseExact(parts[3], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            row.GetString("Said"),
            row.GetString("Number") is { } number ? decimal.Parse(number, CultureInfo.InvariantCulture) : null,
            row.GetBoolean("IsReached"),
            row.GetDateTimeOffset("ReportedAt")!.Value,
            row.GetInt64("Seq") ?? 0);
    }

    private static string Describe(Progress one) => RowText.Of(new { one.Said, one.Number, one.IsReached });
}
