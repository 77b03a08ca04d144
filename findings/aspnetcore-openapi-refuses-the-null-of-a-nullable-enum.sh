#!/usr/bin/env bash
# Microsoft.AspNetCore.OpenApi 10.0.15 with JsonSchema.Net 8.0.5 (NuGet)
#
# Guess:  a description that the framework writes for its own answers holds for these answers, also where an enum is null.
# Seen:   a nullable enum is written twice as nullable: the member is oneOf null and the enum's component, and the component has
#         null among its words. So null matches both branches, and oneOf, which wants exactly one, refuses it. Where the
#         same enum is never null elsewhere, it may now be null there too; and the component has no type.
# Matter: "no class yet", "no case of the formula": nullable words are in every table of results, and a client that checks
#         what it gets refuses the answer. Whoever writes such a description takes the null out of the component.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > describe.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.AspNetCore.OpenApi" Version="10.0.15" />
    <PackageReference Include="JsonSchema.Net" Version="8.0.5" />
  </ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Json.Schema;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddOpenApi("api", options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
await using var app = builder.Build();
app.MapGet("/place", () => new Place(null));
await app.StartAsync();

var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("api").GetOpenApiDocumentAsync();
var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
var schemas = JsonNode.Parse(text.Replace("#/components/schemas/", "#/$defs/"))!["components"]!["schemas"]!;
var schema = JsonSchema.FromText(new JsonObject { ["$ref"] = "#/$defs/Place", ["$defs"] = schemas.DeepClone() }.ToJsonString());

bool Holds(Class? reached) => schema.Evaluate(JsonSerializer.SerializeToElement(new Place(reached), JsonSerializerOptions.Web)).IsValid;
Console.WriteLine($"enum {schemas["Class"]!["enum"]!.ToJsonString()}, a word holds {Holds(Class.Good)}, null holds {Holds(null)}");

[JsonConverter(typeof(JsonStringEnumConverter<Class>))]
internal enum Class { Excellent, Good }

internal sealed record Place(Class? Reached);
PROGRAM

seen=$(dotnet run -- --urls http://127.0.0.1:0 2>&1 | tail -n 1)
echo "$seen"
[ "$seen" = 'enum ["Excellent","Good",null], a word holds True, null holds False' ]
