using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Year.Pacts;
using EmulationFunctions.Year.Attachments;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Meetings.MeetingsOf;

namespace EmulationFunctions.Tests.Year.Meetings;

/// <summary>The files of photographs that a meeting names stay while it names them.</summary>
public sealed class PhotographTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Picture = $"/api/cycles/2026/blocs/{Bloc}/attachments/anh-1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photograph_that_a_meeting_names_is_taken_away_only_when_it_names_it_no_more()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        await app.HasFilesAsync(Id, "anh-1");
        using var head = await app.OfficerAsync("so-0");
        var (_, tag) = await head.PutAsync(First, Pictured("anh-1"));
        app.Clock.Now += TimeSpan.FromHours(1);

        var named = await head.DeleteAsync(new Uri(Picture, UriKind.Relative), Cancellation).ProblemAsync(409);
        var (_, without) = await head.PutAsync(First, Pictured(null), tag);
        using var removed = await head.DeleteAsync(new Uri(Picture, UriKind.Relative), Cancellation);
        var gone = await head.RefusedAsync(400, HttpMethod.Put, First, Pictured("anh-1"), without);

        Assert.Equal("urn:emulation-functions:attachment-in-use", (string)named["type"]!);
        Assert.Contains("'so-ket'", (string)named["detail"]!, StringComparison.Ordinal); // which meeting
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(["$.photographs[0].attachment"], gone.Paths());
    }

    /// <summary>A removal comes when the meeting is about to be written: it looks for what names the file and finds nothing yet.</summary>
    [Fact]
    public async Task A_photograph_that_a_meeting_is_about_to_name_is_not_taken_away_and_what_is_refused_holds_nothing()
    {
        EmulationApp? running = null;
        var removals = new List<HttpStatusCode>();
        await using var app = new EmulationApp(azurite, issuer, services: services => services.AddSingleton<HoldAttachment>(async (id, file, actor, cancellationToken) =>
        {
            var held = await running!.Services.GetRequiredService<AttachmentTable>().HoldAsync(id, file, actor, cancellationToken);
            using var remover = running.Admin();
            using var removal = await remover.DeleteAsync(new Uri(Picture, UriKind.Relative), cancellationToken);
            removals.Add(removal.StatusCode);
            return held;
        }));
        running = app;
        await app.HasTenAsync();
        await app.HasFilesAsync(Id, "anh-1");
        using var head = await app.OfficerAsync("so-0");
        var faulty = Pictured("anh-1");
        faulty["title"] = " ";

        await head.RefusedAsync(400, HttpMethod.Put, First, faulty);
        var (_, tag) = await head.PutAsync(First, Pictured("anh-1"));
        await head.PutAsync(First, Pictured("anh-1", "Toàn cảnh Hội nghị"), tag); // named already

        Assert.Equal([HttpStatusCode.Conflict], removals);
        Assert.True(await app.Services.GetRequiredService<AttachmentExists>()(Id, "anh-1", Cancellation));
    }

    [Fact]
    public async Task A_meeting_that_is_refused_because_it_was_read_before_a_change_holds_none_of_its_photographs()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        await app.HasFilesAsync(Id, "anh-1");
        using var head = await app.OfficerAsync("so-0");
        var (_, tag) = await head.PutAsync(First, Meeting());
        await head.PutAsync(First, Meeting(title: "Hội nghị sơ kết"), tag);

        await head.RefusedAsync(412, HttpMethod.Put, First, Pictured("anh-1"), tag);
        await head.RefusedAsync(428, HttpMethod.Put, First, Pictured("anh-1"));
        using var removed = await head.DeleteAsync(new Uri(Picture, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    /// <summary>The file is looked for, taken away, and only then the meeting would be written.</summary>
    [Fact]
    public async Task A_photograph_that_is_taken_away_while_a_meeting_is_written_is_not_named()
    {
        EmulationApp? running = null;
        await using var app = new EmulationApp(azurite, issuer, services: services => services.AddSingleton<AttachmentExists>(async (id, file, cancellationToken) =>
        {
            await running!.Services.GetRequiredService<AttachmentTable>().RemoveAsync(id, file, _ => { }, Actor.System, cancellationToken);
            return true;
        }));
        running = app;
        await app.HasTenAsync();
        await app.HasFilesAsync(Id, "anh-1");
        using var head = await app.OfficerAsync("so-0");

        var refused = await head.RefusedAsync(400, HttpMethod.Put, First, Pictured("anh-1"));

        Assert.Equal(["$.photographs[0].attachment"], refused.Paths());
        await head.GetAsync(new Uri(First, UriKind.Relative), Cancellation).ProblemAsync(404);
    }

    private static JsonObject Pictured(string? file, string caption = "Quang cảnh hội nghị")
    {
        var body = Meeting();
        body["photographs"] = new JsonArray(new JsonObject { ["caption"] = caption, ["attachment"] = file });
        return body;
    }
}
