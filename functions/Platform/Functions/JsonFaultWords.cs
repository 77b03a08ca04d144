using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Functions;

/// <summary>What is said of a value that is none of its type, or beyond what its annotations state.</summary>
internal static class JsonFaultWords
{
    public static readonly Words CannotBeShown = new("Có ký tự điều khiển không hiển thị được.", "Contains control characters that cannot be shown.");

    public static Words Limit(ValidationAttribute limit) => limit switch
    {
        SlugAttribute => new(
            $"Chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá {Slug.MaximumLength} ký tự.",
            $"Only lower-case letters without marks, digits and hyphens, at most {Slug.MaximumLength} characters."),
        StringLengthAttribute { MinimumLength: 1 } length => new($"Cần ghi, dài nhất {length.MaximumLength} ký tự.", $"Needed; at most {length.MaximumLength} characters."),
        StringLengthAttribute { MinimumLength: > 0 } length => new(
            $"Phải dài từ {length.MinimumLength} đến {length.MaximumLength} ký tự.", $"Must be {length.MinimumLength} to {length.MaximumLength} characters long."),
        StringLengthAttribute length => new(
            $"Dài nhất {length.MaximumLength} ký tự.", $"At most {length.MaximumLength} characters."),
        RangeAttribute range => new(
            $"Phải từ {Number(range.Minimum)} đến {Number(range.Maximum)}.", $"Must be from {Number(range.Minimum)} to {Number(range.Maximum)}."),
        EmailAddressAttribute => new("Không phải địa chỉ thư điện tử.", "Not an e-mail address."),
        UrlAttribute => new("Không phải địa chỉ web.", "Not a web address."),
        RegularExpressionAttribute { Pattern: HourText.Pattern } => new("Xin viết giờ như 08:00.", "Please write an hour such as 08:00."),
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
