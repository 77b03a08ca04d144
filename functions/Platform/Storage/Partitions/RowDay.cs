using System.Globalization;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>Days as rows hold them: 2026-12-31, as text, for storage knows only instants.</summary>
internal static class RowDay
{
    private const string Form = "yyyy-MM-dd";

    public static string? Of(DateOnly? day) => day?.ToString(Form, CultureInfo.InvariantCulture);

    public static DateOnly? DayOf(this TableEntity row, string name) =>
        row.GetString(name) is { } text ? DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture) : null;
}
