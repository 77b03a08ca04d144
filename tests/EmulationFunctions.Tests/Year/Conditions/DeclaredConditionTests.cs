using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Year.Sheets;
using EmulationFunctions.Tests.Office.Reminders;
using EmulationFunctions.Tests.Platform.Mail;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Sheets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static EmulationFunctions.Tests.Year.Conditions.ConditionsOf;

namespace EmulationFunctions.Tests.Year.Conditions;

/// <summary>What a declared condition does: to the sheet, to the scheme's version, and to the unit's mail.</summary>
public sealed class DeclaredConditionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declared_condition_changes_what_the_sheet_comes_to_and_lifting_it_restores_exactly_what_was()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(MeasuredSheetTests.Entered));

        var undeclared = await SheetAsync();
        await SheetWorld.DoneAsync(unit, Declare("KH", true));
        var published = await SheetAsync();
        var tag = await SheetWorld.DoneAsync(head, Declare("KT", true));
        var reprimanded = await SheetAsync();
        var found = await SheetWorld.DoneAsync(world.Admin, Declare("TPH", true));
        var lifted = await SheetAsync();
        await SheetWorld.DoneAsync(world.Admin, Declare("TPH", false, found));
        var again = await SheetAsync();
        await SheetWorld.DoneAsync(head, Declare("KT", false, tag));
        var mended = await SheetAsync();

        Assert.Equal([48.3m, 78.3m, 77.3m], new[] { undeclared, published, reprimanded }.Select(sheet => (decimal)sheet["summary"]!["totals"]!["total"]!));
        Assert.Equal(
            ("""["KH"]""", 0m, """[{"condition":"KH","title":"Kế hoạch được công bố","due":"2026-12-05"}]"""),
            (undeclared.Node("II.1")["takenBy"]!.Plain(), (decimal)undeclared.Node("II.1")["points"]!, undeclared["undeclared"]!.Plain()));
        Assert.Equal(
            """[{"condition":"KH","because":"điều kiện “Kế hoạch được công bố”: không","follows":"tiêu chí II.1 được 0 điểm khi không"}]""", undeclared["effects"]!.Plain());
        Assert.Equal(("[]", "[]", "[]"), (published["effects"]!.Plain(), published["undeclared"]!.Plain(), published.Node("II.1")["takenBy"]!.Plain()));
        Assert.Equal(["KT", "KT"], reprimanded["effects"]!.AsArray().Select(one => (string)one!["condition"]!));
        Assert.Equal((0m, 19m), ((decimal)reprimanded.Node("I.T")["bonus"]!, (decimal)reprimanded.Node("I")["points"]!));
        Assert.Equal(undeclared["scores"]!.Plain(), reprimanded["scores"]!.Plain());
        Assert.All(new[] { lifted, mended }, sheet => Assert.Equal(published.Plain(), sheet.Plain()));
        Assert.Equal(reprimanded.Plain(), again.Plain());

        async Task<JsonNode> SheetAsync() => (await SheetWorld.ReadAsync(unit)).Sheet;
    }

    [Fact]
    public async Task What_was_declared_holds_the_version_of_the_scheme_that_it_was_declared_by()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, Declare("KH", true));

        using var scheme = await world.Admin.GetAsync($"/api/schemes/{SheetWorld.Scheme}", Cancellation);
        var changed = MeasuredForm.Content with { Conditions = null };
        using var put = new HttpRequestMessage(HttpMethod.Put, $"/api/schemes/{SheetWorld.Scheme}") { Content = EmulationApp.Json(changed.ToJson()) };
        var answer = await world.Admin.SendAsync(put.With(scheme.Headers.ETag!), Cancellation).JsonAsync();

        Assert.Equal(2, (int)answer["version"]!);
        Assert.Equal(4, (await ListAsync(unit))["conditions"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_declaration_is_there_whole_or_not_at_all()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        string? tag = null;
        for (var calls = 1; ; calls++)
        {
            var reason = calls.ToString(CultureInfo.InvariantCulture);
            world.App.Faults.Reset(dieAfter: calls);
            using (var died = await unit.SendAsync(Declare("KH", true, tag, reason), Cancellation))
            {
                world.App.Faults.Reset();
                var declaration = (await ListAsync(unit)).Condition("KH")["declaration"];
                Assert.True((string?)declaration?["reason"] is var known && (known == reason || (string?)declaration?["eTag"] == tag));
                tag = (string?)declaration?["eTag"];
                tag = await SheetWorld.DoneAsync(unit, Declare("KH", true, tag, reason));
                Assert.Equal(calls, (await world.TrailAsync()).Count);
                if (died.StatusCode == HttpStatusCode.OK)
                {
                    Assert.True(calls > 2, $"It makes more than {calls} calls.");
                    return;
                }
            }
        }
    }

    [Fact]
    public async Task A_unit_is_mailed_what_others_declare_of_it_and_not_what_it_declares_itself()
    {
        var transport = new RecordingTransport();
        await using var app = new EmulationApp(
            azurite,
            issuer,
            null,
            services =>
            {
                services.RemoveAll<IMailTransport>();
                services.AddSingleton<IMailTransport>(transport);
            },
            [("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:StartTls", "false")]);
        await using var world = await SheetWorld.StartAsync(app, MeasuredForm.Content);
        await ReminderScene.HasContactsAsync(app, SheetWorld.Unit, ReminderScene.AddressOf(SheetWorld.Unit));
        using var unit = await app.OfficerAsync(SheetWorld.Unit);
        using var head = await app.OfficerAsync(SheetWorld.Head);

        await SheetWorld.DoneAsync(unit, Declare("KH", true, reason: "Đăng trên cổng thông tin."));
        await SheetWorld.DoneAsync(head, Declare("KT", true, reason: "Chậm triển khai kế hoạch."));
        await app.RunAsync("DeliverMail");
        await app.RunAsync("DeliverMail");

        var mail = Assert.Single(transport.Out);
        Assert.EndsWith("Khai báo điều kiện năm 2026 về đơn vị", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("- Chậm triển khai kế hoạch.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("- Kế hoạch được công bố: có\r\n- Người đứng đầu bị khiển trách: có", mail.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("cổng thông tin", mail.PlainText, StringComparison.Ordinal);
    }
}
