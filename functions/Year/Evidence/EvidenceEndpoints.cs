using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace EmulationFunctions.Year.Evidence;

/// <summary>The files behind a sheet's scores.</summary>
internal static class EvidenceEndpoints
{
    private const string Files = "/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/evidence";

    private const int LongestKey = 200;

    public static void MapEvidence(this IEndpointRouteBuilder app)
    {
        app.MapPost(Files, UploadEvidence).WithName(nameof(UploadEvidence))
            .Needs(Right.WriteSheet)
            .Says(
                "Puts a file behind a criterion.",
                "The body is the file itself; its content decides what it is, whatever its name and Content-Type say. 201 when it is new; 200 when the same file "
                + "stands behind the criterion already, or the Idempotency-Key repeats an earlier upload. At most 20 MB, unless the office has set another limit.")
            .TakesFile()
            .Demands("criterion", "name")
            .Answers(404, 409, 422, 429);
        app.MapGet(Files, ListEvidence).WithName(nameof(ListEvidence))
            .Needs(Right.ReadSheet)
            .Says("Lists the files of a sheet.", "All of them, in the order in which they came.")
            .Answers(400);
        app.MapGet($"{Files}/{{evidence}}", DownloadEvidence).WithName(nameof(DownloadEvidence))
            .Needs(Right.ReadSheet)
            .Says("Gives a file.", "Always to be saved, never to be shown by the browser. Parts can be asked for with Range. Refused while its scan for malware is not done.")
            .GivesFile([.. Enum.GetValues<FileType>().Select(type => type.MediaType())])
            .InParts()
            .Answers(400, 404, 409);
        app.MapDelete($"{Files}/{{evidence}}", RemoveEvidence).WithName(nameof(RemoveEvidence))
            .Needs(Right.WriteSheet)
            .Says("Takes a file off a draft.", "Refused once the sheet has been submitted, and after the deadline. Doing it again changes nothing.")
            .Answers(400, 404, 409);
    }

    private static async Task<Results<Created<EvidenceView>, Ok<EvidenceView>>> UploadEvidence(
        int year,
        string period,
        string bloc,
        string unit,
        string? criterion,
        string? name,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        HttpRequest request,
        Caller caller,
        EvidenceUpload uploads,
        CancellationToken cancellationToken)
    {
        var upload = Check(new(year, period, bloc, unit), criterion, name, key, caller);
        var (file, isNew) = await uploads.TakeAsync(upload, request, caller, cancellationToken);
        var view = EvidenceView.Of(file);
        return isNew ? TypedResults.Created($"{request.Path}/{file.Id}", view) : TypedResults.Ok(view);
    }

    private static async Task<Ok<EvidenceList>> ListEvidence(
        int year, string period, string bloc, string unit, EvidenceTable table, MalwareScan scan, CancellationToken cancellationToken)
    {
        var files = await table.ListAsync(new(year, period, bloc, unit), cancellationToken);
        return TypedResults.Ok(new EvidenceList([.. files.OrderBy(file => file.At).ThenBy(file => file.Id, StringComparer.Ordinal).Select(EvidenceView.Of)], scan.IsOn));
    }

    private static async Task<FileStreamHttpResult> DownloadEvidence(
        int year,
        string period,
        string bloc,
        string unit,
        string evidence,
        HttpResponse response,
        EvidenceTable table,
        EvidenceBlobs blobs,
        MalwareScan scan,
        CancellationToken cancellationToken)
    {
        var sheet = new SheetId(year, period, bloc, unit);
        var file = await table.FindAsync(sheet, evidence, cancellationToken) ?? throw EvidenceTable.NoSuchFile();
        await scan.DemandCleanAsync(sheet, file.Blob, cancellationToken);
        var content = await blobs.OpenAsync(sheet.Address, file.Blob, cancellationToken);
        response.Headers.ContentDisposition = FileName.Disposition(file.Name);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            content, file.Type.MediaType(), entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    private static async Task<NoContent> RemoveEvidence(
        int year,
        string period,
        string bloc,
        string unit,
        string evidence,
        Caller caller,
        SheetDesk desk,
        EvidenceTable table,
        Intents intents,
        CancellationToken cancellationToken)
    {
        var terms = await desk.FindToChangeAsync(new(year, period, bloc, unit), caller, cancellationToken);
        var file = await table.FindAsync(terms.Id, evidence, cancellationToken);
        if (file is not null)
        {
            await intents.AddAsync(EvidenceTable.Intent, terms.Id.Address, file.Blob, cancellationToken);
        }

        await table.RemoveAsync(terms, evidence, caller.For(unit), cancellationToken);
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
}

/// <param name="Id">Made by the system.</param>
/// <param name="Criterion">The criterion it stands behind.</param>
/// <param name="Name">Its name, with the ending of what it is.</param>
/// <param name="Type">What its content is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal; also its ETag.</param>
/// <param name="At">When it came.</param>
internal sealed record EvidenceView(string Id, string Criterion, string Name, FileType Type, long Bytes, string Sha256, DateTimeOffset At)
{
    public static EvidenceView Of(EvidenceFile file) => new(file.Id, file.Criterion, file.Name, file.Type, file.Bytes, file.Sha256, file.At);
}

/// <param name="Files">The files, first come first.</param>
/// <param name="MalwareScanning">Whether files are scanned for malware here; where they are not, every file is offered.</param>
internal sealed record EvidenceList(IReadOnlyList<EvidenceView> Files, bool MalwareScanning);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(EvidenceView))]
[JsonSerializable(typeof(EvidenceList))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
