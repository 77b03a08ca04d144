using Microsoft.Net.Http.Headers;

namespace EmulationFunctions.Common;

/// <summary>The languages people read. Vietnamese unless the request prefers English.</summary>
internal enum Language
{
    Vietnamese,
    English,
}

internal static class LanguageOfRequest
{
    /// <summary>The one of our languages that <c>Accept-Language</c> gives the higher quality; Vietnamese when it names neither.</summary>
    public static Language Language(this HttpContext context)
    {
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage;
        return Quality(wanted, "en") > Quality(wanted, "vi") ? Common.Language.English : Common.Language.Vietnamese;
    }

    /// <summary>The same, and the answer says that it is in it.</summary>
    public static Language AnswersIn(this HttpContext context)
    {
        var language = context.Language();
        context.Response.Headers.ContentLanguage = language == Common.Language.English ? "en" : "vi";
        context.Response.Headers.Vary = "Accept-Language";
        return language;
    }

    private static double Quality(IList<StringWithQualityHeaderValue> wanted, string language) =>
        wanted.Where(value => value.Value.StartsWith(language, StringComparison.OrdinalIgnoreCase))
            .Select(value => value.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
}
