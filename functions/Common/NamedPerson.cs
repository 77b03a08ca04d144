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
