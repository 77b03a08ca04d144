using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Tests.Province.Schemes;
using EmulationFunctions.Year.Appraisals;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;

namespace EmulationFunctions.Tests.Year.Appraisals;

public sealed class AppraisalTrailTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Replaying_the_trail_rebuilds_what_was_recorded(int seed)
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var specialist = await app.OfficerAsync(Specialist);
        var random = new Random(seed);
        string[] units = ["so-b", "so-c"];
        for (var step = 0; step < 30; step++)
        {
            var unit = units[random.Next(2)];
            var round = step < 15 ? 1 : 2;
            var (_, tag) = await head.AppraisalAsync(unit);
            var byHead = random.Next(4) > 0;
            string[] codes = byHead ? [.. new[] { "I.1", "I.2", "T", "P" }.Where(_ => random.Next(2) == 0)] : ["II"];
            if (codes.Length > 0)
            {
                var entries = codes.Select(code => Entry(code, Points(code), $"Lần {random.Next(100)} \"đ\""));
                await (byHead ? head : specialist).DoneAsync(Appraises(round, tag is "\"0\"" ? null : tag, string.Join(',', entries), unit));
            }

            if (step == 14)
            {
                await head.CloseAsync(1).JsonAsync();
            }
        }

        var record = await app.Services.GetRequiredService<BlocTable>().ReadAsync(Id, Cancellation);
        var replayed = new Dictionary<(string Subject, string Criterion), AppraisalLine>();
        foreach (var row in (await app.TrailAsync()).Where(row => row.Entry.Action == "SaveAppraisal"))
        {
            var before = AppraisalTexts.ReadSaved(row.Entry.Before).ToDictionary(line => line.Criterion);
            foreach (var line in AppraisalTexts.ReadSaved(row.Entry.After))
            {
                Assert.Equal(replayed.GetValueOrDefault((row.Entry.Subject, line.Criterion)), before.GetValueOrDefault(line.Criterion));
                if (line.Points is null)
                {
                    replayed.Remove((row.Entry.Subject, line.Criterion));
                }
                else
                {
                    replayed[(row.Entry.Subject, line.Criterion)] = line;
                }
            }
        }

        Assert.NotEmpty(record.Appraised);
        Assert.Equal(
            record.Appraised.Select(score => (AppraisalTexts.Subject(Id.SheetOf(score.Unit), score.Round), AppraisalLine.Of(score))).ToHashSet(),
            replayed.Select(one => (one.Key.Subject, one.Value)).ToHashSet());
        await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation);

        decimal? Points(string code) => (random.Next(4), code) switch
        {
            (0, _) => null,
            (_, "I.2") => 20 * random.Next(2),
            (_, "T" or "P") => random.Next(500) / 100m,
            _ => random.Next(4000) / 100m,
        };
    }

    [Fact]
    public void Raising_what_an_appraiser_gave_never_lowers_a_total_or_a_rank() => Law.HoldsForEverySeed(random =>
    {
        var tree = RandomSchemes.MakeSimple(random).Tree();
        var sheets = Enumerable.Range(1, 4).ToDictionary(number => $"u{number}", _ => new StoredSheet(null, RandomSchemes.MakeSheet(random, tree, isComplete: true)));
        var leaf = tree.Leaves[random.Next(tree.Leaves.Count)];
        var lower = RandomSchemes.MakeEntry(random, leaf.Criterion).Points!.Value;
        var higher = leaf.Criterion.Kind == CriterionKind.PassFail ? leaf.Criterion.Maximum : new Points(random.NextInt64(lower.Hundredths, leaf.Criterion.Maximum.Hundredths + 1));
        var (before, after) = (Given(lower), Given(higher));
        return after.Total >= before.Total && after.Rank <= before.Rank;

        (Points Total, int Rank) Given(Points points)
        {
            var record = BlocRecord.Empty with
            {
                Appraised = [new(1, "u1", leaf.Code, points, AppraiserOffice.Head, "x", null, default, 1)],
                ClosedRounds = 1,
            };
            var scores = CountedScores.Of(tree, record, sheets);
            var places = Ranking.Of(tree.Content, scores.Select(one => new Contender(one.Key, one.Key, one.Value.Official))).Places;
            return (scores["u1"].Official.Total, places.Single(place => place.Unit == "u1").Rank);
        }
    });

    [Fact]
    public void A_round_moves_exactly_the_criteria_whose_points_it_changes() => Law.HoldsForEverySeed(random =>
    {
        var tree = RandomSchemes.MakeSimple(random).Tree();
        var sheet = RandomSchemes.MakeSheet(random, tree);
        var own = SheetScores.Compute(tree, sheet);
        var given = tree.Leaves.Where(_ => random.Next(2) == 0)
            .Select(leaf => new AppraisedScore(1, "u1", leaf.Code, RandomSchemes.MakeEntry(random, leaf.Criterion).Points!.Value, AppraiserOffice.Head, "x", null, default, 1))
            .ToList();
        var record = BlocRecord.Empty with { Appraised = given, ClosedRounds = 1 };
        var moved = RoundEffect.Of(tree, record, "u1", sheet, 1);
        return moved.Select(one => (one.Criterion, one.Before, one.After)).ToHashSet().SetEquals(given
            .Select(score => (score.Criterion, Before: own[tree.Find(score.Criterion)!].State == NodeState.Scored ? own[tree.Find(score.Criterion)!].Points : (Points?)null, After: score.Points))
            .Where(one => one.Before != one.After));
    });
}
