using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace EmulationFunctions.Platform.Functions;

/// <summary>A member that is read from bodies, with what is asked of it for each of them: found once, as attributes are made anew whenever they are asked for.</summary>
/// <param name="Type">Of its value.</param>
/// <param name="AllowsNull">Whether it may be null.</param>
/// <param name="Limits">What its annotations state.</param>
internal sealed record JsonMember(string Name, bool IsRequired, JsonTypeInfo Type, bool AllowsNull, IReadOnlyList<ValidationAttribute> Limits)
{
    private static readonly ConditionalWeakTable<JsonTypeInfo, JsonMember[]> Known = [];

    public static JsonMember[] Of(JsonTypeInfo typeInfo) => Known.GetValue(typeInfo, static one => [.. one.Properties.Where(IsRead).Select(From)]);

    private static JsonMember From(JsonPropertyInfo property) => new(
        property.Name,
        property.IsRequired,
        property.Options.GetTypeInfo(property.PropertyType),
        property.AssociatedParameter?.IsNullable ?? property.IsSetNullable,
        [.. property.AttributeProvider?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>() ?? []]);

    private static bool IsRead(JsonPropertyInfo property) => property.Set is not null | property.AssociatedParameter is not null;
}
