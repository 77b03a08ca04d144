#!/usr/bin/env bash
# System.Text.Json 10.0.15 (NuGet)
#
# Guess:  what the serializer reads and writes, its schema exporter can describe; a parameter that may be left out because it
#         defaults to the empty value of a struct (DateOnly, Guid, a struct of one's own) is described with that default.
# Seen:   the serializer reads and writes the record, and takes the default where the member is left out. The exporter throws
#         a JsonException, "could not be converted to", naming the struct: metadata give the default as null, and it writes that
#         as a value of the struct. A number's default of 0 is described as expected, and so is a nullable struct's null.
# Matter: schemas of forms, and descriptions of APIs that are made by this exporter, fail as a whole, at the moment they are asked for,
#         for one optional member with points or a day. Whoever makes such a member optional makes it nullable.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > schema.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <NoWarn>NU1510</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="System.Text.Json" Version="10.0.15" />
  </ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System;
using System.Text.Json;
using System.Text.Json.Schema;

Console.WriteLine(JsonSerializer.Serialize(JsonSerializer.Deserialize<Due>("""{"Step":1}""")));
Console.WriteLine(Described<Number>());
Console.WriteLine(Described<Nullable>());
Console.WriteLine(Described<Due>());

static string Described<T>()
{
    try
    {
        return JsonSerializerOptions.Default.GetJsonSchemaAsNode(typeof(T))["properties"]!["On"]!["default"]?.ToJsonString() ?? "null";
    }
    catch (JsonException exception)
    {
        return exception.Message;
    }
}

internal sealed record Number(int Step, int On = default);

internal sealed record Nullable(int Step, DateOnly? On = null);

internal sealed record Due(int Step, DateOnly On = default);
PROGRAM

seen=$(dotnet run)
echo "$seen"
[ "$seen" = '{"Step":1,"On":"0001-01-01"}
0
null
The JSON value could not be converted to System.DateOnly.' ]
