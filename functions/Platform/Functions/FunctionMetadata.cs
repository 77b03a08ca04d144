using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace EmulationFunctions.Platform.Functions;

/// <summary>Who may call a function, as far as the description tells it. The room that decides about rights says it beside the function.</summary>
/// <param name="needsSignIn">Whether a token is asked for.</param>
/// <param name="refuses">Whether some who sign in are refused.</param>
[AttributeUsage(AttributeTargets.Method)]
internal abstract class AccessAttribute(bool needsSignIn, bool refuses) : Attribute
{
    public bool NeedsSignIn { get; } = needsSignIn;

    public bool Refuses { get; } = refuses;
}

/// <summary>The error statuses of a function's own, beside those that every function with its access can answer.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AnswersAttribute(params int[] statuses) : Attribute
{
    public IReadOnlyList<int> Statuses { get; } = statuses;
}

/// <summary>The body is a file of one of these media types and not JSON; read from the request, and taken under any Content-Type, where none is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesFileAttribute(params string[] mediaTypes) : Attribute
{
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes is [] ? [MediaTypeNames.Application.Octet] : mediaTypes;
}

/// <summary>The answer is a file of one of these media types and not JSON.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal class GivesFileAttribute(params string[] mediaTypes) : Attribute
{
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;
}

/// <summary>The file can be asked for in parts, and is not sent again to who has it (RFC 9110, 14 and 13.1.2).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InPartsAttribute : Attribute
{
    public IReadOnlyList<TakenValue> Takes { get; } =
    [
        new(HeaderNames.Range, InHeader: true, "Which bytes are wanted; all unless given."),
        new(HeaderNames.IfRange, InHeader: true, "The ETag of the parts that are there already; the whole file is given once it is another."),
        new(HeaderNames.IfNoneMatch, InHeader: true, "The ETag of the file that is there already; 304 while it is the same."),
    ];
}

/// <summary>Query values that must be there although the function takes them as missing, to name them with all other faults.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DemandsAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>Headers that an answer of this status carries beside those that every such answer has.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal class GivesHeadersAttribute(int status, params string[] names) : Attribute
{
    public int Status { get; } = status;

    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>The answer has sentences in it, in the language of the request.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GivesLanguageAttribute() : GivesHeadersAttribute(StatusCodes.Status200OK, HeaderNames.ContentLanguage, HeaderNames.Vary);

/// <summary>A query value or header that a parameter reads by itself, so that the description has to be told of it.</summary>
/// <param name="From">The least it may be, where it is a whole number; null for a text.</param>
/// <param name="To">The most it may be.</param>
internal sealed record TakenValue(string Name, bool InHeader, string Description, int? From = null, int? To = null);
