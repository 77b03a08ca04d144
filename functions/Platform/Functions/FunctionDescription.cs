using System.Globalization;
using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EmulationFunctions.Platform.Functions;

/// <summary>The OpenAPI 3.1 document of every operation, made from the functions' methods.</summary>
internal static class FunctionDescription
{
    public const string Document = "api";

    /// <summary>Said once, since every operation can answer one.</summary>
    private const string Problem = "Problem";

    public static void AddFunctionDescription(this IServiceCollection services) => services.AddSingleton<EndpointDataSource, DescribedFunctions>().AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        var named = new Dictionary<string, Type>();
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id
            ? !named.TryAdd(id, Nullable.GetUnderlyingType(type.Type) ?? type.Type) && named[id] != (Nullable.GetUnderlyingType(type.Type) ?? type.Type)
                ? throw new InvalidOperationException($"{type.Type} and {named[id]} have one name in the description.")
                : id
            : null;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "EmulationFunctions",
                Version = "1",
                Description = "The back office of a province's emulation blocs. Errors are problem documents (RFC 9457), in Vietnamese or, "
                    + "with Accept-Language: en, in English. A change of something that exists carries the ETag that was read, in If-Match.",
            };
            document.Servers = [new() { Url = "/" }];
            document.Components ??= new();
            document.Components.Headers = DescriptionHeaders.Components();
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
            document.Components.Schemas[Problem] = ProblemSchema();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["entra"] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "JWT",
                    Description = "An access token of the tenant for this API.",
                },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            SchemaOfValues.Describe(schema, context.JsonTypeInfo.Type);
            if (context.JsonPropertyInfo?.AttributeProvider is { } member)
            {
                DescriptionLimits.Describe(schema, member);
            }

            return Task.CompletedTask;
        });
        // Last, when everything is there that an example is made of.
        options.AddDocumentTransformer((document, context, _) =>
        {
            new DescriptionExamples(context.ApplicationServices.GetRequiredService<ExampleValues>()).Describe(document);
            new DescriptionParameters(context.ApplicationServices.GetRequiredService<ParameterWords>()).Describe(document);
            return Task.CompletedTask;
        });
    });

    /// <summary>The document as text; made from the methods alone, so it needs no storage and no setting.</summary>
    public static async Task<string> WriteAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document);
        var document = await provider.GetOpenApiDocumentAsync(cancellationToken);
        return (await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken)).ReplaceLineEndings("\n") + "\n";
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        // A long remark is written in several lines.
        operation.Description = operation.Description?.ReplaceLineEndings(" ");
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var access = metadata.OfType<AccessAttribute>().Single();
        var errors = metadata.OfType<AnswersAttribute>().SelectMany(answer => answer.Statuses).ToHashSet();
        errors.Add(StatusCodes.Status500InternalServerError);
        if (access.NeedsSignIn)
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference("entra", context.Document)] = [] }];
            errors.UnionWith([StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status503ServiceUnavailable]);
        }

        if (metadata.OfType<TakesFileAttribute>().LastOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = FileContent(body.MediaTypes) };
        }

        if (metadata.OfType<GivesFileAttribute>().LastOrDefault() is { } file)
        {
            operation.Responses ??= [];
            // Some give JSON to those who ask for that.
            var content = FileContent(file.MediaTypes);
            if (operation.Responses.TryGetValue("200", out var declared) && declared.Content?.TryGetValue(MediaTypeNames.Application.Json, out var json) is true)
            {
                content[MediaTypeNames.Application.Json] = (OpenApiMediaType)json;
            }

            operation.Responses["200"] = new OpenApiResponse { Description = "OK", Content = content };
        }

        if (metadata.OfType<InPartsAttribute>().Any())
        {
            operation.Responses ??= [];
            operation.Responses["206"] = new OpenApiResponse { Description = "Partial Content", Content = operation.Responses["200"].Content };
            operation.Responses["304"] = new OpenApiResponse { Description = "Not Modified" };
            errors.UnionWith([StatusCodes.Status412PreconditionFailed, StatusCodes.Status416RangeNotSatisfiable]);
        }

        foreach (var demanded in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(one => metadata.OfType<DemandsAttribute>().Any(values => values.Names.Contains(one.Name))))
        {
            demanded.Required = true;
        }

        if (access.NeedsSignIn && operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true)
        {
            errors.Add(StatusCodes.Status400BadRequest);
        }

        if (!access.Refuses)
        {
            errors.Remove(StatusCodes.Status403Forbidden);
        }

        if (operation.RequestBody is not null)
        {
            errors.UnionWith([StatusCodes.Status400BadRequest, StatusCodes.Status408RequestTimeout, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType]);
        }

        foreach (var taken in metadata.OfType<TakenValue>().Concat(metadata.OfType<InPartsAttribute>().SelectMany(parts => parts.Takes)))
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = taken.Name,
                In = taken.InHeader ? ParameterLocation.Header : ParameterLocation.Query,
                Description = taken.Description,
                Schema = taken.From is null
                    ? new() { Type = JsonSchemaType.String }
                    : new OpenApiSchema
                    {
                        Type = JsonSchemaType.Integer,
                        Minimum = taken.From.Value.ToString(CultureInfo.InvariantCulture),
                        Maximum = taken.To!.Value.ToString(CultureInfo.InvariantCulture),
                    },
            });
        }

        operation.Responses ??= [];
        foreach (var status in errors.Order())
        {
            operation.Responses.TryAdd(
                status.ToString(CultureInfo.InvariantCulture),
                new OpenApiResponse { Description = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status), Content = ProblemContent(context.Document) });
        }

        DescriptionHeaders.Describe(operation.Responses, [.. metadata], context.Document);
    }

    /// <summary>As generators of clients know a file, in 3.0 and 3.1.</summary>
    private static Dictionary<string, OpenApiMediaType> FileContent(IEnumerable<string> mediaTypes) =>
        mediaTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } });

    private static Dictionary<string, OpenApiMediaType> ProblemContent(OpenApiDocument? document) => new()
    {
        [MediaTypeNames.Application.ProblemJson] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Problem, document) },
    };

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "type", "title", "status", "detail", "trace" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [JsonValue.Create("urn:emulation-functions:bad-input")] },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["trace"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["faults"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "path", "detail" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["path"] = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [JsonValue.Create("$.scores[3].points")] },
                        ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
            },
        },
    };
}
