using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Awards;

/// <summary>By which rules titles and certificates are proposed. The emulation office puts them down, everybody known may read.</summary>
internal sealed class AwardFunctions(AwardRulesTable versions, AwardCitations citations, VietnamTime vietnam, TimeProvider clock)
{
    private const string Rules = "api/award-rules";

    private DateOnly Today => vietnam.Today(clock);

    /// <summary>Makes or changes a version of the rules of awards.</summary>
    /// <remarks>
    /// The whole version: who may be proposed for what, quotas, votes and tie-breaks, each with its source. It holds from its first day until another version does. Once something was opened
    /// under it, it does not change any more (409 award-rules-in-use): make another with a first day of its own. The first needs no If-Match; the same again changes nothing.
    /// </remarks>
    [Function(nameof(PutAwardRules)), Needs(Right.Administer), Answers(409)]
    public async Task<TaggedOk<AwardRulesView>> PutAwardRules(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Rules}/{{rules}}")] HttpRequest request,
        string rules, Body<AwardRulesBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var wanted = body.Value.ToRules(rules);
        var known = await citations.FindAsync(wanted.Sources(), cancellationToken);
        if (AwardChecks.Check(wanted.Awards, wanted.Money, known.Keys.ToHashSet(StringComparer.Ordinal)) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var put = await versions.PutAsync(wanted, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(AwardRulesView.Of(put, known, Today), put.Tag);
    }

    /// <summary>Reads a version of the rules of awards.</summary>
    /// <remarks>The one of ?rules=; else the one that holds on ?day=, which is today unless given. Of a day before all versions it is the earliest. Until the office has put down its own it is the shipped one.</remarks>
    [Function(nameof(GetAwardRules)), Needs(Right.Read), Answers(400, 404)]
    public async Task<TaggedOk<AwardRulesView>> GetAwardRules(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Rules)] HttpRequest request,
        string? rules, string? day, CancellationToken cancellationToken)
    {
        var on = day is null ? Today
            : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) ? given
            : throw Refusal.BadInput("day", new("Phải là ngày dạng năm-tháng-ngày, ví dụ 2026-12-10.", "Must be a day such as 2026-12-10."));
        if (rules is not null && !Slug.IsValid(rules))
        {
            throw Refusal.BadInput("rules", new("Không phải mã bộ quy định.", "Not the id of a version."));
        }

        var found = await versions.FindAsync(rules ?? (await versions.AtAsync(on, cancellationToken)).Version, cancellationToken)
            ?? throw Refusal.NotFound(new("Không có bộ quy định này.", "There is no such version."));
        return EntityTag.Ok(AwardRulesView.Of(found, await citations.FindAsync(found.Rules.Sources(), cancellationToken), on), found.Tag);
    }

    /// <summary>Lists the versions of the rules of awards.</summary>
    /// <remarks>By their first day, the shipped one among them.</remarks>
    [Function(nameof(ListAwardRules)), Needs(Right.Read)]
    public async Task<Ok<AwardVersionsView>> ListAwardRules(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Rules}/versions")] HttpRequest request, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AwardVersionsView(AwardVersionView.Of(await versions.ListAsync(cancellationToken))));
}
