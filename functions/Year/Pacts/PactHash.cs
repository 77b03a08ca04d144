using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>
/// The fingerprint of exactly what is signed: SHA-256 over a canonical text. Composed or decomposed letters and the way lines end make no difference;
/// anything else does, also in which bloc and year it is signed.
/// </summary>
internal static class PactHash
{
    /// <summary>By which pacts are signed now. What was signed by an earlier one is verified by it.</summary>
    public const int Form = 1;

    public static string Of(YearOfBloc id, PactText text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText(id, text))));

    /// <summary>One line a fact; free text is preceded by its length, so no text can imitate a line.</summary>
    public static string CanonicalText(YearOfBloc id, PactText pact)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"pact {Form}\nof {id.Year} {id.Bloc}\n");
        Said("title", pact.Title);
        foreach (var paper in pact.Grounds)
        {
            text.Append(CultureInfo.InvariantCulture, $"ground {RowDay.Of(paper.Day)}\n");
            Said("kind", paper.Kind);
            Said("number", paper.Number);
            Said("issuer", paper.Issuer);
            Said("subject", paper.Subject);
        }

        Said("text", pact.Text);
        if (pact.TextUnknown)
        {
            text.Append("text unknown\n");
        }

        foreach (var item in pact.Items)
        {
            Said("heading", item.Heading);
            Said("item", item.Text);
        }

        foreach (var target in pact.Targets)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"target {target.Id} {target.Kind} {Number(target.Number)} {target.Percent?.Hundredths} {target.Within} {(target.IsAtMost ? "most" : "least")}\n");
            Said("what", target.What);
            Said("unit", target.Unit);
            foreach (var title in target.Titles)
            {
                Said("or", title);
            }
        }

        if (pact.Scheme is { } scheme)
        {
            text.Append(CultureInfo.InvariantCulture, $"scheme {scheme.Scheme} {scheme.Version}\n");
        }

        return text.ToString();

        void Said(string name, string? said)
        {
            if (said is not null)
            {
                var composed = said.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n");
                text.Append(CultureInfo.InvariantCulture, $"{name} {composed.Length}\n{composed}\n");
            }
        }
    }

    /// <summary>12 and 12.0 are the same promise.</summary>
    private static string Number(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
