using System.Globalization;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Office.Reminders;

/// <param name="Rules">When people are reminded.</param>
/// <param name="IsDefault">Whether nobody has set any rules yet.</param>
/// <param name="Version">The number of the change that last wrote them; 0 before the first.</param>
internal sealed record StoredReminderRules(ReminderRules Rules, bool IsDefault, long Version);

/// <summary>The rules of reminders: the partition <c>rules</c> of the outbox, with a row for each stage.</summary>
internal sealed class ReminderRulesTable(PartitionStore partitions)
{
    private const string Main = "rules";
    private const string Chase = "ChaseEvery";
    private const string StagePrefix = "stage|";

    private static readonly PartitionAddress Address = new(OutboxTable.Table, "rules");
    private static readonly KeyRange Everything = new(Main, StagePrefix + "~");

    public async Task<StoredReminderRules> ReadAsync(CancellationToken cancellationToken) =>
        Of(await partitions.ReadAsync(Address, Everything, cancellationToken));

    /// <summary>Sets the rules; the same again changes nothing.</summary>
    public Task<StoredReminderRules> PutAsync(ReminderRules rules, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(Address, Everything, actor, (view, change) =>
        {
            var stored = Of(view);
            var wanted = rules.Stages.ToDictionary(rule => StagePrefix + rule.Stage.Slug(), rule => Text(rule.Days), StringComparer.Ordinal);
            var there = view.RowsOf(StagePrefix).ToDictionary(row => row.RowKey, row => row.GetString("Days")!, StringComparer.Ordinal);
            if (!stored.IsDefault)
            {
                if (stored.Rules.ChaseEvery == rules.ChaseEvery && wanted.Count == there.Count && wanted.All(rule => there.GetValueOrDefault(rule.Key) == rule.Value))
                {
                    return Task.FromResult(stored);
                }

                ifMatch.Demand(stored.Version);
            }

            foreach (var gone in there.Keys.Except(wanted.Keys))
            {
                change.Delete(gone);
            }

            foreach (var (key, days) in wanted)
            {
                change.Put(new(Address.Partition, key) { ["Days"] = days });
            }

            change.Put(new(Address.Partition, Main) { [Chase] = rules.ChaseEvery });
            change.Audit = new("PutReminderRules", Main, Before: stored.IsDefault ? null : Lines(there, stored.Rules), After: Lines(wanted, rules));
            return Task.FromResult(new StoredReminderRules(Ordered(rules), false, change.Seq));
        }, cancellationToken);

    private static StoredReminderRules Of(PartitionView view) => view.Row(Main) is { } main
        ? new(
            Ordered(new([.. view.RowsOf(StagePrefix).Select(row => new ReminderRule(
                StageKinds.Find(row.RowKey[StagePrefix.Length..])!.Value,
                [.. row.GetString("Days")!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => int.Parse(day, CultureInfo.InvariantCulture))]))], main.GetInt32(Chase) ?? ReminderRules.Weekly)),
            false,
            main.GetInt64("Seq") ?? 0)
        : new(ReminderRules.Default, true, 0);

    /// <summary>One way to say the same: stages in the order of the year, days in the order in which they come.</summary>
    private static ReminderRules Ordered(ReminderRules rules) =>
        rules with { Stages = [.. rules.Stages.OrderBy(rule => rule.Stage).Select(rule => rule with { Days = [.. rule.Days.OrderDescending()] })] };

    private static string Text(IEnumerable<int> days) => string.Join(' ', days.OrderDescending().Select(day => day.ToString(CultureInfo.InvariantCulture)));

    private static string Lines(Dictionary<string, string> stages, ReminderRules rules) => string.Join(
        '\n',
        stages.OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => $"{rule.Key[StagePrefix.Length..]}: {rule.Value}")
            .Append(string.Create(CultureInfo.InvariantCulture, $"chase every: {rules.ChaseEvery}")));
}
