namespace EmulationFunctions.Common;

/// <summary>A sentence for people: Vietnamese, and English for those who ask for it (<c>Accept-Language</c>).</summary>
internal sealed record Words(string Vi, string En)
{
    public string In(Language language) => language == Language.English ? En : Vi;
}
