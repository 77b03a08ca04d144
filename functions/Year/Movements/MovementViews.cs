using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Movements;

/// <summary>The body of <c>PutMovement</c>: the whole movement. What was not recorded is left out.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="Scope">Whose it is.</param>
/// <param name="Form">Regular, or a campaign.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Content">What it is about.</param>
/// <param name="LaunchedOn">When it was launched; the members get a mail.</param>
/// <param name="Paper">The paper by which it was launched.</param>
/// <param name="ReviewOn">When it is or was reviewed.</param>
/// <param name="AnswerBy">The day by which units answer.</param>
internal sealed record MovementBody(
    [property: StringLength(Movement.LongestName, MinimumLength = 1)] string Name,
    MovementScope Scope,
    MovementForm Form,
    DateOnly? From = null,
    DateOnly? Until = null,
    [property: StringLength(Movement.LongestContent, MinimumLength = 1)] string? Content = null,
    DateOnly? LaunchedOn = null,
    PaperReference? Paper = null,
    DateOnly? ReviewOn = null,
    DateOnly? AnswerBy = null)
{
    /// <summary>By what it is judged.</summary>
    [Items(0, Movement.MostCriteria), StringLength(Movement.LongestCriterion, MinimumLength = 1)]
    public IReadOnlyList<string> Criteria { get; init; } = [];

    /// <summary>Who launched it, by office, such as "Chủ tịch UBND tỉnh"; not by name.</summary>
    [Items(0, Movement.MostLaunchers), StringLength(Movement.LongestLauncher, MinimumLength = 1)]
    public IReadOnlyList<string> LaunchedBy { get; init; } = [];

    /// <summary>Without outer blanks.</summary>
    public Movement ToMovement(string id) => new(
        id,
        Name.Trim(),
        Scope,
        Form,
        From,
        Until,
        Content?.Trim() is { Length: > 0 } content ? content : null,
        [.. Criteria.Select(text => text.Trim())],
        [.. LaunchedBy.Select(text => text.Trim())],
        LaunchedOn,
        Paper?.Trimmed(),
        ReviewOn,
        AnswerBy);
}

/// <summary>The body of <c>AnswerMovement</c>: the unit's whole answer.</summary>
/// <param name="Response">How the unit takes part.</param>
/// <param name="Paper">Its own plan or report, where it cites one.</param>
/// <param name="Result">What came of it, once there is something.</param>
internal sealed record MovementAnswerBody(
    [property: StringLength(MovementAnswer.LongestText, MinimumLength = 1)] string? Response = null,
    PaperReference? Paper = null,
    [property: StringLength(MovementAnswer.LongestText, MinimumLength = 1)] string? Result = null)
{
    /// <summary>Its results as numbers.</summary>
    [Items(0, MovementAnswer.MostFigures)]
    public IReadOnlyList<MovementFigure> Figures { get; init; } = [];

    /// <summary>Without outer blanks.</summary>
    public MovementAnswer ToAnswer(string unit, DateTimeOffset now) => new(
        unit, Said(Response), Paper?.Trimmed(), Said(Result), [.. Figures.Select(one => new MovementFigure(one.What.Trim(), one.Said.Trim(), one.Number))], now);

    private static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;
}

/// <param name="Movement">Its id.</param>
/// <param name="Name">As it is called.</param>
/// <param name="Scope">Whose it is.</param>
/// <param name="Form">Regular, or a campaign.</param>
/// <param name="From">Its first day; null where that was not recorded.</param>
/// <param name="Until">Its last day; null likewise.</param>
/// <param name="Content">What it is about; null likewise.</param>
/// <param name="Criteria">By what it is judged.</param>
/// <param name="LaunchedBy">Who launched it, by office.</param>
/// <param name="LaunchedOn">When it was launched; null where that was not recorded.</param>
/// <param name="Paper">The paper by which it was launched; null likewise.</param>
/// <param name="ReviewOn">When it is or was reviewed; null likewise.</param>
/// <param name="AnswerBy">The day by which units answer; null where there is none.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record MovementView(
    string Movement,
    string Name,
    MovementScope Scope,
    MovementForm Form,
    DateOnly? From,
    DateOnly? Until,
    string? Content,
    IReadOnlyList<string> Criteria,
    IReadOnlyList<string> LaunchedBy,
    DateOnly? LaunchedOn,
    PaperReference? Paper,
    DateOnly? ReviewOn,
    DateOnly? AnswerBy,
    string Etag)
{
    public static MovementView Of(Movement one) => new(
        one.Id,
        one.Name,
        one.Scope,
        one.Form,
        one.From,
        one.Until,
        one.Content,
        one.Criteria,
        one.LaunchedBy,
        one.LaunchedOn,
        one.Paper,
        one.ReviewOn,
        one.AnswerBy,
        EntityTag.Of(one.Version));
}

/// <param name="Movements">A page of movements, by id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record MovementPage(IReadOnlyList<MovementView> Movements, string? Continuation);

/// <param name="Response">How the unit takes part; null where that was not said.</param>
/// <param name="Paper">Its own plan or report; null where it cites none.</param>
/// <param name="Result">What came of it; null until there is something.</param>
/// <param name="Figures">Its results as numbers.</param>
/// <param name="AnsweredAt">When it was last put down.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record MovementAnswerView(
    string? Response, PaperReference? Paper, string? Result, IReadOnlyList<MovementFigure> Figures, DateTimeOffset AnsweredAt, string Etag)
{
    public static MovementAnswerView Of(MovementAnswer one) =>
        new(one.Response, one.Paper, one.Result, one.Figures, one.AnsweredAt, EntityTag.Of(one.Version));
}

/// <param name="Unit">A unit of the bloc in that year.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Answer">What it answered; null where it has not.</param>
/// <param name="IsLate">Whether it has not, and the day by which it should is over.</param>
internal sealed record UnitAnswer(string Unit, string UnitName, MovementAnswerView? Answer, bool IsLate);

/// <param name="Movement">The movement.</param>
/// <param name="Units">A page of the bloc's units of the year, by id, with what they answered.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record MovementAnswersView(MovementView Movement, IReadOnlyList<UnitAnswer> Units, string? Continuation);
