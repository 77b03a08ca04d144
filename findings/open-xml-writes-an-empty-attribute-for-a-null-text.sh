#!/usr/bin/env bash
# DocumentFormat.OpenXml 3.3.0 (NuGet)
#
# Guess:  an attribute that is set to null is not written: of a text as of a number.
# Seen:   an attribute of text that is given a null string (After = condition ? "120" : null) becomes an object that holds null, and is written
#         as w:after="": the schema allows no empty one there, and the SDK's own validator says so. Set to a null StringValue it is not written.
# Matter: what is written for "no distance" or "no colour" is a document that strict readers refuse. Choose between values of the attribute's
#         type (new StringValue("120"), (StringValue?)null), not between strings.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > empty.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="DocumentFormat.OpenXml" Version="3.3.0" />
  </ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using DocumentFormat.OpenXml.Validation;

string? none = null;
var text = new SpacingBetweenLines { After = none };
var value = new SpacingBetweenLines { After = (StringValue?)null };
Console.WriteLine($"null string: {(text.OuterXml.Contains("w:after=\"\"") ? "an empty attribute" : "no attribute")}");
Console.WriteLine($"null value: {(value.OuterXml.Contains("w:after") ? "an attribute" : "no attribute")}");
Console.WriteLine($"faults: {new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(text).Count()}");
PROGRAM
dotnet build -v quiet --nologo > log 2>&1 || { cat log; exit 1; }
seen=$(dotnet bin/Debug/net10.0/empty.dll)
echo "$seen"
[ "$seen" = $'null string: an empty attribute\nnull value: no attribute\nfaults: 1' ]
