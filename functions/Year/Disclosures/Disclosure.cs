using System.Text.Json.Serialization;

namespace EmulationFunctions.Year.Disclosures;

/// <summary>What is proposed: a unit of a bloc for an award.</summary>
/// <param name="Bloc">The bloc in which it was nominated.</param>
/// <param name="Unit">The unit's id.</param>
/// <param name="Award">The award's code.</param>
/// <param name="Achievement">What it is proposed for, as everybody may read it: without names of people; null where only the list is disclosed.</param>
internal sealed record DisclosedProposal(string Bloc, string Unit, string Award, string? Achievement)
{
    public const int LongestAchievement = 4000;

    [JsonIgnore]
    public ProposalKey Key => new(Unit, Award);
}

/// <summary>By which a remark names a proposal.</summary>
/// <param name="Unit">The unit that is proposed.</param>
/// <param name="Award">For what.</param>
internal sealed record ProposalKey(string Unit, string Award);

/// <summary>Proposals that are disclosed to everybody, with a time in which remarks are taken (Decree 152/2025/NĐ-CP, article 44).</summary>
/// <param name="Id">Its id in the year, chosen by the office.</param>
/// <param name="Title">What it is called.</param>
/// <param name="From">The first day on which everybody may read it; before, nobody but the office may.</param>
/// <param name="Until">The last day on which remarks are taken.</param>
/// <param name="Proposals">What is disclosed, in the office's order.</param>
/// <param name="Retracted">Why it was taken back, so that it is public no more; null where it was not.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Disclosure(
    int Year, string Id, string Title, DateOnly From, DateOnly Until, IReadOnlyList<DisclosedProposal> Proposals, string? Retracted = null, long Version = 0)
{
    public const int LongestTitle = 300;
    public const int MostProposals = 500;

    /// <summary>Of what all are proposed for together, so that a disclosure and its audit row, which holds it before and after, each fit into a row of storage.</summary>
    public const int MostLetters = 200_000;

    public const int Most = 100;

    /// <summary>The working days that article 44(2) asks for before the council meets. It says so of orders, titles of honour and "Chiến sĩ thi đua toàn quốc"; for all else it is where a province begins.</summary>
    public const int UsualWorkingDays = 10;

    public bool IsPublicOn(DateOnly day) => Retracted is null && From <= day;

    public bool TakesRemarksOn(DateOnly day) => IsPublicOn(day) && day <= Until;

    public DisclosedProposal? Find(ProposalKey about) => Proposals.FirstOrDefault(one => one.Key == about);

    public bool Says(Disclosure other) => (Title, From, Until) == (other.Title, other.From, other.Until) && Proposals.SequenceEqual(other.Proposals);
}
