using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Office.Reminders;
using EmulationFunctions.Tests.Platform.Trail;
using EmulationFunctions.Year.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Office.Operations;

public sealed class OperationsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Path = "/api/admin/operations";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_office_sees_the_year_the_mail_and_what_is_late()
    {
        var scene = new ReminderScene(azurite, issuer);
        scene.Submitted[ReminderScene.Finance] = true;
        await using var app = await scene.BeginAsync();
        app.SetDay("2026-12-11", 8);
        await app.RunAsync("SendReminders");
        scene.Transport.Answer = _ => new MailOutcome.Later("The mail service refuses the sender (400 DomainNotLinked).", Everybody: true);
        await app.RunAsync("DeliverMail");
        app.Clock.Now += TimeSpan.FromMinutes(7);

        var seen = await app.Admin().GetAsync(Path, Cancellation).JsonAsync();
        var health = await app.Nobody().GetAsync("/api/health", Cancellation).JsonAsync();

        var bloc = seen["years"]!.AsArray().Single()!["blocs"]!.AsArray().Single()!;
        Assert.Equal((3, 1, 2), ((int)bloc["members"]!, (int)bloc["submitted"]!, (int)bloc["late"]!));
        Assert.DoesNotContain(ReminderScene.Finance, bloc["lateUnits"]!.AsArray().Select(unit => (string)unit!["unit"]!));
        Assert.All(bloc["lateUnits"]!.AsArray(), unit => Assert.Equal($"Đơn vị {unit!["unit"]}", (string)unit["name"]!));
        Assert.Equal(2, bloc["lateUnits"]!.AsArray().Count);
        Assert.NotEqual("", (string)bloc["stage"]!);
        var mail = seen["mail"]!;
        Assert.True((int)mail["waiting"]! > 0);
        Assert.Equal((7, 0), ((int)mail["oldestMinutes"]!, (int)mail["dead"]!));
        Assert.Equal("The mail service refuses the sender (400 DomainNotLinked).", (string)mail["heldBack"]!);
        Assert.Equal(
            "Mail is held back: The mail service refuses the sender (400 DomainNotLinked).",
            (string)health["checks"]!.AsArray().Single(check => (string)check!["name"]! == "mail")!["detail"]!);
    }

    [Fact]
    public async Task A_mail_that_failed_and_one_that_was_given_up_are_counted()
    {
        var scene = new ReminderScene(azurite, issuer);
        await using var app = await scene.BeginAsync();
        await app.RunAsync("SendReminders");
        scene.Transport.Answer = mail => mail.To switch
        {
            _ when mail.To == ReminderScene.AddressOf(ReminderScene.Finance) => new MailOutcome.Refused("The mail server refuses the recipient for good (550)."),
            _ when mail.To == ReminderScene.AddressOf(ReminderScene.Building) => new MailOutcome.Later("The mail server does not take mail for the recipient now (450).", Everybody: false),
            _ => null,
        };
        await app.RunAsync("DeliverMail");

        var mail = (await app.Admin().GetAsync(Path, Cancellation).JsonAsync())["mail"]!;

        Assert.Equal((1, 1, 1), ((int)mail["waiting"]!, (int)mail["retried"]!, (int)mail["dead"]!));
        Assert.Null(mail["heldBack"]);
    }

    [Fact]
    public async Task A_timer_is_overdue_when_the_run_that_should_be_done_by_now_is_not()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-06-16", 0, 45);
        await app.RunAsync("SealAudit");

        app.SetUtc("2026-06-17", 0, 54);
        Assert.False((bool)(await TimerAsync(app, "SealAudit"))["overdue"]!);
        app.SetUtc("2026-06-17", 0, 56);
        Assert.True((bool)(await TimerAsync(app, "SealAudit"))["overdue"]!);
        Assert.Equal(new DateTimeOffset(2026, 6, 18, 0, 40, 0, TimeSpan.Zero), (DateTimeOffset)(await TimerAsync(app, "SealAudit"))["next"]!);
        Assert.True((bool)(await TimerAsync(app, "BackUpTables"))["overdue"]!); // it never ran
    }

    [Fact]
    public async Task The_last_seal_the_last_backup_and_how_many_days_they_are_behind_are_told()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 1);
        app.SetUtc("2026-06-17", 10);
        var before = await app.Admin().GetAsync(Path, Cancellation).JsonAsync();
        await app.RunAsync("SealAudit");
        await app.RunAsync("BackUpTables");
        app.SetUtc("2026-06-18", 10);
        var after = await app.Admin().GetAsync(Path, Cancellation).JsonAsync();

        Assert.Equal((null, 2), ((string?)before["seals"]!["lastDay"], (int)before["seals"]!["daysBehind"]!));
        Assert.Equal((null, 2), ((string?)before["backups"]!["lastDay"], (int)before["backups"]!["daysBehind"]!));
        Assert.Equal(("2026-06-16", 1), ((string?)after["seals"]!["lastDay"], (int)after["seals"]!["daysBehind"]!));
        Assert.Equal(("2026-06-16", 1, 0), ((string?)after["backups"]!["lastDay"], (int)after["backups"]!["daysBehind"]!, (int)after["backups"]!["missing"]!));
    }

    [Fact]
    public async Task What_is_unfinished_is_told_by_kind_and_age()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var intents = app.Services.GetRequiredService<Intents>();
        await intents.AddAsync("staged", Trails.Sheet, "a", Cancellation);
        app.Clock.Now += TimeSpan.FromMinutes(10);
        await intents.AddAsync("staged", Trails.Sheet, "b", Cancellation);
        await intents.AddAsync("notice", Trails.Sheet, "c", Cancellation);
        await intents.AddAsync(EvidenceSeals.Intent, Trails.Sheet, "of a draft", Cancellation);
        app.Clock.Now += TimeSpan.FromMinutes(5);

        var unfinished = (await app.Admin().GetAsync(Path, Cancellation).JsonAsync())["unfinished"]!.AsArray();

        Assert.Equal([("notice", 1, 5L), ("staged", 2, 15L)], unfinished.Select(one => ((string)one!["kind"]!, (int)one["count"]!, (long)one["oldestMinutes"]!)));
    }

    [Fact]
    public async Task Only_the_office_sees_it()
    {
        await using var app = new EmulationApp(azurite, issuer);

        await app.Nobody().GetAsync(Path, Cancellation).ProblemAsync(401);
        await app.Holding("Emulation.Council", "Emulation.Reader").GetAsync(Path, Cancellation).ProblemAsync(403);
        await (await app.OfficerAsync("so-a")).GetAsync(Path, Cancellation).ProblemAsync(403);
    }

    [Theory]
    [InlineData("false", "Scanning for malware is off: every file is offered.")]
    [InlineData("true", "A file is offered once its scan has found nothing.")]
    public async Task Health_says_whether_files_are_scanned_for_malware(string setting, string sentence)
    {
        await using var app = new EmulationApp(azurite, issuer, settings: ("Evidence:MalwareScanning", setting));

        var health = await app.Nobody().GetAsync("/api/health", Cancellation).JsonAsync();

        Assert.Equal("healthy", (string)health["status"]!);
        Assert.Equal(sentence, (string)health["checks"]!.AsArray().Single(check => (string)check!["name"]! == "malware")!["detail"]!);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> TimerAsync(EmulationApp app, string name) =>
        (await app.Admin().GetAsync(Path, Cancellation).JsonAsync())["timers"]!.AsArray().Single(timer => (string)timer!["name"]! == name)!;
}
