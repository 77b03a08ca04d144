using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Operations;

/// <summary>Names of people are data of the papers that name them, and go when the office says so.</summary>
internal sealed class PeopleFunctions(YearDesk desk, PartitionStore partitions, IEnumerable<PeopleEraser> rooms)
{
    /// <summary>Erases the names of people in a bloc's year.</summary>
    /// <remarks>
    /// Chairs, signers, guests, those who took part in cross-checks, role models and contact persons lose name, post and address in every paper of the year; that somebody was named stays. It cannot be taken
    /// back. Running texts, captions and attached files stay as they are, and backups keep the names until their own time is over. Doing it again erases what was named since.
    /// </remarks>
    [Function(nameof(ErasePeople)), Needs(Right.Administer), Answers(404)]
    public async Task<Ok<ErasedPeople>> ErasePeople(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{BlocRoutes.Year}/people/erasure")] HttpRequest request,
        [AsParameters] YearOfBloc id, Body<ErasureBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        if (body.Value.Reason.Trim() is not { Length: > 0 } reason)
        {
            throw Refusal.BadInput("$.reason", new("Cần ghi lý do.", "A reason is needed."));
        }

        if (body.Value.Confirmation != id.Bloc)
        {
            throw Refusal.BadInput("$.confirmation", new($"Để xác nhận, hãy ghi đúng mã khối: {id.Bloc}.", $"To confirm, give the bloc's id: {id.Bloc}."));
        }

        var erased = 0;
        foreach (var room in rooms)
        {
            erased += await room.RunAsync(partitions, terms, reason, caller.Acting, cancellationToken);
        }

        return TypedResults.Ok(new ErasedPeople(erased));
    }
}

/// <summary>The body of <c>ErasePeople</c>.</summary>
/// <param name="Confirmation">The bloc's id once more.</param>
/// <param name="Reason">Why.</param>
internal sealed record ErasureBody(
    [property: StringLength(Slug.MaximumLength, MinimumLength = 1)] string Confirmation,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

/// <param name="People">How many people were erased now.</param>
internal sealed record ErasedPeople(int People);
