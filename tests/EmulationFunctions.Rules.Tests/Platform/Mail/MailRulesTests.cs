using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Calendar;
using FsCheck.Fluent;

namespace EmulationFunctions.Rules.Tests.Platform.Mail;

/// <summary>Keys, order, budget and back-off: the rules of delivery that need no transport.</summary>
public sealed class MailRulesTests
{
    private static readonly DateOnly Today = new(2026, 12, 7);
    private static readonly DateTimeOffset Noon = new(2026, 12, 7, 5, 0, 0, TimeSpan.Zero);
    private static readonly DueStage SelfScore = new(2026, StageKind.SelfScore, null, "khoi-1");

    [Fact]
    public void A_mail_has_the_same_key_whenever_it_is_made_and_no_address_in_it()
    {
        var key = MailKey.Digest(Today, "so-tai-chinh", "ThiDua@example.vn");

        Assert.Equal(key, MailKey.Digest(Today, "so-tai-chinh", " thidua@EXAMPLE.vn"));
        Assert.Equal("2026-12-07", key.Partition);
        Assert.Matches("^digest\\|so-tai-chinh\\|[0-9a-f]{16}$", key.Row);
        Assert.Matches("^TD-[0-9A-F]{8}$", key.Reference);
        Assert.Equal("973dfe463ec85785", MailKey.Mark("test@example.com")); // the known SHA-256 of this address
    }

    [Fact]
    public void Another_day_unit_or_address_is_another_mail()
    {
        MailKey[] keys =
        [
            MailKey.Digest(Today, "so-tai-chinh", "a@example.vn"),
            MailKey.Digest(Today.AddDays(1), "so-tai-chinh", "a@example.vn"),
            MailKey.Digest(Today, "so-noi-vu", "a@example.vn"),
            MailKey.Digest(Today, "so-tai-chinh", "b@example.vn"),
        ];

        Assert.Equal(keys.Length, keys.Select(key => key.Reference).Distinct().Count());
        Assert.Equal(keys.Length * 3, keys.SelectMany(key => new[] { key.Attempt(1), key.Attempt(2), key.Attempt(3) }).Distinct().Count());
        Assert.Equal(keys[0].Attempt(2), (keys[0] with { }).Attempt(2));
        Assert.Equal(8, keys[0].Attempt(1).Version);
    }

    [Fact]
    public void The_address_is_looked_up_when_the_mail_is_sent()
    {
        var key = MailKey.Digest(Today, "so-tai-chinh", "a@example.vn");

        Assert.Equal("A@example.vn", key.AddressIn(["b@example.vn", "A@example.vn"]));
        Assert.Null(key.AddressIn(["b@example.vn"])); // the unit no longer has it
    }

    [Theory]
    [InlineData("thidua@example.vn", true)]
    [InlineData("thidua@sở.vn", true)]                 // a server is given such a domain in its ASCII form
    [InlineData("thi.đua@example.vn", false)]          // such a name it is not
    [InlineData("Sở <thidua@example.vn>", false)]
    [InlineData("a@example.vn, b@example.vn", false)]
    [InlineData("a@example.vn\r\nRCPT TO:<b@example.vn>", false)]
    [InlineData("example.vn", false)]
    [InlineData("", false)]
    public void Only_one_bare_address_can_be_reached(string address, bool reachable) =>
        Assert.Equal(reachable, ComposedMail.CanReach(address));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 9)]
    [InlineData(6, 243)]
    [InlineData(7, 360)]
    [InlineData(1000, 360)]
    public void The_wait_grows_threefold_up_to_six_hours_and_is_spread_by_a_fifth(int attempts, int minutes)
    {
        var least = TimeSpan.FromMinutes(minutes);

        Assert.Equal(least, Backoff.After(attempts, spread: 0, asked: null));
        Assert.InRange(Backoff.After(attempts, spread: 99, asked: null), least + TimeSpan.FromSeconds(1), least * 1.2);
    }

    [Fact]
    public void A_server_that_asks_for_more_time_gets_it()
    {
        Assert.Equal(TimeSpan.FromHours(7), Backoff.After(1, 0, TimeSpan.FromHours(7)));
        Assert.Equal(TimeSpan.FromMinutes(9), Backoff.After(3, 0, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void A_mail_is_given_up_after_its_last_attempt(int attempts, bool up) => Assert.Equal(up, Backoff.GivesUp(attempts, mostAttempts: 8));

    [Fact]
    public void What_is_due_now_goes_before_what_is_late_and_what_is_late_before_what_is_far()
    {
        MailPlace[] ordered =
        [
            new(MailUrgency.Notice, Today, Noon, "z"),
            new(MailUrgency.DueNow, Today, Noon, "a"),
            new(MailUrgency.DueNow, Today.AddDays(1), Noon.AddHours(-1), "a"),
            new(MailUrgency.DueNow, Today.AddDays(1), Noon, "a"),
            new(MailUrgency.DueNow, Today.AddDays(1), Noon, "b"),
            new(MailUrgency.Late, Today.AddDays(-1), Noon, "a"),
            new(MailUrgency.Soon, Today.AddDays(3), Noon, "a"),
            new(MailUrgency.Overview, Today, Noon, "a"),
        ];

        Assert.Equal(ordered, ordered.Reverse().Order());
    }

    [Theory]
    [InlineData(MailUrgency.DueNow, -1, 1, 7)]
    [InlineData(MailUrgency.DueNow, 0)]
    [InlineData(MailUrgency.Late, -1, 7)]
    [InlineData(MailUrgency.Soon, 3)]
    [InlineData(MailUrgency.Overview)]
    public void A_digest_is_as_urgent_as_its_most_urgent_matter(object urgency, params int[] daysLeft) =>
        Assert.Equal(
            (MailUrgency)urgency,
            DigestUrgency.Of(new("so-1", [.. daysLeft.Select(days => new OwnDue(SelfScore, Today.AddDays(days)))], []), Today));

    [Fact]
    public void No_minute_and_no_hour_ever_gets_more_mails_than_the_budget() =>
        Prop.ForAll(
            Gen.ListOf(from wait in Gen.Choose(0, 200) from wanted in Gen.Choose(0, 9) select (wait, wanted)).ToArbitrary(),
            calls =>
            {
                var budget = new RateBudget(PerMinute: 5, PerHour: 20);
                var (ledger, now, sent) = (SendLedger.Empty, Noon, new List<DateTimeOffset>());
                foreach (var (wait, wanted) in calls)
                {
                    now = now.AddSeconds(wait);
                    (var granted, ledger) = budget.Take(SendLedger.Parse(ledger.ToString()), now, wanted);
                    sent.AddRange(Enumerable.Repeat(now, granted));
                }

                return sent.All(at => Within(sent, at, TimeSpan.FromMinutes(1)) <= 5 && Within(sent, at, TimeSpan.FromHours(1)) <= 20);
            }).Holds(300);

    [Fact]
    public void A_budget_is_given_out_in_full_and_comes_back_with_time()
    {
        var budget = new RateBudget(PerMinute: 5, PerHour: 12);

        var (first, ledger) = budget.Take(SendLedger.Empty, Noon, 9);
        var (none, _) = budget.Take(ledger, Noon.AddSeconds(30), 9);
        (var second, ledger) = budget.Take(ledger, Noon.AddSeconds(66), 9);
        (var third, ledger) = budget.Take(ledger, Noon.AddSeconds(132), 9);
        var (fourth, _) = budget.Take(ledger, Noon.AddMinutes(62), 9);

        Assert.Equal((5, 0, 5, 2, 5), (first, none, second, third, fourth));
        Assert.Equal("2026-12-07T05:00:00Z=5;2026-12-07T05:01:05Z=5;2026-12-07T05:02:10Z=2", ledger.ToString());
    }

    private static int Within(List<DateTimeOffset> sent, DateTimeOffset from, TimeSpan length) => sent.Count(at => from <= at && at < from + length);
}
