using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Roster;

/// <summary>Units, blocs, who belongs to which and who leads it. Everybody known may read; the emulation office writes.</summary>
internal static class RosterEndpoints
{
    public static void MapRoster(this IEndpointRouteBuilder app)
    {
        app.MapPut("/api/units/{unit}", PutUnit).WithName(nameof(PutUnit))
            .Needs(Right.Administer)
            .Says("Creates or changes a unit.", "The id is the caller's; by convention it begins with the province's. Contacts are e-mail addresses that reminders go to. The answer names other units of the same name.");
        app.MapGet("/api/units/{unit}", GetUnit).WithName(nameof(GetUnit))
            .Needs(Right.Read)
            .Says("Shows a unit and the blocs it is and was in.", "Contacts are shown to the emulation office and to the unit's own officers only.")
            .Answers(404);
        app.MapGet("/api/units", ListUnits).WithName(nameof(ListUnits))
            .Needs(Right.Read)
            .Says("Lists units.", "In pages, each sorted by the Vietnamese alphabet; of one kind with ?kind=.");
        app.MapPut("/api/blocs/{bloc}", PutBloc).WithName(nameof(PutBloc))
            .Needs(Right.Administer)
            .Says("Creates or changes a bloc or cluster.", "The stated number of members may be known before the list of them is.")
            .Answers(409);
        app.MapGet("/api/blocs/{bloc}", GetBloc).WithName(nameof(GetBloc))
            .Needs(Right.Read)
            .Says("Shows a bloc with its members on a day and its terms.", "The day is today unless ?day=2026-12-31 says another. Says whether the members are as many as its decision states.")
            .Answers(400, 404);
        app.MapGet("/api/blocs", ListBlocs).WithName(nameof(ListBlocs))
            .Needs(Right.Read)
            .Says("Lists blocs and clusters.", "In pages, each sorted by the Vietnamese alphabet; of one level with ?level=.");
        app.MapPut("/api/blocs/{bloc}/members/{unit}/{from}", JoinBloc).WithName(nameof(JoinBloc))
            .Needs(Right.Administer)
            .Says("Puts a unit into a bloc from a day on.", "The day (2026-01-01) is part of the address. A unit is in one bloc of a level at a time, now and in the past. Doing it again changes nothing.")
            .Answers(404, 409);
        app.MapPut("/api/blocs/{bloc}/members/{unit}/{from}/until", LeaveBloc).WithName(nameof(LeaveBloc))
            .Needs(Right.Administer)
            .Says("Ends a unit's membership with a day.", "That day still belongs to it. The membership stays in the history. To move an end that was set already needs If-Match.")
            .Answers(404, 409);
        app.MapPut("/api/blocs/{bloc}/terms/{year}", SetTerm).WithName(nameof(SetTerm))
            .Needs(Right.Administer)
            .Says("Says who leads a bloc in a year.", "Head, deputy and standing unit are members of the bloc in that year; at least one of them is named.")
            .Answers(404, 409);
        app.MapPost("/api/roster/import", ImportRoster).WithName(nameof(ImportRoster))
            .Needs(Right.Administer)
            .Says("Brings in a whole roster from a CSV file, all of it or nothing.", "Every faulty line is reported at once. Blank cells say nothing; the same file again changes nothing. With ?check=true it only says what it would do.")
            .Answers(400, 413, 415);
    }

    private static async Task<TaggedOk<PutUnitView>> PutUnit(
        string unit, Body<UnitBody> body, IfMatch ifMatch, Caller caller, RosterChanges roster, CancellationToken cancellationToken)
    {
        var (put, sameName) = await roster.PutUnitAsync(body.Value.ToUnit(unit), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(new PutUnitView(UnitView.Of(put, caller), sameName), put.Version);
    }

    private static async Task<TaggedOk<UnitWithBlocsView>> GetUnit(string unit, Caller caller, RosterTable roster, CancellationToken cancellationToken)
    {
        var (found, memberships) = await roster.FindUnitWithBlocsAsync(unit, cancellationToken) ?? throw Refusal.NotFound(RosterWords.NoUnit(unit));
        return EntityTag.Ok(new UnitWithBlocsView(UnitView.Of(found, caller), [.. memberships.Select(MembershipView.Of)]), found.Version);
    }

    private static async Task<Ok<UnitPage>> ListUnits(string? kind, Page page, Caller caller, RosterTable roster, CancellationToken cancellationToken)
    {
        var (units, next) = await roster.ListUnitsAsync(Word<UnitKind>("kind", kind), After(page), page.Size, cancellationToken);
        return TypedResults.Ok(new UnitPage([.. units.OrderBy(unit => unit.Name, VietnameseNames.Order).Select(unit => UnitView.Of(unit, caller))], next));
    }

    private static async Task<TaggedOk<BlocView>> PutBloc(
        string bloc, Body<BlocBody> body, IfMatch ifMatch, Caller caller, RosterChanges roster, CancellationToken cancellationToken)
    {
        var put = await roster.PutBlocAsync(body.Value.ToBloc(bloc), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(BlocView.Of(put), put.Version);
    }

    private static async Task<TaggedOk<BlocWithMembersView>> GetBloc(
        string bloc, string? day, RosterTable roster, VietnamTime vietnam, TimeProvider clock, CancellationToken cancellationToken)
    {
        var on = day is null ? vietnam.Today(clock) : Day("day", day);
        var (found, history, terms) = await roster.FindBlocWithMembersAsync(bloc, cancellationToken) ?? throw Refusal.NotFound(RosterWords.NoBloc(bloc));
        List<Membership> members = [.. history.Where(member => member.Covers(on))];
        var units = await roster.FindUnitsAsync(members.Select(member => member.Unit), cancellationToken);
        return EntityTag.Ok(
            new BlocWithMembersView(
                BlocView.Of(found),
                on,
                members.Count,
                found.StatedMemberCount is { } stated ? stated == members.Count : null,
                [.. members.Select(member => (Member: member, Unit: units[member.Unit]))
                    .OrderBy(one => one.Unit.Name, VietnameseNames.Order)
                    .Select(one => new MemberView(one.Unit.Id, one.Unit.Name, one.Unit.IsPlaceholder, MembershipView.Of(one.Member)))],
                [.. terms.Select(TermView.Of)]),
            found.Version);
    }

    private static async Task<Ok<BlocPage>> ListBlocs(string? level, Page page, RosterTable roster, CancellationToken cancellationToken)
    {
        var (blocs, next) = await roster.ListBlocsAsync(Word<BlocLevel>("level", level), After(page), page.Size, cancellationToken);
        return TypedResults.Ok(new BlocPage([.. blocs.OrderBy(bloc => bloc.Name, VietnameseNames.Order).Select(BlocView.Of)], next));
    }

    private static async Task<TaggedOk<MembershipView>> JoinBloc(
        string bloc, string unit, string from, Body<JoinBody> body, IfMatch ifMatch, Caller caller, RosterChanges roster, CancellationToken cancellationToken)
    {
        var first = FirstDay(from, body.Value.Until);
        var member = await roster.JoinAsync(new(bloc, unit, first, body.Value.Until, body.Value.Decision, null, 0), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(MembershipView.Of(member), member.Version);
    }

    private static async Task<TaggedOk<MembershipView>> LeaveBloc(
        string bloc, string unit, string from, Body<LeaveBody> body, IfMatch ifMatch, Caller caller, RosterChanges roster, CancellationToken cancellationToken)
    {
        var first = FirstDay(from, body.Value.Until);
        var member = await roster.LeaveAsync(bloc, unit, first, body.Value.Until, body.Value.Decision, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(MembershipView.Of(member), member.Version);
    }

    private static async Task<TaggedOk<TermView>> SetTerm(
        string bloc, int year, Body<TermBody> body, IfMatch ifMatch, Caller caller, RosterChanges roster, CancellationToken cancellationToken)
    {
        var term = await roster.SetTermAsync(body.Value.ToTerm(bloc, year), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(TermView.Of(term), term.Version);
    }

    private static async Task<Ok<ImportView>> ImportRoster(bool? check, CsvBody body, Caller caller, RosterChanges roster, CancellationToken cancellationToken)
    {
        var import = await roster.ImportAsync(RosterFile.Read(body.Text), check == true, caller.For(null), cancellationToken);
        return TypedResults.Ok(ImportView.Of(import, check == true));
    }

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
