using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>
/// What a file does to the roster: what it creates, what it changes, and every fault that forbids it. A blank cell says nothing,
/// so what stands there stays; what the file does not name stays as well. Pure: planned on a snapshot.
/// </summary>
internal sealed class RosterImport
{
    private readonly RosterSnapshot _before;
    private readonly RosterSnapshot _after;
    private readonly List<LineFault> _faults;
    private readonly List<Unit> _units = [];
    private readonly List<Bloc> _blocs = [];
    private readonly List<Membership> _members = [];
    private readonly List<Term> _terms = [];

    private RosterImport(RosterSnapshot before, IEnumerable<LineFault> faults)
    {
        _before = before;
        _after = before.Copy();
        _faults = [.. faults];
    }

    /// <summary>Every fault, in the order of the lines.</summary>
    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    public bool IsEmpty => _units.Count + _blocs.Count + _members.Count + _terms.Count == 0;

    /// <summary>How many of the things that the file names already were as it says.</summary>
    public int Unchanged { get; private set; }

    public ImportedIds Created => new(
        [.. _units.Where(unit => !_before.Units.ContainsKey(unit.Id)).Select(unit => unit.Id)],
        [.. _blocs.Where(bloc => !_before.Blocs.ContainsKey(bloc.Id)).Select(bloc => bloc.Id)],
        [.. _members.Where(member => !_before.Members.ContainsKey(Key(member))).Select(Text)],
        [.. _terms.Where(term => !_before.Terms.ContainsKey((term.Bloc, term.Year))).Select(Text)]);

    public ImportedIds Changed => new(
        [.. _units.Where(unit => _before.Units.ContainsKey(unit.Id)).Select(unit => unit.Id)],
        [.. _blocs.Where(bloc => _before.Blocs.ContainsKey(bloc.Id)).Select(bloc => bloc.Id)],
        [.. _members.Where(member => _before.Members.ContainsKey(Key(member))).Select(Text)],
        [.. _terms.Where(term => _before.Terms.ContainsKey((term.Bloc, term.Year))).Select(Text)]);

    /// <summary>Units that bear one name after the import, where it created or renamed one of them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> SameNames { get; private set; } = [];

    public static RosterImport Plan(RosterSnapshot before, RosterFile file)
    {
        var import = new RosterImport(before, file.Faults);
        import.PlanUnits(file.Lines);
        import.PlanBlocs(file.Lines);
        import.PlanMemberships(file.Lines);
        import.PlanTerms(file.Lines);
        import._faults.AddRange(RosterImportRules.Check(import._after, file.Lines));
        import.Faults = [.. import._faults.OrderBy(fault => fault.Line).Select(file.Place)];
        var written = import._units.Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        import.SameNames = [.. import._after.Units.Values
            .GroupBy(unit => unit.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1 && group.Any(unit => written.Contains(unit.Id)))
            .Select(group => group.Select(unit => unit.Id).Order(StringComparer.Ordinal).ToArray())];
        return import;
    }

    /// <summary>Writes what is planned into a change of the partition that the plan was made on.</summary>
    public void Fill(PartitionChange change, RosterSnapshot before)
    {
        foreach (var unit in _units)
        {
            var name = RosterRows.NameRow(unit);
            if (before.Units.TryGetValue(unit.Id, out var was) && RosterRows.NameRow(was).RowKey is var old && old != name.RowKey)
            {
                change.Delete(old);
            }

            change.Put(RosterRows.Row(unit));
            change.Put(name);
        }

        foreach (var bloc in _blocs)
        {
            change.Put(RosterRows.Row(bloc));
        }

        foreach (var member in _members)
        {
            change.Put(RosterRows.Row(member));
            change.Put(RosterRows.PlaceRow(member, _after.Blocs[member.Bloc].Level));
        }

        foreach (var term in _terms)
        {
            change.Put(RosterRows.Row(term));
        }

        change.Audit = new(
            "ImportRoster",
            RosterTable.Partition,
            Before: RosterTexts.Audited(new AuditedRoster(
                [.. _units.Where(unit => before.Units.ContainsKey(unit.Id)).Select(unit => AuditedUnit.Of(before.Units[unit.Id]))],
                [.. _blocs.Where(bloc => before.Blocs.ContainsKey(bloc.Id)).Select(bloc => before.Blocs[bloc.Id])],
                [.. _members.Where(member => before.Members.ContainsKey(Key(member))).Select(member => before.Members[Key(member)])],
                [.. _terms.Where(term => before.Terms.ContainsKey((term.Bloc, term.Year))).Select(term => before.Terms[(term.Bloc, term.Year)])])),
            After: RosterTexts.Audited(new AuditedRoster([.. _units.Select(AuditedUnit.Of)], _blocs, _members, _terms)));
    }

    private void PlanUnits(IReadOnlyList<RosterLine> lines)
    {
        foreach (var draft in Drafts(lines, RosterPart.Unit))
        {
            var was = _before.Units.GetValueOrDefault(draft.Id);
            var name = draft.Get<string>(RosterColumns.UnitName) ?? was?.Name;
            var kind = draft.Value<UnitKind>(RosterColumns.UnitKindName) ?? was?.Kind;
            if (name is null)
            {
                Missing(draft, RosterColumns.UnitName, new("Đơn vị mới phải có tên.", "A new unit must have a name."));
            }

            if (kind is null)
            {
                Missing(draft, RosterColumns.UnitKindName, new("Đơn vị mới phải có loại.", "A new unit must have a kind."));
            }

            var unit = new Unit(
                draft.Id,
                name ?? "",
                kind ?? default,
                draft.Get<string[]>(RosterColumns.Functions) ?? was?.Functions ?? [],
                draft.Value<bool>(RosterColumns.CentrallyManaged) ?? was?.IsCentrallyManaged ?? false,
                draft.Get<string[]>(RosterColumns.Contacts) ?? was?.Contacts ?? [],
                draft.Value<bool>(RosterColumns.Placeholder) ?? was?.IsPlaceholder ?? false,
                was?.Version ?? 0);
            Plan(_units, unit, was is not null && was.SaysTheSameAs(unit));
            _after.Put(unit);
        }
    }

    private void PlanBlocs(IReadOnlyList<RosterLine> lines)
    {
        foreach (var draft in Drafts(lines, RosterPart.Bloc))
        {
            var was = _before.Blocs.GetValueOrDefault(draft.Id);
            var name = draft.Get<string>(RosterColumns.BlocName) ?? was?.Name;
            if (name is null)
            {
                Missing(draft, RosterColumns.BlocName, new("Khối mới phải có tên.", "A new bloc must have a name."));
            }

            var bloc = new Bloc(
                draft.Id,
                name ?? "",
                draft.Value<BlocKind>(RosterColumns.BlocKindName) ?? was?.Kind ?? BlocKind.Bloc,
                draft.Value<BlocLevel>(RosterColumns.BlocLevelName) ?? was?.Level ?? BlocLevel.Province,
                draft.Value<int>(RosterColumns.StatedMembers) ?? was?.StatedMemberCount,
                was?.Version ?? 0);
            if (was is not null && was.Level != bloc.Level && _before.Members.Keys.Any(key => key.Bloc == bloc.Id))
            {
                _faults.Add(new(draft.LineOf(RosterColumns.BlocLevelName), RosterColumns.BlocLevelName, RosterWords.LevelIsFixed));
            }

            Plan(_blocs, bloc, was is not null && was.SaysTheSameAs(bloc));
            _after.Put(bloc);
        }
    }

    private void PlanMemberships(IReadOnlyList<RosterLine> lines)
    {
        var first = new Dictionary<(string, string, DateOnly), int>();
        foreach (var line in lines)
        {
            if (line is not { Bloc: { } bloc, Unit: { } unit, From: { } from })
            {
                continue;
            }

            if (!first.TryAdd((bloc, unit, from), line.Number))
            {
                _faults.Add(new(line.Number, RosterColumns.From, new(
                    $"Dòng {first[(bloc, unit, from)]} đã ghi đơn vị vào khối này từ ngày đó.", $"Line {first[(bloc, unit, from)]} already has the unit in this bloc from that day.")));
                continue;
            }

            var was = _before.Members.GetValueOrDefault((bloc, unit, from));
            var member = new Membership(bloc, unit, from, line.Until ?? was?.Until, line.Decision ?? was?.Decision, was?.EndDecision, was?.Version ?? 0);
            Plan(_members, member, was is not null && was.SaysTheSameAs(member));
            _after.Put(member);
        }
    }

    private void PlanTerms(IReadOnlyList<RosterLine> lines)
    {
        var roles = lines
            .Where(line => line is { Bloc: not null, Unit: not null })
            .SelectMany(line => line.Roles.Select(role => (Line: line, role.Year, role.Role)))
            .GroupBy(one => (Bloc: one.Line.Bloc!, one.Year));
        foreach (var year in roles)
        {
            var was = _before.Terms.GetValueOrDefault(year.Key);
            var term = new Term(
                year.Key.Bloc,
                year.Key.Year,
                Holder(year, BlocRole.Head) ?? was?.Head,
                Holder(year, BlocRole.Deputy) ?? was?.Deputy,
                Holder(year, BlocRole.StandingUnit) ?? was?.StandingUnit,
                was?.IsConcurrentPost ?? false,
                false,
                was?.Version ?? 0)
            {
                From = was?.From,
                Until = was?.Until,
                Basis = was?.Basis,
                Votes = was?.Votes,
            };
            var faults = new List<Fault>();
            RosterRules.CheckTerm(term, "", "", faults);
            _faults.AddRange(faults.Select(fault => new LineFault(year.Last().Line.Number, RosterColumns.RoleNames, fault.Words)));
            Plan(_terms, term, was is not null && was.SaysTheSameAs(term));
            _after.Put(term);
        }
    }

    /// <summary>The unit that the file gives the role; a second one is a fault.</summary>
    private string? Holder(IEnumerable<(RosterLine Line, int Year, BlocRole Role)> year, BlocRole role)
    {
        var holders = year.Where(one => one.Role == role).ToList();
        foreach (var other in holders.Skip(1).Where(other => other.Line.Unit != holders[0].Line.Unit))
        {
            _faults.Add(new(other.Line.Number, RosterColumns.RoleNames, new(
                $"Dòng {holders[0].Line.Number} đã giao nhiệm vụ này năm {other.Year} cho đơn vị khác.",
                $"Line {holders[0].Line.Number} gives this role of {other.Year} to another unit.")));
        }

        return holders is [var holder, ..] ? holder.Line.Unit : null;
    }

    private Dictionary<string, RosterDraft>.ValueCollection Drafts(IReadOnlyList<RosterLine> lines, RosterPart part)
    {
        var drafts = new Dictionary<string, RosterDraft>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if ((part == RosterPart.Unit ? line.Unit : line.Bloc) is not { } id)
            {
                continue;
            }

            if (!drafts.TryGetValue(id, out var draft))
            {
                drafts.Add(id, draft = new(id, line.Number));
            }

            draft.Say(line, part, _faults);
        }

        return drafts.Values;
    }

    private void Missing(RosterDraft draft, string column, Words words)
    {
        if (!draft.IsFaulty)
        {
            _faults.Add(new(draft.Line, column, words));
        }
    }

    private void Plan<T>(List<T> planned, T wanted, bool isAsItWas)
    {
        if (isAsItWas)
        {
            Unchanged++;
        }
        else
        {
            planned.Add(wanted);
        }
    }

    private static (string, string, DateOnly) Key(Membership member) => (member.Bloc, member.Unit, member.From);

    private static string Text(Membership member) => $"{member.Bloc}/{member.Unit}/{RosterRows.Day(member.From)}";

    private static string Text(Term term) => $"{term.Bloc}/{term.Year}";
}
