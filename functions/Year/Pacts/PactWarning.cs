using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Year.Pacts;

/// <summary>Something in a pact that should be looked at; it stands in the way of nothing.</summary>
/// <param name="Path">Where it is in the pact.</param>
internal sealed partial record PactWarning(PactWarningCode Code, string Path, Words Words)
{
    /// <summary>Computed from what is kept, alike when a pact is written and when it is read.</summary>
    /// <param name="year">The year of the pact.</param>
    /// <param name="pact">The pact.</param>
    /// <param name="scored">By what the bloc is scored in that year; null where that is not settled.</param>
    public static IReadOnlyList<PactWarning> Of(int year, Pact pact, SchemeVersion? scored)
    {
        var warnings = new List<PactWarning>();
        if (pact.Text.TextUnknown)
        {
            warnings.Add(new(PactWarningCode.TextUnknown, "$.text", new("Nội dung giao ước không được ghi lại.", "What the pact promises is not recorded.")));
        }

        CheckYear(year, pact.Text.Title, "$.title", warnings);
        for (var index = 0; index < pact.Pictures.Count; index++)
        {
            CheckYear(year, pact.Pictures[index].Caption, $"$.pictures[{index}].caption", warnings);
        }

        if (pact.Text.Scheme is { } own && scored is not null && own != scored)
        {
            warnings.Add(new(PactWarningCode.OtherScheme, "$.scheme", new(
                $"Giao ước ghi bảng điểm '{own.Scheme}' phiên bản {own.Version}, nhưng khối được chấm theo '{scored.Scheme}' phiên bản {scored.Version}.",
                $"The pact holds the scheme '{own.Scheme}' in version {own.Version}, but the bloc is scored by '{scored.Scheme}' in version {scored.Version}.")));
        }

        return warnings;
    }

    /// <summary>Signatures that no file shows. They count.</summary>
    public static IEnumerable<PactWarning> Of(IReadOnlyList<Signature> valid) =>
        from one in valid.Index()
        where one.Item is { Way: SignatureWay.Paper, Scan: null }
        select new PactWarning(PactWarningCode.NoScan, $"$.signatures[{one.Index}].scan", new(
            "Chữ ký được ghi nhận từ bản giấy, chưa có bản chụp.", "The signature was recorded from paper, and there is no scan of it."));

    /// <summary>What names years, and not the pact's: one of the two is wrong, and nobody but a person can say which.</summary>
    private static void CheckYear(int year, string? text, string path, List<PactWarning> warnings)
    {
        var named = YearNamed().Matches(text ?? "").Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().ToList();
        if (named.Count > 0 && !named.Contains(year))
        {
            var years = string.Join(", ", named);
            warnings.Add(new(PactWarningCode.OtherYear, path, new(
                $"Ở đây ghi năm {years}, nhưng giao ước là của năm {year}.", $"It says {years} here, but the pact is of {year}.")));
        }
    }

    [GeneratedRegex(@"năm\s+((?:19|20)[0-9]{2})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearNamed();
}

[JsonConverter(typeof(CamelCaseEnum<PactWarningCode>))]
internal enum PactWarningCode
{
    /// <summary>The title or a caption names another year than the pact's.</summary>
    OtherYear,

    /// <summary>The bloc is scored by another scheme, or another version of it.</summary>
    OtherScheme,

    /// <summary>Nobody put down what the pact promises.</summary>
    TextUnknown,

    /// <summary>No file shows what was signed on paper.</summary>
    NoScan,
}
