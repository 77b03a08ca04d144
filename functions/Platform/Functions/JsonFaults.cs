using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// Finds every structural fault of a JSON body at once, against the same metadata that reads it: unknown, missing and repeated
/// members, nulls, wrong types, and the limits that the members' annotations state. The serialiser alone stops at the first.
/// </summary>
internal sealed class JsonFaults
{
    /// <summary>More faults than a person would read are cut; the count in the answer tells.</summary>
    public const int Maximum = 200;

    private readonly List<Fault> _faults = [];

    /// <summary>Where the search is; only a fault makes a string of it.</summary>
    private readonly StringBuilder _path = new("$");

    private JsonFaults()
    {
    }

    private bool IsOver => _faults.Count >= Maximum;

    public static IReadOnlyList<Fault> Find(JsonElement element, JsonTypeInfo typeInfo)
    {
        var search = new JsonFaults();
        search.Check(element, typeInfo, []);
        return search._faults;
    }

    private void Check(JsonElement element, JsonTypeInfo typeInfo, IReadOnlyList<ValidationAttribute> limits)
    {
        if (IsOver)
        {
            return;
        }

        switch (typeInfo.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(element, typeInfo);
                break;
            case JsonTypeInfoKind.Enumerable:
                CheckList(element, typeInfo, limits);
                break;
            case JsonTypeInfoKind.Dictionary:
                CheckDictionary(element, typeInfo, limits);
                break;
            default:
                CheckValue(element, typeInfo, limits);
                break;
        }
    }

    private void CheckObject(JsonElement element, JsonTypeInfo typeInfo)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Add(new("Phải là một đối tượng { … }.", "Must be an object { … }."));
            return;
        }

        var (members, length) = (JsonMember.Of(typeInfo), _path.Length);
        Span<bool> seen = stackalloc bool[members.Length];
        foreach (var sent in element.EnumerateObject())
        {
            if (IsOver)
            {
                return;
            }

            var index = IndexOf(members, sent);
            _path.Append('.').Append(index < 0 ? sent.Name : members[index].Name);
            if (index < 0)
            {
                Add(new("Không có trường nào tên như vậy.", "There is no member of that name."));
            }
            else if (seen[index])
            {
                Add(new("Trường này được ghi hai lần.", "This member is given twice."));
            }
            else if (sent.Value.ValueKind != JsonValueKind.Null)
            {
                Check(sent.Value, members[index].Type, members[index].Limits);
            }
            else if (!members[index].AllowsNull)
            {
                Add(new("Không được để trống (null).", "Must not be null."));
            }

            if (index >= 0)
            {
                seen[index] = true;
            }

            _path.Length = length;
        }

        for (var index = 0; index < members.Length && !IsOver; index++)
        {
            if (members[index].IsRequired && !seen[index])
            {
                _path.Append('.').Append(members[index].Name);
                Add(new("Thiếu trường bắt buộc này.", "This required member is missing."));
                _path.Length = length;
            }
        }
    }

    private static int IndexOf(JsonMember[] members, JsonProperty sent)
    {
        for (var index = 0; index < members.Length; index++)
        {
            if (sent.NameEquals(members[index].Name))
            {
                return index;
            }
        }

        return -1;
    }

    private void CheckList(JsonElement element, JsonTypeInfo typeInfo, IReadOnlyList<ValidationAttribute> limits)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Add(new("Phải là một danh sách [ … ].", "Must be a list [ … ]."));
            return;
        }

        CheckCount(element.GetArrayLength(), limits);
        var (elementInfo, ofItems, length) = (typeInfo.Options.GetTypeInfo(typeInfo.ElementType!), OfItems(limits), _path.Length);
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (IsOver)
            {
                return;
            }

            _path.Append(CultureInfo.InvariantCulture, $"[{index++}]");
            CheckItem(item, elementInfo, ofItems);
            _path.Length = length;
        }
    }

    private void CheckDictionary(JsonElement element, JsonTypeInfo typeInfo, IReadOnlyList<ValidationAttribute> limits)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Add(new("Phải là một đối tượng { … }.", "Must be an object { … }."));
            return;
        }

        CheckCount(element.GetPropertyCount(), limits);
        var (elementInfo, ofItems, length) = (typeInfo.Options.GetTypeInfo(typeInfo.ElementType!), OfItems(limits), _path.Length);
        foreach (var member in element.EnumerateObject())
        {
            if (IsOver)
            {
                return;
            }

            _path.Append('.').Append(member.Name);
            CheckItem(member.Value, elementInfo, ofItems);
            _path.Length = length;
        }
    }

    private void CheckItem(JsonElement item, JsonTypeInfo elementInfo, IReadOnlyList<ValidationAttribute> ofItems)
    {
        if (item.ValueKind == JsonValueKind.Null)
        {
            Add(new("Không được để trống (null).", "Must not be null."));
            return;
        }

        Check(item, elementInfo, ofItems);
    }

    private void CheckCount(int count, IReadOnlyList<ValidationAttribute> limits)
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
                Add(maximum == int.MaxValue
                    ? new($"Phải có ít nhất {minimum} mục.", $"Must have at least {minimum} items.")
                    : new($"Phải có từ {minimum} đến {maximum} mục.", $"Must have {minimum} to {maximum} items."));
            }
        }
    }

    private void CheckValue(JsonElement element, JsonTypeInfo typeInfo, IReadOnlyList<ValidationAttribute> limits)
    {
        var isText = typeInfo.Type == typeof(string) && element.ValueKind == JsonValueKind.String;
        object? value;
        try
        {
            if (isText && limits.Count == 0 && JsonLetters.Are(element, CanBeShown))
            {
                return;
            }

            value = element.Deserialize(typeInfo);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            Add(NumberInText.In(element, typeInfo.Type) is { } number ? NumberInText.Write(number) : (exception as BadValueException)?.Words ?? (isText ? JsonFaultWords.CannotBeShown : JsonFaultWords.Expected(typeInfo.Type)));
            return;
        }

        if (value is string text)
        {
            if (!CanBeShown(text))
            {
                Add(JsonFaultWords.CannotBeShown);
                return;
            }

            value = text.Normalize();
        }

        foreach (var limit in limits)
        {
            if (!limit.IsValid(value))
            {
                Add(JsonFaultWords.Limit(limit));
            }
        }
    }

    private void Add(Words words) => _faults.Add(new(_path.ToString(), words));

    /// <summary>No control character but those of lines and columns, and no half character.</summary>
    private static bool CanBeShown(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]))
            {
                if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                {
                    return false;
                }

                index++;
            }
            else if (char.IsControl(text[index]) && text[index] is not ('\n' or '\r' or '\t'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a value by itself has no fault.</summary>
    public static bool IsSound(JsonElement element, JsonTypeInfo typeInfo, IReadOnlyList<ValidationAttribute> limits)
    {
        var search = new JsonFaults();
        search.CheckValue(element, typeInfo, limits);
        return search._faults.Count == 0;
    }

    public static bool IsRightCount(int count, IReadOnlyList<ValidationAttribute> limits)
    {
        var search = new JsonFaults();
        search.CheckCount(count, limits);
        return search._faults.Count == 0;
    }

    /// <summary>What limits a list's texts is written on the list: only the count belongs to the list itself.</summary>
    public static IReadOnlyList<ValidationAttribute> OfItems(IReadOnlyList<ValidationAttribute> limits) =>
        [.. limits.Where(limit => limit is not (MinLengthAttribute or MaxLengthAttribute or LengthAttribute))];
}
