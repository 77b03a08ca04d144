using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>What another body is asked about a dossier, and what it answered. Silence is no consent, whatever the day.</summary>
/// <param name="Id">Its id within the dossier.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">What came back; null while nothing has.</param>
internal sealed record Opinion(string Id, OpinionQuestion Question, OpinionAnswer? Answer = null, long Version = 0);

/// <param name="Body">The body that is asked, as it is called.</param>
/// <param name="AskedOn">The day on which it was asked; its term begins the day after.</param>
/// <param name="Days">Within how many working days it answers; null for what the template says.</param>
/// <param name="Paper">The letter by which it was asked.</param>
internal sealed record OpinionQuestion(
    [property: StringLength(PaperReference.LongestIssuer, MinimumLength = 1)] string Body,
    DateOnly AskedOn,
    [property: Range(1, DossierOutline.MostDays)] int? Days = null,
    PaperReference? Paper = null);

/// <param name="On">The day on which it came.</param>
/// <param name="View">What it comes to.</param>
/// <param name="Text">In its own words.</param>
/// <param name="Paper">The paper that says it.</param>
internal sealed record OpinionAnswer(
    DateOnly On, OpinionViewed View, [property: StringLength(DossierLetter.LongestText, MinimumLength = 1)] string Text, PaperReference? Paper = null);

[JsonConverter(typeof(CamelCaseEnum<OpinionViewed>))]
internal enum OpinionViewed
{
    Agrees,
    Disagrees,

    /// <summary>Agrees on a condition, knows nothing of it, or says something else.</summary>
    Other,
}

/// <summary>How an opinion stands on a day.</summary>
[JsonConverter(typeof(CamelCaseEnum<OpinionState>))]
internal enum OpinionState
{
    /// <summary>The term runs.</summary>
    Waiting,

    /// <summary>The term is over and nothing came: the dossier may go on, and nobody has agreed.</summary>
    Unanswered,

    Answered,

    /// <summary>Answered after the term.</summary>
    AnsweredLate,
}

/// <summary>The term of an opinion, by the holidays as they are entered now.</summary>
/// <param name="Days">In how many working days.</param>
/// <param name="Last">The last day, and of which years the holidays are not known.</param>
internal sealed record OpinionTerm(OpinionState State, int Days, WorkingTerm Last)
{
    /// <param name="opinion">The opinion.</param>
    /// <param name="days">What the template says.</param>
    /// <param name="holidays">Of the day on which it was asked and after.</param>
    /// <param name="today">In Vietnam.</param>
    public static OpinionTerm Of(Opinion opinion, int days, Holidays holidays, DateOnly today)
    {
        var term = opinion.Question.Days ?? days;
        var last = WorkingDays.Add(opinion.Question.AskedOn, term, holidays);
        return new(
            opinion.Answer is { } answer ? answer.On > last.Last ? OpinionState.AnsweredLate : OpinionState.Answered
                : today > last.Last ? OpinionState.Unanswered : OpinionState.Waiting,
            term,
            last);
    }
}
