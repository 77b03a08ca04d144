using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>
/// The fingerprint of exactly what was submitted: SHA-256 over a canonical text. The order of entries and files, and composed or
/// decomposed letters, make no difference; anything else does.
/// </summary>
internal static class SheetHash
{
    public static string Of(Scheme scheme, SheetContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText(scheme, content))));

    /// <summary>One line a fact; free text is preceded by its length, so no text can imitate a line.</summary>
    public static string CanonicalText(Scheme scheme, SheetContent content)
    {
        var text = new StringBuilder("sheet 1\n");
        text.Append(CultureInfo.InvariantCulture, $"scheme {scheme.Id} {scheme.Version}\n");
        foreach (var entry in content.Entries.OrderBy(entry => entry.Criterion, StringComparer.Ordinal))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"score {entry.Criterion} {Number(entry.Points?.Hundredths)} {Number(entry.Count)} {Number(entry.Counts?.All)} {Number(entry.Counts?.Outer)} {Number(entry.Counts?.Inner)}\n");
            if (entry.Option is { } option)
            {
                text.Append(CultureInfo.InvariantCulture, $"option {entry.Criterion} {option}\n");
            }

            if (entry.Measure is { } measured)
            {
                text.Append(CultureInfo.InvariantCulture, $"measure {entry.Criterion} {Number(measured.Whole)} {Number(measured.Part)}\n");
            }

            if (entry.Explanation is { Length: > 0 } explanation)
            {
                var composed = explanation.Normalize(NormalizationForm.FormC);
                text.Append(CultureInfo.InvariantCulture, $"explanation {entry.Criterion} {composed.Length}\n{composed}\n");
            }
        }

        foreach (var code in content.NotApplicable.Order(StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"not-applicable {code}\n");
        }

        foreach (var mark in content.Evidence.OrderBy(mark => mark.Criterion, StringComparer.Ordinal).ThenBy(mark => mark.Sha256, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"evidence {mark.Criterion} {mark.Sha256}\n");
        }

        return text.ToString();
    }

    /// <summary>Without zeros that say nothing: 5 and 5.00 are the same number.</summary>
    private static string Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-";

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
