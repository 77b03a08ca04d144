using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

/// <summary>
/// What a bloc's meetings ask for: that those which a year needs are planned, held and have minutes that are adopted, and that what they concluded is carried out.
/// What is behind <see cref="YearDuties"/>.
/// </summary>
internal sealed class MeetingDuties(MeetingTable meetings, CycleTable cycles, YearDesk desk)
{
    /// <summary>
    /// Which a year needs, by the practice of blocs, and the step of the calendar by whose last day each is held: configurable defaults. The year-end meeting is often held in
    /// January, and its chair is handed over there.
    /// </summary>
    private static readonly (MeetingKind Kind, StageKind Step, Words What)[] Needed =
    [
        (MeetingKind.Launch, StageKind.Pact, new("hội nghị triển khai", "the launch meeting")),
        (MeetingKind.HalfYear, StageKind.HalfYear, new("hội nghị sơ kết 6 tháng", "the half-year meeting")),
        (MeetingKind.YearEnd, StageKind.Handover, new("hội nghị tổng kết", "the year-end meeting")),
    ];

    private static readonly Words CarryOut = new("thực hiện kết luận cuộc họp của khối", "carry out what a meeting of the bloc concluded");

    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken)
    {
        var last = terms.Id with { Year = terms.Id.Year - 1 };
        var all = await meetings.ReadAllAsync(terms.Id, cancellationToken);

        // Nobody is reminded in a year that is over, but what it concluded is still chased until it is done.
        var before = (await cycles.FindAsync(last.Year, cancellationToken))?.State == CycleState.Closed ? await meetings.ReadAllAsync(last, cancellationToken) : [];
        var ofLast = string.Create(CultureInfo.InvariantCulture, $"{last.Year}");
        return
        [
            .. Needed.SelectMany(one => Of(terms, one.Step, one.What, [.. all.Where(record => record.Meeting.Content.Kinds.Contains(one.Kind))], all.Count > 0, desk.Today)),
            .. Conclusions(all, CarryOut),
            .. Conclusions(before, new($"{CarryOut.Vi} còn lại từ năm {ofLast}", $"{CarryOut.En} in {ofLast}")).Select(duty => duty with { IsOfYearBefore = true }),
        ];
    }

    /// <summary>A meeting that the year needs.</summary>
    /// <param name="terms">The bloc's year.</param>
    /// <param name="step">By whose last day it is held.</param>
    /// <param name="what">What it is called.</param>
    /// <param name="ofKind">Those of its kind.</param>
    /// <param name="isKept">Whether the bloc keeps any meeting here: else it may hold them on paper.</param>
    /// <param name="today">In Vietnam.</param>
    public static IEnumerable<YearDuty> Of(YearTerms terms, StageKind step, Words what, IReadOnlyList<MeetingRecord> ofKind, bool isKept, DateOnly today)
    {
        var there = ofKind.Where(record => record.Meeting.State != MeetingState.Cancelled).ToList();
        var isHeld = there.Exists(record => record.Meeting.Adopted is not null || record.Attendance is not null || record.Minutes is not null);
        var toCome = there.Select(record => record.Meeting.Content.When.Day).Where(day => day >= today).Min();
        var hold = YearDuty.OfBloc(terms, step, new($"tổ chức {what.Vi}", $"holding {what.En}"), isHeld) with { Kind = DutyKind.Meeting };
        yield return there.Count == 0
            ? YearDuty.OfBloc(terms, step, new($"lên lịch {what.Vi}", $"planning {what.En}"), isDone: false) with { Kind = DutyKind.Meeting, IsKnown = isKept }
            : isHeld ? hold
            : toCome is not null ? hold with { Due = toCome, IsUndated = false }
            : hold with { IsKnown = false };

        // No text says by when minutes are adopted.
        if (isHeld || (there.Count > 0 && toCome is null))
        {
            yield return YearDuty.OfBloc(terms, step, new($"thông qua biên bản {what.Vi}", $"adopting the minutes of {what.En}"), there.Exists(record => record.Meeting.Adopted is not null)) with
            {
                Kind = DutyKind.Meeting,
                Due = null,
                IsUndated = true,
                IsKnown = isHeld,
            };
        }
    }

    /// <summary>Of what nobody owns the bloc's leaders are reminded; what has a day by words alone has none, and nobody guesses one.</summary>
    public static IEnumerable<YearDuty> Conclusions(IEnumerable<MeetingRecord> all, Words what) =>
        from record in all
        where record.Meeting.State != MeetingState.Cancelled
        from one in record.Conclusions
        where one.Closing is null
        from owner in one.Owners.Count == 0 ? [null] : one.Owners.Select(string? (unit) => unit)
        select new YearDuty(StageKind.BlocMeeting, what, owner, IsDone: false, one.Due, Asked: null, string.Create(CultureInfo.InvariantCulture, $"{record.Meeting.Id}/{one.Number}"))
        {
            Kind = DutyKind.Conclusion,
            IsChased = true,
            IsUndated = one.Due is null,
            Said = one.Due is null ? one.DueSaid : null,
        };
}
