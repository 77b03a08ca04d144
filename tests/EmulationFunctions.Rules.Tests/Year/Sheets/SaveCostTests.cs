using System.Text;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Sheets;

/// <summary>What a save of a whole form allocates beside calling storage does not grow unseen. Bytes are counted, not time.</summary>
public sealed class SaveCostTests
{
    private const int Leaves = 200;

    private static readonly string Explanation = string.Concat(Enumerable.Repeat("Hoàn thành theo báo cáo 45/BC-SNV ngày 20/12/2026. ", 4));

    private static readonly SchemeTree Tree = Of([.. Enumerable.Range(0, Leaves).Select(leaf => Direct($"{leaf}", null, 10))]).Tree();

    private static readonly SheetContent Sheet = SheetContent.Of([.. Tree.Leaves.Select(leaf => Entry(leaf.Code, 5) with { Explanation = Explanation })]);

    [Fact]
    public void A_body_is_read_for_two_and_a_half_times_its_texts()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"scores":[{{string.Join(',', Enumerable.Range(0, Leaves).Select(leaf => $$"""{"criterion":"{{leaf}}","points":5.25,"explanation":"{{Explanation}}"}"""))}}]}""");
        using var services = new ServiceCollection().AddLogging().ConfigureHttpJsonOptions(json => JsonRules.Apply(json.SerializerOptions)).BuildServiceProvider();

        var bytes = Allocated(() =>
        {
            var context = new DefaultHttpContext { RequestServices = services };
            context.Request.ContentType = "application/json";
            context.Request.Body = new MemoryStream(body, writable: false);
            var read = Body<ScoresBody>.BindAsync(context, null!);
            Assert.True(read.IsCompletedSuccessfully);
            Assert.Equal(Explanation, read.Result!.Value.Scores[^1].Explanation);
        });

        Assert.InRange(bytes, 0, 5 * Leaves * Explanation.Length);
    }

    [Fact]
    public void Looking_at_entries_without_a_fault_makes_no_paths() =>
        Assert.InRange(Allocated(() => Assert.Empty(EntryRules.Check(Tree, Sheet.Entries, Sheet.NotApplicable))), 0, 64 * Leaves);

    [Fact]
    public void Looking_for_warnings_takes_no_text_apart_that_names_no_other_year() =>
        Assert.InRange(Allocated(() => Assert.Empty(Warnings.OfSheet(Tree, Sheet, 2026))), 0, 160 * Leaves);

    [Fact]
    public void That_a_sheet_is_not_complete_is_known_from_the_first_thing_that_is_missing() =>
        Assert.InRange(Allocated(() => Assert.False(Completeness.IsComplete(Tree, SheetContent.Of(), []))), 0, 100 * Leaves);

    /// <summary>By this thread; the least of some, as what is kept for the next time is made at the first.</summary>
    private static long Allocated(Action action) => Enumerable.Range(0, 10)
        .Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
}
