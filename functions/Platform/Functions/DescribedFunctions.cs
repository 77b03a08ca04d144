using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Primitives;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// The functions as endpoints that are only described, never called: the framework reads routes, parameters, bodies and answers from
/// the methods, as it does for minimal APIs.
/// </summary>
internal sealed class DescribedFunctions(IServiceProvider services) : EndpointDataSource
{
    public override IReadOnlyList<Endpoint> Endpoints => [.. FunctionMethod.All.Values.Where(function => function.Http is not null).Select(Of)];

    public override IChangeToken GetChangeToken() => new CancellationChangeToken(CancellationToken.None);

    private Endpoint Of(FunctionMethod function)
    {
        var builder = new RouteEndpointBuilder(
            _ => throw new NotSupportedException("An endpoint that is only described."), RoutePatternFactory.Parse($"/{function.Http!.Route}"), order: 0)
        {
            ApplicationServices = services,
        };
        builder.Metadata.Add(function.Method);
        builder.Metadata.Add(new HttpMethodMetadata([.. function.Http.Methods!.Select(method => method.ToUpperInvariant())]));
        builder.Metadata.Add(new EndpointNameMetadata(function.Name));
        builder.Metadata.Add(new TagsAttribute(function.Method.DeclaringType!.Name.Replace("Functions", "", StringComparison.Ordinal)));
        foreach (var attribute in function.Method.GetCustomAttributes(inherit: false))
        {
            builder.Metadata.Add(attribute);
        }

        RequestDelegateFactory.InferMetadata(function.Method, new()
        {
            EndpointBuilder = builder,
            RouteParameterNames = builder.RoutePattern.Parameters.Select(parameter => parameter.Name),
            ServiceProvider = services,
        });
        return builder.Build();
    }
}
