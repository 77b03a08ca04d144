using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// Finds every structural fault of a JSON body at once, against the same metadata that reads it: unknown, missing and repeated
/// members, nulls, wrong types, and the limits that the members' annotations state. The serialiser alone stops at the first.
/// </summary>
internal static class JsonFaults
{
    /// <summary>More faults than a person would read are cut; the count in the answer tells.</summary>
    public const int Maximum = 200;

    public static IReadOnlyList<Fault> Find(JsonElement element, JsonTypeInfo typeInfo)
    {
        var faults = new List<Fault>();
        Check(element, typeInfo, "$", [], faults);
        return faults;
    }

    /// <summary>The same body with its texts in composed form (NFC), or null when they already are.</summary>
    public static JsonNode? Composed(JsonElement element)
    {
        if (IsComposed(element))
        {
            return null;
        }

        return Compose(element);
    }

    private static bool IsComposed(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!.IsNormalized(),
        JsonValueKind.Array => element.EnumerateArray().All(IsComposed),
        JsonValueKind.Object => element.EnumerateObject().All(member => IsComposed(member.Value)),
        _ => true,
    };

    private static JsonNode? Compose(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => JsonValue.Create(element.GetString()!.Normalize()),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Compose)]),
        JsonValueKind.Object => new JsonObject(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Compose(member.Value)))),
        JsonValueKind.Null => null,
        _ => JsonNode.Parse(element.GetRawText()),
    };

    private static void Check(JsonElement element, JsonTypeInfo typeInfo, string path, IReadOnlyList<ValidationAttribute> limits, List<Fault> faults)
    {
        if (faults.Count >= Maximum)
        {
            return;
        }

        switch (typeInfo.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(element, typeInfo, path, faults);
                break;
            case JsonTypeInfoKind.Enumerable:
                CheckList(element, typeInfo, path, limits, faults);
                break;
            case JsonTypeInfoKind.Dictionary:
                CheckDictionary(element, typeInfo, path, limits, faults);
                break;
            default:
                CheckValue(element, typeInfo, path, limits, faults);
                break;
        }
    }

    private static void CheckObject(JsonElement element, JsonTypeInfo typeInfo, string path, List<Fault> faults)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new(path, new("Phải là một đối tượng { … }.", "Must be an object { … }.")));
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject().TakeWhile(_ => faults.Count < Maximum))
        {
            var memberPath = $"{path}.{member.Name}";
            if (typeInfo.Properties.FirstOrDefault(property => property.Name == member.Name && IsRead(property)) is not { } property)
            {
                faults.Add(new(memberPath, new("Không có trường nào tên như vậy.", "There is no member of that name.")));
            }
            else if (!seen.Add(member.Name))
            {
                faults.Add(new(memberPath, new("Trường này được ghi hai lần.", "This member is given twice.")));
            }
            else if (member.Value.ValueKind == JsonValueKind.Null)
            {
                if (!AllowsNull(property))
                {
                    faults.Add(new(memberPath, new("Không được để trống (null).", "Must not be null.")));
                }
            }
            else
            {
                Check(member.Value, typeInfo.Options.GetTypeInfo(property.PropertyType), memberPath, Limits(property), faults);
            }
        }

        foreach (var property in typeInfo.Properties.Where(property => property.IsRequired && !seen.Contains(property.Name)).TakeWhile(_ => faults.Count < Maximum))
        {
            faults.Add(new($"{path}.{property.Name}", new("Thiếu trường bắt buộc này.", "This required member is missing.")));
        }
    }

    private static void CheckList(JsonElement element, JsonTypeInfo typeInfo, string path, IReadOnlyList<ValidationAttribute> limits, List<Fault> faults)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            faults.Add(new(path, new("Phải là một danh sách [ … ].", "Must be a list [ … ].")));
            return;
        }

        CheckCount(element.GetArrayLength(), path, limits, faults);
        var elementInfo = typeInfo.Options.GetTypeInfo(typeInfo.ElementType!);
        var index = 0;
        foreach (var item in element.EnumerateArray().TakeWhile(_ => faults.Count < Maximum))
        {
            CheckItem(item, elementInfo, $"{path}[{index++}]", limits, faults);
        }
    }

    private static void CheckDictionary(JsonElement element, JsonTypeInfo typeInfo, string path, IReadOnlyList<ValidationAttribute> limits, List<Fault> faults)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new(path, new("Phải là một đối tượng { … }.", "Must be an object { … }.")));
            return;
        }

        CheckCount(element.GetPropertyCount(), path, limits, faults);
        var elementInfo = typeInfo.Options.GetTypeInfo(typeInfo.ElementType!);
        foreach (var member in element.EnumerateObject().TakeWhile(_ => faults.Count < Maximum))
        {
            CheckItem(member.Value, elementInfo, $"{path}.{member.Name}", limits, faults);
        }
    }

    private static void CheckItem(JsonElement item, JsonTypeInfo elementInfo, string path, IReadOnlyList<ValidationAttribute> limits, List<Fault> faults)
    {
        if (item.ValueKind == JsonValueKind.Null)
        {
            faults.Add(new(path, new("Không được để trống (null).", "Must not be null.")));
            return;
        }

        Check(item, elementInfo, path, OfItems(limits), faults);
    }

    private static void CheckCount(int count, string path, IReadOnlyList<ValidationAttribute> limits, List<Fault> faults)
    {
        foreach (var limit in limits)
        {
            var (minimum, maximum) = limit switch
            {
                MinLengthAttribute least => (least.Length, int.MaxValue),
                MaxLengthAttribute most => (0, most.Length),
                LengthAttribute both => (both.MinimumLength, both.MaximumLength),
                _ => (0, int.MaxValue),
            };
            if (count < minimum || count > maximum)
            {
                faults.Add(new(path, maximum == int.MaxValue
                    ? new($"Phải có ít nhất {minimum} mục.", $"Must have at least {minimum} items.")
                    : new($"Phải có từ {minimum} đến {maximum} mục.", $"Must have {minimum} to {maximum} items.")));
            }
        }
    }

    private static void CheckValue(JsonElement element, JsonTypeInfo typeInfo, string path, IReadOnlyList<ValidationAttribute> limits, List<Fault> faults)
    {
        object? value;
        try
        {
            value = element.Deserialize(typeInfo);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            faults.Add(new(path, NumberInText.In(element, typeInfo.Type) is { } number ? NumberInText.Write(number) : (exception as BadValueException)?.Words ?? Expected(typeInfo.Type)));
            return;
        }

        if (value is string text)
        {
            if (text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) || HasLoneSurrogate(text))
            {
                faults.Add(new(path, new("Có ký tự điều khiển không hiển thị được.", "Contains control characters that cannot be shown.")));
                return;
            }

            value = text.Normalize();
        }

        faults.AddRange(limits.Where(limit => !limit.IsValid(value)).Select(limit => new Fault(path, Limit(limit))));
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]))
            {
                if (!char.IsSurrogatePair(text, index))
                {
                    return true;
                }

                index++;
            }
        }

        return false;
    }

    /// <summary>Whether a value by itself has no fault.</summary>
    public static bool IsSound(JsonElement element, JsonTypeInfo typeInfo, IReadOnlyList<ValidationAttribute> limits)
    {
        var faults = new List<Fault>();
        CheckValue(element, typeInfo, "$", limits, faults);
        return faults.Count == 0;
    }

    public static bool IsRightCount(int count, IReadOnlyList<ValidationAttribute> limits)
    {
        var faults = new List<Fault>();
        CheckCount(count, "$", limits, faults);
        return faults.Count == 0;
    }

    /// <summary>What limits a list's texts is written on the list: only the count belongs to the list itself.</summary>
    public static IReadOnlyList<ValidationAttribute> OfItems(IReadOnlyList<ValidationAttribute> limits) =>
        [.. limits.Where(limit => limit is not (MinLengthAttribute or MaxLengthAttribute or LengthAttribute))];

    public static bool IsRead(JsonPropertyInfo property) => property.Set is not null | property.AssociatedParameter is not null;

    public static bool AllowsNull(JsonPropertyInfo property) =>
        property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    public static ValidationAttribute[] Limits(JsonPropertyInfo property) =>
        [.. property.AttributeProvider?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>() ?? []];

    private static Words Limit(ValidationAttribute limit) => limit switch
    {
        SlugAttribute => new(
            $"Chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá {Slug.MaximumLength} ký tự.",
            $"Only lower-case letters without marks, digits and hyphens, at most {Slug.MaximumLength} characters."),
        StringLengthAttribute { MinimumLength: > 0 } length => new(
            $"Phải dài từ {length.MinimumLength} đến {length.MaximumLength} ký tự.", $"Must be {length.MinimumLength} to {length.MaximumLength} characters long."),
        StringLengthAttribute length => new(
            $"Dài nhất {length.MaximumLength} ký tự.", $"At most {length.MaximumLength} characters."),
        RangeAttribute range => new(
            $"Phải từ {Number(range.Minimum)} đến {Number(range.Maximum)}.", $"Must be from {Number(range.Minimum)} to {Number(range.Maximum)}."),
        EmailAddressAttribute => new("Không phải địa chỉ thư điện tử.", "Not an e-mail address."),
        UrlAttribute => new("Không phải địa chỉ web.", "Not a web address."),
        RegularExpressionAttribute pattern => new($"Không đúng dạng {pattern.Pattern}.", $"Does not have the form {pattern.Pattern}."),
        _ => new("Giá trị không hợp lệ.", "The value is not valid."),
    };

    private static string Number(object limit) => Convert.ToString(limit, CultureInfo.InvariantCulture)!;

    /// <summary>What is said of a value that is not of this type.</summary>
    public static Words Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            // The names as they are written in JSON: camel case.
            var names = string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName));
            return new($"Phải là một trong: {names}.", $"Must be one of: {names}.");
        }

        return type switch
        {
            _ when type == typeof(string) => new("Phải là chữ (chuỗi ký tự).", "Must be text."),
            _ when type == typeof(int) || type == typeof(long) => new("Phải là số nguyên.", "Must be a whole number."),
            _ when type == typeof(decimal) => new("Phải là số.", "Must be a number."),
            _ when type == typeof(bool) => new("Phải là true hoặc false.", "Must be true or false."),
            _ when type == typeof(DateOnly) => new("Phải là ngày dạng năm-tháng-ngày, ví dụ 2026-12-10.", "Must be a day such as 2026-12-10."),
            _ when type == typeof(DateTimeOffset) => new("Phải là thời điểm dạng ISO 8601.", "Must be an instant in ISO 8601 form."),
            _ when type == typeof(Guid) => new("Phải là mã GUID.", "Must be a GUID."),
            _ => new("Sai kiểu dữ liệu.", "Has the wrong type."),
        };
    }
}
