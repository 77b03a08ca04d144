namespace EmulationFunctions.Year.Reports;

/// <summary>What the units' numbers come to, question by question; what an editor put in their place stays beside it. Pure.</summary>
internal static class ReportSums
{
    /// <param name="request">What was asked for.</param>
    /// <param name="before">The numbers of the draft as it is.</param>
    /// <param name="parts">The parts that were sent.</param>
    public static IEnumerable<ReportStatistic> Of(ReportRequest request, IReadOnlyList<ReportStatistic> before, IReadOnlyList<(string Unit, PartContent Content)> parts) =>
        from question in request.Questions
        where question.Measure is not null
        let answers = parts.Select(part => part.Content.AnswerTo(question.Code)).OfType<PartAnswer>().ToList()
        let edited = before.FirstOrDefault(one => one.Question == question.Code)
        select new ReportStatistic(
            question.Code,
            question.Share is { } share ? ShareOf(share, parts) : SumOf(question, answers),
            answers.Exists(answer => answer.Said is not null),
            answers.Count,
            edited?.Number,
            edited?.Said,
            edited?.EditedAt);

    /// <summary>Where nobody answered there is no sum; and shares are not added up.</summary>
    private static decimal? SumOf(ReportQuestion question, List<PartAnswer> answers) =>
        question.IsSummed && answers.Count > 0 ? answers.Sum(answer => answer.Number!.Value) : null;

    /// <summary>Of the units that gave both numbers.</summary>
    private static decimal? ShareOf(ReportShare share, IReadOnlyList<(string Unit, PartContent Content)> parts)
    {
        var both = parts
            .Select(part => (Part: part.Content.AnswerTo(share.Part)?.Number, Whole: part.Content.AnswerTo(share.Whole)?.Number))
            .Where(one => one is { Part: not null, Whole: not null })
            .ToList();
        return both.Count == 0 ? null : share.Of(code => both.Sum(one => code == share.Whole ? one.Whole : one.Part));
    }
}
