using System.Globalization;
using System.Text;

namespace EmulationFunctions.Common;

/// <summary>Names are kept and compared in composed form (NFC) and sorted by the Vietnamese alphabet.</summary>
internal static class VietnameseNames
{
    private static readonly CompareInfo Alphabet = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    /// <summary>Sorts as a Vietnamese reader expects; names equal but for their composition or case are neighbours in a stable order.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    /// <summary>The composed form, without blanks at the ends: the same name typed on two keyboards becomes the same text.</summary>
    public static string Compose(string name) => name.Normalize(NormalizationForm.FormC).Trim();

    /// <summary>Whether two names are the same name: composition, case and outer blanks do not count, marks do.</summary>
    public static bool Same(string one, string other) =>
        string.Equals(Compose(one), Compose(other), StringComparison.OrdinalIgnoreCase);

    public static int Compare(string? one, string? other)
    {
        if (one is null || other is null)
        {
            return (one is null ? 0 : 1) - (other is null ? 0 : 1);
        }

        var (first, second) = (Compose(one), Compose(other));
        var byAlphabet = Alphabet.Compare(first, second, CompareOptions.None);
        return byAlphabet != 0 ? byAlphabet : string.CompareOrdinal(first, second);
    }
}
