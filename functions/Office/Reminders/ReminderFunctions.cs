using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Office.Reminders;

/// <summary>When people are reminded; the emulation office decides, everybody known may look.</summary>
internal sealed class ReminderFunctions(ReminderRulesTable rules)
{
    /// <summary>Sets when people are reminded of deadlines.</summary>
    /// <remarks>
    /// For each stage on how many days before its deadline: 14 is two weeks before, 0 the deadline day, -1 the day after. A stage that is not named reminds
    /// nobody. Conclusions, findings of cross-checks, reports of a pact's targets and parts of reports come again every chaseEvery days (7 unless given, 0 is never) after their day, until they are done.
    /// The same again changes nothing.
    /// </remarks>
    [Function(nameof(PutReminderRules)), Needs(Right.Administer)]
    public async Task<TaggedOk<ReminderRulesView>> PutReminderRules(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/reminder-rules")] HttpRequest request,
        Body<ReminderRules> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        if (body.Value.Faults() is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var put = await rules.PutAsync(body.Value, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(ReminderRulesView.Of(put), put.Version);
    }

    /// <summary>Shows when people are reminded of deadlines.</summary>
    /// <remarks>The default rules, marked as such, until the office has set its own.</remarks>
    [Function(nameof(GetReminderRules)), Needs(Right.Read)]
    public async Task<TaggedOk<ReminderRulesView>> GetReminderRules(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reminder-rules")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var stored = await rules.ReadAsync(cancellationToken);
        return EntityTag.Ok(ReminderRulesView.Of(stored), stored.Version);
    }
}

/// <param name="Stages">For each stage its days; a stage that is not named reminds nobody.</param>
/// <param name="ChaseEvery">What is chased until it is done comes again every so many days after its last day; 0 is never.</param>
/// <param name="IsDefault">Whether nobody has set any rules yet.</param>
internal sealed record ReminderRulesView(IReadOnlyList<ReminderRule> Stages, int ChaseEvery, bool IsDefault)
{
    public static ReminderRulesView Of(StoredReminderRules stored) => new(stored.Rules.Stages, stored.Rules.ChaseEvery, stored.IsDefault);
}
