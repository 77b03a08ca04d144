using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Attachments;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Pacts;

/// <summary>A bloc in March 2026, led by <c>so-a</c> with <c>so-b</c> as its deputy, and what is sent of its pact.</summary>
internal static class PactsOf
{
    public const string Bloc = "khoi-1";
    public const string Year = $"/api/cycles/2026/blocs/{Bloc}";
    public const string Pact = $"{Year}/pact";
    public const string MovementList = $"{Year}/movements";
    public const string Registrations = $"{Year}/registrations";

    /// <summary>Nothing but what a pact must have to be signed.</summary>
    public const string Plain = """{"title":"Giao ước thi đua năm 2026","text":"Cùng nhau thi đua.","isForSigning":true}""";

    public static readonly YearOfBloc Id = new(2026, Bloc);
    public static readonly PartitionAddress Address = Id.AddressIn("Pacts");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task HasYearAsync(this EmulationApp app, params string[] units)
    {
        app.SetDay("2026-03-07");
        await app.HasBlocAsync(Bloc, units);
        await app.HasTermAsync(new(Bloc, 2026, units[0], units[1], null, false, false, 0));
        using var admin = app.Admin();
        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Bloc)).JsonAsync();
        await app.HasFilesAsync(Id, "ban-ky", "anh-1", "a");
    }

    /// <summary>Files of a bloc's year, as their rows say; nobody looks into them.</summary>
    public static async Task HasFilesAsync(this EmulationApp app, YearOfBloc id, params string[] files)
    {
        foreach (var file in files)
        {
            await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(id.AddressIn(AttachmentTable.Table), new(Attachment.Key(file), Attachment.Key(file) + " "), Actor.System, (view, change) =>
            {
                change.Put(new Attachment(file, new(AttachmentSubject.Pact, null, null), $"{file}.pdf", FileType.Pdf, 1, "", null, DateTimeOffset.UnixEpoch, "").ToRow(view.Address.Partition));
                change.Audit = new("UploadAttachment", file);
                return Task.FromResult(0);
            }, Cancellation);
        }
    }

    /// <summary>Writes a thing whole.</summary>
    /// <returns>Its ETag.</returns>
    public static async Task<string> PutsAsync(this HttpClient client, string address, string body, string? tag = null)
    {
        using var answer = await client.PutAsync(address, JsonNode.Parse(body)!, tag);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return answer.Headers.ETag!.Tag;
    }

    public static Task<JsonNode> RefusedAsync(this HttpClient client, int status, string address, string body, string? tag = null) =>
        client.PutAsync(address, JsonNode.Parse(body)!, tag).ProblemAsync(status);

    public static Task<JsonNode> ReadsAsync(this HttpClient client, string address) => client.GetAsync(new Uri(address, UriKind.Relative), Cancellation).JsonAsync();

    public static async Task<string> HashAsync(this HttpClient client) => (string)(await client.ReadsAsync(Pact))["textHash"]!;

    /// <summary>The ETag of the pact as it is read now.</summary>
    public static async Task<string> TagAsync(this HttpClient client)
    {
        using var read = await client.GetAsync(new Uri(Pact, UriKind.Relative), Cancellation);
        return read.Headers.ETag!.Tag;
    }

    /// <param name="rest">More members of the body, each after a comma.</param>
    public static HttpRequestMessage Sign(string unit, string hash, string rest = "") =>
        new(HttpMethod.Post, $"{Pact}/signatures/{unit}") { Content = EmulationApp.Json($$"""{"textHash":"{{hash}}"{{rest}}}""") };

    public static async Task<JsonNode> SignsAsync(this HttpClient client, string unit, string rest = "") =>
        await client.SendAsync(Sign(unit, await client.HashAsync(), rest), Cancellation).JsonAsync();

    /// <summary>The unit's own account signs what it reads.</summary>
    public static async Task<JsonNode> SignsAsync(this EmulationApp app, string unit)
    {
        using var officer = await app.OfficerAsync(unit);
        return await officer.SignsAsync(unit);
    }

    public static string Type(this JsonNode problem) => ((string)problem["type"]!)["urn:emulation-functions:".Length..];

    public static IEnumerable<string> Units(this JsonNode list) => list.AsArray().Select(one => (string)one!["unit"]!);

    public static async Task<IReadOnlyList<Notice>> YearNoticesAsync(this EmulationApp app) =>
        [.. (await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Address, KeyRange.Prefix(Notices.Prefix), Cancellation)).Rows.Select(row => Notices.From(Address, row))];
}
