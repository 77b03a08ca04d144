using System.Globalization;
using System.Net.Http.Headers;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Sheets;

namespace EmulationFunctions.Benchmarks;

/// <summary>What came of <see cref="FilesBenchmark"/>.</summary>
/// <param name="Save">KiB that a save allocates.</param>
/// <param name="Import">KiB that the import of a workbook with the same allocates.</param>
/// <param name="Preview">MiB that the export of standings allocates that are not published.</param>
/// <param name="Export">The same once they are published.</param>
internal sealed record FilesFigures(double Save, double Import, double Preview, double Export)
{
    public double Ratio => Import / Save;
}

/// <summary>What workbooks allocate: a unit's sheet that is sent back filled in, against a save of the same; and the standings of a large bloc.</summary>
internal static class FilesBenchmark
{
    private const int Leaves = 200;
    private const int Units = 95;

    /// <summary>And as many before them: code that is not compiled to the end allocates what the compiler later finds to be needless.</summary>
    private const int Saves = 200;
    private const int Exports = 3;
    private const string Bloc = "b200";

    public static async Task<FilesFigures> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        await using var own = await OwnProgram.StartAsync(azurite, issuer.Instance.ToString());
        var (year, past, scheme) = (Province.Today.Year, Province.Today.Year - 1, new Scheme(Bloc, 1, Form.Of(Leaves)));
        var api = new Api(issuer, own.SendAsync);
        await api.PutSchemeAsync(Bloc, scheme.Content, cancellationToken);
        await api.ImportRosterAsync(Enumerable.Range(0, Units).Select(unit => (Bloc, Unit(unit))), cancellationToken);
        await api.PutCycleAsync(past, [(Bloc, Bloc)], cancellationToken);
        await api.PutCycleAsync(year, [(Bloc, Bloc)], cancellationToken);
        await api.BindAsync(Unit(0), cancellationToken);
        var seed = new SheetSeed(new StoredTables(azurite.ConnectionString).GetTable(SheetTable.Table), scheme);
        var progress = new Progress($"sheets of {Units} units prepared", Units);
        for (var unit = 0; unit < Units; unit++)
        {
            await seed.WriteAsync(new(past, "nam", Bloc, Unit(unit)), unit, cancellationToken);
            progress.Step();
        }

        Console.WriteLine();
        Console.WriteLine("One request at a time");
        var (saves, sheet) = (0, $"/api/cycles/{year}/periods/nam/blocs/{Bloc}/sheets/{Unit(0)}");
        var book = new Book(scheme, new(year, "nam", Bloc, Unit(0)));
        var save = Measure(own, $"SaveScores, {Leaves} criteria", Saves, () =>
            Api.Request(HttpMethod.Patch, $"{sheet}/scores", api.Unit(Unit(0)), Form.Save(Leaves, new(++saves % 1000)), saves == 1 ? null : own.LastTag));
        var import = Measure(own, $"ImportSheet, {Leaves} criteria", Saves, () =>
        {
            var request = Api.Request(HttpMethod.Post, $"{sheet}/import", api.Unit(Unit(0)), body: null, tag: null);
            // Made by the thread whose allocation is not counted.
            request.Content = new ByteArrayContent(book.Write(new(++saves % 1000), own.LastTag!));
            request.Content.Headers.ContentType = new(XlsxWriter.MediaType);
            return request;
        });

        var standings = $"/api/cycles/{past}/periods/nam/blocs/{Bloc}/standings";
        var preview = Measure(own, $"ExportStandings, not published, {Units} units", Exports, () => Api.Request(HttpMethod.Get, $"{standings}/export", api.Office, body: null, tag: null));
        await api.SendAsync(HttpMethod.Post, $"{standings}/publication", api.Office, $$"""{"confirmation":"{{Bloc}}","leftOut":[]}""", null, cancellationToken);
        var export = Measure(own, $"ExportStandings, published, {Units} units", Exports, () => Api.Request(HttpMethod.Get, $"{standings}/export", api.Office, body: null, tag: null));
        var figures = new FilesFigures(save, import, preview / 1024, export / 1024);
        Console.WriteLine($"  import ÷ save {figures.Ratio:0.00} (aim: at most 2); export {figures.Export:0.0} MiB, {figures.Preview:0.0} MiB before they are published (aim: at most 50)");
        return figures;
    }

    private static double Measure(OwnProgram own, string what, int count, Func<HttpRequestMessage> request)
    {
        var kib = own.Allocated(request, count) / 1024;
        Console.WriteLine($"  {what,-44} allocates {kib,8:0} KiB");
        return kib;
    }

    private static string Unit(int unit) => string.Create(CultureInfo.InvariantCulture, $"{Bloc}-{unit}");

    /// <summary>The sheet's workbook as ExportSheet writes it, with the same points everywhere.</summary>
    private sealed class Book(Scheme scheme, SheetId id)
    {
        private readonly SchemeTree _tree = SchemeTree.Of(scheme);

        /// <param name="read">Of the version that it is made from.</param>
        public byte[] Write(Common.Points points, EntityTagHeaderValue read)
        {
            var head = new SheetHead(SheetState.Draft, scheme.Id, scheme.Version, Version: long.Parse(read.Tag.Trim('"'), CultureInfo.InvariantCulture));
            var content = SheetContent.Of([.. _tree.Leaves.Select(leaf => new ScoreEntry(leaf.Criterion.Code, points))]);
            var facts = new SheetFacts([], HeldConditions.None);
            return XlsxWriter.Write(new SheetWorkbook(id, $"Khối {id.Bloc}", $"Đơn vị {id.Unit}", PeriodName: null, _tree, new(head, content), facts, new()).Write());
        }
    }
}
