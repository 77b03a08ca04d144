using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Calendar;

/// <summary>The years and their calendars; the emulation office keeps them, everybody known may look.</summary>
internal sealed class CycleFunctions(
    CycleTable cycles, CalendarTable calendar, CycleEditor editor, WhyNotExtended whyNotExtended, RosterTable roster, VietnamTime vietnam, TimeProvider clock)
{
    private const string OneBloc = "api/cycles/{year}/blocs/{bloc}";
    private const string Extension = "api/cycles/{year}/units/{unit}/extensions/{stage}";

    /// <summary>Enters or changes a year.</summary>
    /// <remarks>
    /// The whole of it: calendar, periods, blocs with their schemes and own days. Past years are as welcome as the next one. Extensions stay.
    /// The members of a bloc whose days change in an open year get a mail.
    /// A bloc, period or scheme in which work lies cannot be left out; PutCycleBloc and RemoveCycleBloc change one bloc alone.
    /// </remarks>
    [Function(nameof(PutCycle)), Needs(Right.Administer), Answers(400, 409)]
    public async Task<TaggedOk<CycleView>> PutCycle(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/cycles/{year}")] HttpRequest request,
        int year, Body<CycleBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var (template, _) = await calendar.ReadAsync(cancellationToken);
        return Answer(await editor.PutAsync(year, body.Value, body.Value.ToCycle(year, template.Template), ifMatch, caller.For(null), cancellationToken));
    }

    /// <summary>Lets a bloc take part in a year, or changes its scheme and own days.</summary>
    /// <remarks>That bloc alone; everything else of the year stays. Its members get a mail when its days change in an open year. With the ETag of the year. The same again changes nothing.</remarks>
    [Function(nameof(PutCycleBloc)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<CycleView>> PutCycleBloc(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = OneBloc)] HttpRequest request,
        int year, string bloc, Body<CycleBlocBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken) =>
        Answer(await editor.PutBlocAsync(await DemandAsync(year, cancellationToken), bloc, body.Value, ifMatch, caller.For(null), cancellationToken));

    /// <summary>Takes a bloc out of a year.</summary>
    /// <remarks>Only one in which nothing was put down yet. With the ETag of the year. Doing it again changes nothing.</remarks>
    [Function(nameof(RemoveCycleBloc)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<CycleView>> RemoveCycleBloc(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = OneBloc)] HttpRequest request,
        int year, string bloc, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken) =>
        Answer(await editor.RemoveBlocAsync(await DemandAsync(year, cancellationToken), bloc, ifMatch, caller.For(null), cancellationToken));

    /// <summary>Shows a year.</summary>
    /// <remarks>Its state, calendar, periods, and the blocs with their schemes and own days.</remarks>
    [Function(nameof(GetCycle)), Needs(Right.Read), Answers(400, 404)]
    public async Task<TaggedOk<CycleView>> GetCycle(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{year}")] HttpRequest request,
        int year, CancellationToken cancellationToken)
    {
        return Answer(await DemandAsync(year, cancellationToken));
    }

    /// <summary>Lists the years.</summary>
    /// <remarks>The latest first. In January two are open: last year's submission runs while the new year begins.</remarks>
    [Function(nameof(ListCycles)), Needs(Right.Read)]
    public async Task<Ok<CycleList>> ListCycles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var (_, years) = await calendar.ReadAsync(cancellationToken);
        var found = await Task.WhenAll(years.Select(year => cycles.FindCalendarAsync(year, cancellationToken)));
        return TypedResults.Ok(new CycleList(
            [.. found.OfType<Cycle>().OrderByDescending(cycle => cycle.Year).Select(cycle => new CycleSummary(cycle.Year, cycle.State, cycle.StartsOn))]));
    }

    /// <summary>Sets the calendar from which later years are made.</summary>
    /// <remarks>Years that are there do not change.</remarks>
    [Function(nameof(PutCalendarTemplate)), Needs(Right.Administer)]
    public async Task<TaggedOk<CalendarTemplateView>> PutCalendarTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/calendar-template")] HttpRequest request,
        Body<CalendarTemplateBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var template = body.Value.ToTemplate();
        if (CalendarTemplateRules.FaultsOf(template) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var put = await calendar.PutAsync(template, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(CalendarTemplateView.Of(put), put.Version);
    }

    /// <summary>Shows the calendar from which later years are made.</summary>
    /// <remarks>The default one, marked as such, until the office has set its own.</remarks>
    [Function(nameof(GetCalendarTemplate)), Needs(Right.Read)]
    public async Task<TaggedOk<CalendarTemplateView>> GetCalendarTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calendar-template")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var (template, _) = await calendar.ReadAsync(cancellationToken);
        return EntityTag.Ok(CalendarTemplateView.Of(template), template.Version);
    }

    /// <summary>Gives one unit more time for a stage.</summary>
    /// <remarks>Only later than its bloc's deadline, with a reason, and while it still lets the unit do something. The unit gets a mail. In place of an extension given before; the same again changes nothing. Of the whole year unless ?period= names another.</remarks>
    [Function(nameof(ExtendDeadline)), Needs(Right.Administer), Answers(400, 404, 409)]
    public async Task<TaggedOk<ExtensionView>> ExtendDeadline(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Extension)] HttpRequest request,
        [AsParameters] ExtensionId id, string? period, Body<ExtensionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var key = Key(id.Stage, period);
        var cycle = await cycles.FindWithBlocsAsync(id.Year, cancellationToken) ?? throw NoCycle(id.Year);
        var unit = await roster.FindUnitAsync(id.Unit, cancellationToken)
            ?? throw Refusal.NotFound(new($"Không có đơn vị '{id.Unit}'.", $"There is no unit '{id.Unit}'."));
        if (cycle.Stages.All(one => one.Key != key))
        {
            throw Refusal.NotFound(CycleRules.NoSuchStage(key));
        }

        var memberships = await roster.MembershipsOfAsync(id.Unit, cancellationToken);
        var day = cycle.MembershipDay(key.Period, vietnam.Today(clock));
        string[] blocs = [.. memberships.Where(membership => membership.Covers(day) && cycle.Has(membership.Bloc)).Select(membership => membership.Bloc)];
        if (blocs.Length == 0)
        {
            throw Refusal.Rule("not-in-the-cycle", new(
                $"{unit.Name} không thuộc khối nào của năm thi đua {id.Year}.", $"{unit.Name} is in no bloc of the year {id.Year}."));
        }

        var extension = new Extension(id.Unit, key, body.Value.Closes, body.Value.Reason.Trim());
        // The same again changes nothing, and is true however late it comes.
        if ((await cycles.FindExtensionAsync(id.Year, id.Unit, key, cancellationToken))?.Extension != extension
            && await whyNotExtended(id.Year, key, blocs, id.Unit, cancellationToken) is { } why)
        {
            throw Refusal.Rule("extension-without-effect", why);
        }

        var put = await cycles.ExtendAsync(id.Year, blocs, extension, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(ExtensionView.Of(put.Extension, await roster.NamesAsync(cancellationToken)), put.Version);
    }

    /// <summary>Shows how much more time a unit was given for a stage.</summary>
    /// <remarks>Of the whole year unless ?period= names another.</remarks>
    [Function(nameof(GetExtension)), Needs(Right.ReadSheet), Answers(400, 404)]
    public async Task<TaggedOk<ExtensionView>> GetExtension(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Extension)] HttpRequest request,
        [AsParameters] ExtensionId id, string? period, CancellationToken cancellationToken)
    {
        var found = await cycles.FindExtensionAsync(id.Year, id.Unit, Key(id.Stage, period), cancellationToken)
            ?? throw Refusal.NotFound(new("Đơn vị không được gia hạn bước này.", "The unit was given no more time for this stage."));
        return EntityTag.Ok(ExtensionView.Of(found.Extension, await roster.NamesAsync(cancellationToken)), found.Version);
    }

    /// <summary>Lists who was given more time.</summary>
    /// <remarks>By unit, in pages.</remarks>
    [Function(nameof(ListExtensions)), Needs(Right.Oversee), Answers(400, 404)]
    public async Task<Ok<ExtensionPage>> ListExtensions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{year}/extensions")] HttpRequest request,
        int year, Page page, CancellationToken cancellationToken)
    {
        _ = await cycles.FindCalendarAsync(year, cancellationToken) ?? throw NoCycle(year);
        var (extensions, next) = await cycles.ListExtensionsAsync(year, page, cancellationToken);
        var names = await roster.NamesAsync(cancellationToken);
        return TypedResults.Ok(new ExtensionPage([.. extensions.Select(one => ExtensionView.Of(one.Extension, names))], next));
    }

    /// <summary>Which extension of a period: of a unit, for a stage.</summary>
    internal sealed record ExtensionId(int Year, string Unit, string Stage);

    private async Task<Cycle> DemandAsync(int year, CancellationToken cancellationToken) =>
        await cycles.FindWithBlocsAsync(year, cancellationToken) ?? throw NoCycle(year);

    private static TaggedOk<CycleView> Answer(Cycle cycle) => EntityTag.Ok(CycleView.Of(cycle), cycle.Version);

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
