using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using EmulationFunctions.Platform.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

/// <summary>
/// Papers as an office program prints them: all of them converted in one run of LibreOffice, which takes Liberation Serif for Times New Roman,
/// whose letters are as wide. Skipped where there is no LibreOffice Writer.
/// </summary>
public sealed partial class PrintedPapersTests(PrintedPapers printed) : IClassFixture<PrintedPapers>
{
    /// <summary>A point: what a renderer may be off by.</summary>
    private const double Slack = 1.5;

    private const double Millimetre = 72 / 25.4;

    public static TheoryData<string> Samples() => [.. PrintedPapers.Papers.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_page_is_A4_and_its_letters_lie_within_the_margins(string name)
    {
        using var file = printed.Open(name);

        Assert.All(file.GetPages(), page =>
        {
            var isLying = page.Width > page.Height;
            Assert.Equal((isLying ? 842 : 595, isLying ? 595 : 842), ((int)Math.Round(page.Width), (int)Math.Round(page.Height)));
            var text = page.Letters.Where(letter => !IsPageNumber(letter, page) && !string.IsNullOrWhiteSpace(letter.Value)).ToList();
            Assert.NotEmpty(text);
            Assert.All(text, letter => Assert.InRange(letter.StartBaseLine.X, 30 * Millimetre - Slack, page.Width - 15 * Millimetre + Slack));
            Assert.All(text, letter => Assert.InRange(letter.EndBaseLine.X, 30 * Millimetre - Slack, page.Width - 15 * Millimetre + Slack));
            Assert.All(text, letter => Assert.InRange(letter.StartBaseLine.Y, 20 * Millimetre - Slack, page.Height - 20 * Millimetre + Slack));
        });
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_letter_is_of_Times_or_its_metric_twin(string name)
    {
        using var file = printed.Open(name);

        Assert.All(
            file.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName).Distinct(StringComparer.Ordinal),
            font => Assert.Matches("LiberationSerif|TimesNewRoman", font));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_number_of_a_page_stands_in_the_middle_above_it_but_not_on_the_first(string name)
    {
        using var file = printed.Open(name);
        var pages = file.GetPages().ToList();

        Assert.DoesNotContain(pages[0].Letters, letter => IsPageNumber(letter, pages[0]));
        var annex = pages.FindIndex(page => page.Text.StartsWith("Phụ lục", StringComparison.Ordinal));
        foreach (var page in pages.Skip(1).Take((annex < 0 ? pages.Count : annex) - 1))
        {
            var number = page.Letters.Where(letter => IsPageNumber(letter, page)).ToList();
            Assert.Equal(page.Number.ToString(CultureInfo.InvariantCulture), string.Concat(number.Select(letter => letter.Value)));
            var middle = (number[0].StartBaseLine.X + number[^1].EndBaseLine.X) / 2;
            Assert.InRange(middle, (30 * Millimetre + page.Width - 15 * Millimetre) / 2 - 3, (30 * Millimetre + page.Width - 15 * Millimetre) / 2 + 3);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_word_is_lost_or_cut_by_a_line_or_a_cell(string name)
    {
        using var file = printed.Open(name);

        Assert.Empty(Lost(file, PrintedPapers.Written[name].Value));
    }

    [Fact]
    public void A_word_that_a_cell_cuts_would_be_found()
    {
        using var file = printed.Open(PrintedPapers.Cut);

        Assert.Equal(["'nghiêngnghiêngnghiêngnghiêngnghiêngnghiêng' is written 1 times and shown 0 times"], Lost(file, PrintedPapers.Written[PrintedPapers.Cut].Value));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_letter_lies_on_another(string name)
    {
        using var file = printed.Open(name);

        foreach (var page in file.GetPages())
        {
            var letters = page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).OrderBy(letter => letter.StartBaseLine.X).ToList();
            foreach (var (index, letter) in letters.Index())
            {
                var (from, to) = (letter.StartBaseLine.X, letter.EndBaseLine.X);
                Assert.DoesNotContain(
                    letters.Skip(index + 1).TakeWhile(other => other.StartBaseLine.X < to - 0.4 * (to - from)),
                    other => Math.Abs(other.StartBaseLine.Y - letter.StartBaseLine.Y) < 0.6 * Math.Min(letter.PointSize, other.PointSize));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Headings_are_headings_to_the_program_too(string name)
    {
        using var file = printed.Open(name);
        var headings = Texts(PrintedPapers.Papers[name].Blocks);

        var found = file.TryGetBookmarks(out var bookmarks) ? bookmarks.GetNodes().Select(node => Letters(node.Title)).ToHashSet(StringComparer.Ordinal) : [];
        Assert.Empty(headings.Select(Letters).Where(heading => heading.Length is > 0 and < 200).Except(found));
    }

    /// <summary>A word that was cut is two others.</summary>
    private static IEnumerable<string> Lost(PdfDocument file, WrittenPaper paper)
    {
        var shown = file.GetPages().SelectMany(page => page.GetWords(NearestNeighbourWordExtractor.Instance)).SelectMany(word => Words(word.Text)).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        return from word in Papers.Lines(paper.Content).SelectMany(Words).CountBy(word => word)
               where shown.GetValueOrDefault(word.Key) < word.Value
               select $"'{word.Key}' is written {word.Value} times and shown {shown.GetValueOrDefault(word.Key)} times";
    }

    /// <summary>Of letters and digits alone: at other signs a line may end.</summary>
    private static IEnumerable<string> Words(string text) => LettersAndDigits().Matches(text.Normalize()).Select(match => match.Value);

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex LettersAndDigits();

    private static IEnumerable<string> Texts(IEnumerable<PaperBlock> blocks) => blocks.OfType<PaperHeading>().Select(heading => heading.Text.Plain);

    private static string Letters(string text) => string.Concat(text.Normalize().Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>What stands above the upper margin.</summary>
    private static bool IsPageNumber(Letter letter, UglyToad.PdfPig.Content.Page page) => letter.StartBaseLine.Y > page.Height - 20 * Millimetre + Slack;
}

/// <summary>All sample papers, converted to PDF at once.</summary>
public sealed class PrintedPapers : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>A paper with a word too long for its cell.</summary>
    internal const string Cut = "cut";

    internal static readonly IReadOnlyDictionary<string, Paper> Papers = SamplePapers.All;

    internal static readonly IReadOnlyDictionary<string, Lazy<WrittenPaper>> Written = Papers.Append(new(Cut, TooLong())).ToDictionary(paper => paper.Key, paper => new Lazy<WrittenPaper>(() => PaperWriter.Write(paper.Value)));

    private readonly string _folder = Directory.CreateTempSubdirectory("papers-").FullName;
    private readonly string? _whyNot;

    public PrintedPapers() => _whyNot = Print();

    /// <summary>The paper as PDF; the test is skipped where nothing prints.</summary>
    internal PdfDocument Open(string name)
    {
        Assert.SkipWhen(_whyNot is not null, _whyNot ?? "");
        return PdfDocument.Open(Path.Combine(_folder, $"{name}.pdf"));
    }

    public void Dispose()
    {
        // Kept for people who want to look at them.
        if (Environment.GetEnvironmentVariable("KEEP_PAPERS") is { Length: > 0 } kept)
        {
            Directory.CreateDirectory(kept);
            foreach (var file in Directory.EnumerateFiles(_folder))
            {
                File.Copy(file, Path.Combine(kept, Path.GetFileName(file)), overwrite: true);
            }
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static Paper TooLong() => new(
        new("Sở", "Báo cáo", "Từ dài"),
        [new PaperGrid([new("A", 1), new("B", 9)], [PaperRow.Of(string.Concat(Enumerable.Repeat("nghiêng", 6)), "b")])]);

    /// <summary>Null, or why there is nothing.</summary>
    private string? Print()
    {
        foreach (var (name, paper) in Written)
        {
            File.WriteAllBytes(Path.Combine(_folder, $"{name}.docx"), paper.Value.Content);
        }

        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        // A profile of its own: another LibreOffice that runs would take the order and do nothing.
        foreach (var argument in (string[])[$"-env:UserInstallation={new Uri(Path.Combine(_folder, "profile"))}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", _folder, .. Written.Keys.Select(name => Path.Combine(_folder, $"{name}.docx"))])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var office = Process.Start(start)!;
            var said = (office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
            if (!office.WaitForExit(Patience))
            {
                office.Kill(entireProcessTree: true);
                throw new TimeoutException($"LibreOffice did not print {Written.Count} papers in {Patience}.");
            }

            // Without Writer it ends well and converts nothing.
            return Written.Keys.Any(name => File.Exists(Path.Combine(_folder, $"{name}.pdf")))
                ? null
                : $"LibreOffice is here, but it prints no DOCX (is Writer installed?): {said.Item1.Result} {said.Item2.Result}".Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "There is no LibreOffice (soffice) on this machine, so nobody prints the papers.";
        }
    }
}
