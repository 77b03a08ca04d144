using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace EmulationFunctions.Common;

/// <summary>A person as a paper names one. The name is data of that paper alone: it is stored there, and nowhere else.</summary>
/// <param name="Name">The name, as the paper writes it; null after it was erased.</param>
/// <param name="Post">The post or capacity, such as "Phó Giám đốc Sở Nội vụ".</param>
/// <param name="Salt">Drawn for this name, stored and erased with it, so that the fingerprint cannot be guessed from lists of names.</param>
internal sealed record NamedPerson(string? Name, string? Post, string Salt)
{
    public const int Longest = 200;

    /// <summary>A person as written down just now; the salt of a person who is written down unchanged stays.</summary>
    public static NamedPerson Of(PersonBody body, NamedPerson? before = null) => Of(body.Name, body.Post, before);

    /// <summary>The same of somebody of whom a paper may say only the post.</summary>
    public static NamedPerson Of(string? name, string? post, NamedPerson? before = null) =>
        before is not null && before.Name == name && before.Post == post ? before : new(name, post, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    /// <summary>The person that a paper says: null where it says nobody. Of somebody who was erased nothing can be said, and that somebody was named stays.</summary>
    public static NamedPerson? Said(string? name, string? post, NamedPerson? before)
    {
        var (saidName, saidPost) = (Clean(name), Clean(post));
        return saidName is null && saidPost is null ? (before == Erased ? before : null) : Of(saidName, saidPost, before);
    }

    /// <summary>Without outer blanks; null where nothing is left.</summary>
    public static string? Clean(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    /// <summary>What the audit holds in place of the name.</summary>
    [JsonIgnore]
    public string Fingerprint => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Salt}|{Name}|{Post}")))}";

    /// <summary>Somebody whose name, post and salt were erased: that somebody was named stays.</summary>
    public static NamedPerson Erased { get; } = new(null, null, "");
}

/// <param name="Name">The name, as the paper writes it.</param>
/// <param name="Post">The post or capacity.</param>
internal sealed record PersonBody(
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string Name,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Post = null);

/// <param name="Name">The name, as the paper writes it; none where only the post is known.</param>
/// <param name="Post">The post, such as "Phó Giám đốc".</param>
internal sealed record SignerBody(
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Name = null,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Post = null)
{
    /// <summary>Null where nothing is said.</summary>
    public NamedPerson? ToPerson() => NamedPerson.Said(Name, Post, before: null);
}

/// <param name="Name">The name; null after it was erased.</param>
/// <param name="Post">The post.</param>
internal sealed record PersonView(string? Name, string? Post)
{
    public static PersonView? Of(NamedPerson? person) => person is null ? null : new(person.Name, person.Post);
}
