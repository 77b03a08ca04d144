using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace EmulationFunctions.Common;

/// <summary>
/// Ids that callers make: lower-case ASCII letters, digits and single hyphens. They are table keys, parts of addresses and of
/// folder names, so nothing in them ever needs quoting.
/// </summary>
internal static partial class Slug
{
    public const int MaximumLength = 64;

    public static bool IsValid(string text) => text.Length <= MaximumLength && Pattern().IsMatch(text);

    /// <summary>As the API's description says it.</summary>
    public const string Form = "^[a-z0-9]+(-[a-z0-9]+)*$";

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

/// <summary>On a member of a request body (or a list of them): the text is an id.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class SlugAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string text && Slug.IsValid(text));
}
