using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>The body of <c>PublishStandings</c>.</summary>
/// <param name="Confirmation">The bloc's id again: a publication cannot be taken back.</param>
internal sealed record PublicationBody([property: Slug] string Confirmation)
{
    /// <summary>Exactly the members without a submitted sheet; they are published without a place.</summary>
    [Items(0, Bloc.MostMembers), Slug]
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}

/// <param name="BlocName">The bloc's name; of published standings, as it was then.</param>
/// <param name="State">Whether they can still change.</param>
/// <param name="PublishedAt">When they were published; null when they are not.</param>
/// <param name="Scheme">By what the units are scored.</param>
/// <param name="Places">The units with a place, first to last.</param>
/// <param name="Apart">The units without one, and why.</param>
/// <param name="Ties">What people decided between units that nothing else separates; of published standings, what counted.</param>
/// <param name="Warnings">Before publication: what should be looked at in the bloc as a whole; none of it stands in the way of a publication.</param>
internal sealed record StandingsView(
    int Year,
    string Period,
    string Bloc,
    string BlocName,
    StandingsState State,
    DateTimeOffset? PublishedAt,
    StandingsScheme Scheme,
    IReadOnlyList<PlaceView> Places,
    IReadOnlyList<ApartView> Apart,
    IReadOnlyList<TieDecisionView> Ties,
    IReadOnlyList<WarningView> Warnings)
{
    public static StandingsView Of(BlocStandings standings, Language language) => new(
        standings.Id.Year,
        standings.Id.Period,
        standings.Id.Bloc,
        standings.BlocName,
        standings.State,
        standings.PublishedAt,
        standings.Scheme,
        [.. standings.Places
            .OrderBy(place => place.Rank)
            .ThenBy(place => place.Name, VietnameseNames.Order)
            .ThenBy(place => place.Unit, StringComparer.Ordinal)
            .Select(place => PlaceView.Of(place, standings.Scheme.Basis, language))],
        [.. standings.Apart
            .OrderBy(unit => unit.Name, VietnameseNames.Order)
            .ThenBy(unit => unit.Unit, StringComparer.Ordinal)
            .Select(unit => new ApartView(unit.Unit, unit.Name, unit.Reason.In(language), unit.Class, unit.ClassExplanation?.In(language)))],
        [.. standings.Ties.Select(one => TieDecisionView.Of(one.Decision, one.Counts, standings.Places.ToDictionary(place => place.Unit, place => place.Name, StringComparer.Ordinal)))],
        WarningView.Of(standings.Warnings, language));
}

/// <param name="Rank">1 is first; equals share a rank, and the next is as far on as they are many.</param>
/// <param name="IsShared">Whether another unit has the same rank.</param>
/// <param name="Unit">The unit's id.</param>
/// <param name="Name">The unit's name; of published standings, as it was then.</param>
/// <param name="Value">What it is ranked by, on the scheme's basis; null in a ranking by measures alone.</param>
/// <param name="Total">Base and bonus without penalty, or the weighted mean where units that ended count pro rata, as the explanation says; null in a ranking by measures alone.</param>
/// <param name="Base">The sum of the criteria, without bonus and penalty.</param>
/// <param name="Assigned">The most the unit could have, without bonus.</param>
/// <param name="Bonus">All bonuses, up to the scheme's cap.</param>
/// <param name="Penalty">All penalties, up to the scheme's cap.</param>
/// <param name="Percentage">The base as a percentage of what is assigned; null where nothing is, and in a ranking by measures alone.</param>
/// <param name="Class">The class it reaches; null where the scheme does not classify.</param>
/// <param name="ClassExplanation">Why that class, and which criteria kept it from a higher one.</param>
/// <param name="Explanation">Why that rank: with whom it is shared, and what put it before or after whom.</param>
/// <param name="SheetHash">SHA-256 of exactly the sheet that the place rests on.</param>
/// <param name="SubmittedAt">When that sheet was submitted.</param>
/// <param name="DecidedBy">A ballot or a decision, where that put it before or after units that are equal in everything else; mostly null.</param>
/// <param name="Measures">Of a ranking by measures alone: what it is ranked by; else null.</param>
internal sealed record PlaceView(
    int Rank,
    bool IsShared,
    string Unit,
    string Name,
    Points? Value,
    Points? Total,
    Points Base,
    Points Assigned,
    Points Bonus,
    Points Penalty,
    Percent? Percentage,
    ReachedClass? Class,
    string ClassExplanation,
    string Explanation,
    string SheetHash,
    DateTimeOffset? SubmittedAt,
    TieBreakKind? DecidedBy,
    string? Measures)
{
    public static PlaceView Of(PlacedUnit place, ScoreBasis basis, Language language) => new(
        place.Rank,
        place.IsShared,
        place.Unit,
        place.Name,
        basis == ScoreBasis.Measures ? null : place.Value,
        basis == ScoreBasis.Measures ? null : place.Total,
        place.Base,
        place.Assigned,
        place.Bonus,
        place.Penalty,
        basis == ScoreBasis.Measures ? null : place.Percentage,
        place.Class,
        place.ClassExplanation.In(language),
        place.Explanation.In(language),
        place.SheetHash,
        place.SubmittedAt,
        place.DecidedBy,
        place.Measures?.In(language));
}

/// <param name="Unit">The unit's id.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="Reason">Why it has no place.</param>
/// <param name="Class">The lowest class, where a condition gives it; else null.</param>
/// <param name="ClassExplanation">By which condition; null without a class.</param>
internal sealed record ApartView(string Unit, string Name, string Reason, ReachedClass? Class, string? ClassExplanation);
