using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>
/// How the roster lies in its partition: <c>unit|{unit}</c>, <c>bloc|{bloc}</c>, <c>member|{bloc}|{unit}|{from}</c> and
/// <c>term|{bloc}|{year}</c>, with <c>|{from}</c> where it follows another of the year. Beside each membership, in the same transaction, stands <c>place|{level}|{unit}|{from}</c>, by which
/// a unit's places on a level are found; and beside each unit <c>name|{hash}|{unit}</c>, by which units of one name are found.
/// </summary>
internal static class RosterRows
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Levels are part of keys.</summary>
    private static readonly Dictionary<BlocLevel, string> Levels = Enum.GetValues<BlocLevel>().ToDictionary(level => level, level => Word(level));

    public static string UnitKey(string unit) => $"unit|{unit}";

    public static string BlocKey(string bloc) => $"bloc|{bloc}";

    public static string MemberKey(string bloc, string unit, DateOnly from) => $"member|{bloc}|{unit}|{Day(from)}";

    public static string TermKey(string bloc, int year) => $"term|{bloc}|{year.ToString(CultureInfo.InvariantCulture)}";

    public static string TermKey(Term term) => term.IsLater ? $"{TermKey(term.Bloc, term.Year)}|{Day(term.From!.Value)}" : TermKey(term.Bloc, term.Year);

    public static string PlaceKey(BlocLevel level, string unit, DateOnly from) => $"place|{Levels[level]}|{unit}|{Day(from)}";

    public static KeyRange Units => KeyRange.Prefix("unit|");

    public static KeyRange Blocs => KeyRange.Prefix("bloc|");

    public static KeyRange MembersOf(string bloc) => KeyRange.Prefix($"member|{bloc}|");

    public static KeyRange MembersOf(string bloc, string unit) => KeyRange.Prefix($"member|{bloc}|{unit}|");

    public static KeyRange TermsOf(string bloc) => KeyRange.Prefix($"term|{bloc}|");

    public static KeyRange PlacesOf(BlocLevel level, string unit) => KeyRange.Prefix($"place|{Levels[level]}|{unit}|");

    public static KeyRange SameName(string name) => KeyRange.Prefix($"name|{NameHash(name)}|");

    /// <summary>All of it but the audit trail.</summary>
    public static KeyRange Everything => new("bloc|", "unit~");

    /// <summary>The rows of that kind behind a certain one: where a list goes on.</summary>
    public static KeyRange After(KeyRange all, string? id) => id is null ? all : all with { From = all.From + id + " " };

    /// <summary>The one row of that key.</summary>
    public static KeyRange Only(string key) => new(key, key + " ");

    public static TableEntity Row(Unit unit) => new(RosterTable.Partition, UnitKey(unit.Id))
    {
        ["Name"] = unit.Name,
        ["Kind"] = Word(unit.Kind),
        ["Functions"] = Lines(unit.Functions),
        ["IsCentrallyManaged"] = unit.IsCentrallyManaged,
        ["Contacts"] = Lines(unit.Contacts),
        ["IsPlaceholder"] = unit.IsPlaceholder,
    };

    public static Unit Unit(TableEntity row) => new(
        row.RowKey["unit|".Length..],
        row.GetString("Name")!,
        Enum.Parse<UnitKind>(row.GetString("Kind")!, ignoreCase: true),
        Lines(row.GetString("Functions")),
        row.GetBoolean("IsCentrallyManaged") ?? false,
        Lines(row.GetString("Contacts")),
        row.GetBoolean("IsPlaceholder") ?? false,
        Version(row));

    public static TableEntity NameRow(Unit unit) => new(RosterTable.Partition, $"name|{NameHash(unit.Name)}|{unit.Id}")
    {
        ["Unit"] = unit.Id,
        ["Name"] = unit.Name,
    };

    public static TableEntity Row(Bloc bloc) => new(RosterTable.Partition, BlocKey(bloc.Id))
    {
        ["Name"] = bloc.Name,
        ["Kind"] = Word(bloc.Kind),
        ["Level"] = Word(bloc.Level),
        ["StatedMemberCount"] = bloc.StatedMemberCount,
    };

    public static Bloc Bloc(TableEntity row) => new(
        row.RowKey["bloc|".Length..],
        row.GetString("Name")!,
        Enum.Parse<BlocKind>(row.GetString("Kind")!, ignoreCase: true),
        Enum.Parse<BlocLevel>(row.GetString("Level")!, ignoreCase: true),
        row.GetInt32("StatedMemberCount"),
        Version(row));

    public static TableEntity Row(Membership member) => Fill(new(RosterTable.Partition, MemberKey(member.Bloc, member.Unit, member.From)), member);

    public static TableEntity PlaceRow(Membership member, BlocLevel level) =>
        Fill(new(RosterTable.Partition, PlaceKey(level, member.Unit, member.From)), member);

    /// <summary>From a <c>member|</c> or a <c>place|</c> row: both say all of it.</summary>
    public static Membership Membership(TableEntity row) => new(
        row.GetString("Bloc")!,
        row.GetString("Unit")!,
        Day(row.GetString("From")!),
        row.GetString("Until") is { } until ? Day(until) : null,
        row.GetString("Decision"),
        row.GetString("EndDecision"),
        Version(row));

    public static TableEntity Row(Term term) => new(RosterTable.Partition, TermKey(term))
    {
        ["Bloc"] = term.Bloc,
        ["Year"] = term.Year,
        ["Head"] = term.Head,
        ["Deputy"] = term.Deputy,
        ["StandingUnit"] = term.StandingUnit,
        ["IsConcurrentPost"] = term.IsConcurrentPost,
        ["IsSuggestion"] = term.IsSuggestion,
        ["From"] = term.From is { } from ? Day(from) : null,
        ["Until"] = term.Until is { } until ? Day(until) : null,
        ["Basis"] = term.Basis is { } basis ? Word(basis) : null,
        ["Votes"] = term.Votes,
    };

    public static Term Term(TableEntity row) => new(
        row.GetString("Bloc")!,
        row.GetInt32("Year")!.Value,
        row.GetString("Head"),
        row.GetString("Deputy"),
        row.GetString("StandingUnit"),
        row.GetBoolean("IsConcurrentPost") ?? false,
        row.GetBoolean("IsSuggestion") ?? false,
        Version(row))
    {
        From = row.GetString("From") is { } from ? Day(from) : null,
        Until = row.GetString("Until") is { } until ? Day(until) : null,
        IsLater = row.RowKey.Count(letter => letter == '|') > 2,
        Basis = row.GetString("Basis") is { } basis ? Enum.Parse<SuggestionBasis>(basis, ignoreCase: true) : null,
        Votes = row.GetString("Votes"),
    };

    /// <summary>A day as it is written in keys: their order is the order of days.</summary>
    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    private static TableEntity Fill(TableEntity row, Membership member)
    {
        row["Bloc"] = member.Bloc;
        row["Unit"] = member.Unit;
        row["From"] = Day(member.From);
        row["Until"] = member.Until is { } until ? Day(until) : null;
        row["Decision"] = member.Decision;
        row["EndDecision"] = member.EndDecision;
        return row;
    }

    private static long Version(TableEntity row) => row.GetInt64("Seq") ?? 0;

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string? Lines(IReadOnlyList<string> texts) => texts.Count == 0 ? null : string.Join('\n', texts);

    private static string[] Lines(string? text) => text is null ? [] : text.Split('\n');

    /// <summary>Names hold what keys may not; equal names (composition and case do not count) have one hash.</summary>
    private static string NameHash(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(VietnameseNames.Compose(name).ToUpperInvariant())).AsSpan(0, 16));
}
