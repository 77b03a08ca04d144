using System.Collections.Concurrent;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Tests.Platform.Mail;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmulationFunctions.Tests.Office.Reminders;

/// <summary>
/// The year 2026 of a bloc of three, led by the first; each unit has one address. Self-scoring ends on 10 December. Programs started from one
/// scene share its storage account, its way for mail to leave, and who has submitted.
/// </summary>
internal sealed class ReminderScene(AzuriteFixture azurite, IssuerFixture issuer)
{
    public const string Bloc = "khoi-kinh-te";
    public const string Head = "so-noi-vu";
    public const string Finance = "so-tai-chinh";
    public const string Building = "so-xay-dung";

    private string? _account;

    public RecordingTransport Transport { get; init; } = new();

    public RecordCollector Records { get; } = new();

    public ConcurrentDictionary<string, bool> Submitted { get; } = new();

    public static string AddressOf(string unit) => $"thidua@{unit}.example.vn";

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Another process on the same data.</summary>
    public EmulationApp Start(params (string Name, string? Value)[] settings)
    {
        var app = new EmulationApp(
            azurite,
            issuer,
            _account,
            services =>
            {
                Records.Collect(services);
                services.RemoveAll<IMailTransport>();
                services.AddSingleton<IMailTransport>(Transport);
                services.RemoveAll<SubmittedUnits>();
                services.AddSingleton<SubmittedUnits>((_, _, _, members, _) =>
                    Task.FromResult<IReadOnlySet<string>>(members.Where(Submitted.ContainsKey).ToHashSet()));
            },
            [("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:StartTls", "false"), .. settings]);
        _account = app.Account;
        return app;
    }

    public async Task<EmulationApp> BeginAsync(params (string Name, string? Value)[] settings)
    {
        var app = Start(settings);
        await app.HasBlocAsync(Bloc, Head, Finance, Building);
        await app.HasTermAsync(new(Bloc, 2026, Head, null, null, false, false, 0));
        foreach (var unit in new[] { Head, Finance, Building })
        {
            await HasContactsAsync(app, unit, AddressOf(unit));
        }

        using var admin = app.Admin();
        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Bloc)).JsonAsync();
        app.SetDay("2026-12-09", 8);
        return app;
    }

    public static Task HasContactsAsync(EmulationApp app, string unit, params string[] contacts) => app.ChangeRosterAsync(change =>
        change.Put(RosterRows.Row(new Unit(unit, $"Đơn vị {unit}", UnitKind.Department, [], false, contacts, false, 0))));

    public static async Task<List<OutboxMail>> MailsAsync(EmulationApp app, string day)
    {
        var (mails, next) = await app.Services.GetRequiredService<OutboxTable>().ListAsync(DateOnly.Parse(day, null), null, null, 1000, Stop);
        Assert.Null(next);
        return mails;
    }

    public static Task<List<OpenMail>> OpenAsync(EmulationApp app) => app.Services.GetRequiredService<OutboxTable>().ListOpenAsync(Stop);

    /// <summary>As if no mail had ever been made.</summary>
    public static async Task ClearAsync(EmulationApp app)
    {
        var table = app.Tables.GetTable(OutboxTable.Table);
        await foreach (var row in table.QueryAsync(null, null, [], Stop))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, Azure.ETag.All, Stop);
        }
    }

    /// <summary>Changes a unit's sheet as a return by the head does.</summary>
    public static Task ReturnSheetAsync(EmulationApp app, string unit, string reason)
    {
        var address = new PartitionAddress("Sheets", $"2026-nam|{Bloc}|{unit}");
        return app.Services.GetRequiredService<PartitionStore>().ChangeAsync(address, KeyRange.Prefix("sheet|"), Actor.System, (_, change) =>
        {
            change.Put(new SheetHead(SheetState.Returned, "bang-diem", 1, ReturnReason: reason).ToEntity(address.Partition));
            change.Notify(NoticeKind.SheetReturned, unit, $"2026 nam {Bloc} {unit}", reason);
            change.Audit = new("ReturnSheet", unit, reason);
            return Task.FromResult(0);
        }, Stop);
    }

    /// <summary>Runs a timer in a process that is killed after the k-th call of storage. False when it lived to the end.</summary>
    public static async Task<bool> DiesAsync(EmulationApp app, string timer, int after)
    {
        app.Faults.Reset(after);
        try
        {
            await app.RunAsync(timer);
        }
        catch (Exception) when (app.Faults.HasDied || app.Faults.Calls == after)
        {
        }

        var died = app.Faults.HasDied || app.Faults.Calls == after;
        app.Faults.Reset();
        return died;
    }
}
