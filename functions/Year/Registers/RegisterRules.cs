using System.Net.Mail;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Registers;

/// <summary>What may be put down in the registers of a bloc's year.</summary>
internal static class RegisterRules
{
    /// <param name="year">The year of the bloc.</param>
    /// <param name="body">What was sent; its form has been checked.</param>
    /// <param name="today">In Vietnam.</param>
    public static IReadOnlyList<Fault> Check(int year, RoleModelBody body, DateOnly today)
    {
        var faults = new List<Fault>();
        DemandText(body.Achievement, "$.achievement", faults);
        if ((body.Collective is null) == (body.Person is null))
        {
            faults.Add("$.person", "Điển hình là một tập thể hoặc một cá nhân; ghi đúng một trong hai.", "A role model is a collective or a person: give just one of them.");
        }

        DemandText(body.Collective ?? "-", "$.collective", faults);
        DemandText(body.Person?.Name ?? "-", "$.person.name", faults);
        DemandText(body.Person?.Post ?? "-", "$.person.post", faults);
        CheckDay(year, body.Day, body.DaySaid, today, faults);
        body.Source?.Check("$.source", faults);
        return faults;
    }

    /// <inheritdoc cref="Check(int, RoleModelBody, DateOnly)"/>
    public static IReadOnlyList<Fault> Check(int year, ActivityBody body, DateOnly today)
    {
        var faults = new List<Fault>();
        DemandText(body.Title, "$.title", faults);
        CheckDay(year, body.Day, body.DaySaid, today, faults);
        CheckSaid(body.Amount is null, body.AmountSaid, "amount", faults);
        CheckSaid(body.Participants is null, body.ParticipantsSaid, "participants", faults);
        body.Source?.Check("$.source", faults);
        return faults;
    }

    public static IReadOnlyList<Fault> Check(ContactsBody body)
    {
        var faults = new List<Fault>();
        for (var index = 0; index < body.Persons.Count; index++)
        {
            var (person, path) = (body.Persons[index], $"$.persons[{index}]");
            DemandText(person.Name, $"{path}.name", faults);
            DemandText(person.Post ?? "-", $"{path}.post", faults);
            if (person.Phone is { } phone && (!phone.Any(char.IsAsciiDigit) || phone.Any(letter => !char.IsAsciiDigit(letter) && !" .()+-".Contains(letter, StringComparison.Ordinal))))
            {
                faults.Add($"{path}.phone", "Không phải số điện thoại.", "Not a telephone number.");
            }

            if (person.Email is { } email && !(MailAddress.TryCreate(email, out var address) && address.Address == email))
            {
                faults.Add($"{path}.email", "Không phải địa chỉ thư điện tử.", "Not an e-mail address.");
            }
        }

        return faults;
    }

    private static void CheckDay(int year, DateOnly? day, string? said, DateOnly today, List<Fault> faults)
    {
        if (day is { } known && (known.Year != year || known > today))
        {
            faults.Add("$.day", $"Phải trong năm {year} và không ở tương lai.", $"Must be in {year} and not in the future.");
        }

        if (said is not null && day is not null)
        {
            faults.Add("$.daySaid", "Đã có ngày thì không cần lời ghi về ngày.", "Where the day is known, nothing is said in its place.");
        }

        DemandText(said ?? "-", "$.daySaid", faults);
    }

    /// <summary>What is only said cannot be added up.</summary>
    private static void CheckSaid(bool hasNoNumber, string? said, string name, List<Fault> faults)
    {
        if (said is not null && hasNoNumber)
        {
            faults.Add($"$.{name}", "Cần ghi cả con số, kể cả khi con số chỉ là ước chừng.", "The number is needed too, even where it is only about right.");
        }

        DemandText(said ?? "-", $"$.{name}Said", faults);
    }

    private static void DemandText(string text, string path, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Cần ghi nội dung.", "A text is needed.");
        }
    }
}
