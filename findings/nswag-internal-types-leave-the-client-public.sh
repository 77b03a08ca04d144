#!/usr/bin/env bash
# NSwag.ConsoleCore 14.7.1 (NuGet), generating a C# client from an OpenAPI 3.0 description
#
# Guess:  /typeAccessModifier:internal makes everything that is generated internal, so that a program can keep the client of somebody
#         else's API to itself.
# Seen:   the bodies and answers become internal; the client's class and its exceptions stay public, with public methods that return
#         the internal types. That does not compile: CS0050. Only with /clientClassAccessModifier:internal beside it does it build.
# Matter: an integration of another office generates its client from our description; the first thing a careful engineer asks of the
#         generator ends in an error of the compiler inside generated code.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_ROLL_FORWARD=Major

dotnet tool install NSwag.ConsoleCore --version 14.7.1 --tool-path tools > install.log
cat > api.json <<'DESCRIPTION'
{"openapi":"3.0.3","info":{"title":"Blocs","version":"1"},
 "paths":{"/bloc":{"get":{"operationId":"GetBloc","responses":{"200":{"description":"A bloc.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Bloc"}}}}}}}},
 "components":{"schemas":{"Bloc":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"}}}}}}
DESCRIPTION
cat > Client.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
</Project>
PROJECT

generate() { ./tools/nswag openapi2csclient /input:api.json /output:Api.cs /namespace:Blocs /className:Api /jsonLibrary:SystemTextJson /typeAccessModifier:internal "$@" > generate.log; }
kinds() { grep -owE '(public|internal) partial class (Bloc|Api|ApiException)' Api.cs | sort -u | paste -sd';' | sed 's/ *;/; /g; s/ *$//'; }
build() { dotnet build -v q --nologo > build.log 2>&1 && echo builds || grep -oE 'CS[0-9]{4}' build.log | sort -u | paste -sd' '; }

generate
first="$(kinds) -> $(build)"
generate /clientClassAccessModifier:internal
second="$(kinds) -> $(build)"
printf 'types internal:            %s\ntypes and client internal: %s\n' "$first" "$second"

[[ $first == *'public partial class Api'* && $first == *'internal partial class Bloc'* && $first == *'-> '*CS0050* ]] || { echo "changed: types alone"; exit 1; }
[[ $second == *'internal partial class Api'* && $second == *'-> builds' ]] || { echo "changed: types and client"; exit 1; }
