using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Conditions;

/// <param name="Conditions">Every condition of the scheme, in its order; empty where it has none.</param>
/// <param name="Staff">How many people the unit has; null while nobody recorded it.</param>
internal sealed record ConditionsView(IReadOnlyList<ConditionView> Conditions, StaffView? Staff)
{
    public static ConditionsView Of(SchemeTree tree, BlocRecord record, string unit, bool isSubmitted, int year, Language language) => new(
        [.. HeldConditions.Of(tree.Content, record.DeclaredOf(unit), isSubmitted).States.Select(state => ConditionView.Of(
            state, record.Conditions.FirstOrDefault(one => one.Unit == unit && one.Condition == state.Condition.Code), year, language))],
        record.Staff.FirstOrDefault(count => count.Unit == unit) is { } staff ? StaffView.Of(staff) : null);
}

/// <param name="Condition">Its code in the scheme.</param>
/// <param name="Title">What it says.</param>
/// <param name="DeclaredBy">Who declares it, as people read it.</param>
/// <param name="Due">The last day on which those beside the office may declare it; null for any day until publication.</param>
/// <param name="IsSo">Whether it is so; what nobody declared is not.</param>
/// <param name="IsDeclared">Whether somebody declared it, or the program knows it.</param>
/// <param name="LiftedBy">The condition that takes its effects away; null where none does.</param>
/// <param name="Effects">What follows from it, as people read it.</param>
/// <param name="Declaration">What was declared; null while nothing is.</param>
internal sealed record ConditionView(
    string Condition,
    string Title,
    string DeclaredBy,
    DateOnly? Due,
    bool IsSo,
    bool IsDeclared,
    string? LiftedBy,
    IReadOnlyList<string> Effects,
    DeclarationView? Declaration)
{
    public static ConditionView Of(ConditionState state, DeclaredCondition? declared, int year, Language language) => new(
        state.Condition.Code,
        state.Condition.Title,
        ConditionWords.Declarers(state.Condition).In(language),
        state.Condition.DueIn(year),
        state.IsSo,
        state.IsDeclared,
        state.LiftedBy,
        [.. state.Condition.Effects.Select(effect => ConditionWords.Of(effect).In(language))],
        declared is null ? null : DeclarationView.Of(declared, year, language));
}

/// <param name="IsSo">Whether it is so.</param>
/// <param name="Reason">Why, or what happened.</param>
/// <param name="Paper">The paper that shows it; null where none was named.</param>
/// <param name="By">In which office it was declared.</param>
/// <param name="At">When.</param>
/// <param name="ETag">What the next declaration carries in <c>If-Match</c>.</param>
/// <param name="Warnings">What should be looked at in it; none of it stands in the way of anything.</param>
internal sealed record DeclarationView(
    bool IsSo, string Reason, string? Paper, DeclarerOffice By, DateTimeOffset At, string ETag, IReadOnlyList<WarningView> Warnings)
{
    public static DeclarationView Of(DeclaredCondition one, int year, Language language) => new(
        one.IsSo, one.Reason, one.Paper, one.By, one.At, EntityTag.Of(one.Version), WarningView.Of(Reckoning.Warnings.OfDeclaration(one, year), language));
}

/// <param name="All">How many people the unit has.</param>
/// <param name="Women">How many of them are women.</param>
/// <param name="AsOf">The day of the count.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="ETag">What the next record carries in <c>If-Match</c>.</param>
internal sealed record StaffView(int All, int Women, DateOnly AsOf, string Source, string ETag)
{
    public static StaffView Of(StaffCount count) => new(count.All, count.Women, count.AsOf, count.Source, EntityTag.Of(count.Version));
}
