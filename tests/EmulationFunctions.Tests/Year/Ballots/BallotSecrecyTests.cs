using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Azure.Monitor.OpenTelemetry.Exporter;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Trail;
using EmulationFunctions.Tests.Platform.Trail;
using EmulationFunctions.Tests.Year.Reports;
using EmulationFunctions.Year.Ballots;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Ballots.BallotsOf;

namespace EmulationFunctions.Tests.Year.Ballots;

/// <summary>
/// The operator whom a secret ballot is held against (docs/decisions/0028): sees storage, logs, traces, backups and sizes before and after every vote, knows who votes when and all the counts, and tries to tell who voted how. Each
/// group votes twice, the second time everybody the other way round.
/// </summary>
public sealed class BallotSecrecyTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly string[] One = ["so-02"];
    private static readonly string[] Two = ["so-02", "so-03"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Has not been seen to its end yet, and is therefore not run with the others: -explicit only.
    [Fact(Explicit = true)]
    public async Task Who_sees_everything_outside_of_the_process_tells_no_vote_in_groups_of_3_to_15()
    {
        var casts = new List<SeenCast>();
        var allowed = 0;
        for (var voters = 3; voters <= 15; voters++)
        {
            var (first, second) = await VoteTwiceAsync(voters);

            // Whichever way a unit voted, it has left the same behind: the same rows of the same lengths, the same records and sizes.
            Assert.Equal(first.Select(cast => cast.Trace.ToString()), second.Select(cast => cast.Trace.ToString()));
            casts.AddRange([.. first, .. second]);
            // Who knows the counts and nothing else says of everybody what most have said.
            allowed += Math.Max(first.Count(cast => cast.IsOne), first.Count(cast => !cast.IsOne)) + Math.Max(second.Count(cast => cast.IsOne), second.Count(cast => !cast.IsOne));
        }

        // What is encrypted, times, ETags and durations differ with every vote. Somebody who knows half of all votes looks for whatever tells them apart, and is tried on the others.
        var (right, tried) = Guess(casts, cast => cast.Figures);
        var chance = (double)allowed / casts.Count;
        Assert.True(right <= (chance * tried) + (4.5 * Math.Sqrt(tried) / 2), $"Of {tried} votes {right} were told; the counts alone allow {chance * tried:0.0}.");
        // The same guesser misses no vote whose size is not filled up: it would have seen what there is to see.
        var (seen, all) = Guess(casts, cast => [.. cast.Figures, cast.SizeWithoutPadding]);
        Assert.Equal(all, seen);
    }

    [Fact]
    public async Task Nothing_of_a_vote_is_in_the_trail_in_a_backup_or_in_storage_once_it_is_counted()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(4);
        using var head = await app.OfficerAsync("so-01");
        var keys = await head.OpensAsync(Opening(beside: ""","until":"2026-12-25" """));
        await app.VotesAsync("so-01", One);
        await app.VotesAsync("so-02", Two);

        // The night comes while the ballot is open.
        app.SetUtc("2026-12-21", 2);
        await app.RunAsync("SealAudit");
        await app.RunAsync("BackUpTables");
        Assert.Empty(await LeftAsync(app, "2026-12-20"));
        app.SetDay("2026-12-21");
        await app.VotesAsync("so-03", Two);
        await app.VotesAsync("so-04", Two);
        await head.ClosesAsync(keys);
        app.SetUtc("2026-12-22", 2);
        await app.RunAsync("BackUpTables");

        Assert.Empty(await LeftAsync(app, "2026-12-21"));
        Assert.True((bool)(await app.VerifyAsync(Where))["holds"]!);
        Assert.Equal(["OpenBallot", "CloseBallot"], (await app.TrailAsync()).Select(entry => entry.Action).Where(action => action != "NameVoter"));
    }

    [Fact]
    public async Task A_keeper_who_joins_the_operator_tells_no_vote_with_one_key()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(5);
        using var head = await app.OfficerAsync("so-01");
        var keys = await head.OpensAsync(Opening());
        using var first = OpeningKey.Parse(keys[0])!;
        using var second = OpeningKey.Parse(keys[1])!;
        var known = new HashSet<string>();
        foreach (var unit in Units(5))
        {
            await app.VotesAsync(unit, unit == "so-01" ? One : Two);
            var box = BallotRows.ReadBox((await app.Tables.GetTable(BallotTable.Table).FindAsync(Where.Partition, BallotRows.BoxKey(Key), Cancellation))!);

            Assert.All(box.Envelopes, envelope => Assert.ThrowsAny<CryptographicException>(() => first.Open(envelope)));
            // The outer envelope opens; the one in it does not, and is none that was ever seen: nobody can say which is new.
            var within = box.Envelopes.Select(second.Open).ToList();
            Assert.All(within, envelope => Assert.ThrowsAny<CryptographicException>(() => second.Open(envelope)));
            Assert.All(within, envelope => Assert.True(known.Add(Convert.ToHexString(envelope))));
            Assert.All(box.Envelopes, envelope => Assert.True(known.Add(Convert.ToHexString(envelope))));
        }
    }

    /// <summary>What is not protected from, and is written down in docs/decisions/0028: whoever could count the box at the end could have counted it after each vote.</summary>
    [Fact]
    public void Both_keys_with_the_boxes_of_two_moments_do_tell_the_vote_between()
    {
        string[] choices = ["a", "b"];
        using var first = OpeningKey.Draw();
        using var second = OpeningKey.Draw();
        var before = SecretBox.Empty(first.Public, second.Public, 3).With(0, VoteBytes.Of(new(["a"], false), choices));
        var after = before.With(1, VoteBytes.Of(new(["b"], false), choices));

        var between = after.Open(first, second).Select(Convert.ToHexString).Except(before.Open(first, second).Select(Convert.ToHexString));

        Assert.Equal(["b"], VoteBytes.Read(Convert.FromHexString(Assert.Single(between)), choices).Choices);
    }

    /// <summary>Half of the group for one, half for two, by lot; then everybody the other way round in another ballot.</summary>
    private async Task<(IReadOnlyList<SeenCast> First, IReadOnlyList<SeenCast> Second)> VoteTwiceAsync(int voters)
    {
        var (log, sent) = (new OperatorsLog(), new SentTelemetry());
        await using var app = new EmulationApp(azurite, issuer, services: services =>
            {
                log.Collect(services);
                sent.Take(services);
                // Everything is told, and not so much a second: else what is left out hangs on the clock.
                services.PostConfigure<AzureMonitorExporterOptions>(exporter => (exporter.SamplingRatio, exporter.TracesPerSecond) = (1, null));
            }, settings: sent.Setting);
        await app.HasVotersAsync(voters);
        var view = new OperatorsView(app, log, sent);
        using var head = await app.OfficerAsync("so-01");
        var lot = Enumerable.Range(0, voters).Select(index => index < (voters + 1) / 2).ToArray();
        Random.Shared.Shuffle(lot);
        // What is only done once in a process is done before anybody looks.
        await VoteAsync(app, view, head, "thu-phieu", lot[..3]);
        return (await VoteAsync(app, view, head, "suy-ton-a", lot), await VoteAsync(app, view, head, "suy-ton-b", [.. lot.Select(one => !one)]));
    }

    private static async Task<IReadOnlyList<SeenCast>> VoteAsync(EmulationApp app, OperatorsView view, HttpClient head, string ballot, bool[] isOne)
    {
        var keys = await head.OpensAsync(Opening(), $"{All}/{ballot}");
        var units = Units(isOne.Length);
        foreach (var unit in units)
        {
            using var officer = await app.OfficerAsync(unit);
            await officer.DoneAsync(ReportsOf.Put($"{All}/{ballot}/voters/{unit}", "{}"));
        }

        var casts = new List<SeenCast>();
        var before = await view.LookAsync();
        foreach (var (index, unit) in units.Index())
        {
            using var officer = await app.OfficerAsync(unit);
            using var request = Cast(unit, isOne[index] ? One : Two);
            request.RequestUri = new($"{All}/{ballot}/votes/{unit}", UriKind.Relative);
            var length = request.Content!.Headers.ContentLength!.Value;
            var begun = Stopwatch.GetTimestamp();
            using var answer = await officer.SendAsync(request, Cancellation);
            var took = Stopwatch.GetElapsedTime(begun);
            Assert.True(answer.IsSuccessStatusCode);
            var after = await view.LookAsync(before);
            var trace = OperatorsView.Between(before, after, ballot, length, (await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length, answer.Headers.Count());
            casts.Add(new(isOne[index], trace, Figures(after, ballot, index, took, trace.Calls), Encoding.UTF8.GetByteCount(BallotsOf.Json(isOne[index] ? One : Two))));
            before = after;
        }

        await head.SendAsync(ReportsOf.Post($"{All}/{ballot}/closing", $$"""{"keys":{{BallotsOf.Json(keys)}},"reason":"Hết giờ."}"""), Cancellation).JsonAsync();
        return casts;
    }

    /// <summary>All numbers that differ with each vote: bytes of the envelopes where they lie, of the ETag and of storage's time, how long it took and how often storage was called.</summary>
    private static double[] Figures(Seen after, string ballot, int index, TimeSpan took, StorageCallCounts calls)
    {
        var row = after.Rows[$"{BallotTable.Table} {Where.Partition} {BallotRows.BoxKey(ballot)}"];
        var envelopes = BallotRows.ReadBox(row).Envelopes;
        Assert.Single(envelopes.Select(envelope => envelope.Length).Distinct());
        return
        [
            index,
            took.TotalMilliseconds,
            calls.Tables,
            row.Timestamp!.Value.Millisecond,
            .. SHA256.HashData(Encoding.UTF8.GetBytes(row.ETag.ToString())).Take(4).Select(one => (double)one),
            .. envelopes[0].Take(64).Select(one => (double)one),
            .. envelopes[^1].Take(64).Select(one => (double)one),
            .. envelopes[^1].TakeLast(32).Select(one => (double)one),
            envelopes.Sum(envelope => envelope.Sum(one => (double)one)),
        ];
    }

    /// <summary>Learns from every other vote which figure, above or below which bound, tells votes apart best, and says so of the rest.</summary>
    private static (int Right, int Tried) Guess(IReadOnlyList<SeenCast> casts, Func<SeenCast, double[]> figures)
    {
        var (known, asked) = (casts.Where((_, index) => index % 2 == 0).ToList(), casts.Where((_, index) => index % 2 == 1).ToList());
        var best = (Right: -1, Figure: 0, Bound: 0d, IsAbove: false);
        for (var figure = 0; figure < figures(casts[0]).Length; figure++)
        {
            foreach (var bound in known.Select(cast => figures(cast)[figure]).Distinct())
            {
                var above = known.Count(cast => figures(cast)[figure] > bound == cast.IsOne);
                best = above > best.Right ? (above, figure, bound, true) : best;
                best = known.Count - above > best.Right ? (known.Count - above, figure, bound, false) : best;
            }
        }

        return (asked.Count(cast => figures(cast)[best.Figure] > best.Bound == best.IsAbove == cast.IsOne), asked.Count);
    }

    /// <summary>Of a day's backup all that could hold a vote.</summary>
    private static async Task<IEnumerable<string>> LeftAsync(EmulationApp app, string day)
    {
        var backups = app.Services.GetRequiredService<BackupStore>();
        var manifest = (await backups.FindManifestAsync(DateOnly.Parse(day, null), Cancellation))!;
        var partition = manifest.Partitions.Single(one => one.Address == Where);
        var rows = (await backups.ReadAsync(partition, Cancellation)).Rows;
        Assert.Contains(rows, row => row.RowKey == PartitionHead.Key);
        return rows.Where(row => row.RowKey.EndsWith(BallotRows.BoxEnding, StringComparison.Ordinal) || row.Any(property => property.Value is byte[])).Select(row => row.RowKey);
    }

    private sealed record SeenCast(bool IsOne, Trace Trace, double[] Figures, double SizeWithoutPadding);
}
