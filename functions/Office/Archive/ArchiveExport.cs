using System.IO.Compression;
using System.Text.Json;
using EmulationFunctions.Common;
using EmulationFunctions.Office.Papers;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Decisions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Attachments;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Council;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Office.Archive;

/// <summary>
/// Writes the archive of a year as it goes: one paper or one piece of a file is in memory at a time, and of all of them what the list says at the end. What cannot be put in, such as a file whose scan is not done, is
/// in the list with the reason.
/// </summary>
internal sealed class ArchiveExport(
    DecisionTable decisions,
    CouncilTable sessions,
    CouncilDesk council,
    RosterTable roster,
    PaperDesk papers,
    PaperTable numbers,
    AttachmentTable attachments,
    AttachmentBlobs blobs,
    MalwareScan scan,
    ArchiveTable archive,
    IOptions<JsonOptions> json,
    VietnamTime vietnam,
    TimeProvider clock)
{
    public const string MediaType = "application/zip";
    public const string Index = "muc-luc.xml";

    private const int PageOfFiles = 100;

    /// <param name="stream">Where it goes; written to forwards only.</param>
    /// <param name="cycle">The year with its blocs.</param>
    /// <param name="caller">For whom papers are composed.</param>
    /// <param name="cancellationToken">Ends it: half an archive is no archive.</param>
    public async Task WriteAsync(Stream stream, Cycle cycle, Caller caller, CancellationToken cancellationToken)
    {
        var (profile, _) = await archive.ProfileAsync(cancellationToken);
        await using var forward = new ForwardStream(stream);
        await using (var zip = await ZipArchive.CreateAsync(forward, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            await WriteAsync(zip, cycle, profile, caller, cancellationToken);
        }

        await forward.FlushAsync(cancellationToken);
    }

    private async Task WriteAsync(ZipArchive zip, Cycle cycle, ArchiveProfile? profile, Caller caller, CancellationToken cancellationToken)
    {
        var files = new List<ArchivedFile>
        {
            new($"Quyết định khen thưởng năm {cycle.Year}", await WriteDecisionsAsync(zip, cycle.Year, cancellationToken)),
            new($"Hội đồng Thi đua - Khen thưởng xét khen thưởng năm {cycle.Year}", await WriteCouncilAsync(zip, cycle.Year, cancellationToken)),
        };
        foreach (var bloc in cycle.Blocs.Select(one => one.Bloc).Order(StringComparer.Ordinal))
        {
            var id = new YearOfBloc(cycle.Year, bloc);
            var name = (await roster.FindBlocAsync(bloc, cancellationToken))?.Name ?? bloc;
            List<ArchivedDocument> documents = [.. await WritePapersAsync(zip, id, name, caller, cancellationToken), .. await WriteAttachmentsAsync(zip, id, name, cancellationToken)];
            files.Add(new($"{name}, năm {cycle.Year}", documents));
        }

        await using var index = await OpenAsync(zip, Index, cancellationToken);
        await ArchiveIndex.WriteAsync(index, cycle.Year, vietnam.Today(clock), profile, files.Where(file => file.Documents.Count > 0));
    }

    private async Task<IReadOnlyList<ArchivedDocument>> WriteDecisionsAsync(ZipArchive zip, int year, CancellationToken cancellationToken)
    {
        var documents = new List<ArchivedDocument>();
        foreach (var one in await decisions.OfYearAsync(year, cancellationToken))
        {
            var place = $"quyet-dinh/{one.Id}.json";
            await using (var entry = await OpenAsync(zip, place, cancellationToken))
            {
                await JsonSerializer.SerializeAsync(entry, one with { Version = 0 }, json.Value.SerializerOptions, cancellationToken);
            }

            documents.Add(Of(place, one.Paper, one.SignerPost, one.Facts));
            documents.AddRange(one.Revocations.Select(by => Of(place, by.Paper, by.SignerPost, PaperFacts.None)));
        }

        return documents;
    }

    /// <summary>The minutes of each session that was held, and those of its count where it voted. They have no number, and who signs them is known by the post.</summary>
    private async Task<IReadOnlyList<ArchivedDocument>> WriteCouncilAsync(ZipArchive zip, int year, CancellationToken cancellationToken)
    {
        var documents = new List<ArchivedDocument>();
        foreach (var record in (await sessions.ReadAllAsync(year, cancellationToken)).Where(one => one.Session.Content.Day <= council.Today))
        {
            var (sight, content) = (await council.SeeAsync(year, record, cancellationToken), record.Session.Content);
            var chair = content.Members.FirstOrDefault(member => member.Office == CouncilOffice.Chair && member.IsThere)?.Post;
            (string Name, Paper Paper)[] written = record.Votes.Count > 0
                ? [("bien-ban-hop", await council.MinutesAsync(sight, cancellationToken)), ("bien-ban-kiem-phieu", CouncilPaper.Count(sight))]
                : [("bien-ban-hop", await council.MinutesAsync(sight, cancellationToken))];
            foreach (var (name, paper) in written)
            {
                var place = $"hoi-dong/{record.Session.Id}-{name}.docx";
                await using var entry = await OpenAsync(zip, place, cancellationToken);
                await entry.WriteAsync(PaperWriter.Write(paper).Content, cancellationToken);
                documents.Add(new(place, paper.Head.Kind, Number: null, content.Day, content.Council, paper.Head.Subject.Plain, chair));
            }
        }

        return documents;
    }

    private static ArchivedDocument Of(string place, PaperReference paper, string signerPost, PaperFacts facts) => new(
        place,
        paper.Kind,
        paper.Number,
        paper.Day,
        paper.Issuer,
        paper.Subject,
        signerPost,
        facts.Recipients.Count == 0 ? null : string.Join("; ", facts.Recipients),
        facts.Pages,
        facts.Copies);

    /// <summary>The papers that were issued: those for which a number was recorded.</summary>
    private async Task<IReadOnlyList<ArchivedDocument>> WritePapersAsync(ZipArchive zip, YearOfBloc id, string blocName, Caller caller, CancellationToken cancellationToken)
    {
        var documents = new List<ArchivedDocument>();
        var names = await roster.NamesOfYearAsync(id.Year, vietnam.Today(clock), cancellationToken);
        foreach (var one in await numbers.NumbersAsync(id, cancellationToken))
        {
            if (papers.Kinds.FirstOrDefault(kind => kind.Slug == one.Kind) is not { } kind)
            {
                continue;
            }

            string[] parts = [one.Kind, one.Order.Period, one.Order.Unit, one.Order.Item];
            var place = $"van-ban/{id.Bloc}/{NameOf(parts)}.docx";
            var written = await TryAsync(async () => PaperWriter.Write(await papers.IssueAsync(kind, id, one.Order, caller, cancellationToken)));
            if (written.Done is { } paper)
            {
                await using var entry = await OpenAsync(zip, place, cancellationToken);
                await entry.WriteAsync(paper.Content, cancellationToken);
            }

            documents.Add(new(
                written.WhyNot is null ? place : null, kind.Name.Vi, one.Number.Symbol, one.Number.Day, kind.IsOfUnit ? names[one.Order.Unit] : blocName, null, one.Number.Signer?.Post, WhyNot: written.WhyNot));
        }

        return documents;
    }

    /// <summary>No part has the mark that is put between them, so no two papers have the same name.</summary>
    public static string NameOf(IEnumerable<string> parts) => string.Join('_', parts).TrimEnd('_');

    private async Task<IReadOnlyList<ArchivedDocument>> WriteAttachmentsAsync(ZipArchive zip, YearOfBloc id, string blocName, CancellationToken cancellationToken)
    {
        var documents = new List<ArchivedDocument>();
        var address = id.AddressIn(AttachmentTable.Table);
        string? after = null;
        bool isMore;
        do
        {
            (var page, isMore) = await attachments.ListAsync(id, _ => true, after, PageOfFiles, cancellationToken);
            foreach (var file in page)
            {
                var place = $"tep/{id.Bloc}/{file.Id}-{file.Name}";
                var opened = await TryAsync(async () =>
                {
                    await scan.DemandCleanAsync(blobs, address, file.Id, () => { }, cancellationToken);
                    return await blobs.OpenAsync(address, file.Id, cancellationToken);
                });
                if (opened.Done is { } content)
                {
                    await using (content)
                    {
                        await using var entry = await OpenAsync(zip, place, cancellationToken);
                        await content.CopyToAsync(entry, cancellationToken);
                    }
                }

                documents.Add(new(opened.WhyNot is null ? place : null, null, null, null, file.To.Unit is null ? blocName : null, file.Name, WhyNot: opened.WhyNot));
            }

            after = page.Count > 0 ? page[^1].Id : null;
        }
        while (isMore);

        return documents;
    }

    /// <summary>What was refused is told in the list and keeps nothing else out.</summary>
    private static async Task<(T? Done, Words? WhyNot)> TryAsync<T>(Func<Task<T>> work)
        where T : class
    {
        try
        {
            return (await work(), null);
        }
        catch (Refusal refusal)
        {
            return (null, refusal.Words);
        }
    }

    private async Task<Stream> OpenAsync(ZipArchive zip, string place, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(place, CompressionLevel.Fastest);
        // A ZIP knows no zone: else it would be the machine's.
        entry.LastWriteTime = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7));
        return await entry.OpenAsync(cancellationToken);
    }
}
