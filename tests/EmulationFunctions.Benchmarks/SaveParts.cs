using System.Globalization;
using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Benchmarks;

/// <summary>What a save of a whole form does beside calling storage, each part by itself: bytes that this thread allocates, and processor time of the process, which does nothing else.</summary>
internal sealed class SaveParts
{
    private const int Times = 1000;

    private readonly IServiceProvider _services = new ServiceCollection().AddLogging().ConfigureHttpJsonOptions(json => JsonRules.Apply(json.SerializerOptions)).BuildServiceProvider();
    private readonly byte[] _body;
    private readonly SchemeTree _tree;
    private readonly SheetTerms _terms;
    private readonly SheetFacts _facts = new([], HeldConditions.None);

    private SaveParts(int leaves, int letters)
    {
        _body = Encoding.UTF8.GetBytes(SaveText.Of(leaves, letters));
        _tree = SchemeTree.Of(new("s", 1, Form.Of(leaves)));
        var year = Province.Today.Year;
        _terms = new(new(year, "nam", "b", "u"), new(year, CycleState.Open, new(year, 1, 1), [], [], [], []), _tree, [], EntersPastYear: false);
    }

    public static void Run(int leaves, int letters)
    {
        var parts = new SaveParts(leaves, letters);
        var entries = parts.Read().Scores;
        var sheet = new StoredSheet(null, SheetContent.Of(entries));
        Console.WriteLine();
        Console.WriteLine($"What a save of {leaves} criteria with explanations of {letters} letters does beside calling storage; its body has {parts._body.Length / 1024.0:0.0} KiB, of texts alone {entries.Sum(entry => 2 * entry.Explanation!.Length) / 1024.0:0.0}");
        Measure("the body read", () => parts.Read());
        Measure("entries checked", () => EntryRules.Check(parts._tree, entries, sheet.Content.NotApplicable));
        Measure("as they are kept", () => entries.Select(EntryTexts.Plain).ToList());
        Measure("warnings, before and after", () => (Warnings.OfSheet(parts._tree, sheet.Content, parts._terms.Id.Year), Warnings.OfSheet(parts._tree, sheet.Content, parts._terms.Id.Year)));
        Measure("old and new as texts", () => (EntryTexts.Write(entries), EntryTexts.Write(entries)));
        Measure("the answer computed", () => SheetSummary.Of(sheet, parts._terms, parts._tree, parts._facts, Language.Vietnamese));
        var answer = EntityTag.Ok(SheetSummary.Of(sheet, parts._terms, parts._tree, parts._facts, Language.Vietnamese), 1);
        Measure("the answer written", () => Done(answer.ExecuteAsync(parts.Context())));
    }

    private ScoresBody Read()
    {
        var reading = Body<ScoresBody>.BindAsync(Context(), null!);
        return reading.IsCompletedSuccessfully ? reading.Result!.Value : throw new InvalidOperationException("It went on elsewhere.");
    }

    private DefaultHttpContext Context()
    {
        var context = new DefaultHttpContext { RequestServices = _services };
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = _body.Length;
        context.Request.Body = new MemoryStream(_body, writable: false);
        return context;
    }

    private static Task Done(Task task) => task.IsCompletedSuccessfully ? task : throw new InvalidOperationException("It went on elsewhere.", task.Exception);

    private static void Measure(string what, Func<object> part)
    {
        for (var warming = 0; warming < Times; warming++)
        {
            part();
        }

        var (bytes, started) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        for (var measured = 0; measured < Times; measured++)
        {
            part();
        }

        var time = Environment.CpuUsage.TotalTime - started;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {what,-28} {(GC.GetAllocatedBytesForCurrentThread() - bytes) / 1024.0 / Times,8:0.0} KiB {time.TotalMicroseconds / Times,8:0} µs"));
    }
}
