using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Disclosures;

/// <param name="Bloc">The bloc in which it was nominated.</param>
/// <param name="BlocName">What people call the bloc.</param>
/// <param name="Unit">The unit that is proposed.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Award">The award's code.</param>
/// <param name="AwardTitle">What it is called.</param>
/// <param name="Achievement">What it is proposed for; null where only the list is disclosed.</param>
internal sealed record DisclosedProposalView(string Bloc, string BlocName, string Unit, string UnitName, string Award, string AwardTitle, string? Achievement);

/// <summary>What everybody may read of a disclosure.</summary>
/// <param name="Year">The year for which is proposed.</param>
/// <param name="Disclosure">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="From">The first day on which everybody may read it.</param>
/// <param name="Until">The last day on which remarks are taken.</param>
/// <param name="IsOpen">Whether remarks are taken today.</param>
/// <param name="Proposals">What is proposed.</param>
internal sealed record DisclosedView(int Year, string Disclosure, string Title, DateOnly From, DateOnly Until, bool IsOpen, IReadOnlyList<DisclosedProposalView> Proposals);

/// <param name="Disclosure">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="From">The first day on which everybody may read it.</param>
/// <param name="Until">The last day on which remarks are taken.</param>
/// <param name="IsOpen">Whether remarks are taken today.</param>
/// <param name="Proposals">How many proposals it has.</param>
internal sealed record DisclosedItem(string Disclosure, string Title, DateOnly From, DateOnly Until, bool IsOpen, int Proposals)
{
    public static DisclosedItem Of(Disclosure one, DateOnly today) => new(one.Id, one.Title, one.From, one.Until, one.TakesRemarksOn(today), one.Proposals.Count);
}

/// <param name="Year">The year.</param>
/// <param name="Disclosures">What everybody may read today, the latest first.</param>
internal sealed record DisclosedList(int Year, IReadOnlyList<DisclosedItem> Disclosures);

/// <summary>A disclosure as the office, the council and readers see it, also before its day.</summary>
/// <param name="Content">What everybody reads, from its first day on, but for the proposals that are suspended or withdrawn.</param>
/// <param name="IsPublic">Whether everybody may read it today.</param>
/// <param name="Retracted">Why it was taken back; null where it was not.</param>
/// <param name="Caution">What must be known of its time, and which proposals everybody does not read, and why; null where nothing must.</param>
/// <param name="Remarks">How many remarks there are.</param>
/// <param name="OpenRemarks">How many of them are not answered.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record DisclosureView(DisclosedView Content, bool IsPublic, string? Retracted, string? Caution, int Remarks, int OpenRemarks, string Etag);

/// <param name="Disclosures">Every disclosure of the year, by id.</param>
internal sealed record DisclosureList(IReadOnlyList<DisclosureSummary> Disclosures);

/// <param name="Disclosure">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="From">The first day on which everybody may read it.</param>
/// <param name="Until">The last day on which remarks are taken.</param>
/// <param name="IsPublic">Whether everybody may read it today.</param>
/// <param name="Retracted">Why it was taken back; null where it was not.</param>
/// <param name="Proposals">How many proposals it has.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record DisclosureSummary(string Disclosure, string Title, DateOnly From, DateOnly Until, bool IsPublic, string? Retracted, int Proposals, string Etag)
{
    public static DisclosureSummary Of(Disclosure one, DateOnly today) =>
        new(one.Id, one.Title, one.From, one.Until, one.IsPublicOn(today), one.Retracted, one.Proposals.Count, EntityTag.Of(one.Version));
}

/// <param name="Unit">The unit that says it; null of a letter.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Remark">Its id among the unit's, or among the letters.</param>
/// <param name="About">The proposal.</param>
/// <param name="Text">What is said.</param>
/// <param name="Sender">Who made it.</param>
/// <param name="Received">The day on which it came.</param>
/// <param name="IsLate">Whether that was after the last day.</param>
/// <param name="Letter">Number and day of the letter; null where it has none.</param>
/// <param name="Answer">What became of it; null while it is open.</param>
/// <param name="Etag">For If-Match, to change or answer it.</param>
internal sealed record RemarkView(
    string? Unit,
    string? UnitName,
    string Remark,
    ProposalKey About,
    string Text,
    RemarkSender Sender,
    DateOnly Received,
    bool IsLate,
    PaperReference? Letter,
    RemarkAnswer? Answer,
    string Etag)
{
    public static RemarkView Of(Remark one, Disclosure disclosure, UnitNames names) => new(
        one.Unit,
        one.Unit is null ? null : names[one.Unit],
        one.Id,
        one.About,
        one.Text,
        one.Sender,
        one.Received,
        one.Received > disclosure.Until,
        one.Letter,
        one.Answer,
        EntityTag.Of(one.Version));
}

/// <param name="Remarks">A page of remarks: letters, then units, by unit and id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record RemarkPage(IReadOnlyList<RemarkView> Remarks, string? Continuation);
