using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>
/// The fingerprint of exactly what was submitted: SHA-256 over a canonical text. The order of entries and files, and composed or
/// decomposed letters, make no difference; anything else does. Form 1 knew nothing of targets and results; what was submitted by it is verified by it.
/// </summary>
internal static class SheetHash
{
    /// <summary>By which sheets are submitted now.</summary>
    public const int Form = 2;

    /// <summary>Of what is submitted now.</summary>
    /// <param name="figures">The unit's targets and results (<see cref="FiguresText"/>).</param>
    public static string Of(Scheme scheme, SheetContent content, string figures) => Hash(CanonicalText(scheme, content, Form, figures));

    /// <summary>Of a sheet by the form in which it was submitted, with the figures of then: so it stays what it was whatever is corrected later.</summary>
    public static string Of(Scheme scheme, StoredSheet sheet) =>
        Hash(CanonicalText(scheme, sheet.Content, sheet.Head?.HashForm ?? Form, sheet.Head?.SubmittedFigures ?? ""));

    /// <summary>The figures that count for a unit, a line each: criterion, target, result, as the hash covers them.</summary>
    /// <param name="figures">The unit's own.</param>
    public static string FiguresText(SchemeTree tree, IReadOnlySet<string> notApplicable, IEnumerable<Figure> figures)
    {
        var text = new StringBuilder();
        foreach (var figure in figures
            .Where(figure => figure is not { Target: null, Actual: null } && tree.Find(figure.Criterion) is { IsVoid: false } leaf && leaf.AppliesTo(notApplicable))
            .OrderBy(figure => figure.Criterion, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"figure {figure.Criterion} {Number(figure.Target)} {Number(figure.Actual)}\n");
        }

        return text.ToString();
    }

    /// <summary>One line a fact; free text is preceded by its length, so no text can imitate a line.</summary>
    public static string CanonicalText(Scheme scheme, SheetContent content, int form, string figures)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"sheet {form}\n");
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

        foreach (var line in content.Papers.Select(Line).Order(StringComparer.Ordinal))
        {
            text.Append(line);
        }

        foreach (var part in content.Parts.OrderBy(part => part.Bloc, StringComparer.Ordinal).ThenBy(part => part.Unit, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"part {part.Bloc} {part.Unit} {part.Day:yyyy-MM-dd} {part.Before}/{part.Of} {part.Total} {part.Ranked} {part.Classified}{HeirBefore(part)}\n");
        }

        return form == 1 ? text.ToString() : text.Append(figures).ToString();
    }

    /// <summary>A paper that is cited. A sheet of before, and one that cites none, has no such line; a paper that is no entry of a register ends with its subject, as before there were any.</summary>
    private static string Line(CitedPaper cited) => string.Create(
        CultureInfo.InvariantCulture,
        $"paper {cited.Criterion} {cited.File ?? "-"} {cited.Paper.Day:yyyy-MM-dd} {Sized(cited.Paper.Kind)} {Sized(cited.Paper.Number)} {Sized(cited.Paper.Issuer)} {Sized(cited.Paper.Subject)}{Named(cited.Entry)}\n");

    /// <summary>Of a unit that takes over and began with the succession nothing is said, as before it was counted by itself.</summary>
    private static string HeirBefore(PriorPart part) => part.HeirSince < part.Before ? string.Create(CultureInfo.InvariantCulture, $" {part.HeirSince}") : "";

    private static string Named(CitedEntry? entry) => entry is null ? "" : $" {entry.Register} {entry.Id}";

    private static string Sized(string? text) =>
        text?.Normalize(NormalizationForm.FormC) is { } composed ? string.Create(CultureInfo.InvariantCulture, $"{composed.Length}:{composed}") : "-";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Without zeros that say nothing: 5 and 5.00 are the same number.</summary>
    private static string Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-";

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
