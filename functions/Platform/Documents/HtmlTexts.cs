using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Makes elements of texts, and remembers the gaps in them. Nothing but what this class writes is markup.</summary>
internal sealed class HtmlTexts
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();
    private readonly List<string> _gaps = [];

    public string Html => _html.ToString();

    /// <summary>What is missing, each once, in the order of the paper.</summary>
    public IReadOnlyList<string> Gaps => [.. _gaps.Distinct(StringComparer.Ordinal)];

    public static string Encode(string text) => Encoder.Encode(DocxTexts.Clean(text));

    /// <summary>Markup as it stands.</summary>
    public void Put(string markup) => _html.Append(markup).Append('\n');

    public static string Span(string name, int count) => count > 1 ? string.Create(CultureInfo.InvariantCulture, $" {name}=\"{count}\"") : "";

    /// <summary>An element for each line of the text; one without letters where it has none.</summary>
    public void Text(string tag, string classes, PaperText text)
    {
        Begin(tag, classes);
        var isEmpty = true;
        foreach (var run in text.Runs)
        {
            if (run.IsGap)
            {
                _gaps.Add(DocxTexts.Clean(run.Text).ReplaceLineEndings(" "));
                _html.Append("<mark>").Append(Encoder.Encode(DocxTexts.Clean(run.Shown).ReplaceLineEndings(" "))).Append("</mark>");
                isEmpty = false;
                continue;
            }

            foreach (var (index, line) in DocxTexts.Clean(run.Text).Split('\n').Index())
            {
                if (index > 0 && !isEmpty)
                {
                    _html.Append("</").Append(tag).Append(">\n");
                    Begin(tag, classes);
                    isEmpty = true;
                }

                if (line.Length > 0)
                {
                    _html.Append(run.IsBold ? "<b>" : "").Append(run.IsItalic ? "<i>" : "").Append(Encoder.Encode(line)).Append(run.IsItalic ? "</i>" : "").Append(run.IsBold ? "</b>" : "");
                    isEmpty = false;
                }
            }
        }

        _html.Append("</").Append(tag).Append(">\n");
    }

    private void Begin(string tag, string classes)
    {
        _html.Append('<').Append(tag);
        if (classes.Length > 0)
        {
            _html.Append(" class=\"").Append(classes.Trim()).Append('"');
        }

        _html.Append('>');
    }
}
