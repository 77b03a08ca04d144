using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Benchmarks;

/// <summary>What papers cost, composed and written, beside an empty document of the same library: both in turn, in one run.</summary>
internal static class PapersBenchmark
{
    private const int Rounds = 30;
    private const int Signers = 95;
    private const int Units = 20;
    private const double MostMebibytes = 60;

    private const string Sentence =
        "Đơn vị đã tổ chức thực hiện tốt các phong trào thi đua do tỉnh và Khối phát động, gắn với nhiệm vụ chính trị được giao; giải quyết gần 8.400 thủ tục hành chính, không có hồ sơ quá hạn.";

    public static void Run(CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine($"Papers, {Rounds} of each in turn");
        (string Name, Func<byte[]> Write)[] papers =
        [
            ("an empty document", Empty),
            ($"a pact of {Signers} signature blocks", () => PaperWriter.Write(Pact()).Content),
            ($"a year-end report of {Units} units", () => PaperWriter.Write(Report()).Content),
        ];
        var figures = papers.Select(_ => (Time: new List<double>(), Bytes: new List<long>(), Size: 0)).ToArray();
        for (var round = -3; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (index, paper) in papers.Index())
            {
                var (before, begun) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
                var size = paper.Write().Length;
                if (round >= 0)
                {
                    figures[index].Time.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                    figures[index].Bytes.Add(GC.GetAllocatedBytesForCurrentThread() - before);
                    figures[index].Size = size;
                }
            }
        }

        var (emptyTime, emptyBytes) = (Median(figures[0].Time), Median(figures[0].Bytes.Select(bytes => (double)bytes)));
        foreach (var (paper, figure) in papers.Zip(figures))
        {
            var (time, mebibytes) = (Median(figure.Time), Median(figure.Bytes.Select(bytes => (double)bytes)) / 1024 / 1024);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {paper.Name,-36} {time,7:0.0} ms ({time / emptyTime,5:0.0} ×) allocates {mebibytes,6:0.00} MiB ({mebibytes * 1024 * 1024 / emptyBytes,5:0.0} ×; aim: at most {MostMebibytes:0} MiB), the file has {figure.Size / 1024} KiB"));
        }
    }

    private static Paper Pact() => new(
        new("Khối thi đua", "Giao ước thi đua", "Năm 2026") { Number = null, Place = "Bắc Ninh", Day = new(2026, 3, 7) },
        [.. Enumerable.Range(1, 12).Select(number => (PaperBlock)new PaperParagraph($"{number}. {Sentence}"))])
    {
        Signatures = [.. Enumerable.Range(1, Signers).Select(number => new PaperSignature($"Đơn vị {number}\nGiám đốc", PaperText.Gap($"họ và tên người ký {number}")) { Note = "(Đã ký ngày 07/03/2026)" })],
    };

    private static Paper Report() => new(
        new("Khối thi đua", "Báo cáo", "Tổng kết công tác thi đua, khen thưởng năm 2026") { Number = "12/BC-KTĐ", Place = "Bắc Ninh", Day = new(2026, 12, 20) },
        [
            .. Enumerable.Range(1, Units).SelectMany(unit => (PaperBlock[])
            [
                new PaperHeading(2, $"{unit}. Đơn vị {unit}"),
                .. Enumerable.Range(1, 8).Select(_ => new PaperParagraph(Sentence)),
                new PaperList([.. Enumerable.Range(1, 6).Select(_ => (PaperText)Sentence)]),
            ]),
            new PaperGrid(
                [new("STT", 1, PaperAlign.Centre), new("Đơn vị", 6), .. Enumerable.Range(1, 8).Select(number => new PaperColumn($"Chỉ tiêu {number}", 2, PaperAlign.Right))],
                [.. Enumerable.Range(1, Units).Select(unit => PaperRow.Of([(PaperText)$"{unit}", $"Đơn vị {unit}", .. Enumerable.Range(1, 8).Select(number => (PaperText)$"{unit * number}")]))]),
        ])
    {
        Signatures = [new("Khối trưởng", PaperText.Gap("họ và tên người ký")) { Capacity = "TM. Khối thi đua" }],
        Recipients = ["Các đơn vị thành viên", "Lưu: VT"],
    };

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
