using System.Text;

namespace EmulationFunctions.Platform.Documents;

/// <summary>What an answer with a paper says beside it.</summary>
internal static class PaperHeaders
{
    /// <summary>The names of all gaps: percent-encoded UTF-8, parted by commas, as many as a header holds.</summary>
    public const string Gaps = "Paper-Gaps";

    /// <summary>What proxies let pass of one header.</summary>
    private const int Longest = 4_000;

    public static void Write(HttpResponse response, IReadOnlyList<string> gaps)
    {
        if (gaps.Count > 0)
        {
            response.Headers[Gaps] = Joined(gaps);
        }
    }

    private static string Joined(IReadOnlyList<string> gaps)
    {
        var header = new StringBuilder();
        foreach (var gap in gaps.Select(Uri.EscapeDataString))
        {
            if (header.Length + gap.Length > Longest)
            {
                break;
            }

            header.Append(header.Length == 0 ? "" : ", ").Append(gap);
        }

        return header.ToString();
    }
}
