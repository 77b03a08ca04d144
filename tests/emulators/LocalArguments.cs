using System.Globalization;

namespace EmulationFunctions.Emulators;

/// <summary>What <c>dotnet run local.cs -- …</c> was asked for.</summary>
/// <param name="Once">End after the walk.</param>
/// <param name="Now">The moment to which the program's clock is moved; null goes on from where it was.</param>
/// <param name="WantsHelp">Say what there is and end.</param>
/// <param name="Open">Open the units' page in the browser.</param>
/// <param name="Empty">Without the sample: a province that begins.</param>
public sealed record LocalArguments(bool Once, DateTimeOffset? Now, bool WantsHelp, bool Open = true, bool Empty = false)
{
    public const string Usage = """
        dotnet run local.cs                       everything on this machine, and its page in the browser; it stays up until Ctrl-C
        dotnet run local.cs -- --once             the same without the page, and ends after the sample is there
        dotnet run local.cs -- --no-browser       does not open the page
        dotnet run local.cs -- --empty            without the sample: the office of a new province sets up its first year on the page
        dotnet run local.cs -- --now 2027-01-31   with the program's clock moved there, 08:00 in Vietnam; or --now 2027-01-31T23:30
        dotnet run local.cs -- --help             this

        The clock goes on from where it was moved to (by --now or on the page), on later starts too; --now with today's date brings it back.
        Data is kept in .local; delete that folder to begin anew.
        """;

    /// <summary>The time of a day that is given without one.</summary>
    public static readonly TimeSpan Morning = TimeSpan.FromHours(8);

    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <returns>What was asked; or a sentence that names what is not understood.</returns>
    public static (LocalArguments? Arguments, string? Fault) Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var asked = new LocalArguments(false, null, false);
        for (var index = 0; index < args.Count; index++)
        {
            switch (args[index])
            {
                case "--once":
                    asked = asked with { Once = true };
                    break;
                case "--no-browser":
                    asked = asked with { Open = false };
                    break;
                case "--empty":
                    asked = asked with { Empty = true };
                    break;
                case "--help" or "-h":
                    asked = asked with { WantsHelp = true };
                    break;
                case "--now" when index + 1 < args.Count && Moment(args[index + 1]) is { } now:
                    asked = asked with { Now = now };
                    index++;
                    break;
                case "--now":
                    return (null, "--now needs a day (2027-01-31), or a day and a time (2027-01-31T23:30).");
                case var unknown:
                    return (null, $"'{unknown}' is not understood.");
            }
        }

        return (asked, null);
    }

    private static DateTimeOffset? Moment(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? new(moment, Vietnam)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new(day.ToDateTime(TimeOnly.FromTimeSpan(Morning)), Vietnam)
        : null;
}
