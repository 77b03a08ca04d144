using EmulationFunctions.Office.Portal;
using EmulationFunctions.Platform.Mail;

namespace EmulationFunctions.Office.Reminders;

/// <summary>What is true of a notice's matter on the day its mail goes out.</summary>
/// <param name="Unit">What people call the unit it is written to.</param>
/// <param name="When">The year, with its period where it has several, as people say it.</param>
/// <param name="Bloc">What people call the bloc.</param>
/// <param name="Today">The day on which the mail goes out.</param>
/// <param name="Said">What somebody wrote, such as a reason, a line each.</param>
internal sealed record NoticeFacts(string Unit, string When, string Bloc, DateOnly Today, IReadOnlyList<string> Said)
{
    /// <summary>The year and the bloc that it is about; null where that is not known.</summary>
    public (int Year, string Bloc)? Place { get; init; }

    /// <summary>Where on the page it is shown.</summary>
    public string Shown { get; init; } = PortalPlaces.Home;

    /// <summary>Until when something is to be done; null where nothing is, or nothing says until when.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>For which step, such as "tự chấm điểm".</summary>
    public string Stage { get; init; } = "";

    /// <summary>The unit that it is about, where that is not the one it is written to.</summary>
    public string Other { get; init; } = "";

    /// <summary>Criteria with their titles, units to be scored, or a place: a line each.</summary>
    public IReadOnlyList<string> Matters { get; init; } = [];

    /// <summary>What a meeting is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>The appointment that the mail brings; null in most mails.</summary>
    public MailEvent? Event { get; init; }

    /// <summary>Whether the unit has something to do now: to score the other unit, or to explain points.</summary>
    public bool IsDue { get; init; }
}
