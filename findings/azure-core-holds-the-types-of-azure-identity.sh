#!/usr/bin/env bash
# Azure.Core 1.64.0 with Azure.Identity 1.17.2 and 1.21.0 (NuGet)
#
# Guess:  packages of one family go together when their declared ranges allow it: Azure.Identity 1.17.2 asks for an
#         Azure.Core of at least its own day, so a newer one will do.
# Seen:   the newer Azure.Core has the types of Azure.Identity in itself. With the older Azure.Identity beside it the compiler
#         finds DefaultAzureCredential twice (CS0433). Azure.Identity 1.21.0 only forwards to Azure.Core, and then it builds.
# Matter: Microsoft.Identity.Web 4.18.0 brings the older one along, storage clients the newer core: a program that signs in
#         people and reads tables with a managed identity has to name Azure.Identity itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

build() {
  mkdir "$1" && cd "$1"
  cat > credential.csproj <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Azure.Core" Version="1.64.0" />
    <PackageReference Include="Azure.Identity" Version="$1" />
  </ItemGroup>
</Project>
PROJECT
  echo 'System.Console.WriteLine(new Azure.Identity.DefaultAzureCredential().GetType().Name);' > Program.cs
  if dotnet build -v quiet --nologo > log 2>&1; then echo "builds"; else grep -o 'error [A-Z0-9]*' log | sort -u | tr '\n' ' '; fi
  cd ..
}

older=$(build 1.17.2) newer=$(build 1.21.0)
echo "with 1.17.2: $older"
echo "with 1.21.0: $newer"
[ "$older" = "error CS0433 " ] && [ "$newer" = "builds" ]
