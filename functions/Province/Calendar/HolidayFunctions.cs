using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Province.Calendar;

/// <summary>The days on which nobody works, by which terms in working days are counted. The emulation office keeps them, everybody known may look.</summary>
internal sealed class HolidayFunctions(HolidayTable holidays)
{
    private const string One = "api/holidays/{year}";

    /// <summary>Enters a year's public holidays, or changes them.</summary>
    /// <remarks>
    /// The whole year, as it was announced: days off with those given for holidays on a weekend and those that were swapped, and the Saturdays and Sundays worked for them.
    /// GetHolidays says what the Labour Code gives and is not yet there. The first needs no If-Match; doing it again changes nothing.
    /// </remarks>
    [Function(nameof(PutHolidays)), Needs(Right.Administer), GivesLanguage]
    public async Task<TaggedOk<HolidayYearView>> PutHolidays(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        int year, Body<HolidayBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var sent = body.Value.ToYear(year);
        if (HolidayRules.Check(sent) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var sorted = sent with { DaysOff = [.. sent.DaysOff.OrderBy(one => one.Day)], WorkedDays = [.. sent.WorkedDays.OrderBy(one => one.Day)] };
        var put = await holidays.PutAsync(sorted, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(HolidayYearView.Of(year, put, request.HttpContext.AnswersIn()), put.Version);
    }

    /// <summary>Shows a year's public holidays.</summary>
    /// <remarks>A year that the office has not entered says so, and proposes what is the same each year; until then only Saturdays and Sundays are left out of terms in working days.</remarks>
    [Function(nameof(GetHolidays)), Needs(Right.Read), Answers(400), GivesLanguage]
    public async Task<TaggedOk<HolidayYearView>> GetHolidays(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        int year, CancellationToken cancellationToken)
    {
        var found = await holidays.FindAsync(year, cancellationToken);
        return EntityTag.Ok(HolidayYearView.Of(year, found, request.HttpContext.AnswersIn()), found?.Version ?? 0);
    }
}
