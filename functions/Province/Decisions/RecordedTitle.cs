namespace EmulationFunctions.Province.Decisions;

/// <summary>A title as it is known of a unit: by which decision, and whether it still stands.</summary>
/// <param name="Unit">The unit to which it was given.</param>
/// <param name="Year">The year for which it was given.</param>
/// <param name="Award">The award's code.</param>
/// <param name="Decision">The id of the decision in the year.</param>
/// <param name="Number">The decision's number and symbol.</param>
/// <param name="Day">The decision's day.</param>
/// <param name="Issuer">Who issued the decision.</param>
/// <param name="Revoked">The day of the decision that took it back; null while it stands.</param>
/// <param name="RevokedBy">That decision's number.</param>
internal sealed record RecordedTitle(
    int Year, string Unit, string Award, string Decision, string Number, DateOnly Day, string Issuer, DateOnly? Revoked, string? RevokedBy)
{
    public bool Stands => Revoked is null;

    /// <summary>All that a decision gives.</summary>
    public static IEnumerable<RecordedTitle> Of(Decision decision) => decision.Titles.Select(title =>
    {
        var revocation = decision.RevocationOf(title);
        return new RecordedTitle(
            decision.Year, title.Unit, title.Award, decision.Id, decision.Paper.Number!, decision.Day, decision.Paper.Issuer!, revocation?.Day, revocation?.Paper.Number);
    });
}
