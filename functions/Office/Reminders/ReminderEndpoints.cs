using System.Text.Json;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Office.Reminders;

/// <summary>When people are reminded; the emulation office decides, everybody known may look.</summary>
internal static class ReminderEndpoints
{
    public static void MapReminderRules(this IEndpointRouteBuilder app)
    {
        app.MapPut("/api/reminder-rules", PutReminderRules).WithName(nameof(PutReminderRules))
            .Needs(Right.Administer)
            .Says(
                "Sets when people are reminded of deadlines.",
                "For each stage on how many days before its deadline: 14 is two weeks before, 0 the deadline day, -1 the day after. A stage that is not named reminds nobody. The same again changes nothing.");
        app.MapGet("/api/reminder-rules", GetReminderRules).WithName(nameof(GetReminderRules))
            .Needs(Right.Read)
            .Says("Shows when people are reminded of deadlines.", "The default rules, marked as such, until the office has set its own.");
    }

    private static async Task<TaggedOk<ReminderRulesView>> PutReminderRules(
        Body<ReminderRules> body, IfMatch ifMatch, Caller caller, ReminderRulesTable rules, CancellationToken cancellationToken)
    {
        if (body.Value.Faults() is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var put = await rules.PutAsync(body.Value, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(ReminderRulesView.Of(put), put.Version);
    }

    private static async Task<TaggedOk<ReminderRulesView>> GetReminderRules(ReminderRulesTable rules, CancellationToken cancellationToken)
    {
        var stored = await rules.ReadAsync(cancellationToken);
        return EntityTag.Ok(ReminderRulesView.Of(stored), stored.Version);
    }
}

/// <param name="Stages">For each stage its days; a stage that is not named reminds nobody.</param>
/// <param name="IsDefault">Whether nobody has set any rules yet.</param>
internal sealed record ReminderRulesView(IReadOnlyList<ReminderRule> Stages, bool IsDefault)
{
    public static ReminderRulesView Of(StoredReminderRules stored) => new(stored.Rules.Stages, stored.IsDefault);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReminderRules))]
[JsonSerializable(typeof(ReminderRulesView))]
[JsonSerializable(typeof(MailPage))]
[JsonSerializable(typeof(MailView))]
[JsonSerializable(typeof(MailState?))]
internal sealed partial class RemindersJson : JsonSerializerContext;
