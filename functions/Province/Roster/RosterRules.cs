using System.Text;
using System.Text.RegularExpressions;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Roster;

/// <summary>What must hold of units, memberships and terms. Pure.</summary>
internal static partial class RosterRules
{
    /// <summary>A name or a few words: one line that is not blank.</summary>
    public static void CheckText(string text, string path, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Không được để trống.", "Must not be blank.");
        }
        else if (text.AsSpan().IndexOfAny("\r\n\t\u2028\u2029") >= 0)
        {
            faults.Add(path, "Phải nằm trên một dòng.", "Must be a single line.");
        }
        else if (text.Contains(LostLetters.Replacement, StringComparison.Ordinal))
        {
            faults.Add(path, $"Có chữ bị mất ({LostLetters.Replacement}); hãy gõ lại.", $"A letter was lost ({LostLetters.Replacement}); type it again.");
        }
    }

    /// <summary>What people call a unit or a bloc: a text with letters in it. Letters that a program lost on the way stand as ?? too.</summary>
    public static void CheckName(string name, string path, List<Fault> faults)
    {
        var before = faults.Count;
        CheckText(name, path, faults);
        if (faults.Count == before && !name.EnumerateRunes().Any(Rune.IsLetter))
        {
            faults.Add(path, "Tên phải có chữ cái.", "A name has letters in it.");
        }
    }

    public static void CheckContact(string address, IEnumerable<string> before, string path, List<Fault> faults)
    {
        if (address.Length > Unit.LongestContact || !Address().IsMatch(address))
        {
            faults.Add(path, "Không phải địa chỉ thư điện tử.", "Not an e-mail address.");
        }
        else if (before.Contains(address, StringComparer.OrdinalIgnoreCase))
        {
            faults.Add(path, "Địa chỉ này được ghi hai lần.", "This address is given twice.");
        }
    }

    public static void CheckDay(DateOnly day, string path, List<Fault> faults)
    {
        if (day < Membership.EarliestDay || day > Membership.LatestDay)
        {
            faults.Add(
                path,
                $"Ngày phải từ năm {Membership.EarliestDay.Year} đến năm {Membership.LatestDay.Year}.",
                $"The day must be from {Membership.EarliestDay.Year} to {Membership.LatestDay.Year}.");
        }
    }

    public static void CheckUntil(DateOnly from, DateOnly? until, string path, List<Fault> faults)
    {
        if (until < from)
        {
            faults.Add(path, "Ngày cuối không được trước ngày đầu.", "The last day must not be before the first.");
        }
        else if (until is { } day)
        {
            CheckDay(day, path, faults);
        }
    }

    /// <param name="term">The term.</param>
    /// <param name="path">Where to say that it names nobody.</param>
    /// <param name="deputyPath">Where to say that its deputy is its head.</param>
    /// <param name="faults">Takes the faults.</param>
    public static void CheckTerm(Term term, string path, string deputyPath, List<Fault> faults)
    {
        if (!term.Units.Any())
        {
            faults.Add(
                path,
                "Phải nêu ít nhất một trong: Khối trưởng, Khối phó, đơn vị thường trực.",
                "Must name at least one of head, deputy and standing unit.");
        }
        else if (term.Head is not null && term.Head == term.Deputy)
        {
            faults.Add(deputyPath, "Khối phó phải là đơn vị khác với Khối trưởng.", "The deputy must be another unit than the head.");
        }
    }

    /// <summary>The units of a term that are at no time of its year members of its bloc.</summary>
    /// <param name="term">The term.</param>
    /// <param name="members">The memberships of its bloc.</param>
    public static IReadOnlyList<string> NotMembers(Term term, IEnumerable<Membership> members) =>
        [.. term.Units.Except(members.Where(member => member.CoversPartOf(term.Year)).Select(member => member.Unit), StringComparer.Ordinal)];

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
