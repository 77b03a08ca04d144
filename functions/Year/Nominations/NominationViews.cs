using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Year.Nominations;

/// <param name="Award">The award's code.</param>
/// <param name="Title">Its title by the rules under which the nomination was opened.</param>
/// <param name="Unit">The unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Status">How it stands. Why a unit is suspended is told to the unit itself and those who oversee.</param>
/// <param name="Rules">The version of the rules under which it was opened.</param>
/// <param name="OpenedOn">The day on which it was opened.</param>
/// <param name="Figures">What was counted in the unit.</param>
/// <param name="Statements">What was said of conditions that no figure shows.</param>
/// <param name="WithdrawnOn">When it was withdrawn; null while it stands.</param>
/// <param name="WithdrawnFor">Why.</param>
/// <param name="Etag">For If-Match, to change it or withdraw it.</param>
internal sealed record NominationView(
    string Award,
    string Title,
    string Unit,
    string UnitName,
    NominationStatus Status,
    string Rules,
    DateOnly OpenedOn,
    NominationFigures? Figures,
    IReadOnlyList<ConditionStatement> Statements,
    DateOnly? WithdrawnOn,
    string? WithdrawnFor,
    string Etag)
{
    public static NominationView Of(Nomination one, string title, UnitNames names) => new(
        one.Award, title, one.Unit, names[one.Unit], one.Status, one.Rules, one.OpenedOn, one.Figures, one.Statements, one.Withdrawn?.Day, one.Withdrawn?.Reason, EntityTag.Of(one.Version));
}

/// <param name="Nominations">A page of nominations, by award and unit.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record NominationPage(IReadOnlyList<NominationView> Nominations, string? Continuation);

/// <summary>What nominating came to.</summary>
/// <param name="Nomination">The nomination.</param>
/// <param name="Eligibility">How the unit stands to what the award asks for.</param>
internal sealed record NominatedView(NominationView Nomination, AwardEligibilityView Eligibility);

/// <param name="Unit">The unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="IsSuspended">Whether it is suspended: then it is neither proposed nor awarded, and not ineligible by that.</param>
/// <param name="Suspension">Why; null where it is not suspended, or the caller is neither the unit nor one who oversees.</param>
/// <param name="Awards">For each award that is asked about.</param>
internal sealed record EligibilityView(string Unit, string UnitName, bool IsSuspended, SuspensionView? Suspension, IReadOnlyList<AwardEligibilityView> Awards);

/// <param name="Award">The award's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Rules">The version of the rules.</param>
/// <param name="Day">The day of which they are: of a nomination that of its opening.</param>
/// <param name="IsNominated">Whether the unit has a nomination for it that stands.</param>
/// <param name="WhyNotProposed">Why the award is not for such a unit at all; null where it is.</param>
/// <param name="State">All conditions together: one that is not met decides, then one that is not known.</param>
/// <param name="Conditions">Each of them.</param>
/// <param name="Quotas">How far its quotas are used; of several awards only of those that the unit is nominated for.</param>
internal sealed record AwardEligibilityView(
    string Award,
    string Title,
    string Rules,
    DateOnly Day,
    bool IsNominated,
    string? WhyNotProposed,
    EligibilityState State,
    IReadOnlyList<CheckedConditionView> Conditions,
    IReadOnlyList<QuotaView> Quotas);

/// <param name="Condition">Its code in the award.</param>
/// <param name="Title">As people read it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Why">In a sentence, with where it comes from.</param>
/// <param name="Source">Where the condition is from.</param>
internal sealed record CheckedConditionView(string Condition, string Title, EligibilityState State, string Why, AwardSourceView Source)
{
    private static readonly Words Hidden = new("Chỉ đơn vị và cơ quan theo dõi xem được chi tiết.", "Only the unit itself and those who oversee see the details.");

    /// <param name="one">The condition.</param>
    /// <param name="seesAll">Whether the caller is the unit itself, or oversees.</param>
    /// <param name="texts">The texts that are cited.</param>
    /// <param name="day">The day of which the rules are.</param>
    /// <param name="language">Of the caller.</param>
    public static CheckedConditionView Of(CheckedCondition one, bool seesAll, IReadOnlyDictionary<string, LegalText> texts, DateOnly day, Language language) => new(
        one.Condition.Code,
        one.Condition.Title,
        one.State,
        (one.IsConfidential && !seesAll ? Hidden : one.Why).In(language),
        AwardSourceView.Of(one.Condition.Source, texts, day));
}

/// <param name="Scope">Among whom it is counted.</param>
/// <param name="Allowed">How many may be proposed; null where that is not known yet.</param>
/// <param name="Base">How many it is a part of; null where it is a number, or that is not known yet.</param>
/// <param name="UnknownBlocs">Of how many blocs what the base rests on is not known yet: they are not in it.</param>
/// <param name="Nominated">How many nominations count towards it, suspended ones too.</param>
/// <param name="IsBroken">Whether they are more than it allows.</param>
/// <param name="Blocks">Whether breaking it is refused.</param>
/// <param name="Warning">What is to be looked at, with its source; null where nothing is.</param>
/// <param name="Source">Where it is from.</param>
internal sealed record QuotaView(
    QuotaScope Scope, int? Allowed, int? Base, int UnknownBlocs, int Nominated, bool IsBroken, bool Blocks, string? Warning, AwardSourceView Source)
{
    public static QuotaView Of(QuotaState state, int nominated, IReadOnlyDictionary<string, LegalText> texts, DateOnly day, Language language)
    {
        var source = AwardSourceView.Of(state.Quota.Source, texts, day);
        var isBroken = nominated > state.Allowed;
        return new(
            state.Quota.Scope, state.Allowed, state.Base, state.Unknown, nominated, isBroken, state.Quota.Blocks, isBroken ? Broken(nominated, state.Allowed!.Value, source).In(language) : null, source);
    }

    public static Words Broken(int nominated, int allowed, AwardSourceView source) => new(
        $"Có {nominated} đề nghị, vượt mức tối đa {allowed} ({source.Words.Vi}).", $"{Words.Count(nominated, "nomination")}, more than the {allowed} that are allowed ({source.Words.En}).");
}

/// <param name="Unit">The unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Cause">What is under way.</param>
/// <param name="Since">From which day.</param>
/// <param name="Reason">What it is about.</param>
/// <param name="Source">The paper that says so.</param>
/// <param name="LiftedOn">The day on which it ended; null while it lasts.</param>
/// <param name="LiftedFor">Why it ended.</param>
/// <param name="PenaltyEnds">The last day of the penalty in which it ended; null where the unit was cleared.</param>
/// <param name="Etag">For If-Match, to change or lift it.</param>
internal sealed record SuspensionView(
    string Unit,
    string UnitName,
    SuspensionCause Cause,
    DateOnly Since,
    string Reason,
    string? Source,
    DateOnly? LiftedOn,
    string? LiftedFor,
    DateOnly? PenaltyEnds,
    string Etag)
{
    public static SuspensionView Of(Suspension one, UnitNames names) => new(
        one.Unit, names[one.Unit], one.Cause, one.Since, one.Reason, one.Source, one.Lifted?.Day, one.Lifted?.Reason, one.Lifted?.PenaltyEnds, EntityTag.Of(one.Version));
}

/// <param name="Suspensions">Of the bloc's year, by unit and in their order, those that were lifted too.</param>
internal sealed record SuspensionsView(IReadOnlyList<SuspensionView> Suspensions);

/// <param name="List">Its id in the year.</param>
/// <param name="Body">Which body sends it.</param>
/// <param name="About">What it is about.</param>
/// <param name="Due">By which day it is to come.</param>
/// <param name="Received">The day on which it came; null until then.</param>
/// <param name="IsLate">Whether it came, or is still to come, after its day.</param>
/// <param name="Paper">The paper it came with.</param>
/// <param name="Entries">The units that it names.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record OutsideListView(
    string List, string Body, string About, DateOnly? Due, DateOnly? Received, bool IsLate, PaperReference? Paper, IReadOnlyList<ListedUnitView> Entries, string Etag)
{
    public static OutsideListView Of(OutsideList list, UnitNames names, DateOnly today) => new(
        list.Id,
        list.Body,
        list.About,
        list.Due,
        list.Received,
        list.IsLate(today),
        list.Paper,
        [.. list.Entries.Select(one => new ListedUnitView(one.Unit, names[one.Unit], one.Finding))],
        EntityTag.Of(list.Version));
}

/// <param name="Unit">The unit that is named.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Finding">For what.</param>
internal sealed record ListedUnitView(string Unit, string UnitName, string Finding);

/// <param name="Lists">Of the year, by id.</param>
internal sealed record OutsideListsView(IReadOnlyList<OutsideListView> Lists);

/// <summary>How far an award's quotas are used in a bloc, and who is within the bloc's by standings and tie-breaks alone.</summary>
/// <param name="Award">The award's code.</param>
/// <param name="Quotas">How far they are used.</param>
/// <param name="Selection">Null where no quota of the bloc is known.</param>
internal sealed record QuotasView(string Award, IReadOnlyList<QuotaView> Quotas, SelectionView? Selection);

/// <param name="Passed">Who is within the quota, by unit id.</param>
/// <param name="Tied">Who is equal at its last place, by unit id.</param>
/// <param name="PlacesLeft">How many of them can still pass.</param>
/// <param name="SeparatedBy">What separated at the last place; null where nothing had to.</param>
/// <param name="Next">What is to separate those who are tied; null where nobody is, or no rule is left.</param>
internal sealed record SelectionView(
    IReadOnlyList<string> Passed, IReadOnlyList<string> Tied, int PlacesLeft, AwardTieBreakKind? SeparatedBy, AwardTieBreakKind? Next)
{
    public static SelectionView? Of(Selection? one) => one is null ? null : new(one.Passed, one.Tied, one.PlacesLeft, one.SeparatedBy?.Kind, one.Next?.Kind);
}
