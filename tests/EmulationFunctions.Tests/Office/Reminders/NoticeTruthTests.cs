using System.Net.Http.Headers;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Tests.Platform.Mail;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.CrossScores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Office.Reminders;

/// <summary>What a mail says is what is true when it is sent; what was overtaken is not sent.</summary>
public sealed class NoticeTruthTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private readonly RecordingTransport _transport = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_return_and_two_revisions_only_the_last_is_mailed_with_its_own_day_and_criteria()
    {
        await using var app = Start();
        await app.HasAppraisedBlocAsync();
        await ReminderScene.HasContactsAsync(app, "so-b", ReminderScene.AddressOf("so-b"));
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Sheet("revision", await TagAsync(head), """{"reason":"Bổ sung minh chứng.","due":"2026-12-17"}"""));
        await head.DoneAsync(Sheet("revision", await TagAsync(head), """{"reason":"Bổ sung minh chứng mục II.","due":"2026-12-19","criteria":["II"]}"""));

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out);
        Assert.Contains("Bổ sung minh chứng mục II.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("- Tiêu chí II “Tiêu chí II”", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("hạn hết ngày 19/12/2026", mail.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("17/12", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_told_of_its_extension_and_not_of_one_that_another_has_replaced()
    {
        await using var app = Start();
        await app.HasAppraisedBlocAsync(null, "so-c");
        await ReminderScene.HasContactsAsync(app, "so-c", ReminderScene.AddressOf("so-c"));
        using var admin = app.Admin();
        var tag = await ExtendAsync(null, "2026-12-20", "Thiên tai.");
        await ExtendAsync(tag, "2026-12-22", "Thiên tai kéo dài.");

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out);
        Assert.EndsWith("Gia hạn tự chấm điểm năm 2026", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("- Thiên tai kéo dài.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("hạn hết ngày 22/12/2026", mail.PlainText, StringComparison.Ordinal);

        async Task<string> ExtendAsync(string? read, string closes, string reason)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/cycles/{TheYear}/units/so-c/extensions/self-score")
            {
                Content = EmulationApp.Json($$"""{"closes":"{{closes}}","reason":"{{reason}}"}"""),
            };
            return await admin.DoneAsync(read is null ? request : request.With(EntityTagHeaderValue.Parse(read)));
        }
    }

    [Fact]
    public async Task Who_is_drawn_to_score_is_told_whom_by_name_and_once()
    {
        await using var app = Start();
        await app.HasOpenBlocAsync(PeersOf.Scheme, "so-a", "so-b", "so-c");
        await ReminderScene.HasContactsAsync(app, "so-b", ReminderScene.AddressOf("so-b"));
        using var admin = app.Admin();
        var tag = await DrawAsync(null, 1);
        await DrawAsync(tag, 2);

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out);
        Assert.EndsWith("Phân công chấm điểm chéo năm 2026", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Đơn vị được phân công chấm:\r\n- ", mail.PlainText, StringComparison.Ordinal);

        async Task<string> DrawAsync(string? read, int seed)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/cycles/{TheYear}/periods/nam/blocs/{Bloc}/cross-scoring")
            {
                Content = EmulationApp.Json($$"""{"seed":{{seed}}}"""),
            };
            return await admin.DoneAsync(read is null ? request : request.With(EntityTagHeaderValue.Parse(read)));
        }
    }

    [Fact]
    public async Task Every_unit_of_the_bloc_is_told_its_place_when_the_standings_are_published()
    {
        await using var app = Start();
        await app.HasAppraisedBlocAsync(null, "so-c");
        foreach (var unit in new[] { "so-b", "so-c" })
        {
            await ReminderScene.HasContactsAsync(app, unit, ReminderScene.AddressOf(unit));
        }

        app.SetDay("2026-12-29", 0);
        using var admin = app.Admin();
        using (var published = await admin.PublishAsync(Bloc, "so-c"))
        {
            Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync(Cancellation));
        }

        await DeliverAsync(app);

        Assert.Contains("- Hạng 1/3 (đồng hạng), 100 điểm", _transport.To(ReminderScene.AddressOf("so-b")).PlainText, StringComparison.Ordinal);
        Assert.Contains("- Không xếp hạng: Chưa lập phiếu điểm.", _transport.To(ReminderScene.AddressOf("so-c")).PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disqualification_that_was_lifted_before_its_mail_left_is_not_told()
    {
        await using var app = Start();
        await app.HasAppraisedBlocAsync();
        await ReminderScene.HasContactsAsync(app, "so-b", ReminderScene.AddressOf("so-b"));
        using var admin = app.Admin();
        const string Address = $"/api/cycles/2026/periods/nam/blocs/{Bloc}/standings/disqualifications/so-b";
        await admin.PutAsync(Address, EmulationApp.Json("""{"reason":"Minh chứng sai.","authority":"12/QĐ-SNV"}"""), Cancellation).JsonAsync();
        (await admin.PostAsync($"{Address}/lifting", EmulationApp.Json("""{"reason":"Đã xác minh lại."}"""), Cancellation)).EnsureSuccessStatusCode();

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out);
        Assert.EndsWith("Đơn vị được xếp hạng trở lại năm 2026", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("- Đã xác minh lại.", mail.PlainText, StringComparison.Ordinal);
    }

    private EmulationApp Start() => new(
        azurite,
        issuer,
        null,
        services =>
        {
            services.RemoveAll<IMailTransport>();
            services.AddSingleton<IMailTransport>(_transport);
        },
        [("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:StartTls", "false")]);

    private static async Task DeliverAsync(EmulationApp app)
    {
        await app.RunAsync("DeliverMail");
        await app.RunAsync("DeliverMail");
    }

    private static async Task<string> TagAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(SheetAddress("so-b"), Cancellation);
        return answer.Headers.ETag!.Tag;
    }

    private static HttpRequestMessage Sheet(string action, string tag, string body) =>
        new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress("so-b")}/{action}") { Content = EmulationApp.Json(body) }.With(EntityTagHeaderValue.Parse(tag));
}
