using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Evidence;

/// <summary>The papers that a unit cites, in its sheet's partition (<see cref="CitationRows"/>), changed without touching the row <c>sheet</c>.</summary>
internal sealed class CitationTable(PartitionStore partitions, EvidenceTable files)
{
    /// <summary>Of a sheet; a unit cites a few behind each criterion.</summary>
    public const int MostPapers = 500;

    /// <summary>Of a criterion: all of them stand in one cell of the workbook.</summary>
    public const int MostOfCriterion = 30;

    /// <summary>With the number of the change that last wrote it; null where there is none.</summary>
    public async Task<(CitedPaper Cited, long Version)?> FindAsync(SheetId sheet, string reference, CancellationToken cancellationToken) =>
        await partitions.FindAsync(sheet.Address, SheetKeys.Paper(reference), cancellationToken) is { } row ? (CitationRows.Read(row), row.GetInt64("Seq") ?? 0) : null;

    /// <summary>Writes a citation whole. The same again changes nothing.</summary>
    /// <param name="terms">The sheet, and what holds for it.</param>
    /// <param name="reference">The unit's own id for it.</param>
    /// <param name="body">What was sent.</param>
    /// <param name="registered">What the entry says that was sent; null where there is no such entry, or none was sent.</param>
    /// <param name="ifMatch">What the caller has read.</param>
    /// <param name="actor">Who cites.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">400, 404, 409, 412 or 428; it is refused as a file would be.</exception>
    public Task<(CitedPaper Cited, long Version)> PutAsync(
        SheetTerms terms, string reference, CitationBody body, PaperReference? registered, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(terms.Id.Address, SheetKeys.Everything, actor, (view, change) =>
        {
            var row = view.Row(SheetKeys.Paper(reference));
            var (before, version) = row is null ? (null, 0) : (CitationRows.Read(row), row.GetInt64("Seq") ?? 0);
            var cited = body.ToCited(reference, registered, before);
            if (before is not null && before == cited)
            {
                return Task.FromResult((before, version));
            }

            files.DemandEditable(terms, view, body.Criterion);
            if (before is not null)
            {
                files.DemandEditable(terms, view, before.Criterion);
            }

            var faults = CitationRules.Check(body, cited, terms.Tree, EvidenceFile.Of(view).Where(file => file.Removed is null));
            if (cited is null || faults.Count > 0)
            {
                throw Refusal.BadInput(faults);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(version);
            }

            DemandRoom([.. CitationRows.Of(view).Where(other => other.Id != cited.Id)], cited.Criterion);
            change.Put(CitationRows.Write(view.Address.Partition, cited));
            change.Audit = new("CiteEvidence", cited.Id, Before: before is null ? null : RowText.Of(before), After: Warned(cited, terms.Id.Year));
            return Task.FromResult((cited, change.Seq));
        }, cancellationToken);

    /// <summary>Takes a citation off a draft. Where there is none, nothing changes.</summary>
    public Task RemoveAsync(SheetTerms terms, string reference, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(terms.Id.Address, SheetKeys.Everything, actor, (view, change) =>
        {
            if (view.Row(SheetKeys.Paper(reference)) is { } row)
            {
                var cited = CitationRows.Read(row);
                files.DemandEditable(terms, view, cited.Criterion);
                change.Delete(row.RowKey);
                change.Audit = new("RemoveCitation", reference, Before: RowText.Of(cited));
            }

            return Task.FromResult(true);
        }, cancellationToken);

    /// <summary>What the trail says of a citation, with the warning that it brought, if any.</summary>
    private static string Warned(CitedPaper cited, int year) =>
        Warnings.OfPaper(cited.Criterion, cited.Paper, year) is { Count: > 0 } warnings ? $"{RowText.Of(cited)} warnings:{RowText.Of(warnings)}" : RowText.Of(cited);

    private static void DemandRoom(List<CitedPaper> others, string criterion)
    {
        if (others.Count >= MostPapers || others.Count(other => other.Criterion == criterion) >= MostOfCriterion)
        {
            throw Refusal.Rule("too-many-papers", new(
                $"Mỗi tiêu chí dẫn chiếu nhiều nhất {MostOfCriterion} văn bản, mỗi phiếu nhiều nhất {MostPapers}.", $"A criterion takes at most {MostOfCriterion} citations, a sheet {MostPapers}."));
        }
    }
}
