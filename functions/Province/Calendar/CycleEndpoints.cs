using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Calendar;

/// <summary>The years and their calendars; the emulation office keeps them, everybody known may look.</summary>
internal static class CycleEndpoints
{
    public static void MapCycles(this IEndpointRouteBuilder app)
    {
        app.MapPut("/api/cycles/{year}", PutCycle).WithName(nameof(PutCycle))
            .Needs(Right.Administer)
            .Says("Enters or changes a year.", "The whole of it: calendar, periods, blocs with their schemes and own days. Past years are as welcome as the next one. Extensions stay.")
            .Answers(400);
        app.MapGet("/api/cycles/{year}", GetCycle).WithName(nameof(GetCycle))
            .Needs(Right.Read)
            .Says("Shows a year.", "Its state, calendar, periods, and the blocs with their schemes and own days.")
            .Answers(400, 404);
        app.MapGet("/api/cycles", ListCycles).WithName(nameof(ListCycles))
            .Needs(Right.Read)
            .Says("Lists the years.", "The latest first. In January two are open: last year's submission runs while the new year begins.");
        app.MapPut("/api/calendar-template", PutCalendarTemplate).WithName(nameof(PutCalendarTemplate))
            .Needs(Right.Administer)
            .Says("Sets the calendar from which later years are made.", "Years that are there do not change.");
        app.MapGet("/api/calendar-template", GetCalendarTemplate).WithName(nameof(GetCalendarTemplate))
            .Needs(Right.Read)
            .Says("Shows the calendar from which later years are made.", "The default one, marked as such, until the office has set its own.");
        app.MapPut("/api/cycles/{year}/units/{unit}/extensions/{stage}", ExtendDeadline).WithName(nameof(ExtendDeadline))
            .Needs(Right.Administer)
            .Says("Gives one unit more time for a stage.", "Only later than its bloc's deadline, and with a reason. In place of an extension given before. Of the whole year unless ?period= names another.")
            .Answers(400, 404, 409);
        app.MapGet("/api/cycles/{year}/units/{unit}/extensions/{stage}", GetExtension).WithName(nameof(GetExtension))
            .Needs(Right.ReadSheet)
            .Says("Shows how much more time a unit was given for a stage.", "Of the whole year unless ?period= names another.")
            .Answers(400, 404);
        app.MapGet("/api/cycles/{year}/extensions", ListExtensions).WithName(nameof(ListExtensions))
            .Needs(Right.Oversee)
            .Says("Lists who was given more time.", "By unit, in pages.")
            .Answers(400, 404);
    }

    private static async Task<TaggedOk<CycleView>> PutCycle(
        int year, Body<CycleBody> body, IfMatch ifMatch, Caller caller, CycleChecks checks, FreezeScheme freeze, CycleTable cycles, CalendarTable calendar, CancellationToken cancellationToken)
    {
        var (template, _) = await calendar.ReadAsync(cancellationToken);
        var cycle = body.Value.ToCycle(year, template.Template);
        if (await checks.FaultsOfAsync(body.Value, cycle, cancellationToken) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var known = await cycles.FindWithBlocsAsync(year, cancellationToken);
        SchemeVersion[] chosen = [.. Schemes(cycle).Except(known is null ? [] : Schemes(known))];
        if (chosen.Length > 0 && known is not null)
        {
            // Before anything is frozen for ever on behalf of a change that is refused.
            ifMatch.Demand(known.Version);
        }

        foreach (var scheme in chosen)
        {
            await freeze(scheme.Scheme, scheme.Version, cancellationToken);
        }

        var put = await cycles.PutAsync(cycle, nameof(PutCycle), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(CycleView.Of(put), put.Version);
    }

    private static async Task<TaggedOk<CycleView>> GetCycle(int year, CycleTable cycles, CancellationToken cancellationToken)
    {
        var cycle = await cycles.FindWithBlocsAsync(year, cancellationToken) ?? throw NoCycle(year);
        return EntityTag.Ok(CycleView.Of(cycle), cycle.Version);
    }

    private static async Task<Ok<CycleList>> ListCycles(CalendarTable calendar, CycleTable cycles, CancellationToken cancellationToken)
    {
        var (_, years) = await calendar.ReadAsync(cancellationToken);
        var found = await Task.WhenAll(years.Select(year => cycles.FindCalendarAsync(year, cancellationToken)));
        return TypedResults.Ok(new CycleList(
            [.. found.OfType<Cycle>().OrderByDescending(cycle => cycle.Year).Select(cycle => new CycleSummary(cycle.Year, cycle.State, cycle.StartsOn))]));
    }

    private static async Task<TaggedOk<CalendarTemplateView>> PutCalendarTemplate(
        Body<CalendarTemplateBody> body, IfMatch ifMatch, Caller caller, CalendarTable calendar, CancellationToken cancellationToken)
    {
        var template = body.Value.ToTemplate();
        if (CalendarTemplateRules.FaultsOf(template) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var put = await calendar.PutAsync(template, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(CalendarTemplateView.Of(put), put.Version);
    }

    private static async Task<TaggedOk<CalendarTemplateView>> GetCalendarTemplate(CalendarTable calendar, CancellationToken cancellationToken)
    {
        var (template, _) = await calendar.ReadAsync(cancellationToken);
        return EntityTag.Ok(CalendarTemplateView.Of(template), template.Version);
    }

    private static async Task<TaggedOk<ExtensionView>> ExtendDeadline(
        int year,
        string unit,
        string stage,
        string? period,
        Body<ExtensionBody> body,
        IfMatch ifMatch,
        Caller caller,
        CycleTable cycles,
        RosterTable roster,
        VietnamTime vietnam,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var key = Key(stage, period);
        var cycle = await cycles.FindWithBlocsAsync(year, cancellationToken) ?? throw NoCycle(year);
        _ = await roster.FindUnitAsync(unit, cancellationToken)
            ?? throw Refusal.NotFound(new($"Không có đơn vị '{unit}'.", $"There is no unit '{unit}'."));
        if (cycle.Stages.All(one => one.Key != key))
        {
            throw Refusal.NotFound(CycleRules.NoSuchStage(key));
        }

        var memberships = await roster.MembershipsOfAsync(unit, cancellationToken);
        var day = cycle.MembershipDay(key.Period, vietnam.Today(clock));
        string[] blocs = [.. memberships.Where(membership => membership.Covers(day) && cycle.Has(membership.Bloc)).Select(membership => membership.Bloc)];
        if (blocs.Length == 0)
        {
            throw Refusal.Rule("not-in-the-cycle", new(
                $"Đơn vị '{unit}' không thuộc khối nào của năm thi đua {year}.", $"The unit '{unit}' is in no bloc of the year {year}."));
        }

        var put = await cycles.ExtendAsync(
            year, blocs, new(unit, key, body.Value.Closes, body.Value.Reason.Trim()), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(ExtensionView.Of(put.Extension), put.Version);
    }

    private static async Task<TaggedOk<ExtensionView>> GetExtension(
        int year, string unit, string stage, string? period, CycleTable cycles, CancellationToken cancellationToken)
    {
        var found = await cycles.FindExtensionAsync(year, unit, Key(stage, period), cancellationToken)
            ?? throw Refusal.NotFound(new("Đơn vị không được gia hạn bước này.", "The unit was given no more time for this stage."));
        return EntityTag.Ok(ExtensionView.Of(found.Extension), found.Version);
    }

    private static async Task<Ok<ExtensionPage>> ListExtensions(int year, Page page, CycleTable cycles, CancellationToken cancellationToken)
    {
        _ = await cycles.FindCalendarAsync(year, cancellationToken) ?? throw NoCycle(year);
        var (extensions, next) = await cycles.ListExtensionsAsync(year, page, cancellationToken);
        return TypedResults.Ok(new ExtensionPage([.. extensions.Select(one => ExtensionView.Of(one.Extension))], next));
    }

    private static IEnumerable<SchemeVersion> Schemes(Cycle cycle) => cycle.Blocs.Select(bloc => bloc.Scheme).OfType<SchemeVersion>().Distinct();

    private static Refusal NoCycle(int year) => Refusal.NotFound(new($"Chưa có năm thi đua {year}.", $"There is no cycle of the year {year}."));

    private static StageKey Key(string stage, string? period)
    {
        if (StageKinds.Find(stage) is not { } kind)
        {
            throw Refusal.BadInput("stage", StageKindConverter.Unknown);
        }

        if (period is not null && !Slug.IsValid(period))
        {
            throw Refusal.BadInput("period", new("Không phải mã kỳ.", "Not a period's id."));
        }

        return new(kind, period ?? Period.WholeYear);
    }
}
