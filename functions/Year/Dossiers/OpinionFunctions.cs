using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>What other bodies are asked about a dossier.</summary>
internal sealed class OpinionFunctions(DossierDesk desk, DossierTable dossiers)
{
    private const string One = $"{DossierFunctions.One}/opinions/{{opinion}}";

    /// <summary>Asks another body about a dossier.</summary>
    /// <remarks>
    /// It answers within so many working days after that day; ten, by Decree 152/2025/NĐ-CP, article 34, unless the office's template or the question says otherwise. The last day is
    /// reckoned by the holidays that are entered. When it is over the dossier may go on, but nobody has agreed. The ETag is that of the opinion.
    /// </remarks>
    [Function(nameof(AskOpinion)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<DossierOpinionView>> AskOpinion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] DossierId id, string opinion, Body<OpinionQuestion> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var question = body.Value with { Body = body.Value.Body.Trim(), Paper = body.Value.Paper?.Trimmed() };
        var sight = await desk.FindAsync(id, cancellationToken);
        Demand(DossierRules.Check(question, id.Year, desk.Today));
        return await AnswerAsync(request, sight, opinion, await dossiers.AskAsync(id, opinion, question, ifMatch, caller.Acting, cancellationToken), cancellationToken);
    }

    /// <summary>Writes down what a body answered.</summary>
    /// <remarks>Also after its term: then it is said to be late. The ETag is that of the opinion. Doing it again changes nothing.</remarks>
    [Function(nameof(RecordOpinion)), Needs(Right.RunBloc), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<DossierOpinionView>> RecordOpinion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{One}/answer")] HttpRequest request,
        [AsParameters] DossierId id, string opinion, Body<OpinionAnswer> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var answer = body.Value with { Text = body.Value.Text.Trim(), Paper = body.Value.Paper?.Trimmed() };
        var sight = await desk.FindAsync(id, cancellationToken);
        var record = await dossiers.AnswerAsync(
            id,
            opinion,
            question =>
            {
                Demand(DossierRules.Check(answer, question.AskedOn, desk.Today));
                return answer;
            },
            ifMatch,
            caller.Acting,
            cancellationToken);
        return await AnswerAsync(request, sight, opinion, record, cancellationToken);
    }

    private async Task<TaggedOk<DossierOpinionView>> AnswerAsync(HttpRequest request, DossierSight before, string opinion, DossierRecord record, CancellationToken cancellationToken)
    {
        var (one, term) = (await desk.SeeAsync(before.Id, before.Terms, record, cancellationToken)).Opinions.First(known => known.Opinion.Id == opinion);
        return EntityTag.Ok(DossierOpinionView.Of(one, term, request.HttpContext.AnswersIn()), one.Version);
    }

    private static void Demand(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }
}
