using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Roster;

/// <summary>Units, blocs, who belongs to which and who leads it. Everybody known may read; the emulation office writes.</summary>
internal sealed class RosterFunctions(RosterChanges roster, RosterTable table, VietnamTime vietnam, TimeProvider clock)
{
    /// <summary>Creates or changes a unit.</summary>
    /// <remarks>The id is the caller's; by convention it begins with the province's. Contacts are e-mail addresses that reminders go to. The answer names other units of the same name.</remarks>
    [Function(nameof(PutUnit)), Needs(Right.Administer)]
    public async Task<TaggedOk<PutUnitView>> PutUnit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/units/{unit}")] HttpRequest request,
        string unit, Body<UnitBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var (put, sameName) = await roster.PutUnitAsync(body.Value.ToUnit(unit), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(new PutUnitView(UnitView.Of(put, caller), sameName), put.Version);
    }

    /// <summary>Shows a unit, the blocs it is and was in, and what became of it.</summary>
    /// <remarks>Contacts are shown to the emulation office and to the unit's own officers only.</remarks>
    [Function(nameof(GetUnit)), Needs(Right.Read), Answers(404)]
    public async Task<TaggedOk<UnitWithBlocsView>> GetUnit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/units/{unit}")] HttpRequest request,
        string unit, Caller caller, CancellationToken cancellationToken)
    {
        var (found, memberships) = await table.FindUnitWithBlocsAsync(unit, cancellationToken) ?? throw Refusal.NotFound(RosterWords.NoUnit(unit));
        return EntityTag.Ok(new UnitWithBlocsView(
            UnitView.Of(found, caller),
            [.. memberships.Select(MembershipView.Of)],
            [.. (await table.SuccessionsAsync(cancellationToken)).Where(one => one.Units.Contains(unit, StringComparer.Ordinal)).OrderBy(one => one.Day).Select(UnitChangeView.Of)]), found.Version);
    }

    /// <summary>Lists units.</summary>
    /// <remarks>In pages, each sorted by the Vietnamese alphabet; of one kind with ?kind=.</remarks>
    [Function(nameof(ListUnits)), Needs(Right.Read)]
    public async Task<Ok<UnitPage>> ListUnits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/units")] HttpRequest request,
        string? kind, Page page, Caller caller, CancellationToken cancellationToken)
    {
        var (units, next) = await table.ListUnitsAsync(Word<UnitKind>("kind", kind), After(page), page.Size, cancellationToken);
        return TypedResults.Ok(new UnitPage([.. units.OrderBy(unit => unit.Name, VietnameseNames.Order).Select(unit => UnitView.Of(unit, caller))], next));
    }

    /// <summary>Creates or changes a bloc or cluster.</summary>
    /// <remarks>The stated number of members may be known before the list of them is.</remarks>
    [Function(nameof(PutBloc)), Needs(Right.Administer), Answers(409)]
    public async Task<TaggedOk<BlocView>> PutBloc(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/blocs/{bloc}")] HttpRequest request,
        string bloc, Body<BlocBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var put = await roster.PutBlocAsync(body.Value.ToBloc(bloc), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(BlocView.Of(put), put.Version);
    }

    /// <summary>Shows a bloc with its members on a day and its terms.</summary>
    /// <remarks>The day is today unless ?day=2026-12-31 says another, and units are called as they were then. Says whether the members are as many as its decision states.</remarks>
    [Function(nameof(GetBloc)), Needs(Right.Read), Answers(400, 404)]
    public async Task<TaggedOk<BlocWithMembersView>> GetBloc(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/blocs/{bloc}")] HttpRequest request,
        string bloc, string? day, CancellationToken cancellationToken)
    {
        var on = day is null ? vietnam.Today(clock) : Day("day", day);
        var (found, history, terms) = await table.FindBlocWithMembersAsync(bloc, cancellationToken) ?? throw Refusal.NotFound(RosterWords.NoBloc(bloc));
        List<Membership> members = [.. history.Where(member => member.Covers(on))];
        var units = await table.FindUnitsAsync(members.Select(member => member.Unit), cancellationToken);
        var names = await table.NamesAsync(on, cancellationToken);
        return EntityTag.Ok(
            new BlocWithMembersView(
                BlocView.Of(found),
                on,
                members.Count,
                found.StatedMemberCount is { } stated ? stated == members.Count : null,
                [.. members.Select(member => (Member: member, Unit: units[member.Unit]))
                    .OrderBy(one => names[one.Unit.Id], VietnameseNames.Order)
                    .Select(one => new MemberView(one.Unit.Id, names[one.Unit.Id], one.Unit.IsPlaceholder, MembershipView.Of(one.Member)))],
                [.. terms.Select(term => TermView.Of(term, names))],
                await table.RotationOfAsync(bloc, cancellationToken)),
            found.Version);
    }

    /// <summary>Lists blocs and clusters.</summary>
    /// <remarks>In pages, each sorted by the Vietnamese alphabet; of one level with ?level=.</remarks>
    [Function(nameof(ListBlocs)), Needs(Right.Read)]
    public async Task<Ok<BlocPage>> ListBlocs(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/blocs")] HttpRequest request,
        string? level, Page page, CancellationToken cancellationToken)
    {
        var (blocs, next) = await table.ListBlocsAsync(Word<BlocLevel>("level", level), After(page), page.Size, cancellationToken);
        return TypedResults.Ok(new BlocPage([.. blocs.OrderBy(bloc => bloc.Name, VietnameseNames.Order).Select(BlocView.Of)], next));
    }

    /// <summary>Puts a unit into a bloc from a day on.</summary>
    /// <remarks>The day (2026-01-01) is part of the address. A unit is in one bloc of a level at a time, now and in the past. Doing it again changes nothing.</remarks>
    [Function(nameof(JoinBloc)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<MembershipView>> JoinBloc(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/blocs/{bloc}/members/{unit}/{from}")] HttpRequest request,
        [AsParameters] MembershipId id, Body<JoinBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var first = FirstDay(id.From, body.Value.Until);
        var member = await roster.JoinAsync(new(id.Bloc, id.Unit, first, body.Value.Until, body.Value.Decision, null, 0), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(MembershipView.Of(member), member.Version);
    }

    /// <summary>Ends a unit's membership with a day.</summary>
    /// <remarks>That day still belongs to it. The membership stays in the history. To move an end that was set already needs If-Match.</remarks>
    [Function(nameof(LeaveBloc)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<MembershipView>> LeaveBloc(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/blocs/{bloc}/members/{unit}/{from}/until")] HttpRequest request,
        [AsParameters] MembershipId id, Body<LeaveBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var first = FirstDay(id.From, body.Value.Until);
        var member = await roster.LeaveAsync(id.Bloc, id.Unit, first, body.Value.Until, body.Value.Decision, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(MembershipView.Of(member), member.Version);
    }

    /// <summary>Says who leads a bloc in a year.</summary>
    /// <remarks>Head, deputy and standing unit are members of the bloc in that year; at least one of them is named. Where the head changes within a year, the first term is given its end (until), then another begins after it (from). Those who get or lose a task by it get a mail.</remarks>
    [Function(nameof(SetTerm)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<TermView>> SetTerm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/blocs/{bloc}/terms/{year}")] HttpRequest request,
        string bloc, int year, Body<TermBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var term = await roster.SetTermAsync(body.Value.ToTerm(bloc, year), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(TermView.Of(term, await table.NamesAsync(cancellationToken)), term.Version);
    }

    /// <summary>Brings in a whole roster from a CSV file or a workbook, all of it or nothing.</summary>
    /// <remarks>
    /// Headings and words may be Vietnamese. Every faulty line is reported at once. Blank cells say nothing; the same file again changes nothing.
    /// With ?check=true it only says what it would do.
    /// </remarks>
    [Function(nameof(ImportRoster)), Needs(Right.Administer), MayTake(TimeOf.LongWork), Answers(400, 413, 415, 429)]
    public async Task<Ok<ImportView>> ImportRoster(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/roster/import")] HttpRequest request,
        bool? check, TableBody body, Caller caller, CancellationToken cancellationToken)
    {
        var import = await roster.ImportAsync(RosterFile.Read(body), check == true, caller.For(null), cancellationToken);
        return TypedResults.Ok(ImportView.Of(import, check == true));
    }

    /// <summary>Which membership: of a unit in a bloc, by its first day.</summary>
    internal sealed record MembershipId(string Bloc, string Unit, string From);

    /// <summary>Where a page goes on: the id that the last one ended with.</summary>
    private static string? After(Page page) =>
        page.Continuation is null || Slug.IsValid(page.Continuation) ? page.Continuation : throw Page.BadContinuation();

    private static DateOnly FirstDay(string from, DateOnly? until)
    {
        var first = Day("from", from);
        var faults = new List<Fault>();
        RosterRules.CheckUntil(first, until, "$.until", faults);
        return faults.Count == 0 ? first : throw Refusal.BadInput(faults);
    }

    private static DateOnly Day(string name, string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw Refusal.BadInput(name, new("Phải là ngày dạng năm-tháng-ngày, ví dụ 2026-12-10.", "Must be a day such as 2026-12-10."));
        }

        var faults = new List<Fault>();
        RosterRules.CheckDay(day, name, faults);
        return faults.Count == 0 ? day : throw Refusal.BadInput(faults);
    }

    private static T? Word<T>(string name, string? text)
        where T : struct, Enum
    {
        if (text is null)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (RosterRows.Word(value) == text)
            {
                return value;
            }
        }

        var words = string.Join(", ", Enum.GetValues<T>().Select(RosterRows.Word));
        throw Refusal.BadInput(name, new($"Phải là một trong: {words}.", $"Must be one of: {words}."));
    }
}
