using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Office.Reminders;

/// <summary>Whom a unit asks: the head of its bloc, and the emulation office.</summary>
internal sealed class ContactReader(LeadersLookup findLeaders, RosterTable roster, IOptions<MailOptions> mail)
{
    public async Task<IReadOnlyList<string>> ReadAsync(string unit, IEnumerable<(int Year, string Bloc)> blocs, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var (year, bloc) in blocs.Distinct())
        {
            var (head, _) = await findLeaders(bloc, year, cancellationToken);
            if (head is not null && head != unit && await roster.FindUnitAsync(head, cancellationToken) is { } found)
            {
                lines.Add($"Khối trưởng: {found.Name}{(found.Contacts.Count > 0 ? $" ({string.Join(", ", found.Contacts)})" : "")}");
            }
        }

        var options = mail.Value;
        string[] office = [.. new[] { options.Office, options.Contact }.Where(text => text.Length > 0)];
        if (office.Length > 0)
        {
            lines.Add($"Cơ quan thường trực: {string.Join(", ", office)}");
        }

        return lines;
    }
}
