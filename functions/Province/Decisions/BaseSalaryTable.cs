using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Province.Decisions;

/// <summary>The base salaries that the office has entered: a row <c>salary|{first day}</c> each. None is shipped, for no text that names one was read.</summary>
internal sealed class BaseSalaryTable(PartitionStore partitions)
{
    private const string Prefix = "salary|";

    public static readonly PartitionAddress Address = new(DecisionTable.Table, "salaries");

    private static readonly KeyRange All = KeyRange.Prefix(Prefix);

    /// <summary>All of them, by their first day.</summary>
    public async Task<IReadOnlyList<BaseSalary>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(Address, All, cancellationToken)).Rows.Select(Read)];

    /// <summary>Writes one. The same again changes nothing.</summary>
    /// <exception cref="Refusal">409: there are as many as there may be. 412 or 428: another version was read, or none.</exception>
    public Task<IReadOnlyList<BaseSalary>> PutAsync(BaseSalary salary, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync("PutBaseSalary", salary.From, ifMatch, actor, (before, count) =>
            before is not null && before with { Version = 0 } == salary ? before
            : before is null && count >= BaseSalary.Most ? throw Refusal.Rule("too-many-salaries", new($"Đã có {BaseSalary.Most} mức lương cơ sở.", $"There are {BaseSalary.Most} base salaries already."))
            : salary, cancellationToken);

    /// <summary>Takes one out that was entered by mistake. Doing it again changes nothing.</summary>
    /// <exception cref="Refusal">412 or 428: another version was read, or none.</exception>
    public Task<IReadOnlyList<BaseSalary>> RemoveAsync(DateOnly from, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync("RemoveBaseSalary", from, ifMatch, actor, (_, _) => null, cancellationToken);

    private Task<IReadOnlyList<BaseSalary>> ChangeAsync(
        string action, DateOnly from, IfMatch ifMatch, Actor actor, Func<BaseSalary?, int, BaseSalary?> decide, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(Address, All, actor, (view, change) =>
        {
            var (key, all) = (Prefix + RowDay.Of(from), view.Rows.Select(Read).ToList());
            var before = all.Find(one => one.From == from);
            var after = decide(before, all.Count);
            if (after == before)
            {
                return Task.FromResult<IReadOnlyList<BaseSalary>>(all);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            if (after is null)
            {
                change.Delete(key);
            }
            else
            {
                change.Put(Row(key, after));
            }

            change.Audit = new(
                action, RowDay.Of(from)!, Before: before is null ? null : RowText.Of(before with { Version = 0 }), After: after is null ? null : RowText.Of(after));
            return Task.FromResult<IReadOnlyList<BaseSalary>>(
                [.. all.Where(one => one.From != from).Concat(after is null ? [] : [after with { Version = change.Seq }]).OrderBy(one => one.From)]);
        }, cancellationToken);

    private static TableEntity Row(string key, BaseSalary salary)
    {
        var row = new TableEntity(Address.Partition, key) { ["Amount"] = salary.Amount };
        row.PutPaper(salary.Source);
        return row;
    }

    private static BaseSalary Read(TableEntity row) => new(
        DateOnly.ParseExact(row.RowKey.AsSpan(Prefix.Length), "yyyy-MM-dd", CultureInfo.InvariantCulture), row.GetInt64("Amount") ?? 0, row.Paper(), row.GetInt64("Seq") ?? 0);
}
