using System.Net;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.CrossScores;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.CrossScores.PeersOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Appraisals;

/// <summary>Who sees which points, and when.</summary>
public sealed class AppraisalSightTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_unit_sees_a_round_once_it_is_closed_and_appraisers_and_overseers_at_once()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var office = app.Admin();
        using var unit = await app.OfficerAsync("so-b");
        var tag = await head.DoneAsync(Appraises(1, null, Entry("I.1", 38)));

        foreach (var client in new[] { head, await app.OfficerAsync(Deputy), await app.OfficerAsync(Specialist), app.Holding("Emulation.Council"), office })
        {
            Assert.Equal(("1:38", tag), ((await client.AppraisalAsync()).View.Seen("I.1"), (await client.AppraisalAsync()).Tag));
        }

        var before = await unit.AppraisalAsync();
        Assert.Equal(("", "\"0\"", 40m), (before.View.Seen("I.1"), before.Tag, before.View.Official("I.1")));
        using var other = await (await app.OfficerAsync("so-c")).GetAsync(Appraisal(), Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        await head.CloseAsync(1).JsonAsync();
        Assert.Equal(("1:38", 38m), ((await unit.AppraisalAsync()).View.Seen("I.1"), (await unit.AppraisalAsync()).View.Official("I.1")));

        // A head looks at its own sheet as any unit does.
        await office.DoneAsync(Appraises(2, null, Entry("I.1", 1), Head));
        Assert.Equal("", (await head.AppraisalAsync(Head)).View.Seen("I.1"));
        Assert.Equal("2:1", (await office.AppraisalAsync(Head)).View.Seen("I.1"));
    }

    [Fact]
    public async Task Who_still_has_to_score_peers_sees_neither_their_average_nor_what_would_give_it_away()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, Head, "so-b", "so-c");
        await app.HasTermAsync(new(Bloc, TheYear, Head, "so-c", null, false, false, 0));
        using var office = app.Admin();
        using var head = await app.OfficerAsync(Head);
        using var deputy = await app.OfficerAsync("so-c");
        using var unit = await app.OfficerAsync("so-b");
        await office.DrawAsync();
        await app.GivesAsync(Head, "so-b", 50, 30);
        await app.GivesAsync(Head, "so-c", 50, 30);

        // so-c has scored nobody; its head has scored everybody.
        Assert.Equal("50 55 / - - / - -", await SeenAsync());
        await app.GivesAsync("so-c", "so-b", 54, 30);
        await app.GivesAsync("so-c", Head, 54, 30);

        // Now so-b is scored by all, but has scored nobody itself.
        Assert.Equal("52 56 / 52 56 / - -", await SeenAsync());
        await app.GivesAsync("so-b", Head, 54, 30);
        await app.GivesAsync("so-b", "so-c", 54, 30);
        Assert.Equal("52 56 / 52 56 / 52 56", await SeenAsync());

        async Task<string> SeenAsync()
        {
            var seen = new List<string>();
            foreach (var client in new[] { head, deputy, unit })
            {
                var view = (await client.AppraisalAsync()).View;
                Assert.Equal(60m, (decimal)view.Criterion("I")["own"]!["points"]!);
                Assert.Equal(view.Official("I") is null, view["official"] is null);
                seen.Add($"{view.Criterion("I")["peers"]?["points"] ?? "-"} {view.Criterion("I")["official"]?["points"] ?? "-"}");
            }

            return string.Join(" / ", seen);
        }
    }

    [Fact]
    public async Task A_unit_sees_its_peers_average_once_a_round_is_closed_and_an_assigned_peer_never_sees_more_than_the_unit_s_own_points()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, Head, "so-b", "so-c");
        using var office = app.Admin();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-b");
        using var peer = await app.OfficerAsync("so-c");
        await office.DrawAsync();
        await app.GivesAsync(Head, "so-b", 50, 30);
        app.SetDay("2026-12-16");
        await head.DoneAsync(Appraises(1, null, Entry("I", 48)));
        await head.CloseAsync(1).JsonAsync();
        await unit.DoneAsync(Explains(1, null, Said("I", "Đã làm đủ.")));

        var (own, _) = await unit.AppraisalAsync();
        var (other, tag) = await peer.AppraisalAsync();

        Assert.Equal((50m, 48m, 35m), ((decimal)own.Criterion("I")["peers"]!["points"]!, own.Official("I"), own.Official("II")));
        Assert.Equal((60m, ""), ((decimal)other.Criterion("I")["own"]!["points"]!, other.Seen("I")));
        Assert.Null(other.Criterion("I")["peers"]);
        Assert.Null(other["official"]);
        Assert.All(other["rounds"]!.AsArray(), round => Assert.Null(round!["explanationsETag"]));
        Assert.Equal("\"0\"", tag);
    }

    [Fact]
    public async Task There_is_nothing_to_read_of_a_unit_that_is_not_in_the_bloc()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var office = app.Admin();

        await office.GetAsync(Appraisal("so-la"), Cancellation).ProblemAsync(404);
        await office.GetAsync($"/api/cycles/2019/periods/nam/blocs/{Bloc}/sheets/so-b/appraisal", Cancellation).ProblemAsync(404);
        var silent = await app.OfficerAsync(Head);
        Assert.Equal("submitted", (string)(await silent.AppraisalAsync(Head)).View["state"]!);
    }
}
