#!/usr/bin/env bash
# Ical.Net 5.2.4 (NuGet)
#
# Guess:  a library that escapes line breaks in SUMMARY and DESCRIPTION does as much for the common name of an attendee.
# Seen:   CN="Sở A⏎END:VEVENT⏎BEGIN:VEVENT" is written with its line breaks: the text has lines of somebody else's making, and
#         where these are no lines of a calendar the library refuses what it has written itself. RFC 6868 has ^n for it.
# Matter: a name that somebody typed in two lines breaks the invitation of everybody, and one made for it writes into the
#         readers' calendars. Whoever sets parameters makes them one line first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > calendar.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Ical.Net" Version="5.2.4" />
  </ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

static string Write(string name)
{
    var calendar = new Calendar();
    calendar.Events.Add(new CalendarEvent
    {
        Summary = "Hội nghị\nEND:VEVENT",
        DtStart = new CalDateTime(2026, 12, 20),
        Attendees = [new() { CommonName = name, Value = new("mailto:a@example.vn") }],
    });
    return new CalendarSerializer().SerializeToString(calendar)!;
}

static string Read(string text)
{
    try
    {
        return $"{Calendar.Load(text)!.Events.Count} events";
    }
    catch (Exception exception)
    {
        return exception.GetType().Name;
    }
}

var foreign = Write("Sở A\r\nEND:VEVENT\r\nBEGIN:VEVENT").Split("\r\n").Count(line => line == "END:VEVENT");
Console.WriteLine($"lines END:VEVENT {foreign}, a name of two lines reads back as {Read(Write("Sở A\r\nSở B"))}, of one as {Read(Write("Sở A"))}");
PROGRAM

seen=$(dotnet run 2>&1 | tail -n 1)
echo "$seen"
[ "$seen" = "lines END:VEVENT 2, a name of two lines reads back as SerializationException, of one as 1 events" ]
