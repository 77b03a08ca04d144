using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Reminders;

/// <summary>The outbox, for the emulation office: what was sent, what waits, what was given up and why. Never an address.</summary>
internal sealed class MailFunctions(OutboxTable outbox, RosterTable roster)
{
    /// <summary>Lists mails.</summary>
    /// <remarks>
    /// Those that are not over, of all days, or with ?state=dead only those that were given up; with ?day= (such as 2026-12-09) all that were due that day,
    /// of one ?state= if it is given. In pages.
    /// </remarks>
    [Function(nameof(ListMail)), Needs(Right.Administer), Answers(400)]
    public async Task<Ok<MailPage>> ListMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mail")] HttpRequest request,
        string? state, string? day, Page page, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        DateOnly? onDay = null;
        if (day is not null)
        {
            if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            {
                onDay = parsed;
            }
            else
            {
                faults.Add("day", "Phải là ngày dạng năm-tháng-ngày, ví dụ 2026-12-10.", "Must be a day such as 2026-12-10.");
            }
        }

        MailState? inState = null;
        if (state is not null)
        {
            inState = Find(state);
            if (inState is null)
            {
                faults.Add("state", $"Phải là một trong: {States}.", $"Must be one of: {States}.");
            }
            else if (day is null && inState != MailState.Dead)
            {
                faults.Add("state", "Hãy cho biết cả ngày; không có ngày thì chỉ lọc được dead.", "Say which day, too; without a day only dead can be asked for.");
            }
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        var (mails, next) = onDay is { } asked
            ? await outbox.ListAsync(asked, inState, page.Continuation, page.Size, cancellationToken)
            : await outbox.ListOpenAsync(inState == MailState.Dead, page.Continuation, page.Size, cancellationToken);
        var names = await roster.NamesAsync(cancellationToken);
        return TypedResults.Ok(new MailPage([.. mails.Select(mail => MailView.Of(mail, names))], next));
    }

    /// <summary>Sends a mail that was given up after all.</summary>
    /// <remarks>It joins the queue as if it had never failed. When the unit has other addresses by now, they get it. Reviving a mail that waits already changes nothing.</remarks>
    [Function(nameof(RetryMail)), Needs(Right.Administer), Answers(400, 404, 409)]
    public async Task<Ok<MailView>> RetryMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail/{mail}/retry")] HttpRequest request,
        string mail, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await outbox.FindAsync(mail, cancellationToken)
                ?? throw Refusal.NotFound(new("Không có thư này.", "There is no such mail."));
            if (found.State is MailState.Sent or MailState.Unneeded)
            {
                throw Refusal.Rule("mail-is-over", new(
                    "Thư này đã gửi xong hoặc không còn cần gửi.", "This mail has been sent or is no longer needed."));
            }

            if (found.State != MailState.Dead)
            {
                return TypedResults.Ok(MailView.Of(found, await roster.NamesAsync(cancellationToken)));
            }

            await outbox.ReopenAsync(found, cancellationToken);
            if (await outbox.TryUpdateAsync(found with { State = MailState.Waiting, Failures = 0, Reason = null, EndedAt = null }, cancellationToken) is { } revived)
            {
                return TypedResults.Ok(MailView.Of(revived, await roster.NamesAsync(cancellationToken)));
            }
        }
    }

    private static string States { get; } = string.Join(", ", Enum.GetValues<MailState>().Select(Name));

    private static MailState? Find(string name) =>
        Enum.GetValues<MailState>().Where(state => Name(state) == name).Select(state => (MailState?)state).FirstOrDefault();

    private static string Name(MailState state) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}

/// <param name="Mail">The mail's id.</param>
/// <param name="Day">The day it was due.</param>
/// <param name="Unit">The unit it is for; one of its addresses.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Kind">digest, or the kind of the change it follows, such as SheetReturned.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How many attempts have begun.</param>
/// <param name="Reason">Why it waits again, is not needed or was given up.</param>
/// <param name="QueuedAt">When it was made.</param>
/// <param name="NextAttempt">Not before then; null when it is its turn at once, or over.</param>
/// <param name="EndedAt">When it was over.</param>
internal sealed record MailView(
    string Mail,
    DateOnly Day,
    string Unit,
    string UnitName,
    string Kind,
    MailState State,
    int Attempts,
    string? Reason,
    DateTimeOffset QueuedAt,
    DateTimeOffset? NextAttempt,
    DateTimeOffset? EndedAt)
{
    public static MailView Of(OutboxMail mail, UnitNames names) => new(
        mail.Key.Id, mail.Key.Day, mail.Key.Unit, names[mail.Key.Unit], mail.Notice?.Kind?.ToString() ?? mail.Key.Kind, mail.State, mail.Tries, mail.Reason, mail.QueuedAt, mail.NotBefore, mail.EndedAt);
}

/// <param name="Mails">A page of mails.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record MailPage(IReadOnlyList<MailView> Mails, string? Continuation);
