using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Decisions;

/// <summary>The base salary, with which the money of awards is reckoned. The emulation office enters it, everybody known may read.</summary>
internal sealed class BaseSalaryFunctions(BaseSalaryTable table)
{
    private const string Salaries = "api/base-salaries";
    private const string One = $"{Salaries}/{{from}}";

    /// <summary>Enters the base salary that holds from a day on.</summary>
    /// <remarks>With the paper that says so; the first of a day needs no If-Match. Until there is one for a decision's day, no amount is named for what it gives. Doing it again changes nothing.</remarks>
    [Function(nameof(PutBaseSalary)), Needs(Right.Administer), Answers(409)]
    public async Task<TaggedOk<BaseSalaryView>> PutBaseSalary(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        string from, Body<BaseSalaryBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var day = BaseSalary.Day(from);
        var faults = new List<Fault>();
        body.Value.Source.CheckNumbered("$.source", faults);
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        var all = await table.PutAsync(new(day, body.Value.Amount, body.Value.Source.Trimmed()), ifMatch, caller.For(null), cancellationToken);
        var put = all.First(one => one.From == day);
        return EntityTag.Ok(BaseSalaryView.Of(put, all), put.Version);
    }

    /// <summary>Takes out a base salary that was entered by mistake.</summary>
    /// <remarks>If-Match is its ETag. Doing it again changes nothing.</remarks>
    [Function(nameof(RemoveBaseSalary)), Needs(Right.Administer)]
    public async Task<NoContent> RemoveBaseSalary(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request,
        string from, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        await table.RemoveAsync(BaseSalary.Day(from), ifMatch, caller.For(null), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Lists the base salaries.</summary>
    /// <remarks>By their first day; each holds until the next one does.</remarks>
    [Function(nameof(ListBaseSalaries)), Needs(Right.Read)]
    public async Task<Ok<BaseSalaryList>> ListBaseSalaries(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Salaries)] HttpRequest request, CancellationToken cancellationToken)
    {
        var all = await table.ListAsync(cancellationToken);
        return TypedResults.Ok(new BaseSalaryList([.. all.Select(one => BaseSalaryView.Of(one, all))]));
    }
}
