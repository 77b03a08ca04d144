using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>From a unit's total down to each criterion and its evidence.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Name">The unit's name; of published standings, as it was then.</param>
/// <param name="State">Whether it can still change.</param>
/// <param name="Scheme">The scheme it is scored by.</param>
/// <param name="SchemeVersion">The scheme's version.</param>
/// <param name="SheetHash">SHA-256 of exactly what was submitted; null where it is not.</param>
/// <param name="Place">Its place, and what decided it; null where it has none.</param>
/// <param name="WhyApart">Why it has none; null where it has one.</param>
/// <param name="Totals">What the criteria come to, with the scheme's caps.</param>
/// <param name="ProRata">Where units that ended count in its total for their part of the year: each with its share and points, and what comes of it; else null. Totals are the unit's own.</param>
/// <param name="Caps">The most that counts, where the scheme says so.</param>
/// <param name="Agrees">Of published standings: whether the locked sheet is what was submitted, and computing again gives the points, place and class that were published.</param>
/// <param name="Conditions">Every condition of the scheme, what it came to for the unit, and what follows.</param>
/// <param name="Criteria">Every criterion in the order of the form; each group's points are the sum of those that name it as parent, unless it says how it adds up.</param>
internal sealed record TraceView(
    int Year,
    string Period,
    string Bloc,
    string Unit,
    string Name,
    StandingsState State,
    string Scheme,
    int SchemeVersion,
    string? SheetHash,
    TracePlace? Place,
    string? WhyApart,
    SheetTotals Totals,
    TraceProRata? ProRata,
    TraceCaps Caps,
    bool? Agrees,
    IReadOnlyList<TraceCondition> Conditions,
    IReadOnlyList<TraceNode> Criteria);

/// <param name="Total">The weighted mean, rounded once by the scheme's rule.</param>
/// <param name="Shares">The units that ended, and the unit itself last.</param>
internal sealed record TraceProRata(Points Total, IReadOnlyList<TraceShare> Shares);

/// <param name="Until">The first day on which it was no more; null of the unit itself.</param>
/// <param name="Share">Its share of the year as a percentage, cut off after four decimals.</param>
/// <param name="Total">Its total.</param>
/// <param name="Value">What it would be ranked by; null where nothing is assigned to it.</param>
internal sealed record TraceShare(string Unit, string Name, DateOnly? Until, decimal Share, Points Total, Points? Value);

/// <param name="Condition">Its code in the scheme.</param>
/// <param name="Title">What it says.</param>
/// <param name="IsSo">Whether it is so; what nobody declared is not.</param>
/// <param name="IsDeclared">Whether somebody declared it, or the program knows it.</param>
/// <param name="LiftedBy">The condition that takes its effects away; null where none does.</param>
/// <param name="Reason">Why, as it was declared; null where nobody declared it.</param>
/// <param name="Paper">The paper that shows it; null where none was named.</param>
/// <param name="Follows">What follows for the unit, as people read it; empty where nothing does.</param>
internal sealed record TraceCondition(
    string Condition, string Title, bool IsSo, bool IsDeclared, string? LiftedBy, string? Reason, string? Paper, IReadOnlyList<string> Follows);

/// <param name="Bonus">Of all bonuses together; null where each has only its own maximum.</param>
/// <param name="Penalty">Of all penalties together.</param>
/// <param name="Classification">Of what the class is found by.</param>
internal sealed record TraceCaps(Points? Bonus, Points? Penalty, Points? Classification);

/// <param name="Rank">1 is first.</param>
/// <param name="IsShared">Whether another unit has the same rank.</param>
/// <param name="Value">What it is ranked by; null in a ranking by measures alone.</param>
/// <param name="ClassifiedValue">What its class is found by.</param>
/// <param name="Class">The class it reaches; null for none.</param>
/// <param name="ClassExplanation">Why that class.</param>
/// <param name="FailedFloors">Each criterion that kept it from a higher class.</param>
/// <param name="TieBreaks">What it has for each tie-break that is computed, in the order in which they are tried; the greater stands before.</param>
/// <param name="Explanation">Why that rank: with whom it is shared, what was compared, and what people decided.</param>
internal sealed record TracePlace(
    int Rank,
    bool IsShared,
    Points? Value,
    Points? ClassifiedValue,
    ReachedClass? Class,
    string ClassExplanation,
    IReadOnlyList<TraceFloor> FailedFloors,
    IReadOnlyList<TraceTieBreak> TieBreaks,
    string Explanation);

/// <param name="Class">The code of the class that was missed.</param>
/// <param name="Criterion">The criterion below its floor.</param>
/// <param name="Points">What it has.</param>
/// <param name="Assigned">Of how many.</param>
/// <param name="Floor">The least share.</param>
internal sealed record TraceFloor(string Class, string Criterion, Points Points, Points Assigned, Percent Floor);

/// <param name="Kind">Which tie-break.</param>
/// <param name="Criterion">Of which criterion, where it is about one.</param>
/// <param name="Criteria">Of which criteria together, where it is a sum.</param>
/// <param name="Order">What is compared: a count, hundredths, what was measured, or a percentage cut off after four decimals; fewer deductions are a greater number.</param>
internal sealed record TraceTieBreak(TieBreakKind Kind, string? Criterion, IReadOnlyList<string>? Criteria, decimal Order);

/// <param name="Criterion">Its code.</param>
/// <param name="Parent">The code of the group it belongs to; null for a section.</param>
/// <param name="Number">As the decision prints it; null where it has only its code.</param>
/// <param name="Title">As on the form.</param>
/// <param name="Kind">What kind of criterion.</param>
/// <param name="Basis">What it is scored by, as the decision says it.</param>
/// <param name="CheckedBy">The body that checks it, by name.</param>
/// <param name="State">Zero is a score, missing is not.</param>
/// <param name="Maximum">The most it can give or take.</param>
/// <param name="Points">The official points, without bonus and penalty.</param>
/// <param name="Assigned">The most the unit could have here.</param>
/// <param name="Bonus">Bonus points here and below.</param>
/// <param name="Penalty">Penalty points here and below.</param>
/// <param name="Adding">Of a group that is not the plain sum: whether it is a net item, its caps, whether it is brought up to its maximum.</param>
/// <param name="TakenBy">What leaves a leaf without points: each condition with what it came to; empty where none does.</param>
/// <param name="Steps">How a leaf came by its points; null for a group.</param>
internal sealed record TraceNode(
    string Criterion,
    string? Parent,
    string? Number,
    string Title,
    CriterionKind Kind,
    string? Basis,
    string? CheckedBy,
    NodeState State,
    Points Maximum,
    Points Points,
    Points Assigned,
    Points Bonus,
    Points Penalty,
    Adding? Adding,
    IReadOnlyList<string> TakenBy,
    TraceSteps? Steps);

/// <param name="Entered">What the unit put down.</param>
/// <param name="Chosen">The option that was chosen, with its words and points; null where none is.</param>
/// <param name="Own">What that comes to; null where it is not scored.</param>
/// <param name="Measured">How points followed from what was measured; null where nothing was.</param>
/// <param name="Computed">Of a quantitative criterion: from what its points were computed.</param>
/// <param name="Peers">What each peer gave.</param>
/// <param name="Averaged">The average by the scheme's rule; the unit's own where there is no cross-scoring.</param>
/// <param name="Appraised">What appraisers recorded, round by round; the last of a closed round counts.</param>
/// <param name="Explained">What the unit answered.</param>
/// <param name="CountedRound">The appraisal round that counts; null where none does.</param>
/// <param name="Evidence">The files behind it.</param>
/// <param name="Papers">The papers that are cited behind it.</param>
internal sealed record TraceSteps(
    ScoreEntry? Entered,
    Option? Chosen,
    Points? Own,
    TraceMeasured? Measured,
    TraceComputed? Computed,
    IReadOnlyList<TracePeer> Peers,
    Points? Averaged,
    IReadOnlyList<TraceRound> Appraised,
    IReadOnlyList<TraceExplained> Explained,
    int? CountedRound,
    IReadOnlyList<TraceFile> Evidence,
    IReadOnlyList<TracePaper> Papers);

/// <param name="Part">b: what was done.</param>
/// <param name="Whole">a: what was assigned; null where the formula looks at b alone.</param>
/// <param name="Share">b/a as a percentage, cut off after four decimals; null without a.</param>
/// <param name="Formula">How points follow.</param>
/// <param name="Step">Of a ladder: the step that held, counted from 1; null where none did.</param>
/// <param name="Points">What it comes to.</param>
/// <param name="Explanation">The same in words.</param>
internal sealed record TraceMeasured(decimal Part, decimal? Whole, decimal? Share, MeasureFormula Formula, int? Step, Points Points, string Explanation);

internal sealed record TraceComputed(decimal? Target, decimal? Actual, QuantitativeCase Case, string Explanation);

/// <param name="Scorer">The unit that scored.</param>
/// <param name="Name">What people call it.</param>
internal sealed record TracePeer(string Scorer, string Name, Points Points);

/// <param name="Finding">The finding of a cross-check that a penalty rests on.</param>
internal sealed record TraceRound(int Round, Points Points, AppraiserOffice By, string Reason, string? Finding, DateTimeOffset At);

internal sealed record TraceExplained(int Round, string Text, DateTimeOffset At);

/// <param name="Id">By which <c>DownloadEvidence</c> gives it.</param>
/// <param name="Name">As its sender named it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its content.</param>
internal sealed record TraceFile(string? Id, string? Name, long? Bytes, string Sha256);

/// <param name="Reference">By which <c>GetCitation</c> gives it.</param>
/// <param name="Paper">The paper.</param>
/// <param name="File">The id of the file that is this paper; null where none was named.</param>
internal sealed record TracePaper(string Reference, PaperReference Paper, string? File);
