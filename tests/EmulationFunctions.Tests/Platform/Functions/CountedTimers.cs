using System.Globalization;
using System.Text;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Platform.Mail;
using EmulationFunctions.Tests.Province.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>What each timer's run takes in a province of so many blocs of so many units, on the last day of self-scoring, when all have begun and none has submitted.</summary>
internal sealed class CountedTimers(EmulationApp app, int blocs, int units)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public SortedDictionary<string, StorageCallCounts> Counts { get; } = new(StringComparer.Ordinal);

    private IEnumerable<string> Blocs => Enumerable.Range(1, blocs).Select(bloc => $"khoi-{bloc}");

    private IEnumerable<(string Bloc, string Unit)> Members => Blocs.SelectMany(bloc => Enumerable.Range(1, units).Select(unit => (bloc, $"{bloc}-don-vi-{unit}")));

    /// <summary>A program whose mails go nowhere.</summary>
    public static EmulationApp Start(AzuriteFixture azurite, IssuerFixture issuer) => new(
        azurite,
        issuer,
        services: services =>
        {
            services.RemoveAll<IMailTransport>();
            services.AddSingleton<IMailTransport>(new RecordingTransport());
        },
        settings: [("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:StartTls", "false")]);

    public async Task RunAsync()
    {
        app.SetDay("2026-11-09");
        await SetUpAsync();
        app.SetDay("2026-11-10");
        await CountAsync("SendReminders");
        await CountAsync("SendReminders", ", before self-scoring");
        // What came before is sealed and kept, so that the night that is counted has one day.
        app.SetDay("2026-12-09");
        await NightAsync(", nothing changed");
        foreach (var (bloc, unit) in Members)
        {
            using var officer = await app.OfficerAsync(unit);
            using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/cycles/2026/periods/nam/blocs/{bloc}/sheets/{unit}/scores")
            {
                Content = EmulationApp.Json("""{"scores":[{"criterion":"I","points":9}]}"""),
            };
            await officer.SendAsync(request, Cancellation).JsonAsync();
        }

        app.SetDay("2026-12-10");
        await NightAsync(", each unit's sheet and the officers changed");
        await CountAsync("StartAnnualCycle");
        await CountAsync("StartAnnualCycle");
        // The first run of the day moves the stages.
        await CountAsync("AdvanceStages");
        await CountAsync("AdvanceStages");
        await CountAsync("SendReminders", ", mails to make");
        await CountAsync("SendReminders");
        await CountAsync("DeliverMail", ", mails to send");
        await CountAsync("DeliverMail");
        await ReturnAsync();
        await CountAsync("DeliverMail", ", a notice to send");
        using var office = app.Admin();
        for (var time = 0; time < 2; time++)
        {
            await CountAsync("GetOperations", "", () => office.GetAsync("/api/admin/operations", Cancellation).JsonAsync());
        }

        app.SetDay("2026-12-11");
        await NightAsync(", nothing changed");
        app.SetDay("2026-12-12");
        await NightAsync(", nothing changed");
    }

    /// <summary>One sheet is handed in and comes back: its unit is told.</summary>
    private async Task ReturnAsync()
    {
        var (bloc, unit) = Members.First();
        var sheet = $"/api/cycles/2026/periods/nam/blocs/{bloc}/sheets/{unit}";
        using var office = app.Admin();
        using var officer = await app.OfficerAsync(unit);
        using var read = await officer.GetAsync(sheet, Cancellation);
        using var submitted = await officer.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{sheet}/submission").With(read.Headers.ETag!), Cancellation);
        using var returned = new HttpRequestMessage(HttpMethod.Post, $"{sheet}/return") { Content = EmulationApp.Json("""{"reason":"Đề nghị bổ sung."}""") };
        await office.SendAsync(returned.With(submitted.Headers.ETag!), Cancellation).JsonAsync();
    }

    private async Task SetUpAsync()
    {
        using var office = app.Admin();
        var scheme = SchemeSamples.Of(SchemeSamples.Direct("I", null, 10));
        await office.PutAsync("/api/schemes/bang-diem", EmulationApp.Json(scheme.ToJson()), Cancellation).JsonAsync();
        var roster = new StringBuilder("unit,name,kind,contacts,bloc,blocName,from\n");
        foreach (var (bloc, unit) in Members)
        {
            roster.Append(CultureInfo.InvariantCulture, $"{unit},Đơn vị {unit},department,{unit}@tinh.example,{bloc},Khối {bloc},2015-01-01\n");
        }

        using var csv = new StringContent(roster.ToString(), Encoding.UTF8, "text/csv");
        await office.PostAsync("/api/roster/import", csv, Cancellation).JsonAsync();
        var year = CycleBodyOf.Template([.. Blocs]);
        for (var bloc = 0; bloc < blocs; bloc++)
        {
            year.Scored(bloc, "bang-diem", 1);
        }

        await office.PutCycleAsync(2026, year).JsonAsync();
    }

    private async Task NightAsync(string more = "")
    {
        await CountAsync("SealAudit", more);
        await CountAsync("BackUpTables", more);
    }

    private Task CountAsync(string timer, string more = "") => CountAsync(timer, more, () => app.Host.RunTimerAsync(timer, cancellationToken: Cancellation));

    private async Task CountAsync(string what, string more, Func<Task> work)
    {
        // No timer comes back within the time for which what is remembered is not looked at.
        app.Clock.Now += PartitionMemory.LongestTrust;
        var before = app.Calls.Counts;
        await work();
        Counts[$"{what}, {blocs} × {units} units{more}"] = app.Calls.Counts - before;
    }
}
