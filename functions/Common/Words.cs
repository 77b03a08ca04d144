using System.Globalization;

namespace EmulationFunctions.Common;

/// <summary>A sentence for people: Vietnamese, and English for those who ask for it (<c>Accept-Language</c>).</summary>
internal sealed record Words(string Vi, string En)
{
    public string In(Language language) => language == Language.English ? En : Vi;

    /// <summary>A count as English says it: "1 unit", "2 units".</summary>
    /// <param name="many">For what is not one, where an s is not enough.</param>
    public static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? $"{one}s")}");
}
