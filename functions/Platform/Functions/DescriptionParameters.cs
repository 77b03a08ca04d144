using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace EmulationFunctions.Platform.Functions;

/// <param name="Words">What it is.</param>
/// <param name="Example">What it looks like in practice, as JSON; null where it is better left away.</param>
internal sealed record ParameterWord(string Words, string? Example);

/// <summary>
/// What stands in addresses, queries and headers, by name; by <c>Operation.name</c> where a name is something else there. Given by the
/// program that describes itself, as <see cref="ExampleValues"/> are.
/// </summary>
internal sealed record ParameterWords(IReadOnlyDictionary<string, ParameterWord> ByName);

/// <summary>Says of every parameter of the description what it is.</summary>
internal sealed class DescriptionParameters(ParameterWords words)
{
    public void Describe(OpenApiDocument document)
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => (path.Operations ?? []).Values))
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                if (words.ByName.GetValueOrDefault($"{operation.OperationId}.{parameter.Name}") is { } word
                    || words.ByName.TryGetValue(parameter.Name ?? "", out word))
                {
                    parameter.Description ??= word.Words;
                    parameter.Example = word.Example is null ? null : JsonNode.Parse(word.Example);
                }
            }
        }
    }
}
