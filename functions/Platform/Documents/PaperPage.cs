using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;

namespace EmulationFunctions.Platform.Documents;

/// <param name="Html">A page without script; nothing is loaded for it.</param>
/// <param name="Gaps">What was not recorded and is marked in it, in the words of the paper.</param>
internal sealed record WrittenPage(string Html, IReadOnlyList<string> Gaps);

/// <summary>
/// Writes papers as a page that a browser prints, or saves as PDF: what <see cref="PaperWriter"/> makes a DOCX of, with the same marks at its gaps. Its looks are classes
/// alone, so that a page with other rules for styles can show what is in its <c>main</c>.
/// </summary>
internal static class PaperPage
{
    public const string MediaType = MediaTypeNames.Text.Html;

    private const string Style = """
        @page{size:A4;margin:20mm 15mm 20mm 30mm;@top-center{content:counter(page)}}
        @page:first{@top-center{content:none}}
        @page lying{size:A4 landscape}
        body{font:14pt/1.3 "Times New Roman","Liberation Serif",serif;color:#000;background:#fff}
        main{max-width:165mm;margin:auto}
        .lying{page:lying}
        .annex{break-before:page}
        p{margin:6pt 0;text-align:justify;text-indent:1.27cm;overflow-wrap:anywhere}
        .head{display:flex;gap:5mm}.head>div{flex:1}.head>div:last-child{flex:none;max-width:65%}.head p{font-size:13pt}
        .head p,.middle,.sign p,.flush,td p,th p,.to p{text-indent:0}
        .head p,.middle,.sign p{text-align:center;margin:0}
        .rule{width:33%;margin:2pt auto;border-top:1px solid}
        .capitals{text-transform:uppercase}.strong{font-weight:bold}.slanted{font-style:italic}
        .title{margin-top:16pt}
        .to{margin:12pt 0 12pt 20mm}.to p{margin:2pt 0}
        h2,h3,h4,h5{font-size:14pt;margin:8pt 0 4pt;text-indent:1.27cm;break-after:avoid}
        h4{font-style:italic}h5{font-weight:normal;font-style:italic}
        table{width:100%;border-collapse:collapse;margin:6pt 0}
        th,td{border:1px solid;padding:1pt 4pt;vertical-align:top}
        thead{display:table-header-group}tr{break-inside:avoid}
        td p,th p{margin:1pt 0;text-align:inherit;overflow-wrap:break-word}
        .left{text-align:left}.centre,th{text-align:center}.right{text-align:right}
        .ends{display:flex;flex-wrap:wrap;break-inside:avoid;margin-top:12pt}
        .ends>div{flex:1 1 40%}.recipients p{font-size:11pt;text-indent:0;margin:0;text-align:left}
        .hand{height:22mm}
        mark{background:#ff0}
        figure{margin:8pt 0;text-align:center}img{max-width:100%}
        """;

    /// <summary>What a browser lets the page do: nothing but look as it says.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <param name="paper">The paper.</param>
    /// <param name="title">What the browser calls it, and the file that it saves.</param>
    public static WrittenPage Write(Paper paper, string title)
    {
        var body = new HtmlTexts();
        new HtmlBlocks(body).Write(paper);
        return new(
            $"<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>{HtmlTexts.Encode(title)}</title><style>{Style}</style></head>\n<body><main>\n{body.Html}</main></body></html>\n",
            body.Gaps);
    }
}
