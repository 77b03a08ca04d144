using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Decisions;

/// <param name="Amount">In đồng: base salary × coefficient, rounded up; null where one of them is not known for the decision's day.</param>
/// <param name="BaseSalary">In đồng; null where none was entered for the day.</param>
/// <param name="Coefficient">How often the base salary; null where the rules of the day name none.</param>
/// <param name="Source">The provision that the coefficient is from; null where there is none.</param>
/// <param name="IsPaid">Whether it is paid; null where that is not known.</param>
/// <param name="CoveredBy">Of a title that is not paid because another one of the same year is higher: that one's code.</param>
internal sealed record MoneyView(long? Amount, long? BaseSalary, decimal? Coefficient, AwardSource? Source, bool? IsPaid, string? CoveredBy)
{
    public static MoneyView Of(TitleMoney money) =>
        new(money.Amount, money.Salary?.Amount, money.Award?.Worth?.Coefficient, money.Award?.Worth?.Source, money.IsPaid, money.CoveredBy);
}

/// <param name="Unit">The unit's id.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Award">The award's code.</param>
/// <param name="AwardTitle">As the rules of the decision's day call it.</param>
/// <param name="Money">What goes with it.</param>
/// <param name="Revocation">By what it was taken back, and what has come back; null while it stands.</param>
internal sealed record GivenTitleView(string Unit, string UnitName, string Award, string AwardTitle, MoneyView Money, TitleRevocationView? Revocation);

/// <param name="Number">The number of the decision that took it back.</param>
/// <param name="Day">Its day.</param>
/// <param name="Ground">Why, as the law names it.</param>
/// <param name="Due">The last day on which object and money are to be given back.</param>
/// <param name="IsFromReceipt">Whether that is counted from the day on which the unit got the decision; while that is not recorded it is counted from the decision's own day.</param>
/// <param name="Caution">What must be known with the last day, such as holidays that are not entered; null where nothing must.</param>
/// <param name="Received">When the unit got the decision; null where that is not recorded.</param>
/// <param name="ObjectReturned">When flag, certificate or frame came back; null where they have not.</param>
/// <param name="MoneyReturned">When the money came back; null where it has not.</param>
/// <param name="Amount">How much came back, in đồng.</param>
/// <param name="IsOverdue">Whether the last day is over and something has not come back.</param>
internal sealed record TitleRevocationView(
    string Number,
    DateOnly Day,
    RevocationGround Ground,
    DateOnly Due,
    bool IsFromReceipt,
    string? Caution,
    DateOnly? Received,
    DateOnly? ObjectReturned,
    DateOnly? MoneyReturned,
    long? Amount,
    bool IsOverdue);

/// <param name="Paper">The decision by which it was taken back.</param>
/// <param name="SignerPost">The post of who signed that one.</param>
/// <param name="Ground">Why, as the law names it.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Titles">How many titles it takes back.</param>
internal sealed record RevocationView(PaperReference Paper, string SignerPost, RevocationGround Ground, string Reason, int Titles);

/// <param name="Year">The year for which it gives titles.</param>
/// <param name="Decision">Its id in the year.</param>
/// <param name="Paper">Number, day, issuer and subject.</param>
/// <param name="SignerPost">The post of who signed it.</param>
/// <param name="Titles">To whom it gives what.</param>
/// <param name="Pages">How many pages it has; null where nobody put that down.</param>
/// <param name="Copies">How many were issued; null where nobody put that down.</param>
/// <param name="Recipients">Which bodies got it.</param>
/// <param name="RulesVersion">The version of the rules of awards that held on its day.</param>
/// <param name="Revocations">What was taken back of it.</param>
/// <param name="SameNumber">Ids of other decisions of the year that bear the same number of the same issuer and calendar year: perhaps it was entered twice.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record DecisionView(
    int Year,
    string Decision,
    PaperReference Paper,
    string SignerPost,
    IReadOnlyList<GivenTitleView> Titles,
    int? Pages,
    int? Copies,
    IReadOnlyList<string> Recipients,
    string RulesVersion,
    IReadOnlyList<RevocationView> Revocations,
    IReadOnlyList<string> SameNumber,
    string Etag);

/// <param name="Decisions">A page of decisions, by id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record DecisionPage(IReadOnlyList<DecisionView> Decisions, string? Continuation);

/// <param name="Year">The year for which it was given.</param>
/// <param name="Unit">The unit to which it was given: this one, or one whose tasks it took over.</param>
/// <param name="UnitName">What people called that unit on the decision's day.</param>
/// <param name="Award">The award's code.</param>
/// <param name="AwardTitle">As the rules of the decision's day call it.</param>
/// <param name="Decision">The decision's id in the year.</param>
/// <param name="Number">The decision's number and symbol.</param>
/// <param name="Day">The decision's day.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Revoked">The day on which it was taken back; null while it stands.</param>
/// <param name="RevokedBy">The number of the decision that took it back.</param>
/// <param name="Money">What goes with it.</param>
internal sealed record RecordedTitleView(
    int Year, string Unit, string UnitName, string Award, string AwardTitle, string Decision, string Number, DateOnly Day, string Issuer, DateOnly? Revoked, string? RevokedBy, MoneyView Money)
{
    public static RecordedTitleView Of(TitleMoney money, UnitNames names) => new(
        money.Title.Year,
        money.Title.Unit,
        names[money.Title.Unit],
        money.Title.Award,
        money.Award?.Title ?? money.Title.Award,
        money.Title.Decision,
        money.Title.Number,
        money.Title.Day,
        money.Title.Issuer,
        money.Title.Revoked,
        money.Title.RevokedBy,
        MoneyView.Of(money));
}

/// <param name="Award">The award's code.</param>
/// <param name="AwardTitle">As the rules of today call it.</param>
/// <param name="Years">For how many years in a row, up to the last year for which it was given.</param>
/// <param name="Since">The first of them.</param>
/// <param name="Last">The last of them.</param>
internal sealed record StreakView(string Award, string AwardTitle, int Years, int Since, int Last);

/// <param name="Unit">The unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Titles">A page of its titles with those of units whose tasks it took over, the latest year first; what was taken back is among them and says so.</param>
/// <param name="Streaks">On the first page: what it was given for years in a row.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record TitlePage(string Unit, string UnitName, IReadOnlyList<RecordedTitleView> Titles, IReadOnlyList<StreakView>? Streaks, string? Continuation);
