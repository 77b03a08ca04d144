using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Roster;

/// <summary>Units that are renamed, merged, split, dissolved or moved by a decision. Everybody known may read; the emulation office records.</summary>
internal sealed class SuccessionFunctions(
    SuccessionChanges changes, SuccessionWithdrawal withdrawal, SuccessionWork work, WhyNotCarried whyNotCarried, SheetIsSettled isSettled, RosterTable table, VietnamTime vietnam, TimeProvider clock)
{
    /// <summary>Records that units are renamed, merged, split, split off, dissolved or moved by a decision.</summary>
    /// <remarks>
    /// Memberships end and begin on its day. What units reached before stays under their names; who took over the tasks goes on from it. Every half-finished
    /// sheet must be decided: carried, closed, or proRata where the scheme says so: then its total counts for its part of the year in that of the unit that takes over. Appraisals and peers' points are not carried: they are given again, and the answer says so. What is due on a later day is done then. Sent again it goes on where it was left, and changes nothing once it is done.
    /// </remarks>
    [Function(nameof(SucceedUnit)), Needs(Right.Administer), Answers(409), GivesLanguage]
    public async Task<TaggedOk<SuccessionView>> SucceedUnit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/successions/{succession}")] HttpRequest request,
        string succession, Body<SuccessionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var wanted = body.Value.ToSuccession(succession);
        var known = await table.FindSuccessionAsync(succession, cancellationToken);
        if (known is null || (!known.IsDone && !known.Sheets.SequenceEqual(wanted.Sheets)))
        {
            if (known is null)
            {
                // Of a unit that is not there, or cannot be succeeded, that is said, and not that it has no sheet.
                await changes.DemandPossibleAsync(wanted, cancellationToken);
            }

            await DemandSettledStayAsync(known, wanted, cancellationToken);
            await DemandDecidedAsync(wanted, cancellationToken);
        }

        var recorded = await changes.RecordAsync(wanted, ifMatch, caller.For(null), cancellationToken);
        var ended = await work.GoOnAsync(recorded, caller.For(null), cancellationToken);
        return EntityTag.Ok(await ViewAsync(ended, request, cancellationToken), ended.Version);
    }

    /// <summary>Takes back a succession that was recorded by mistake.</summary>
    /// <remarks>Only before its day, with the record's ETag, and while nothing rests on it: memberships end again when they did before, and those it begins are gone.</remarks>
    [Function(nameof(WithdrawSuccession)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<NoContent> WithdrawSuccession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/successions/{succession}")] HttpRequest request,
        string succession, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        await withdrawal.WithdrawAsync(succession, ifMatch, caller.For(null), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Shows a succession of units.</summary>
    /// <remarks>With what was decided of sheets, whether everything that follows is done, what stands in the way, and which terms need another head.</remarks>
    [Function(nameof(GetSuccession)), Needs(Right.Read), Answers(404), GivesLanguage]
    public async Task<TaggedOk<SuccessionView>> GetSuccession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/successions/{succession}")] HttpRequest request,
        string succession, CancellationToken cancellationToken)
    {
        var found = await table.FindSuccessionAsync(succession, cancellationToken) ?? throw Refusal.NotFound(SuccessionWords.NoSuccession);
        return EntityTag.Ok(await ViewAsync(found, request, cancellationToken), found.Version);
    }

    /// <summary>Lists successions of units.</summary>
    /// <remarks>With ?unit= those that name the unit, as one that ended, changed or took over; in pages.</remarks>
    [Function(nameof(ListSuccessions)), Needs(Right.Read), Answers(400), GivesLanguage]
    public async Task<Ok<SuccessionPage>> ListSuccessions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/successions")] HttpRequest request,
        string? unit, Page page, CancellationToken cancellationToken)
    {
        if (unit is not null && !Slug.IsValid(unit))
        {
            throw Refusal.BadInput("unit", new("Không phải mã đơn vị.", "Not a unit's id."));
        }

        if (page.Continuation is { } after && !Slug.IsValid(after))
        {
            throw Page.BadContinuation();
        }

        var all = (await table.SuccessionsAsync(cancellationToken))
            .Where(one => unit is null || one.Units.Contains(unit, StringComparer.Ordinal))
            .Where(one => page.Continuation is null || string.CompareOrdinal(one.Id, page.Continuation) > 0)
            .Take(page.Size + 1)
            .ToList();
        var views = new List<SuccessionView>();
        foreach (var one in all.Take(page.Size))
        {
            views.Add(await ViewAsync(one, request, cancellationToken));
        }

        return TypedResults.Ok(new SuccessionPage(views, all.Count > page.Size ? views[^1].Id : null));
    }

    /// <summary>While others still wait for a decision, what was decided and done of a sheet does not change.</summary>
    /// <exception cref="Refusal">409: sheets that are settled and would be decided otherwise; all at once.</exception>
    private async Task DemandSettledStayAsync(Succession? known, Succession wanted, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        foreach (var fate in known?.Sheets.Except(wanted.Sheets) ?? [])
        {
            if (await isSettled(known!.Id, fate, await work.BlocToCarryToAsync(known, fate, cancellationToken), cancellationToken))
            {
                var index = wanted.Sheets.ToList().FindIndex(one => one.Sheet == fate.Sheet);
                faults.Add(new(index < 0 ? "$.sheets" : $"$.sheets[{index}]", SuccessionWords.Settled(fate)));
            }
        }

        if (faults.Count > 0)
        {
            throw new Refusal(StatusCodes.Status409Conflict, "sheets-settled", new(
                "Phiếu điểm đã làm tiếp hoặc đã đóng theo quyết định thì không đổi quyết định được nữa.",
                "What was decided of a sheet and has been done does not change any more."), faults);
        }
    }

    /// <exception cref="Refusal">409: half-finished sheets of which nothing is decided, and sheets that could not be carried; all at once.</exception>
    private async Task DemandDecidedAsync(Succession wanted, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        foreach (var sheet in await work.UndecidedAsync(wanted, cancellationToken))
        {
            faults.Add(new("$.sheets", SuccessionWords.Undecided(sheet)));
        }

        for (var index = 0; index < wanted.Sheets.Count; index++)
        {
            var fate = wanted.Sheets[index];
            if (fate.Outcome == SheetOutcome.Closed)
            {
                continue;
            }

            var why = await work.BlocOfAsync(wanted, fate, cancellationToken) is { } bloc
                ? await whyNotCarried(fate, bloc, wanted.Day, cancellationToken)
                : SuccessionWords.NoBlocToCarryTo;
            if (why is not null)
            {
                faults.Add(new($"$.sheets[{index}]", why));
            }
        }

        if (faults.Count > 0)
        {
            throw new Refusal(StatusCodes.Status409Conflict, "sheets-undecided", new(
                "Phải quyết định từng phiếu điểm đang làm dở của đơn vị: làm tiếp (carried), đóng (closed) hay tính theo phần của năm (proRata).",
                "Each half-finished sheet of the units must be decided: carried, closed or proRata."), faults);
        }
    }

    private async Task<SuccessionView> ViewAsync(Succession one, HttpRequest request, CancellationToken cancellationToken)
    {
        var terms = new List<TermToRenew>();
        foreach (var unit in one.Leaves ? one.From : [])
        {
            var left = (await table.MembershipsOfAsync(unit, cancellationToken)).Where(member => member.Until == one.Day.AddDays(-1)).Select(member => member.Bloc);
            foreach (var bloc in left.Distinct(StringComparer.Ordinal))
            {
                terms.AddRange((await table.TermsOfAsync(bloc, cancellationToken)).SelectMany(term => ToRenew(one, unit, term)));
            }
        }

        return SuccessionView.Of(one, await table.NamesAsync(cancellationToken), terms, request.HttpContext.AnswersIn());
    }

    /// <summary>Of terms that were confirmed and still run on its day.</summary>
    private IEnumerable<TermToRenew> ToRenew(Succession one, string unit, Term term) =>
        !term.IsSuggestion && term.Year >= one.Day.Year && term.Year >= vietnam.Today(clock).Year && term.Covers(one.Day) && term.Units.Contains(unit)
            ? [new TermToRenew(term.Bloc, term.Year, unit, term.Leader == unit)]
            : [];
}
