using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// What papers cost as people get them: parts of 20 units read from storage, merged and exported; a pact that 95 members signed. By the program's own functions on the
/// storage emulator, beside an empty document of the same library, all of them in turn.
/// </summary>
internal static class PapersBenchmark
{
    private const int Rounds = 15;
    private const int Warming = 5;
    private const int Signers = 95;
    private const int Units = 20;
    private const double MostMebibytes = 60;
    private const string Signing = "b95";
    private const string Reporting = "b20";

    private const string Sentence =
        "Đơn vị đã tổ chức thực hiện tốt các phong trào thi đua do tỉnh và Khối phát động, gắn với nhiệm vụ chính trị được giao; giải quyết gần 8.400 thủ tục hành chính, không có hồ sơ quá hạn.";

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        await using var own = await OwnProgram.StartAsync(azurite, issuer.Instance.ToString());
        var (api, year) = (new Api(issuer, own.SendAsync), Province.Today.Year);
        await api.PutSchemeAsync(Reporting, Form.Of(10), cancellationToken);
        await api.ImportRosterAsync(
            [.. Enumerable.Range(0, Units).Select(unit => (Reporting, Unit(Reporting, unit))), .. Enumerable.Range(0, Signers).Select(unit => (Signing, Unit(Signing, unit)))], cancellationToken);
        await api.PutCycleAsync(year, [(Reporting, Reporting), (Signing, Reporting)], cancellationToken);
        await SignAsync(api, $"/api/cycles/{year}/blocs/{Signing}", cancellationToken);
        var report = $"/api/cycles/{year}/blocs/{Reporting}/reports/tong-ket";
        await ReportAsync(api, report, year, cancellationToken);

        HttpRequestMessage Export(string bloc, string paper) => Api.Request(HttpMethod.Get, $"/api/cycles/{year}/blocs/{bloc}/documents/{paper}", api.Office, body: null, tag: null);
        (string Name, Func<long> Do)[] papers =
        [
            ("an empty document", () => Empty().Length),
            ($"a pact of {Signers} signatures, read and exported", () => own.Ask(Export(Signing, "pact"))),
            ($"a report of {Units} units: parts read and merged", () => own.Ask(Merge(own, api, report))),
            ($"a report of {Units} units, read and exported", () => own.Ask(Export(Reporting, "report?item=tong-ket"))),
        ];
        Console.WriteLine();
        Console.WriteLine($"Papers, {Rounds} of each in turn");
        var figures = papers.Select(_ => (Time: new List<double>(), Bytes: new List<double>(), Size: 0L)).ToArray();
        for (var round = -Warming; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (index, paper) in papers.Index())
            {
                var (before, begun) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
                var size = paper.Do();
                var time = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                if (round >= 0)
                {
                    figures[index].Time.Add(time);
                    figures[index].Bytes.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
                    figures[index].Size = size;
                }
            }
        }

        var (emptyTime, emptyBytes) = (Median(figures[0].Time), Median(figures[0].Bytes));
        foreach (var (paper, figure) in papers.Zip(figures))
        {
            var (time, mebibytes) = (Median(figure.Time), Median(figure.Bytes) / 1024 / 1024);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {paper.Name,-48} {time,7:0.0} ms ({time / emptyTime,5:0.0} ×) allocates {mebibytes,6:0.00} MiB ({mebibytes * 1024 * 1024 / emptyBytes,5:0.0} ×; aim: at most {MostMebibytes:0} MiB), {figure.Size / 1024} KiB"));
        }
    }

    private static async Task SignAsync(Api api, string bloc, CancellationToken cancellationToken)
    {
        var targets = new JsonArray([.. Enumerable.Range(1, 12).Select(number => new JsonObject { ["id"] = $"t{number}", ["kind"] = "words", ["what"] = Sentence })]);
        var body = new JsonObject { ["title"] = "Giao ước thi đua", ["text"] = Sentence, ["isForSigning"] = true, ["items"] = new JsonArray(), ["targets"] = targets };
        var put = await api.SendAsync(HttpMethod.Put, $"{bloc}/pact", api.Office, body.ToJsonString(), null, cancellationToken);
        var hash = (string)JsonNode.Parse(put.Body)!["textHash"]!;
        for (var unit = 0; unit < Signers; unit++)
        {
            var id = Unit(Signing, unit);
            await api.BindAsync(id, cancellationToken);
            await api.SendAsync(HttpMethod.Post, $"{bloc}/pact/signatures/{id}", api.Unit(id), $$"""{"textHash":"{{hash}}","signer":{"post":"Giám đốc"} }""", null, cancellationToken);
        }
    }

    /// <summary>Each unit answers two numbers, and says fourteen paragraphs.</summary>
    private static async Task ReportAsync(Api api, string report, int year, CancellationToken cancellationToken)
    {
        await api.SendAsync(HttpMethod.Put, report, api.Office, $$"""
            {"kind":"yearEnd","title":"Báo cáo tổng kết công tác thi đua năm {{year}}","from":"{{year}}-01-01","until":"{{year}}-12-31","due":"{{year}}-12-31",
             "sections":[{"code":"cchc","title":"Cải cách hành chính"}],
             "questions":[{"code":"thu-tuc","title":"Thủ tục đã giải quyết","measure":"hồ sơ"},{"code":"qua-han","title":"Hồ sơ quá hạn","measure":"hồ sơ"},
              {"code":"dung-han","title":"Tỷ lệ đúng hạn","measure":"%","isSummed":false,"share":{"part":"qua-han","whole":"thu-tuc","isRest":true} }]}
            """, null, cancellationToken);
        JsonArray Texts(int unit, int count, string what) => new([.. Enumerable.Range(1, count).Select(number => new JsonObject { ["text"] = $"{what} {number} của đơn vị {unit}: {Sentence}" })]);
        for (var unit = 0; unit < Units; unit++)
        {
            var id = Unit(Reporting, unit);
            await api.BindAsync(id, cancellationToken);
            var body = new JsonObject
            {
                ["answers"] = new JsonArray(new JsonObject { ["question"] = "thu-tuc", ["number"] = 800 + unit }, new JsonObject { ["question"] = "qua-han", ["number"] = unit % 3 }),
                ["results"] = Texts(unit, 8, "Kết quả"),
                ["shortcomings"] = Texts(unit, 3, "Hạn chế"),
                ["tasks"] = new JsonArray([.. Enumerable.Range(1, 3).Select(number => JsonValue.Create($"Nhiệm vụ {number} của đơn vị {unit}: {Sentence}"))]),
                ["proposals"] = new JsonArray(),
            };
            var put = await api.SendAsync(HttpMethod.Put, $"{report}/parts/{id}", api.Unit(id), body.ToJsonString(), null, cancellationToken);
            await api.SendAsync(HttpMethod.Post, $"{report}/parts/{id}/submission", api.Unit(id), null, put.Tag, cancellationToken);
        }
    }

    /// <summary>As it stands: the merge needs what was read last.</summary>
    private static HttpRequestMessage Merge(OwnProgram own, Api api, string report)
    {
        own.Ask(Api.Request(HttpMethod.Get, report, api.Office, body: null, tag: null));
        return Api.Request(HttpMethod.Post, $"{report}/merge", api.Office, body: null, own.LastTag);
    }

    private static string Unit(string bloc, int unit) => string.Create(CultureInfo.InvariantCulture, $"{bloc}-{unit}");

    private static byte[] Empty()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new(new Body(new Paragraph()));
        }

        return stream.ToArray();
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
