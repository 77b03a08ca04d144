using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Attachments;

/// <summary>The files of a bloc's year: signed papers, scans, photographs.</summary>
internal sealed partial class AttachmentFunctions(
    AttachmentUpload uploads, AttachmentTable table, AttachmentBlobs blobs, MalwareScan scan, YearDesk desk, LeadersLookup findLeaders, IEnumerable<UseOfAttachment> uses, Intents intents, ILogger<AttachmentFunctions> logger)
{
    private const string Files = $"{BlocRoutes.Year}/attachments";
    private const string One = $"{Files}/{{attachment}}";

    /// <summary>Puts a file to a plan, a version of the regulation, a pact or a unit's signature under it, a movement or a unit's answer, a meeting, a report or a unit's part of it, or a handover.</summary>
    /// <remarks>
    /// The body is the file itself; its content decides what it is, whatever its name and Content-Type say. Which plan, meeting and so on it is, is said by subject, item and unit. The bloc's head and
    /// deputy and the office send any; a unit what is its own. 201 when it is new; 200 when the same content is there already, which then gets the caption that is given. At most 20 MB, unless
    /// the office has set another limit; two at a time of one account.
    /// </remarks>
    [Function(nameof(UploadAttachment)), Needs(Right.TakePart), MayTake(TimeOf.Transfer), Answers(400, 404, 409, 429)]
    [TakesFile, Demands("subject", "name")]
    public async Task<Results<Created<AttachmentView>, Ok<AttachmentView>>> UploadAttachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Files)] HttpRequest request,
        [AsParameters] YearOfBloc id, string? subject, string? item, string? unit, string? name, string? caption, Caller caller, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var kind = Subject(subject, faults);
        if (subject is null)
        {
            faults.Add("subject", "Cần ghi tệp thuộc về nội dung nào.", "What it belongs to is needed.");
        }

        var clean = FileName.Clean(name, faults);
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        var (file, isNew) = await uploads.TakeAsync(new(id, new(kind!.Value, item, unit), clean, caption?.Trim()), request, caller, cancellationToken);
        var view = AttachmentView.Of(file);
        return isNew ? TypedResults.Created($"{request.Path}/{file.Id}", view) : TypedResults.Ok(view);
    }

    /// <summary>Lists the files of a bloc's year.</summary>
    /// <remarks>In pages, first come first; with subject, item and unit only those that belong there. What is a unit's own is listed for the unit, those who lead the bloc, the office, the council and readers.</remarks>
    [Function(nameof(ListAttachments)), Needs(Right.ReadBlocYear), Answers(400)]
    public async Task<Ok<AttachmentPage>> ListAttachments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Files)] HttpRequest request,
        [AsParameters] YearOfBloc id, string? subject, string? item, string? unit, Page page, Caller caller, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var kind = Subject(subject, faults);
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        if (page.Continuation is { } after && !Slug.IsValid(after))
        {
            throw Page.BadContinuation();
        }

        var leaders = await LeadersForAsync(id, caller, cancellationToken);
        var (files, isMore) = await table.ListAsync(
            id,
            file => AttachmentRules.MayRead(caller, leaders, file.To) && (kind is null || file.To.Kind == kind) && (item is null || file.To.Item == item) && (unit is null || file.To.Unit == unit),
            page.Continuation,
            page.Size,
            cancellationToken);
        return TypedResults.Ok(new AttachmentPage([.. files.Select(AttachmentView.Of)], isMore ? files[^1].Id : null, scan.IsOn));
    }

    /// <summary>Gives a file of a bloc's year.</summary>
    /// <remarks>Always to be saved, never to be shown by the browser. Parts can be asked for with Range. What is a unit's own is there for those alone for whom ListAttachments lists it. Refused while its scan for malware is not done.</remarks>
    [Function(nameof(DownloadAttachment)), Needs(Right.ReadBlocYear), MayTake(TimeOf.Transfer), Answers(400, 404, 409)]
    [GivesStoredFile, InParts, GivesHeaders(StatusCodes.Status409Conflict, "Retry-After")]
    public async Task<FileStreamHttpResult> DownloadAttachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string attachment, Caller caller, CancellationToken cancellationToken)
    {
        var leaders = await LeadersForAsync(id, caller, cancellationToken);
        var file = await table.FindAsync(id, attachment, cancellationToken) is { } found && AttachmentRules.MayRead(caller, leaders, found.To) ? found : throw AttachmentTable.NoSuchFile();
        var address = id.AddressIn(AttachmentTable.Table);
        await scan.DemandCleanAsync(blobs, address, file.Id, () => Quarantined(id.Year, id.Bloc), cancellationToken);
        return FileAnswer.Of(request.HttpContext, file.Name, file.Type, file.Sha256, await blobs.OpenAsync(address, file.Id, cancellationToken));
    }

    /// <summary>Takes a file of a bloc's year away.</summary>
    /// <remarks>By those who may send it. Refused while the pact names it, a signature on paper that counts, or a meeting among its photographs. Doing it again changes nothing.</remarks>
    [Function(nameof(RemoveAttachment)), Needs(Right.TakePart), Answers(400, 404, 409)]
    public async Task<NoContent> RemoveAttachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string attachment, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var use = await UseOfAsync(id, attachment, cancellationToken);
        if (await table.FindAsync(id, attachment, cancellationToken) is not null)
        {
            await intents.AddAsync(AttachmentTable.Intent, id.AddressIn(AttachmentTable.Table), attachment, cancellationToken);
        }

        await table.RemoveAsync(
            id,
            attachment,
            file =>
            {
                if (!AttachmentRules.MayWrite(caller, terms.Acting, file.To))
                {
                    throw AttachmentRules.NotYours();
                }

                if (file.Removed is null && use is not null)
                {
                    throw AttachmentRules.InUse(use);
                }
            },
            caller.Acting,
            cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>The first that rests on it; null where nothing does.</summary>
    private async Task<Words?> UseOfAsync(YearOfBloc id, string attachment, CancellationToken cancellationToken)
    {
        foreach (var find in uses)
        {
            if (await find(id, attachment, cancellationToken) is { } use)
            {
                return use;
            }
        }

        return null;
    }

    /// <summary>Who leads the bloc, where what the caller may read depends on it.</summary>
    private async Task<Leaders> LeadersForAsync(YearOfBloc id, Caller caller, CancellationToken cancellationToken) =>
        caller.Oversees ? Leaders.Nobody : await findLeaders(id.Bloc, id.Year, cancellationToken);

    private static AttachmentSubject? Subject(string? text, List<Fault> faults)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var subject in Enum.GetValues<AttachmentSubject>())
        {
            if (System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(subject.ToString()) == text)
            {
                return subject;
            }
        }

        var known = string.Join(", ", Enum.GetNames<AttachmentSubject>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));
        faults.Add("subject", $"Phải là một trong: {known}.", $"Must be one of: {known}.");
        return null;
    }

    [LoggerMessage(LogLevel.Warning, "A file of {Bloc} in {Year} holds malware.", EventName = "AttachmentQuarantined")]
    private partial void Quarantined(int year, string bloc);
}

/// <param name="Id">Made by the system.</param>
/// <param name="Subject">What it belongs to.</param>
/// <param name="Item">Which of them, by its id; null of what the year has one of.</param>
/// <param name="Unit">The unit whose own it is; null of what is the bloc's.</param>
/// <param name="Name">Its name, with the ending of what it is.</param>
/// <param name="Type">What its content is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal; also its ETag.</param>
/// <param name="Caption">What it shows, as it was said; null where nothing was.</param>
/// <param name="At">When it came.</param>
internal sealed record AttachmentView(
    string Id, AttachmentSubject Subject, string? Item, string? Unit, string Name, FileType Type, long Bytes, string Sha256, string? Caption, DateTimeOffset At)
{
    public static AttachmentView Of(Attachment file) =>
        new(file.Id, file.To.Kind, file.To.Item, file.To.Unit, file.Name, file.Type, file.Bytes, file.Sha256, file.Caption, file.At);
}

/// <param name="Attachments">A page of files, first come first.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
/// <param name="MalwareScanning">Whether files are scanned for malware here; where they are not, every file is offered.</param>
internal sealed record AttachmentPage(IReadOnlyList<AttachmentView> Attachments, string? Continuation, bool MalwareScanning);
