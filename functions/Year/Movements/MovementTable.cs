using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Movements;

/// <summary>Movements of a bloc's year and what units answered, in the bloc's partition of that year (<see cref="MovementRows"/>).</summary>
internal sealed class MovementTable(PartitionStore partitions)
{
    /// <summary>What the mail of a movement is about; a movement has no period.</summary>
    private static string Subject(YearOfBloc id, string movement) => $"{new BlocInPeriod(id.Year, Period.WholeYear, id.Bloc)} {movement}";

    public async Task<Movement?> FindAsync(YearOfBloc id, string movement, CancellationToken cancellationToken) =>
        await partitions.FindAsync(id.AddressIn(PactKeys.Table), PactKeys.Movement(movement), cancellationToken) is { } row ? MovementRows.ReadMovement(row) : null;

    /// <summary>A page of movements, by id, and whether there are more.</summary>
    public async Task<(IReadOnlyList<Movement> Movements, bool IsMore)> ListAsync(YearOfBloc id, string? after, int size, CancellationToken cancellationToken)
    {
        var range = after is null ? PactKeys.Movements : PactKeys.Movements with { From = PactKeys.Movement(after) + " " };
        var (rows, isMore) = await partitions.ReadPageAsync(id.AddressIn(PactKeys.Table), range, null, size, cancellationToken);
        return (rows.ConvertAll(MovementRows.ReadMovement), isMore);
    }

    /// <summary>Writes a movement whole, of which the members get a mail once it is launched. The same again changes nothing.</summary>
    /// <param name="id">The bloc's year.</param>
    /// <param name="movement">What it becomes.</param>
    /// <param name="members">Who gets the mail.</param>
    /// <param name="ifMatch">What the caller has read.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Movement> PutAsync(YearOfBloc id, Movement movement, IReadOnlyList<string> members, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var (address, key) = (id.AddressIn(PactKeys.Table), PactKeys.Movement(movement.Id));
        return partitions.ChangeAsync(address, PactKeys.Only(key), actor, (view, change) =>
        {
            var before = view.Row(key) is { } row ? MovementRows.ReadMovement(row) : null;
            if (before is not null && before.Says(movement))
            {
                return Task.FromResult(before);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(MovementRows.Row(address.Partition, movement));
            change.Audit = new("PutMovement", $"{id} {movement.Id}", Before: before is null ? null : Describe(before), After: Describe(movement));
            if (MovementRules.IsNews(before, movement))
            {
                change.Notify(NoticeKind.MovementLaunched, members, Subject(id, movement.Id));
            }

            return Task.FromResult(movement with { Version = change.Seq });
        }, cancellationToken);
    }

    /// <summary>Writes a unit's answer whole. The same again changes nothing.</summary>
    /// <exception cref="Refusal">404: there is no such movement.</exception>
    public Task<MovementAnswer> AnswerAsync(YearOfBloc id, string movement, MovementAnswer answer, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var (address, key) = (id.AddressIn(PactKeys.Table), PactKeys.Response(movement, answer.Unit));
        return partitions.ChangeAsync(address, PactKeys.Only(key), actor, async (view, change) =>
        {
            if (await view.FindAsync(PactKeys.Movement(movement), cancellationToken) is null)
            {
                throw MovementRules.NoSuchMovement();
            }

            var before = view.Row(key) is { } row ? MovementRows.ReadAnswer(row) : null;
            if (before is not null && before.Says(answer))
            {
                return before;
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(MovementRows.Row(address.Partition, movement, answer));
            change.Audit = new("AnswerMovement", $"{id} {movement} {answer.Unit}", Before: before is null ? null : Describe(before), After: Describe(answer));
            return answer with { Version = change.Seq };
        }, cancellationToken);
    }

    /// <summary>What these units answered, by unit.</summary>
    public async Task<IReadOnlyDictionary<string, MovementAnswer>> AnswersAsync(YearOfBloc id, string movement, IReadOnlyList<string> units, CancellationToken cancellationToken) =>
        units.Count == 0
            ? new Dictionary<string, MovementAnswer>()
            : (await partitions.ReadAsync(id.AddressIn(PactKeys.Table), PactKeys.Between(units.Select(unit => PactKeys.Response(movement, unit))), cancellationToken)).Rows
                .Select(MovementRows.ReadAnswer)
                .ToDictionary(one => one.Unit, StringComparer.Ordinal);

    private static string Describe(Movement one) => RowText.Of(one with { Version = 0 });

    private static string Describe(MovementAnswer one) => RowText.Of(new { one.Response, one.Paper, one.Result, one.Figures });
}
