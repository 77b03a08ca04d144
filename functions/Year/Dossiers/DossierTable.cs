using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>The dossiers of a bloc's year (<see cref="DossierRows"/>).</summary>
internal sealed class DossierTable(PartitionStore partitions)
{
    public const string Table = "Dossiers";

    /// <summary>Of one dossier.</summary>
    public const int MostOpinions = 50;

    public async Task<DossierRecord?> FindAsync(DossierId id, CancellationToken cancellationToken) =>
        DossierRows.Read((await partitions.ReadAsync(id.BlocYear.AddressIn(Table), DossierRows.Of(id), cancellationToken)).Rows);

    /// <summary>A page of dossiers, by award and unit, and whether there may be more.</summary>
    public async Task<(IReadOnlyList<Dossier> Dossiers, bool IsMore)> ListAsync(YearOfBloc id, (string Award, string Unit)? after, int size, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"Part eq {DossierRows.ContentPart}");
        var range = after is var (award, unit) ? DossierRows.After(award, unit) : DossierRows.All;
        var (rows, isMore) = await partitions.ReadPageAsync(id.AddressIn(Table), range, filter, size, cancellationToken);
        return (rows.ConvertAll(DossierRows.ReadDossier), isMore);
    }

    public async Task<IReadOnlyList<Dossier>> ReadAllAsync(YearOfBloc id, CancellationToken cancellationToken) =>
    [
        .. (await partitions.ReadAsync(id.AddressIn(Table), DossierRows.All, cancellationToken)).Rows
            .Where(row => row.GetString(DossierRows.PartColumn) == DossierRows.ContentPart).Select(DossierRows.ReadDossier),
    ];

    /// <summary>What is behind <see cref="UseOfAttachment"/>: the dossier that holds the file.</summary>
    public async Task<Words?> UseOfAsync(YearOfBloc id, string attachment, CancellationToken cancellationToken) =>
        (await ReadAllAsync(id, cancellationToken)).FirstOrDefault(one => one.Content.Files.Any(file => file.Attachment == attachment)) is { } holding
            ? new(
                $"Hồ sơ đề nghị '{holding.Award}' của '{holding.Unit}' có tệp này. Hãy bỏ tệp khỏi hồ sơ trước.",
                $"The dossier of '{holding.Unit}' for '{holding.Award}' holds this file. Take it out of the dossier first.")
            : null;

    /// <summary>Opens a dossier, or writes what is in it. The same again changes nothing. What is sent changes no more until it comes back.</summary>
    /// <param name="id">Which.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="opened">It, as it is opened where there is none.</param>
    /// <param name="ifMatch">What was read.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<DossierRecord> PutAsync(DossierId id, DossierContent content, Func<Dossier> opened, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.BlocYear.AddressIn(Table), DossierRows.Of(id), actor, (view, change) =>
        {
            var before = DossierRows.Read(view.Rows);
            if (before is not null && before.Dossier.Content.Says(content))
            {
                return Task.FromResult(before);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            if (before?.Dossier.IsSent is true)
            {
                throw Refusal.Rule("dossier-sent", new(
                    "Hồ sơ đã nộp; chỉ sửa được sau khi cơ quan thường trực trả lại.", "The dossier was sent; it changes again once the office has returned it."));
            }

            var after = before is null ? opened() with { Content = content } : before.Dossier with { Content = content };
            return Task.FromResult(Put(change, id, "PutDossier", before, after, null));
        }, cancellationToken);

    /// <summary>Writes down that it was sent. Doing it again changes nothing.</summary>
    /// <param name="demand">Refuses what is not whole, or not its turn.</param>
    public Task<DossierRecord> SendAsync(DossierId id, DossierStop to, DateOnly on, Action<DossierRecord> demand, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, ifMatch, actor, before =>
        {
            if (DossierCheck.SentTo(before.Dossier, to) == on)
            {
                return null;
            }

            demand(before);
            return to == DossierStop.Office ? before.Dossier with { SentToOffice = on } : before.Dossier with { SentToMinistry = on };
        }, "SendDossier", null, cancellationToken);

    /// <summary>Sends it back to who proposes. Doing it again changes nothing.</summary>
    public Task<DossierRecord> ReturnAsync(DossierId id, Func<DateOnly, DossierReturn> returned, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, ifMatch, actor, before =>
        {
            if (before.Dossier is { SentToOffice: null, Returned: { } done } && done == returned(done.SentOn))
            {
                return null;
            }

            var sent = before.Dossier.SentToOffice ?? throw Refusal.Rule("dossier-not-sent", new("Hồ sơ chưa nộp nên không có gì để trả lại.", "The dossier was not sent, so there is nothing to return."));
            if (before.Dossier.SentToMinistry is not null)
            {
                throw Refusal.Rule("dossier-sent-on", new("Hồ sơ đã trình Bộ nên không trả lại được.", "The dossier was sent on to the Ministry and is returned no more."));
            }

            return before.Dossier with { SentToOffice = null, Returned = returned(sent) };
        }, "ReturnDossier", returned(default).Reason, cancellationToken);

    /// <summary>Asks a body, or writes down otherwise what it was asked. Once it has answered that stays.</summary>
    public Task<DossierRecord> AskAsync(DossierId id, string opinion, OpinionQuestion question, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeOpinionAsync(id, opinion, ifMatch, actor, "AskOpinion", (record, before) =>
        {
            if (before is null && record.Opinions.Count >= MostOpinions)
            {
                throw Refusal.Rule("too-many-opinions", new($"Mỗi hồ sơ xin tối đa {MostOpinions} ý kiến.", $"A dossier has at most {MostOpinions} opinions."));
            }

            return before switch
            {
                { Answer: not null } when before.Question != question => throw Refusal.Rule("opinion-answered", new(
                    "Cơ quan này đã trả lời; câu hỏi không đổi được nữa.", "The body has answered; what it was asked changes no more.")),
                null => new(opinion, question),
                _ => before with { Question = question },
            };
        }, cancellationToken);

    /// <summary>Writes down what a body answered.</summary>
    /// <exception cref="Refusal">404: it was not asked.</exception>
    public Task<DossierRecord> AnswerAsync(DossierId id, string opinion, Func<OpinionQuestion, OpinionAnswer> answer, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeOpinionAsync(id, opinion, ifMatch, actor, "RecordOpinion", (_, before) => before is null
            ? throw Refusal.NotFound(new("Hồ sơ không xin ý kiến này.", "The dossier has no such opinion."))
            : before with { Answer = answer(before.Question) }, cancellationToken);

    public static Refusal NoSuchDossier() => Refusal.NotFound(new("Chưa có hồ sơ này.", "There is no such dossier."));

    private Task<DossierRecord> ChangeOpinionAsync(
        DossierId id, string opinion, IfMatch ifMatch, Actor actor, string action, Func<DossierRecord, Opinion?, Opinion> decide, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.BlocYear.AddressIn(Table), DossierRows.Of(id), actor, (view, change) =>
        {
            var record = DossierRows.Read(view.Rows) ?? throw NoSuchDossier();
            var before = record.Opinions.FirstOrDefault(one => one.Id == opinion);
            var after = decide(record, before);
            if (after == before)
            {
                return Task.FromResult(record);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(DossierRows.Row(id, after));
            change.Audit = new(action, $"{id} {opinion}", Before: before is null ? null : RowText.PiecesOf(before with { Version = 0 }), After: RowText.PiecesOf(after with { Version = 0 }));
            return Task.FromResult(record with
            {
                Opinions = [.. record.Opinions.Where(one => one.Id != opinion).Append(after with { Version = change.Seq }).OrderBy(one => one.Id, StringComparer.Ordinal)],
            });
        }, cancellationToken);

    /// <param name="decide">What becomes of it; null where nothing is to be done.</param>
    private Task<DossierRecord> ChangeAsync(
        DossierId id, IfMatch ifMatch, Actor actor, Func<DossierRecord, Dossier?> decide, string action, string? reason, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.BlocYear.AddressIn(Table), DossierRows.Of(id), actor, (view, change) =>
        {
            var before = DossierRows.Read(view.Rows) ?? throw NoSuchDossier();
            if (decide(before) is not { } after)
            {
                return Task.FromResult(before);
            }

            ifMatch.Demand(before.Version);
            return Task.FromResult(Put(change, id, action, before, after, reason));
        }, cancellationToken);

    private static DossierRecord Put(PartitionChange change, DossierId id, string action, DossierRecord? before, Dossier after, string? reason)
    {
        change.Put(DossierRows.Row(id, after));
        change.Audit = new(action, id.ToString(), reason, Before: before is null ? null : RowText.PiecesOf(before.Dossier), After: RowText.PiecesOf(after));
        return new(after, before?.Opinions ?? [], change.Seq);
    }
}
