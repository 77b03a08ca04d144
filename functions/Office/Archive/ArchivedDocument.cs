using EmulationFunctions.Common;

namespace EmulationFunctions.Office.Archive;

/// <summary>
/// What is said of a document that goes to the archive: the elements of annex VI of Decree 30/2020/NĐ-CP, as a restatement of it gives them. What is not known is null, and is named as missing.
/// </summary>
/// <param name="Place">Where it lies in the archive's file; null where it could not be put there.</param>
/// <param name="TypeName">Its kind.</param>
/// <param name="Number">Number and symbol as they are printed.</param>
/// <param name="IssuedDate">The day on it.</param>
/// <param name="OrganName">Who issued it.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="SignerInfo">The post of who signed it; never a name.</param>
/// <param name="To">Who got it.</param>
/// <param name="PageAmount">How many pages it has.</param>
/// <param name="IssuedAmount">How many were issued.</param>
/// <param name="WhyNot">Why it could not be put there; null where it was.</param>
internal sealed record ArchivedDocument(
    string? Place,
    string? TypeName,
    string? Number,
    DateOnly? IssuedDate,
    string? OrganName,
    string? Subject,
    string? SignerInfo = null,
    string? To = null,
    int? PageAmount = null,
    int? IssuedAmount = null,
    Words? WhyNot = null)
{
    public const string Language = "Tiếng Việt";

    /// <summary>"86" of "86/2025/QĐ-UBND".</summary>
    public string? CodeNumber => Number?.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Number[..slash] : null;

    /// <summary>"2025/QĐ-UBND" of "86/2025/QĐ-UBND"; all of a number without a slash.</summary>
    public string? CodeNotation => Number?.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Number[(slash + 1)..] : Number;
}

/// <summary>The documents of one file (hồ sơ) of the archive: what belongs to a bloc's year, or the year's decisions.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Documents">In their order.</param>
internal sealed record ArchivedFile(string Title, IReadOnlyList<ArchivedDocument> Documents);
