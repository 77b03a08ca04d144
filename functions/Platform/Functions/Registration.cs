using System.Text.Json.Serialization.Metadata;

namespace EmulationFunctions.Platform.Functions;

internal static class Registration
{
    /// <summary>A room's JSON types.</summary>
    public static void AddJson(this IServiceCollection services, IJsonTypeInfoResolver types) =>
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Add(types));
}
