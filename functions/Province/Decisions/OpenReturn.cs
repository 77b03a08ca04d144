namespace EmulationFunctions.Province.Decisions;

/// <summary>What a unit has not given back yet of a title that was taken back (Decree 152/2025/NĐ-CP, article 58). There is a row for it as long as something is missing, so that whoever asks who owes what reads no decision.</summary>
/// <param name="Year">The year for which the title was given.</param>
/// <param name="Decision">The id of the decision that gave it.</param>
/// <param name="Title">To whom what was given.</param>
/// <param name="Revoked">The day of the decision that took it back.</param>
/// <param name="RevokedBy">That decision's number.</param>
/// <param name="Received">When the unit got that decision; null where that is not recorded.</param>
/// <param name="LacksObject">Whether flag, certificate or frame have not come back.</param>
/// <param name="LacksMoney">Whether the money has not come back.</param>
internal sealed record OpenReturn(int Year, string Decision, GivenTitle Title, DateOnly Revoked, string RevokedBy, DateOnly? Received, bool LacksObject, bool LacksMoney)
{
    /// <summary>Of all that was taken back of a decision.</summary>
    public static IEnumerable<OpenReturn> Of(Decision decision) =>
        from revocation in decision.Revocations
        from title in revocation.Titles
        let back = decision.Returns.FirstOrDefault(one => one.Title == title)
        where back is not { ObjectReturned: not null, MoneyReturned: not null }
        select new OpenReturn(decision.Year, decision.Id, title, revocation.Day, revocation.Paper.Number!, back?.Received, back?.ObjectReturned is null, back?.MoneyReturned is null);
}

/// <param name="Return">What is not given back.</param>
/// <param name="Due">The last day on which it is.</param>
internal sealed record DueReturn(OpenReturn Return, DateOnly Due);
