using EmulationFunctions.Common;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Office.Reminders.ReminderScene;

namespace EmulationFunctions.Tests.Office.Reminders;

/// <summary>In the stage of cross-scoring, until 15 December, units are reminded of those whom they still have to score.</summary>
public sealed class CrossScoringReminderTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly BlocInPeriod Id = new(2026, "nam", Bloc);

    private readonly ReminderScene _scene = new(azurite, issuer);

    [Fact]
    public async Task Who_still_has_to_score_others_is_reminded_and_the_head_sees_who()
    {
        await using var app = await BeginAsync(new(Finance, Building), new(Building, Finance), new(Building, Head));
        await GivenAsync(app, Building, Finance, isSubmitted: true);
        await GivenAsync(app, Building, Head, isSubmitted: false); // a draft is not enough

        await RemindAsync(app);

        var mail = _scene.Transport.To(AddressOf(Finance));
        Assert.EndsWith("Nhắc hạn thi đua: chấm điểm chéo năm 2026 còn 1 ngày", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("- Chấm điểm chéo năm 2026 (Khối khoi-kinh-te): hạn hết ngày 15/12/2026, còn 1 ngày.", mail.PlainText, StringComparison.Ordinal);
        Assert.NotNull(_scene.Transport.To(AddressOf(Building)));
        var head = _scene.Transport.To(AddressOf(Head));
        Assert.EndsWith("Khối khoi-kinh-te: 2 đơn vị chưa xong chấm điểm chéo năm 2026", head.Subject, StringComparison.Ordinal);
        Assert.Contains("0/2 đơn vị đã hoàn thành", head.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_scored_all_or_cannot_score_yet_is_not_reminded()
    {
        await using var app = await BeginAsync(new(Finance, Building), new(Building, Finance), new(Building, Head));
        _scene.Submitted.TryRemove(Building, out _); // so Finance cannot score it
        await GivenAsync(app, Building, Finance, isSubmitted: true);
        await GivenAsync(app, Building, Head, isSubmitted: true);

        await RemindAsync(app);

        Assert.NotEmpty(_scene.Transport.Out); // of the sheet that is late
        Assert.All(_scene.Transport.Out, mail => Assert.DoesNotContain("điểm chéo", mail.PlainText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scores_that_are_submitted_before_the_mail_goes_out_need_none()
    {
        await using var app = await BeginAsync(new CrossPair(Finance, Building));
        await app.RunAsync("SendReminders");
        await GivenAsync(app, Finance, Building, isSubmitted: true);

        await app.RunAsync("DeliverMail");

        Assert.Empty(_scene.Transport.Out);
        Assert.All(await MailsAsync(app, "2026-12-14"), mail => Assert.Equal(MailState.Unneeded, mail.State));
    }

    [Fact]
    public async Task Before_the_stage_opens_without_a_panel_and_once_the_standings_rest_on_it_nobody_is_reminded()
    {
        await using var app = await BeginAsync();
        await RemindAsync(app);
        await PanelAsync(app, new CrossPair(Finance, Building));
        app.SetDay("2026-12-10", 8);
        await ClearAsync(app);
        await RemindAsync(app);
        app.SetDay("2026-12-14", 8);
        await ClearAsync(app);
        await ChangeAsync(app, change => change.Put(new(Id.Address.Partition, BlocKeys.Summary)));
        await RemindAsync(app);

        Assert.Empty(_scene.Transport.Out);
    }

    /// <summary>All have handed in their own sheets, and it is the day before the last.</summary>
    private async Task<EmulationApp> BeginAsync(params CrossPair[] pairs)
    {
        var app = await _scene.BeginAsync();
        _scene.Submitted[Head] = _scene.Submitted[Finance] = _scene.Submitted[Building] = true;
        await PanelAsync(app, pairs);
        app.SetDay("2026-12-14", 8);
        return app;
    }

    private static async Task RemindAsync(EmulationApp app)
    {
        await app.RunAsync("SendReminders");
        await app.RunAsync("DeliverMail");
    }

    private static Task PanelAsync(EmulationApp app, params CrossPair[] pairs) => pairs.Length == 0
        ? Task.CompletedTask
        : ChangeAsync(app, change => Array.ForEach(pairs, pair => change.Put(BlocRows.Row(Id.Address.Partition, pair))));

    private static Task GivenAsync(EmulationApp app, string scorer, string unit, bool isSubmitted) => ChangeAsync(app, change => change.Put(BlocRows.Row(
        Id.Address.Partition, new PeerScores(unit, scorer, new Dictionary<string, Points>(), null, isSubmitted ? DateTimeOffset.UnixEpoch.AddYears(56) : null, 0))));

    private static Task ChangeAsync(EmulationApp app, Action<PartitionChange> fill) =>
        app.Services.GetRequiredService<PartitionStore>().ChangeAsync(Id.Address, BlocKeys.Record, Actor.System, (_, change) =>
        {
            fill(change);
            change.Audit = new("Test", Bloc);
            return Task.FromResult(0);
        }, Stop);
}
