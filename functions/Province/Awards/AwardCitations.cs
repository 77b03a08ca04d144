using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Province.Awards;

/// <summary>The legal texts that rules cite: of the register, else those that the shipped rules cite.</summary>
internal sealed class AwardCitations(TextTable texts)
{
    public async Task<IReadOnlyDictionary<string, LegalText>> FindAsync(IEnumerable<AwardSource> sources, CancellationToken cancellationToken)
    {
        var cited = sources.Select(source => source.Text).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var known = (await texts.FindAllAsync(cited, cancellationToken)).ToDictionary(StringComparer.Ordinal);
        foreach (var id in cited.Where(AwardTexts.Shipped.ContainsKey))
        {
            known.TryAdd(id, AwardTexts.Shipped[id]);
        }

        return known;
    }
}
