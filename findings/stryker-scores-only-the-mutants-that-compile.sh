#!/usr/bin/env bash
# dotnet-stryker 5.1.0 (NuGet), driving xunit.v3 4.0.2 by Microsoft.Testing.Platform
#
# Guess:  a mutation score says how much of the logic the tests hold. The same rule, written with HasValue or with a pattern
#         that declares a variable, has the same weak spots and the same score.
# Seen:   one weak test for two spellings of one rule. Written with HasValue and Value, mutants survive and the score says so.
#         Written with `is not { } variable`, whatever turns the pattern round leaves the variable unassigned, which does not
#         compile; the tool then takes every mutant out of that whole method ("safe mode"), counts none of them, and the
#         score of that file is that of what is left beside it: 100 %.
# Matter: rules in today's C# are full of patterns. A gate on the percentage rises when a rule is rewritten that way, with no
#         test more. Look at the number of mutants that did not compile beside each score, method by method.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_CLI_TELEMETRY_OPTOUT=1

mkdir Rules Rules.Tests
cat > Rules/Rules.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
  </PropertyGroup>
</Project>
PROJECT
cat > Rules/Spelled.cs <<'PROGRAM'
using System.Collections.Generic;

public static class Spelled
{
    public static int Sum(IEnumerable<int?> points)
    {
        var sum = 0;
        foreach (var one in points)
        {
            if (!one.HasValue)
            {
                continue;
            }

            sum += one.Value > 10 ? 10 : one.Value;
        }

        return sum;
    }

    public static int Twice(int points) => points * 2;
}
PROGRAM
cat > Rules/Patterned.cs <<'PROGRAM'
using System.Collections.Generic;

public static class Patterned
{
    public static int Sum(IEnumerable<int?> points)
    {
        var sum = 0;
        foreach (var one in points)
        {
            if (one is not { } known)
            {
                continue;
            }

            sum += known > 10 ? 10 : known;
        }

        return sum;
    }

    public static int Twice(int points) => points * 2;
}
PROGRAM
cat > Rules.Tests/Rules.Tests.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="xunit.v3" Version="4.0.2" />
    <ProjectReference Include="../Rules/Rules.csproj" />
  </ItemGroup>
</Project>
PROJECT
cat > Rules.Tests/WeakTests.cs <<'PROGRAM'
using Xunit;

public sealed class WeakTests
{
    // Nothing here comes near the cap of ten.
    [Fact]
    public void Spelled_sums_up() => Assert.Equal((3, 6), (Spelled.Sum([1, null, 2]), Spelled.Twice(3)));

    [Fact]
    public void Patterned_sums_up() => Assert.Equal((3, 6), (Patterned.Sum([1, null, 2]), Patterned.Twice(3)));
}
PROGRAM
cat > count.cs <<'PROGRAM'
#:property PublishAot=false
using System.Text.Json;

using var report = JsonDocument.Parse(File.ReadAllText(args[0]));
foreach (var file in report.RootElement.GetProperty("files").EnumerateObject().OrderByDescending(file => file.Name))
{
    int Count(string status) => file.Value.GetProperty("mutants").EnumerateArray().Count(mutant => mutant.GetProperty("status").GetString() == status);
    Console.WriteLine($"{Path.GetFileNameWithoutExtension(file.Name)}: killed {Count("Killed")}, survived {Count("Survived")}, did not compile {Count("CompileError")}");
}
PROGRAM

dotnet new tool-manifest > made.txt
dotnet tool install dotnet-stryker --version 5.1.0 >> made.txt
(cd Rules.Tests && dotnet stryker --test-runner mtp --concurrency 1 --reporter json --output "$folder/seen" > "$folder/run.txt")
seen=$(dotnet run count.cs -- seen/reports/mutation-report.json)
echo "$seen"
[ "$seen" = "Spelled: killed 6, survived 2, did not compile 0
Patterned: killed 1, survived 0, did not compile 10" ]
