using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Archive;

/// <summary>A year as the archive takes it, and in numbers.</summary>
internal sealed class ArchiveFunctions(ArchiveExport export, ArchiveTable table, StatisticsReader statistics, CycleTable cycles)
{
    private const string Profile = "api/archive/profile";
    private const string Template = "api/statistics/template";

    /// <summary>Gives the papers, files, minutes of the council and decisions of a year as a ZIP.</summary>
    /// <remarks>
    /// The papers of each bloc for which a number was recorded (DOCX), the files of its year, the council's minutes and count minutes (DOCX), the year's decisions (JSON), and muc-luc.xml: a list with the metadata of annex VI of Decree 30/2020/NĐ-CP. What is not known there is named as missing, what
    /// could not be put in, with the reason. Of signers the list names the post alone; papers and files are as they are, with the names in them.
    /// </remarks>
    [Function(nameof(ExportArchive)), Needs(Right.Administer), MayTake(TimeOf.Transfer), Answers(400, 404)]
    [GivesFile(ArchiveExport.MediaType)]
    public async Task<PushStreamHttpResult> ExportArchive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{year}/archive")] HttpRequest request, int year, Caller caller, CancellationToken cancellationToken)
    {
        var cycle = await FindAsync(year, cancellationToken);
        NotKept(request);
        return TypedResults.Stream(
            stream => export.WriteAsync(stream, cycle, caller, cancellationToken), ArchiveExport.MediaType, string.Create(CultureInfo.InvariantCulture, $"luu-tru-{year}.zip"));
    }

    /// <summary>Puts down by which the archive knows the office.</summary>
    /// <remarks>The identification code and name of the body, and what the notations of its files begin with. Without it they are named as missing. The first needs no If-Match.</remarks>
    [Function(nameof(PutArchiveProfile)), Needs(Right.Administer)]
    public async Task<TaggedOk<ArchiveProfileView>> PutArchiveProfile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Profile)] HttpRequest request, Body<ArchiveProfileBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var profile = new ArchiveProfile(body.Value.OrganId.Trim(), body.Value.OrganName.Trim(), body.Value.FilePrefix.Trim());
        var faults = new List<Fault>();
        foreach (var (text, path) in new[] { (profile.OrganId, "$.organId"), (profile.OrganName, "$.organName"), (profile.FilePrefix, "$.filePrefix") })
        {
            if (text.Length == 0 || text.Any(char.IsControl))
            {
                faults.Add(path, "Phải là một dòng chữ.", "Must be a line of text.");
            }
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        var version = await table.PutAsync(profile, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(ArchiveProfileView.Of(profile, version), version);
    }

    /// <summary>Shows by which the archive knows the office.</summary>
    /// <remarks>Its members are null until the office has put them down. Every later change carries If-Match with the ETag that comes with it.</remarks>
    [Function(nameof(GetArchiveProfile)), Needs(Right.Oversee)]
    public async Task<TaggedOk<ArchiveProfileView>> GetArchiveProfile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Profile)] HttpRequest request, CancellationToken cancellationToken)
    {
        var (profile, version) = await table.ProfileAsync(cancellationToken);
        return EntityTag.Ok(ArchiveProfileView.Of(profile, version), version);
    }

    /// <summary>Gives the numbers of a year as a workbook (XLSX).</summary>
    /// <remarks>Tables of what is known here, laid out by the office's template (PutStatisticsTemplate): nominations, disclosures, the council, titles and money, by bloc, unit or award. What is not known is empty, and never 0.</remarks>
    [Function(nameof(ExportStatistics)), Needs(Right.Oversee), MayTake(TimeOf.LongWork), Answers(400, 404)]
    [GivesFile(XlsxWriter.MediaType)]
    public async Task<FileContentHttpResult> ExportStatistics(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{year}/statistics")] HttpRequest request, int year, CancellationToken cancellationToken)
    {
        var cycle = await FindAsync(year, cancellationToken);
        var (template, _) = await table.TemplateAsync(cancellationToken);
        var book = await statistics.ReadAsync(cycle, template, cancellationToken);
        NotKept(request);
        return XlsxFile.Of(string.Create(CultureInfo.InvariantCulture, $"thong-ke-{year}"), StatisticTables.Make(template, book));
    }

    /// <summary>Puts down how the tables of statistics are laid out.</summary>
    /// <remarks>The whole. The first needs no If-Match. It bears no number of an official form: what a table is called is the office's to write.</remarks>
    [Function(nameof(PutStatisticsTemplate)), Needs(Right.Administer)]
    public async Task<TaggedOk<StatisticsTemplate>> PutStatisticsTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Template)] HttpRequest request, Body<StatisticsTemplate> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        if (body.Value.Check() is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        return EntityTag.Ok(body.Value, await table.PutAsync(body.Value, ifMatch, caller.For(null), cancellationToken));
    }

    /// <summary>Shows how the tables of statistics are laid out.</summary>
    /// <remarks>The shipped template until the office has put down its own.</remarks>
    [Function(nameof(GetStatisticsTemplate)), Needs(Right.Oversee)]
    public async Task<TaggedOk<StatisticsTemplate>> GetStatisticsTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Template)] HttpRequest request, CancellationToken cancellationToken)
    {
        var (template, version) = await table.TemplateAsync(cancellationToken);
        return EntityTag.Ok(template, version);
    }

    private async Task<Cycle> FindAsync(int year, CancellationToken cancellationToken) =>
        await cycles.FindWithBlocsAsync(year, cancellationToken) ?? throw Refusal.NotFound(new("Năm thi đua này chưa được mở.", "There is no cycle of that year."));

    private static void NotKept(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-cache";
    }
}
