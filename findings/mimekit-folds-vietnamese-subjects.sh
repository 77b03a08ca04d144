#!/usr/bin/env bash
# MimeKit 4.18.2 (NuGet)
#
# Guess:  a library that writes mails folds a long subject within the limits of RFC 2047: an encoded word of at most 75
#         characters, a line that holds one of at most 76.
# Seen:   a subject of 200 Vietnamese letters becomes encoded words of 76 characters, the first on a line of 85. It reads
#         back right, and most servers take it; a strict one may not.
# Matter: every reminder of an office that writes Vietnamese has such a subject. Whoever needs the limits writes the raw
#         value of the header in words of its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > subject.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="MimeKit" Version="4.18.2" />
  </ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System;
using System.IO;
using System.Linq;
using System.Text;
using MimeKit;

var subject = string.Concat(Enumerable.Repeat("Nhắc hạn nộp phiếu tự chấm điểm của đơn vị. ", 5))[..200];
var message = new MimeMessage { Subject = subject, Body = new TextPart() };
var stream = new MemoryStream();
message.WriteTo(stream);
var lines = Encoding.ASCII.GetString(stream.ToArray()).ReplaceLineEndings("\n").Split('\n').ToList();
var first = lines.FindIndex(line => line.StartsWith("Subject:"));
var header = lines.Skip(first).Take(1).Concat(lines.Skip(first + 1).TakeWhile(line => line.StartsWith(' ') || line.StartsWith('\t'))).ToList();
var word = header.SelectMany(line => line.Split(' ', '\t')).Where(part => part.StartsWith("=?")).Max(part => part.Length);
stream.Position = 0;
Console.WriteLine($"longest encoded word {word}, longest line {header.Max(line => line.Length)}, reads back {MimeMessage.Load(stream).Subject == subject}");
PROGRAM

seen=$(dotnet run 2>&1 | tail -n 1)
echo "$seen"
[ "$seen" = "longest encoded word 76, longest line 85, reads back True" ]
