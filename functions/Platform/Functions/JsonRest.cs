using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// What can be read of a body that has structural faults: the same body with what was meant, or else something harmless, in each faulty
/// place, so that the rules can say what else is wrong with it. Nothing is ever done with it.
/// </summary>
internal sealed class JsonRest
{
    private static readonly DateOnly AnyDay = new(2020, 1, 1);

    private bool _isMeant = true;

    private JsonRest()
    {
    }

    /// <returns>The body, null when even so it cannot be read; and whether all of it is what was meant.</returns>
    public static (object? Body, bool IsMeant) Read(JsonElement body, JsonTypeInfo typeInfo)
    {
        var rest = new JsonRest();
        return (rest.Find(body, typeInfo), rest._isMeant);
    }

    private object? Find(JsonElement body, JsonTypeInfo typeInfo)
    {
        try
        {
            return JsonSerializer.Deserialize(Mended(body, typeInfo, []), typeInfo);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    private JsonNode? Mended(JsonElement element, JsonTypeInfo typeInfo, IReadOnlyList<ValidationAttribute> limits) => typeInfo.Kind switch
    {
        JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object => MendedObject(element, typeInfo),
        JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array && JsonFaults.IsRightCount(element.GetArrayLength(), limits) => MendedList(element, typeInfo, limits),
        JsonTypeInfoKind.None => JsonFaults.IsSound(element, typeInfo, limits) ? Composed(element) : NumberInText.In(element, typeInfo.Type) is { } meant ? JsonValue.Create(meant) : Harmless(typeInfo),
        _ => Harmless(typeInfo),
    };

    private JsonObject MendedObject(JsonElement element, JsonTypeInfo typeInfo)
    {
        var mended = new JsonObject();
        foreach (var member in JsonMember.Of(typeInfo))
        {
            var isThere = element.TryGetProperty(member.Name, out var value);
            if (isThere && value.ValueKind != JsonValueKind.Null)
            {
                mended[member.Name] = Mended(value, member.Type, member.Limits);
            }
            else if (isThere || member.IsRequired)
            {
                _isMeant &= isThere && member.AllowsNull;
                mended[member.Name] = member.AllowsNull ? null : Harmless(member.Type);
            }
        }

        return mended;
    }

    private JsonArray MendedList(JsonElement element, JsonTypeInfo typeInfo, IReadOnlyList<ValidationAttribute> limits)
    {
        var itemInfo = typeInfo.Options.GetTypeInfo(typeInfo.ElementType!);
        var ofItems = JsonFaults.OfItems(limits);
        return [.. element.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? Harmless(itemInfo) : Mended(item, itemInfo, ofItems))];
    }

    private static JsonNode? Composed(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? JsonValue.Create(element.GetString()!.Normalize()) : JsonNode.Parse(element.GetRawText());

    private JsonNode? Harmless(JsonTypeInfo typeInfo)
    {
        _isMeant = false;
        return Anything(typeInfo);
    }

    private JsonNode? Anything(JsonTypeInfo typeInfo) => typeInfo.Kind switch
    {
        JsonTypeInfoKind.Object => MendedObject(JsonElement.Parse("{}"), typeInfo),
        JsonTypeInfoKind.Enumerable => new JsonArray(),
        JsonTypeInfoKind.Dictionary => new JsonObject(),
        _ when typeInfo.Type == typeof(string) => JsonValue.Create(""),
        _ when typeInfo.Type == typeof(DateOnly) => JsonValue.Create(AnyDay),
        _ when typeInfo.Type.IsValueType => JsonSerializer.SerializeToNode(Activator.CreateInstance(typeInfo.Type), typeInfo),
        _ => null,
    };
}
