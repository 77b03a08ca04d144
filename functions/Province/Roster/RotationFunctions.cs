using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Province.Roster;

/// <summary>Who leads a bloc next: suggested by those who lead it now, confirmed by the emulation office.</summary>
internal sealed class RotationFunctions(RotationChanges rotation, RosterTable table, RecordedMeetingLookup findMeeting)
{
    /// <summary>Says in which order units lead a bloc.</summary>
    /// <remarks>A circle: after the last comes the first. Only what is suggested depends on it. An empty list takes it away.</remarks>
    [Function(nameof(PutRotation)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<RotationView>> PutRotation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/blocs/{bloc}/rotation")] HttpRequest request,
        string bloc, Body<RotationBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var (order, version) = await rotation.PutOrderAsync(bloc, body.Value.ToOrder(), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(new RotationView(order), version);
    }

    /// <summary>Suggests who leads the bloc in the year after.</summary>
    /// <remarks>The deputy succeeds, unless the bloc's order or a vote, given as counts, says otherwise. A suggestion gives nobody a right: the office confirms it (ConfirmHandover).</remarks>
    [Function(nameof(SuggestTerm)), Needs(Right.RunBloc), Answers(404, 409)]
    public async Task<TaggedOk<TermView>> SuggestTerm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/cycles/{year}/blocs/{bloc}/next-term")] HttpRequest request,
        int year, string bloc, Body<SuggestionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var (head, deputy) = body.Value.Votes();
        var term = await rotation.SuggestAsync(bloc, year + 1, body.Value.Basis, head, deputy, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(TermView.Of(term, await table.NamesAsync(cancellationToken)), term.Version);
    }

    /// <summary>Confirms who leads the bloc in the year after, and records how it was handed over.</summary>
    /// <remarks>
    /// What was suggested, or whom the meeting named instead. The new term's rights begin on the day of the handover; those of the old one end as the year's calendar says.
    /// A meeting that is named is one of the year or of the year after. What was not recorded, such as who handed over the flag, stays empty. Those who get or lose a task by it get a mail.
    /// </remarks>
    [Function(nameof(ConfirmHandover)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<HandoverView>> ConfirmHandover(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/cycles/{year}/blocs/{bloc}/handover")] HttpRequest request,
        int year, string bloc, Body<HandoverBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var asked = body.Value.ToHandover(bloc, year, await FaultOfMeetingAsync(bloc, year, body.Value.Meeting, cancellationToken));
        var (handover, term) = await rotation.ConfirmAsync(asked, body.Value.ToTerm(bloc, year), ifMatch, caller.For(null), cancellationToken);
        return await ViewAsync(handover, term, cancellationToken);
    }

    /// <summary>A meeting that is named has to be there, unless just that was recorded before.</summary>
    private async Task<Fault?> FaultOfMeetingAsync(string bloc, int year, string? meeting, CancellationToken cancellationToken) =>
        meeting is null
        || (await table.FindHandoverAsync(bloc, year, cancellationToken))?.Meeting == meeting
        || await findMeeting(bloc, year, meeting, cancellationToken) is not null
            ? null
            : new("$.meeting", RotationWords.NoMeeting(meeting, year));

    /// <summary>Shows how a bloc was handed over at the end of a year.</summary>
    /// <remarks>Who led before and who leads now, the day and the meeting, the rotating flag, and who signs. What was not recorded is null.</remarks>
    [Function(nameof(GetHandover)), Needs(Right.Read), Answers(404)]
    public async Task<TaggedOk<HandoverView>> GetHandover(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{year}/blocs/{bloc}/handover")] HttpRequest request,
        int year, string bloc, CancellationToken cancellationToken)
    {
        var handover = await table.FindHandoverAsync(bloc, year, cancellationToken) ?? throw Refusal.NotFound(RotationWords.NoHandover);
        var term = (await table.TermsOfAsync(bloc, cancellationToken)).FirstOrDefault(one => one.Year == year + 1);
        return await ViewAsync(handover, term, cancellationToken);
    }

    /// <summary>Its version is that of whichever was changed last: who confirms again has seen both.</summary>
    private async Task<TaggedOk<HandoverView>> ViewAsync(Handover handover, Term? term, CancellationToken cancellationToken)
    {
        var before = (await table.TermsOfAsync(handover.Bloc, cancellationToken)).LastOrDefault(one => one.Year == handover.Year && !one.IsSuggestion);
        var version = Math.Max(handover.Version, term?.Version ?? 0);
        return EntityTag.Ok(HandoverView.Of(handover, before, term, await table.NamesAsync(cancellationToken), version), version);
    }
}

/// <param name="Order">The units in the order in which they lead; after the last comes the first.</param>
internal sealed record RotationView(IReadOnlyList<string> Order);

/// <param name="Bloc">The bloc.</param>
/// <param name="Year">The year that ended.</param>
/// <param name="Day">The day of the handover; null where the papers do not say.</param>
/// <param name="DaySaid">The day as the papers say it, where they do not say which it was.</param>
/// <param name="Meeting">The id of the meeting at which it was confirmed; null where none was recorded.</param>
/// <param name="FlagFrom">The unit that handed over the rotating flag; null where that was not recorded.</param>
/// <param name="FlagFromName">What people call it.</param>
/// <param name="FlagTo">The unit that received it; null where that was not recorded, or there was no flag.</param>
/// <param name="FlagToName">What people call it.</param>
/// <param name="Items">What else was handed over; empty where that was not recorded.</param>
/// <param name="GivenBy">Who signs for the unit that handed over; null where that was not recorded.</param>
/// <param name="ReceivedBy">Who signs for the unit that received.</param>
/// <param name="Witness">Who signs as witness.</param>
/// <param name="Before">Who led in the year that ended; null where that is not known.</param>
/// <param name="Term">Who leads in the year after.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record HandoverView(
    string Bloc,
    int Year,
    DateOnly? Day,
    string? DaySaid,
    string? Meeting,
    string? FlagFrom,
    string? FlagFromName,
    string? FlagTo,
    string? FlagToName,
    IReadOnlyList<string> Items,
    PersonView? GivenBy,
    PersonView? ReceivedBy,
    PersonView? Witness,
    TermView? Before,
    TermView? Term,
    string Etag)
{
    public static HandoverView Of(Handover handover, Term? before, Term? term, UnitNames names, long version) => new(
        handover.Bloc,
        handover.Year,
        handover.Day,
        handover.DaySaid,
        handover.Meeting,
        handover.FlagFrom,
        handover.FlagFrom is { } from ? names[from] : null,
        handover.FlagTo,
        handover.FlagTo is { } to ? names[to] : null,
        handover.Items,
        PersonView.Of(handover.GivenBy),
        PersonView.Of(handover.ReceivedBy),
        PersonView.Of(handover.Witness),
        before is null ? null : TermView.Of(before, names),
        term is null ? null : TermView.Of(term, names),
        EntityTag.Of(version));
}
