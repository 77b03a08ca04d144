using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>What the office asks of dossiers.</summary>
internal sealed class DossierTemplateFunctions(DossierTemplateTable templates, AwardRulesTable rules, YearDesk years)
{
    private const string Route = "api/dossier-template";

    /// <summary>Sets what the office asks of dossiers that are opened from now on.</summary>
    /// <remarks>For each award, or all others: the sections of the achievement report, what is attached, which bodies are asked within how many working days, and by when it is where. Dossiers that are there keep the version under which they were opened.</remarks>
    [Function(nameof(PutDossierTemplate)), Needs(Right.Administer)]
    public async Task<TaggedOk<DossierTemplateView>> PutDossierTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        Body<DossierTemplateBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var outlines = body.Value.Outlines;
        var faults = DossierRules.Check(outlines);
        var current = await rules.AtAsync(years.Today, cancellationToken);
        for (var index = 0; index < outlines.Count; index++)
        {
            for (var at = 0; at < outlines[index].Awards.Count; at++)
            {
                if (current.Find(outlines[index].Awards[at]) is null)
                {
                    faults.Add(
                        $"$.outlines[{index}].awards[{at}]",
                        $"Quy định phiên bản {current.Version} không có danh hiệu '{outlines[index].Awards[at]}'.",
                        $"Version {current.Version} of the rules has no award '{outlines[index].Awards[at]}'.");
                }
            }
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        return Answer(await templates.PutAsync(outlines, ifMatch, caller.For(null), cancellationToken));
    }

    /// <summary>Shows what the office asks of dossiers.</summary>
    /// <remarks>The default, version 0, until the office has set its own: the outline of its report is of no form that was read.</remarks>
    [Function(nameof(GetDossierTemplate)), Needs(Right.Read)]
    public async Task<TaggedOk<DossierTemplateView>> GetDossierTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        Answer(await templates.LastAsync(cancellationToken));

    private static TaggedOk<DossierTemplateView> Answer(StoredDossierTemplate stored) =>
        EntityTag.Ok(new DossierTemplateView(stored.Template.Number, stored.Template.Outlines), stored.Version);
}
