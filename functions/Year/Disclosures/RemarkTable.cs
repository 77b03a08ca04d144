using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Disclosures;

/// <summary>What was said to what is disclosed (<see cref="DisclosureTable"/> says how it lies).</summary>
internal sealed class RemarkTable(PartitionStore partitions)
{
    public async Task<Remark?> FindAsync(int year, string disclosure, string? unit, string id, CancellationToken cancellationToken) =>
        await partitions.FindAsync(DisclosureTable.AddressOf(year), Key(disclosure, unit, id), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>All that was said to a disclosure: letters, then units, by unit and id.</summary>
    public async Task<IReadOnlyList<Remark>> ListAsync(int year, string disclosure, CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(DisclosureTable.AddressOf(year), All(disclosure), cancellationToken)).Rows.Select(Read)];

    /// <summary>Writes down what was said. The same again changes nothing.</summary>
    /// <param name="year">The year.</param>
    /// <param name="make">Makes it of what was written down before; null where nothing was.</param>
    /// <param name="disclosure">The disclosure.</param>
    /// <param name="unit">The unit that says it; null of a letter.</param>
    /// <param name="id">Its id.</param>
    /// <param name="ifMatch">Which version was read.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">409: it was answered, or there are as many as there may be. 412 or 428: another version was read, or none.</exception>
    public Task<Remark> PutAsync(
        int year, string disclosure, string? unit, string id, Func<Remark?, Remark> make, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(year, disclosure, unit, id, unit is null ? "RecordLetter" : "CommentOnProposal", ifMatch, actor, (before, count) =>
        {
            var after = make(before);
            if (before is not null && before.Says(after))
            {
                return before;
            }

            if (before?.Answer is not null)
            {
                throw Refusal.Rule("remark-answered", new("Góp ý đã được trả lời nên không sửa được nữa.", "The remark was answered, so it does not change any more."));
            }

            return before is null && count >= Remark.Most
                ? throw Refusal.Rule("too-many-remarks", new($"Đợt công khai đã có {Remark.Most} góp ý.", $"The disclosure has {Remark.Most} remarks; it takes no more."))
                : after;
        }, cancellationToken);

    /// <summary>Writes down what became of it. The same again changes nothing.</summary>
    /// <exception cref="Refusal">404: there is no such remark. 412 or 428: another version was read, or none.</exception>
    public Task<Remark> AnswerAsync(int year, string disclosure, string? unit, string id, RemarkAnswer answer, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(year, disclosure, unit, id, unit is null ? "AnswerLetter" : "AnswerComment", ifMatch, actor, (before, _) =>
            before is null ? throw DisclosureRules.NoRemark()
            : before.Answer is { } given && (given.Outcome, given.Text) == (answer.Outcome, answer.Text) ? before
            : before with { Answer = answer }, cancellationToken);

    private Task<Remark> ChangeAsync(
        int year, string disclosure, string? unit, string id, string action, IfMatch ifMatch, Actor actor, Func<Remark?, int, Remark> decide, CancellationToken cancellationToken)
    {
        var (address, key) = (DisclosureTable.AddressOf(year), Key(disclosure, unit, id));
        return partitions.ChangeAsync(address, All(disclosure), actor, (view, change) =>
        {
            var before = view.Row(key) is { } row ? Read(row) : null;
            var after = decide(before, view.Rows.Count);
            if (after == before)
            {
                return Task.FromResult(before!);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(Row(address.Partition, after));
            change.Audit = new(
                action, $"{year} {key["remark|".Length..].Replace('|', ' ')}", Before: before is null ? null : RowText.PiecesOf(before.Audited()), After: RowText.PiecesOf(after.Audited()));
            return Task.FromResult(after with { Version = change.Seq });
        }, cancellationToken);
    }

    private static KeyRange All(string disclosure) => KeyRange.Prefix($"remark|{disclosure}|");

    private static string Key(string disclosure, string? unit, string id) => unit is null ? $"remark|{disclosure}|letter|{id}" : $"remark|{disclosure}|unit|{unit}|{id}";

    private static TableEntity Row(string partition, Remark one)
    {
        var row = new TableEntity(partition, Key(one.Disclosure, one.Unit, one.Id))
        {
            ["AboutUnit"] = one.About.Unit,
            ["AboutAward"] = one.About.Award,
            ["Sender"] = one.Sender.ToString(),
            ["Received"] = RowDay.Of(one.Received),
            ["Letter"] = one.Letter is null ? null : RowText.Of(one.Letter),
            ["Answered"] = RowDay.Of(one.Answer?.Day),
            ["Outcome"] = one.Answer?.Outcome.ToString(),
            ["Salt"] = one.Salt,
        };
        row.PutText("Text", one.Text);
        row.PutText("Answer", one.Answer?.Text);
        return row;
    }

    private static Remark Read(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        return new(
            parts[1],
            parts.Length == 5 ? parts[3] : null,
            parts[^1],
            new(row.GetString("AboutUnit") ?? "", row.GetString("AboutAward") ?? ""),
            row.Text("Text") ?? "",
            Enum.Parse<RemarkSender>(row.GetString("Sender")!),
            row.DayOf("Received")!.Value,
            row.GetString("Letter") is { } letter ? RowText.Read<PaperReference>(letter) : null,
            row.DayOf("Answered") is { } day ? new(day, Enum.Parse<RemarkOutcome>(row.GetString("Outcome")!), row.Text("Answer") ?? "") : null,
            row.GetString("Salt") ?? "",
            row.GetInt64("Seq") ?? 0);
    }
}
