using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>The versions of a bloc's regulation: rows <c>regulation|{number}</c> in the bloc's year of the table <c>Plans</c>. Only the last can be a draft.</summary>
internal sealed class RegulationTable(PartitionStore partitions, CycleTable cycles, DayOfMeeting dayOf)
{
    private const string Prefix = "regulation|";

    /// <summary>Older than that nothing holds: more years than the program can have been used without another.</summary>
    private const int MostYearsBack = 10;

    private static readonly KeyRange Versions = KeyRange.Prefix(Prefix);

    /// <summary>All versions, first to last.</summary>
    public async Task<IReadOnlyList<Regulation>> ListAsync(YearOfBloc id, CancellationToken cancellationToken) =>
        Read(await partitions.ReadAsync(id.AddressIn(PlanTable.Table), Versions, cancellationToken));

    /// <summary>What is behind <see cref="AdoptedRegulation"/>.</summary>
    public async Task<RegulationHistory> AdoptedAsync(YearOfBloc id, CancellationToken cancellationToken)
    {
        var versions = new List<SettledVersion>();
        foreach (var one in await ListAsync(id, cancellationToken))
        {
            if (one.Adopted is { } adopted)
            {
                versions.Add(new(await DayOfAsync(id, adopted, cancellationToken), one.Settings));
            }
        }

        // A version of unknown day is taken to have held all year: then nothing older is asked for.
        if (versions is not [{ From: null }, ..] && await LastBeforeAsync(id, cancellationToken) is var (earlier, _))
        {
            versions.Insert(0, new(From: null, earlier.Settings));
        }

        return new(versions);
    }

    /// <summary>
    /// The version that holds in a year: what was adopted last holds until another is, also beyond its year. No decree says so; it is the practice of blocs, whose
    /// regulations name no last day.
    /// </summary>
    /// <param name="id">The bloc's year.</param>
    /// <param name="ofYear">Its versions, which were read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>It, and the year in which it stands.</returns>
    public async Task<(Regulation Regulation, int Year)?> HoldingAsync(YearOfBloc id, IReadOnlyList<Regulation> ofYear, CancellationToken cancellationToken) =>
        ofYear.LastOrDefault(one => one.Adopted is not null) is { } own ? (own, id.Year) : await LastBeforeAsync(id, cancellationToken);

    /// <summary>What was adopted last before the year.</summary>
    private async Task<(Regulation Regulation, int Year)?> LastBeforeAsync(YearOfBloc id, CancellationToken cancellationToken)
    {
        // Calendars are remembered, so only a year that there was costs a read; one that nobody opened may lie between.
        for (var (year, unopened) = (id.Year - 1, 0); year >= id.Year - MostYearsBack && unopened < 2; year--)
        {
            if (await cycles.FindCalendarAsync(year, cancellationToken) is null)
            {
                unopened++;
            }
            else if ((await ListAsync(id with { Year = year }, cancellationToken)).LastOrDefault(one => one.Adopted is not null) is { } earlier)
            {
                return (earlier, year);
            }
            else
            {
                unopened = 0;
            }
        }

        return null;
    }

    /// <summary>Where no day was put down, that of the meeting.</summary>
    private async Task<DateOnly?> DayOfAsync(YearOfBloc id, Adoption adopted, CancellationToken cancellationToken) =>
        adopted.Day ?? (adopted is { Said: null, Meeting: { } meeting } ? await dayOf(id with { Year = adopted.MeetingYear ?? id.Year }, meeting, cancellationToken) : null);

    /// <summary>Makes version 1; changes the last version where it is a draft; otherwise makes the next one. The same content again changes nothing.</summary>
    /// <returns>What was written, and all versions with it.</returns>
    public Task<(Regulation Written, IReadOnlyList<Regulation> All)> PutAsync(
        YearOfBloc id, Regulation content, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(PlanTable.Table), Versions, actor, (view, change) =>
        {
            var all = Read(view);
            var last = all is [.., var one] ? one : null;
            if (last is not null && last.SaysContentOf(content))
            {
                return Task.FromResult((last, all));
            }

            Demand(last, ifMatch);
            var number = last is null ? 1 : last.Adopted is null ? last.Number : last.Number + 1;
            if (number > Regulation.LastNumber)
            {
                throw Refusal.Rule("too-many-versions", new($"Quy chế đã có {Regulation.LastNumber} phiên bản trong năm.", $"The regulation has {Regulation.LastNumber} versions in this year."));
            }

            var before = last?.Number == number ? last : null;
            return Task.FromResult(Write(id, content with { Number = number }, before, all, "PutRegulation", change));
        }, cancellationToken);

    /// <summary>Writes down that the last version was adopted. The same again changes nothing.</summary>
    /// <param name="id">The bloc's year.</param>
    /// <param name="adoption">When and where.</param>
    /// <param name="check">Refuses what the rules forbid, given the adoption of the version before.</param>
    /// <param name="ifMatch">What the caller has read.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What was adopted, and all versions with it.</returns>
    public Task<(Regulation Written, IReadOnlyList<Regulation> All)> AdoptAsync(
        YearOfBloc id, Adoption adoption, Action<Adoption?> check, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(PlanTable.Table), Versions, actor, (view, change) =>
        {
            var all = Read(view);
            var last = all is [.., var one] ? one : throw NotThere();
            if (last.Adopted == adoption)
            {
                return Task.FromResult((last, all));
            }

            check(all.LastOrDefault(other => other.Number < last.Number)?.Adopted);
            Demand(last, ifMatch);
            if (last.Adopted is not null)
            {
                throw Refusal.Rule("regulation-adopted", new(
                    $"Phiên bản {last.Number} của quy chế đã được thông qua và không thay đổi nữa; hãy soạn phiên bản mới.",
                    $"Version {last.Number} of the regulation was adopted and never changes; write the next one."));
            }

            return Task.FromResult(Write(id, last with { Adopted = adoption }, last, all, "AdoptRegulation", change));
        }, cancellationToken);

    public static Refusal NotThere() => Refusal.NotFound(new("Chưa có quy chế, hoặc phiên bản này.", "There is no regulation, or no such version of it."));

    private static void Demand(Regulation? last, IfMatch ifMatch)
    {
        if (last is not null || ifMatch.Tags.Count > 0)
        {
            ifMatch.Demand(last?.Tag ?? 0);
        }
    }

    private static (Regulation Written, IReadOnlyList<Regulation> All) Write(
        YearOfBloc id, Regulation one, Regulation? before, IReadOnlyList<Regulation> all, string action, PartitionChange change)
    {
        change.Put(Row(id.AddressIn(PlanTable.Table).Partition, one));
        change.Audit = new(
            action,
            string.Create(CultureInfo.InvariantCulture, $"{id} {one.Number}"),
            Before: before is null ? null : AdoptedTexts.Describe(before with { Tag = 0 }),
            After: AdoptedTexts.Describe(one with { Tag = 0 }));
        var written = one with { Tag = change.Seq };
        return (written, [.. all.Where(other => other.Number != written.Number), written]);
    }

    private static IReadOnlyList<Regulation> Read(PartitionView view) => [.. view.RowsOf(Prefix).Select(Read)];

    private static TableEntity Row(string partition, Regulation one)
    {
        var row = new TableEntity(partition, Prefix + one.Number.ToString("D2", CultureInfo.InvariantCulture)) { ["Number"] = one.PaperNumber, ["Day"] = RowDay.Of(one.PaperDay) };
        row.PutAdoption(one.Adopted);
        row.PutText("Settings", RowText.Of(one.Settings));
        row.PutText("Articles", RowText.PiecesOf(one.Articles));
        return row;
    }

    private static Regulation Read(TableEntity row) => new(
        int.Parse(row.RowKey.AsSpan(Prefix.Length), CultureInfo.InvariantCulture),
        row.GetString("Number"),
        row.DayOf("Day"),
        RowText.Read<IReadOnlyList<Article>>(row.Text("Articles") ?? "[]"),
        RowText.Read<RegulationSettings>(row.Text("Settings") ?? "{}"),
        row.Adoption(),
        row.GetInt64("Seq") ?? 0);
}
