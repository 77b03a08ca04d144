using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Movements;

/// <summary>What movements ask of a bloc's units. What is behind <see cref="YearDuties"/>.</summary>
internal sealed class MovementDuties(PartitionStore partitions, YearDesk desk)
{
    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken)
    {
        var address = terms.Id.AddressIn(PactKeys.Table);
        return await partitions.ReadSteadyAsync<IReadOnlyList<YearDuty>>(address, async _ =>
        {
            var movements = (await partitions.QueryAsync(address, PactKeys.Movements, cancellationToken)).ConvertAll(MovementRows.ReadMovement);
            if (!movements.Exists(one => one.LaunchedOn is not null && one.AnswerBy is not null))
            {
                return [];
            }

            var answered = (await partitions.QueryAsync(address, PactKeys.Responses, cancellationToken)).Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal);
            return [.. Of(movements, answered, terms.MembersOn(terms.WithinYear(desk.Today)))];
        }, cancellationToken);
    }

    /// <summary>Only of movements that were launched and name a day.</summary>
    /// <param name="movements">Of the bloc's year.</param>
    /// <param name="answered">The row keys of answers.</param>
    /// <param name="members">The units of the bloc.</param>
    public static IEnumerable<YearDuty> Of(IEnumerable<Movement> movements, IReadOnlySet<string> answered, IReadOnlyList<string> members) =>
        from movement in movements
        where movement.LaunchedOn is not null && movement.AnswerBy is not null
        let what = new Words($"hưởng ứng phong trào “{movement.Name}”", $"answering the movement “{movement.Name}”")
        from unit in members
        select new YearDuty(StageKind.Pact, what, unit, answered.Contains(PactKeys.Response(movement.Id, unit)), movement.AnswerBy, movement.LaunchedOn, movement.Id) { Kind = DutyKind.Movement };
}
