using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Movements;

/// <summary>An emulation movement (phong trào thi đua) that a bloc takes part in. What nobody recorded is null.</summary>
/// <param name="Id">Its id within the bloc's year.</param>
/// <param name="Name">As it is called.</param>
/// <param name="Scope">Whose it is.</param>
/// <param name="Form">Regular, or a campaign.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Content">What it is about.</param>
/// <param name="Criteria">By what it is judged.</param>
/// <param name="LaunchedBy">Who launched it, by office, such as "Chủ tịch UBND tỉnh" and "Khối trưởng".</param>
/// <param name="LaunchedOn">When it was launched; its members get a mail.</param>
/// <param name="Paper">The paper by which it was launched.</param>
/// <param name="ReviewOn">When it is or was reviewed.</param>
/// <param name="AnswerBy">The day by which units answer.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Movement(
    string Id,
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
    long Version = 0)
{
    public const int LongestName = 300;
    public const int LongestContent = 4000;
    public const int MostCriteria = 50;
    public const int LongestCriterion = 500;
    public const int MostLaunchers = 10;
    public const int LongestLauncher = 200;

    /// <summary>Whether it says the same, whichever version it is.</summary>
    public bool Says(Movement other) =>
        this with { Criteria = [], LaunchedBy = [], Version = 0 } == other with { Criteria = [], LaunchedBy = [], Version = 0 }
        && Criteria.SequenceEqual(other.Criteria)
        && LaunchedBy.SequenceEqual(other.LaunchedBy);
}

/// <summary>Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<MovementScope>))]
internal enum MovementScope
{
    /// <summary>The province's, in which the bloc takes part.</summary>
    Province,

    /// <summary>The bloc's own.</summary>
    Bloc,
}

/// <summary>The two forms that the law knows. Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<MovementForm>))]
internal enum MovementForm
{
    /// <summary>Thi đua thường xuyên.</summary>
    Regular,

    /// <summary>Thi đua theo chuyên đề, theo đợt.</summary>
    Campaign,
}

/// <summary>What a unit does in a movement, and what came of it.</summary>
/// <param name="Unit">Who.</param>
/// <param name="Response">How it takes part; null while that was not said.</param>
/// <param name="Paper">Its own plan or report, where it cites one.</param>
/// <param name="Result">What came of it; null until there is something.</param>
/// <param name="Figures">Its results as numbers.</param>
/// <param name="AnsweredAt">When it was last put down.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record MovementAnswer(
    string Unit, string? Response, PaperReference? Paper, string? Result, IReadOnlyList<MovementFigure> Figures, DateTimeOffset AnsweredAt, long Version = 0)
{
    public const int LongestText = 2000;
    public const int MostFigures = 20;

    public bool Says(MovementAnswer other) =>
        (Response, Paper, Result) == (other.Response, other.Paper, other.Result) && Figures.SequenceEqual(other.Figures);
}

/// <summary>A result as it was said, and as a number: "gần 8.400" is 8400.</summary>
/// <param name="What">What was counted.</param>
/// <param name="Said">In the words of the answer.</param>
/// <param name="Number">The same as a number; null where there is none.</param>
internal sealed record MovementFigure(
    [property: StringLength(MovementFigure.LongestWhat, MinimumLength = 1)] string What,
    [property: StringLength(MovementFigure.LongestSaid, MinimumLength = 1)] string Said,
    decimal? Number = null)
{
    public const int LongestWhat = 200;
    public const int LongestSaid = 200;
}
