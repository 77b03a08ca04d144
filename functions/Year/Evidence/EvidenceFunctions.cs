using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EmulationFunctions.Year.Evidence;

/// <summary>The files behind a sheet's scores.</summary>
internal sealed partial class EvidenceFunctions(
    EvidenceUpload uploads, EvidenceTable table, EvidenceBlobs blobs, MalwareScan scan, SheetDesk desk, Intents intents, ILogger<EvidenceFunctions> logger)
{
    private const string Files = $"{BlocRoutes.Sheet}/evidence";
    private const string One = $"{Files}/{{evidence}}";

    private const int LongestKey = 200;

    /// <summary>Puts a file behind a criterion.</summary>
    /// <remarks>
    /// The body is the file itself; its content decides what it is, whatever its name and Content-Type say. 201 when it is new; 200 when the same file
    /// stands behind the criterion already, or the Idempotency-Key repeats an earlier upload. At most 20 MB, unless the office has set another limit; two at a time of one account.
    /// </remarks>
    [Function(nameof(UploadEvidence)), Needs(Right.WriteSheet), MayTake(TimeOf.Transfer), Answers(404, 409, 422, 429)]
    [TakesFile, Demands("criterion", "name"), GivesLanguage, GivesHeaders(StatusCodes.Status201Created, "Content-Language", "Vary")]
    public async Task<Results<Created<EvidenceView>, Ok<EvidenceView>>> UploadEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Files)] HttpRequest request,
        [AsParameters] SheetId id, string? criterion, string? name, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, CancellationToken cancellationToken)
    {
        var (file, isNew) = await uploads.TakeAsync(Check(id, criterion, name, key, caller), request, caller, cancellationToken);
        var view = EvidenceView.Of(file, id.Year, request.HttpContext.AnswersIn());
        return isNew ? TypedResults.Created($"{request.Path}/{file.Id}", view) : TypedResults.Ok(view);
    }

    /// <summary>Lists the files of a sheet, and the papers that it cites.</summary>
    /// <remarks>All of them: the files in the order in which they came, the papers by id.</remarks>
    [Function(nameof(ListEvidence)), Needs(Right.ReadSheet), Answers(400), GivesLanguage]
    public async Task<Ok<EvidenceList>> ListEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Files)] HttpRequest request,
        [AsParameters] SheetId id, CancellationToken cancellationToken)
    {
        var (files, papers) = await table.ListAsync(id, cancellationToken);
        var language = request.HttpContext.AnswersIn();
        return TypedResults.Ok(new EvidenceList(
            [.. files.OrderBy(file => file.At).ThenBy(file => file.Id, StringComparer.Ordinal).Select(file => EvidenceView.Of(file, id.Year, language))],
            [.. papers.Select(cited => CitationView.Of(cited, id.Year, language))],
            scan.IsOn));
    }

    /// <summary>Gives a file.</summary>
    /// <remarks>Always to be saved, never to be shown by the browser. Parts can be asked for with Range. Refused while its scan for malware is not done.</remarks>
    [Function(nameof(DownloadEvidence)), Needs(Right.ReadSheet), MayTake(TimeOf.Transfer), Answers(400, 404, 409)]
    [GivesStoredFile, InParts, GivesHeaders(StatusCodes.Status409Conflict, "Retry-After")]
    public async Task<FileStreamHttpResult> DownloadEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        [AsParameters] SheetId id, string evidence, CancellationToken cancellationToken)
    {
        var file = await table.FindAsync(id, evidence, cancellationToken) ?? throw EvidenceTable.NoSuchFile();
        var heldIn = file.HeldIn(id);
        await scan.DemandCleanAsync(blobs, heldIn, file.Blob, () => Quarantined(id.Year, id.Period, id.Bloc, id.Unit), cancellationToken);
        return FileAnswer.Of(request.HttpContext, file.Name, file.Type, file.Sha256, await blobs.OpenAsync(heldIn, file.Blob, cancellationToken));
    }

    /// <summary>Takes a file off a draft.</summary>
    /// <remarks>Refused once the sheet has been submitted, and after the deadline. Doing it again changes nothing.</remarks>
    [Function(nameof(RemoveEvidence)), Needs(Right.WriteSheet), ReadsSheet, Answers(400, 404, 409)]
    public async Task<NoContent> RemoveEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request,
        [AsParameters] SheetId id, string evidence, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindToChangeAsync(id, caller, cancellationToken);
        var file = await table.FindAsync(terms.Id, evidence, cancellationToken);
        if (file is { HeldBy: null })
        {
            await intents.AddAsync(EvidenceTable.Intent, terms.Id.Address, file.Blob, cancellationToken);
        }

        await table.RemoveAsync(terms, evidence, caller.For(id.Unit), cancellationToken);
        return TypedResults.NoContent();
    }

    private static UploadRequest Check(SheetId sheet, string? criterion, string? name, string? key, Caller caller)
    {
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(criterion))
        {
            faults.Add("criterion", "Thiếu mã tiêu chí.", "The criterion is missing.");
        }

        var clean = FileName.Clean(name, faults);
        if (key is not null && (key.Length is 0 or > LongestKey || key.Any(letter => letter is < '!' or > '~')))
        {
            faults.Add("Idempotency-Key", $"Phải gồm 1 đến {LongestKey} ký tự ASCII, không có khoảng trắng.", $"Must be 1 to {LongestKey} ASCII characters without blanks.");
        }

        return faults.Count == 0
            ? new(sheet, criterion!, clean, key is null ? null : EvidenceTable.HashKey(caller.Key, key))
            : throw Refusal.BadInput(faults);
    }

    [LoggerMessage(LogLevel.Warning, "A file of {Unit} of {Bloc} in {Period} of {Year} holds malware.", EventName = "EvidenceQuarantined")]
    private partial void Quarantined(int year, string period, string bloc, string unit);
}

/// <param name="Id">Made by the system.</param>
/// <param name="Criterion">The criterion it stands behind.</param>
/// <param name="Name">Its name, with the ending of what it is.</param>
/// <param name="Type">What its content is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal; also its ETag.</param>
/// <param name="At">When it came.</param>
/// <param name="Warnings">What should be looked at in it; none of it stands in the way of anything.</param>
internal sealed record EvidenceView(
    string Id, string Criterion, string Name, FileType Type, long Bytes, string Sha256, DateTimeOffset At, IReadOnlyList<WarningView> Warnings)
{
    public static EvidenceView Of(EvidenceFile file, int year, Language language) => new(
        file.Id, file.Criterion, file.Name, file.Type, file.Bytes, file.Sha256, file.At, WarningView.Of(Reckoning.Warnings.OfFile(file.Criterion, file.Name, year), language));
}

/// <param name="Files">The files, first come first.</param>
/// <param name="References">The papers that are cited, by id.</param>
/// <param name="MalwareScanning">Whether files are scanned for malware here; where they are not, every file is offered.</param>
internal sealed record EvidenceList(IReadOnlyList<EvidenceView> Files, IReadOnlyList<CitationView> References, bool MalwareScanning);
