using System.Globalization;

namespace EmulationFunctions.Common;

/// <summary>Days are Vietnamese days and instants are UTC; the machine's own local time (UTC in Azure) is never asked.</summary>
internal sealed class VietnamTime
{
    public const string Setting = "Time:Zone";
    public const string DefaultZone = "Asia/Ho_Chi_Minh";

    private static readonly TimeZoneInfo FixedZone =
        TimeZoneInfo.CreateCustomTimeZone(DefaultZone, TimeSpan.FromHours(7), DefaultZone, DefaultZone);

    private readonly TimeZoneInfo _zone;

    public VietnamTime(string zone = DefaultZone)
        : this(zone, name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : null)
    {
    }

    /// <param name="find">The machine's zone data, which a small container image may lack.</param>
    internal VietnamTime(string zone, Func<string, TimeZoneInfo?> find) =>
        _zone = find(zone) ?? (zone == DefaultZone
            ? FixedZone
            : throw new SettingException(Setting, $"is '{zone}', which this machine does not know as a time zone. Remove it to use {DefaultZone}."));

    public DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>The first instant of the day, in UTC, also where summer time removes or repeats midnight.</summary>
    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>When the clocks show that hour on that day, in UTC; the first time where they show it twice.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        var offset = _zone.IsAmbiguousTime(local)
            ? _zone.GetAmbiguousTimeOffsets(local).Max()
            : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The first instant after the day: a deadline day counts until just before it.</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>A day as people in Vietnam write it: 31/12/2026.</summary>
    public static string Local(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant as people in Vietnam write it: 23:59 ngày 31/12/2026.</summary>
    public string Local(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, _zone).ToString("HH':'mm 'ngày' dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
