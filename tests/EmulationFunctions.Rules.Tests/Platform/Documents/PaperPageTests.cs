using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

/// <summary>A paper as a page says what the same paper says as a file, and can do nothing.</summary>
public sealed partial class PaperPageTests
{
    public static TheoryData<string> Samples() => [.. SamplePapers.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_page_says_all_that_the_file_says_and_names_the_same_gaps(string name)
    {
        var paper = SamplePapers.All[name];
        var (file, page) = (PaperWriter.Write(paper), PaperPage.Write(paper, name));

        // Side by side, posts come before names in the file.
        Assert.Equal(file.Gaps.Order(StringComparer.Ordinal), page.Gaps.Order(StringComparer.Ordinal));
        var said = Plain(string.Concat(Content(page.Html).DescendantNodes().OfType<XText>().Select(text => text.Value)));
        Assert.All(Papers.Lines(file.Content), line => Assert.Contains(Plain(line), said, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_rows_of_a_table_fill_its_columns(string name)
    {
        foreach (var table in Content(PaperPage.Write(SamplePapers.All[name], name).Html).Descendants("table"))
        {
            var columns = table.Element("colgroup")!.Elements("col").Count();
            foreach (var part in new[] { "thead", "tbody" })
            {
                Assert.Equal(
                    table.Element(part)!.Elements("tr").Count() * columns,
                    table.Element(part)!.Descendants().Where(cell => cell.Name.LocalName is "td" or "th").Sum(cell => Span(cell, "colspan") * Span(cell, "rowspan")));
            }
        }
    }

    [Fact]
    public void What_people_typed_is_text_and_never_markup()
    {
        var paper = new Paper(new("<b>Khối</b> & bạn", "Báo cáo", "\"><script>alert(1)</script>"), [new PaperParagraph("a < b\u202e\u0000 & <img src=x onerror=alert(1)>")]);

        var html = PaperPage.Write(paper, "</title><script>").Html;

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202e', html);
        Assert.Contains("a < b & <img src=x onerror=alert(1)>./.", string.Concat(Content(html).DescendantNodes().OfType<XText>().Select(text => text.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_policy_lets_it_have_its_own_style_and_nothing_else()
    {
        var html = PaperPage.Write(EveryBlock.Papers["every-block"], "x").Html;
        var style = StyleElement().Match(html).Groups[1].Value;

        Assert.Contains($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", PaperPage.Policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", PaperPage.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
    }

    /// <summary>What is in the page, as XML: elements that HTML leaves open are closed, and what it calls by a number XML does, too.</summary>
    private static XElement Content(string html) =>
        XElement.Parse(Open().Replace(html[html.IndexOf("<main>", StringComparison.Ordinal)..(html.IndexOf("</main>", StringComparison.Ordinal) + 7)], "<$1$2/>"));

    /// <summary>The file has capitals where the page leaves them to its style.</summary>
    private static string Plain(string text) => Blanks().Replace(text, "").ToUpperInvariant();

    private static int Span(XElement cell, string name) => (int?)cell.Attribute(name) ?? 1;

    [GeneratedRegex("<(col|img)( [^>]*)>")]
    private static partial Regex Open();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blanks();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();
}
