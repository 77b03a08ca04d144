using System.Globalization;

namespace EmulationFunctions.Benchmarks;

/// <summary>The targets of files, of which the build before has no figures.</summary>
internal static class FileRows
{
    private const double SmallestRate = 0.8;
    private const double MostGrown = 64;
    private const double MostOfSave = 2;
    private const double MostExported = 50;

    public static async Task<IReadOnlyList<Row>> MeasureEvidenceAsync(Packages packages, CancellationToken cancellationToken)
    {
        var evidence = await EvidenceBenchmark.RunAsync(packages, cancellationToken);
        return
        [
            Row("evidence of 10 MB, 16 at once: rate ÷ a bare blob upload through the same stand-in", $"{evidence.Ratio:0.00} × ({evidence.Least:0.00} to {evidence.Most:0.00})", "≥ 0.8", evidence.Ratio >= SmallestRate),
            Row("memory of the program meanwhile, at its highest", $"+ {evidence.GrownAtMost:0} MiB", "≤ 64 MiB", evidence.GrownAtMost <= MostGrown),
            Benchmarks.Row.Told("the same with one at a time", "-", Text($"{evidence.Alone:0.00} ×"), "-"),
        ];
    }

    public static async Task<IReadOnlyList<Row>> MeasureWorkbooksAsync(CancellationToken cancellationToken)
    {
        var files = await FilesBenchmark.RunAsync(cancellationToken);
        return
        [
            Row("a workbook of 200 criteria imported, bytes allocated", $"{files.Import:0} KiB, {files.Ratio:0.00} × a save", "≤ 2 ×", files.Ratio <= MostOfSave, decides: true),
            Row("standings of 95 units exported, bytes allocated (published)", $"{files.Export:0.0} MiB", "≤ 50 MiB", files.Export <= MostExported, decides: true),
            Row("the same before they are published", $"{files.Preview:0.0} MiB", "≤ 50 MiB", files.Preview <= MostExported, decides: true),
        ];
    }

    private static Row Row(string what, FormattableString after, string target, bool held, bool decides = false) => new(what, "-", Text(after), "-", target, held, decides);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
