using EmulationFunctions.Year.Appraisals;
using EmulationFunctions.Year.Blocs;
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
}
