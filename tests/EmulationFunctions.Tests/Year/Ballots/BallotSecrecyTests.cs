using System.Diagnostics;
using System.Text;
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

    [Fact]
    public async Task Who_sees_everything_outside_of_the_process_tells_no_vote_in_groups_of_3_to_15()
    {
        var (log, sent) = (new OperatorsLog(), new SentTelemetry());
        await using var app = new EmulationApp(azurite, issuer, services: services =>
            {
                log.Collect(services);
                sent.Take(services);
            }, settings: sent.Setting);
        await app.HasVotersAsync(3);
        using var office = app.Admin();
        using var head = await app.OfficerAsync("so-01");
        var view = new OperatorsView(app, log, sent);
        // What is only done once in a process is done before anybody looks.
        var officers = new List<HttpClient> { head, await app.OfficerAsync("so-02"), await app.OfficerAsync("so-03") };
        await VoteAsync(view, officers, new(app, "thu-phieu"), [true, true, false]);
        var casts = new List<SeenCast>();
        var allowed = 0;
        for (var voters = 3; voters <= 15; voters++)
        {
            if (voters > 3)
            {
                await office.JoinsAsync(Units(voters)[^1]);
                officers.Add(await app.OfficerAsync(Units(voters)[^1]));
            }

            // Half of the group for one, half for two, by lot; then everybody the other way round in another ballot.
            var lot = Enumerable.Range(0, voters).Select(index => index < (voters + 1) / 2).ToArray();
            Random.Shared.Shuffle(lot);
            var first = await VoteAsync(view, officers, new(app, FormattableString.Invariant($"suy-ton-a-{voters}")), lot);
            var second = await VoteAsync(view, officers, new(app, FormattableString.Invariant($"suy-ton-b-{voters}")), [.. lot.Select(one => !one)]);

            // Whichever way a unit voted, it has left the same behind: the same rows of the same lengths, the same calls, records and sizes.
            Assert.Equal(first.Select(cast => cast.Trace.ToString()), second.Select(cast => cast.Trace.ToString()));
            casts.AddRange([.. first, .. second]);
            // Who knows the counts and nothing else says of everybody what most have said.
            allowed += Math.Max(first.Count(cast => cast.IsOne), first.Count(cast => !cast.IsOne)) + Math.Max(second.Count(cast => cast.IsOne), second.Count(cast => !cast.IsOne));
        }

        // What is encrypted, times, ETags, durations, ids and numbers in records differ with every vote. Somebody who knows half of all votes looks for whatever tells them apart, and is tried on the others.
        Assert.Single(casts.Select(cast => cast.Figures.Length).Distinct());
        var (right, tried) = Guess([.. casts.Select(cast => (cast.Voter, cast.IsOne, cast.Figures))]);
        var chance = (double)allowed / casts.Count;
        Assert.True(right <= (chance * tried) + (4 * Math.Sqrt(tried) / 2), $"Of {tried} votes {right} were told; the counts alone allow {chance * tried:0.0}.");
        // The same guesser misses no vote whose size is not filled up: it would have seen what there is to see.
        var (seen, all) = Guess([.. casts.Select(cast => (cast.Voter, cast.IsOne, (double[])[.. cast.Figures, cast.SizeWithoutPadding]))]);
        Assert.Equal(all, seen);
    }

    [Fact]
    public async Task Nothing_of_a_vote_is_in_the_trail_in_a_backup_or_in_storage_once_it_is_counted()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(4);
        var ballot = new HeldBallot(app);
        using var head = await app.OfficerAsync("so-01");
        var keys = await ballot.OpensAsync(head, Opening(beside: ""","until":"2026-12-25" """));
        await ballot.VotesAsync("so-01", One);
        await ballot.VotesAsync("so-02", Two);

        // The night comes while the ballot is open.
        app.SetUtc("2026-12-21", 2);
        await app.RunAsync("SealAudit");
        await app.RunAsync("BackUpTables");
        Assert.Empty(await LeftAsync(app, "2026-12-20"));
        app.SetDay("2026-12-21");
        await ballot.VotesAsync("so-03", Two);
        await ballot.VotesAsync("so-04", Two);
        await ballot.ClosesAsync(head, keys);
        app.SetUtc("2026-12-22", 2);
        await app.RunAsync("BackUpTables");

        Assert.Empty(await LeftAsync(app, "2026-12-21"));
        Assert.True((bool)(await app.VerifyAsync(Where))["holds"]!);
        Assert.Equal(["OpenBallot", "CloseBallot"], (await ballot.TrailAsync()).Select(entry => entry.Action));
    }

    private static async Task<IReadOnlyList<SeenCast>> VoteAsync(OperatorsView view, IReadOnlyList<HttpClient> officers, HeldBallot ballot, bool[] isOne)
    {
        var (keys, units) = (await ballot.OpensAsync(officers[0], Opening()), Units(officers.Count));
        foreach (var (index, officer) in officers.Index())
        {
            await officer.DoneAsync(ReportsOf.Put($"{ballot.At}/voters/{units[index]}", "{}"));
        }

        var casts = new List<SeenCast>();
        await view.BeginAsync();
        foreach (var (index, officer) in officers.Index())
        {
            var choices = isOne[index] ? One : Two;
            using var request = ballot.Cast(units[index], choices);
            Assert.Equal(CastBody.Bytes, request.Content!.Headers.ContentLength);
            var begun = Stopwatch.GetTimestamp();
            using var answer = await officer.SendAsync(request, Cancellation);
            var took = Stopwatch.GetElapsedTime(begun);
            Assert.True(answer.IsSuccessStatusCode);
            var trace = await view.LeftAsync("CastBallot", ballot.Id, answer);
            casts.Add(new(index, isOne[index], trace, [index, took.TotalMilliseconds, .. trace.Figures, .. OfBox(trace)], Encoding.UTF8.GetByteCount(BallotsOf.Json(choices))));
        }

        await view.EndAsync();
        await ballot.ClosesAsync(officers[0], keys);
        return casts;
    }

    /// <summary>The one row that a vote writes: bytes of the envelopes where they lie.</summary>
    private static double[] OfBox(Trace trace)
    {
        var envelopes = BallotRows.ReadBox(Assert.Single(trace.Changed)).Envelopes;
        Assert.Single(envelopes.Select(envelope => envelope.Length).Distinct());
        return
        [
            .. envelopes[0].Take(64).Select(one => (double)one),
            .. envelopes[^1].Take(64).Select(one => (double)one),
            .. envelopes[^1].TakeLast(32).Select(one => (double)one),
            envelopes.Sum(envelope => envelope.Sum(one => (double)one)),
        ];
    }

    /// <summary>Learns from every other voter's votes which figure, above or below which bound, tells them apart best, and says so of the rest.</summary>
    private static (int Right, int Tried) Guess(IReadOnlyList<(int Voter, bool IsOne, double[] Figures)> casts)
    {
        var known = casts.Where(cast => cast.Voter % 2 == 0).ToList();
        var asked = casts.Where(cast => cast.Voter % 2 == 1).ToList();
        var ones = known.Count(cast => cast.IsOne);
        var best = (Right: -1, Figure: 0, Bound: 0d, IsAbove: false);
        for (var figure = 0; figure < casts[0].Figures.Length; figure++)
        {
            var (below, onesBelow) = (0, 0);
            foreach (var same in known.GroupBy(cast => cast.Figures[figure]).OrderBy(group => group.Key))
            {
                (below, onesBelow) = (below + same.Count(), onesBelow + same.Count(cast => cast.IsOne));
                // Says one of all above, and two of all others.
                var right = ones - onesBelow + below - onesBelow;
                best = right > best.Right ? (right, figure, same.Key, true) : best;
                best = known.Count - right > best.Right ? (known.Count - right, figure, same.Key, false) : best;
            }
        }

        return (asked.Count(cast => cast.Figures[best.Figure] > best.Bound == best.IsAbove == cast.IsOne), asked.Count);
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

    private sealed record SeenCast(int Voter, bool IsOne, Trace Trace, double[] Figures, double SizeWithoutPadding);
}
