import type { Schema } from '../../api/client';

/** The columns of the roster's file, as the import reads them (docs/roster-csv.md). */
export const rosterColumns = [
  'Mã đơn vị', 'Tên đơn vị', 'Loại đơn vị', 'Chức năng', 'Trung ương quản lý', 'Thư điện tử', 'Giữ chỗ',
  'Mã khối', 'Tên khối', 'Khối hay cụm', 'Cấp', 'Số thành viên', 'Từ ngày', 'Đến ngày', 'Quyết định', 'Nhiệm vụ'] as const;

/** The lines of the roster's file: a line a membership of today, then the units and the blocs that have none. The import takes them back and changes nothing. */
export function rosterLines(units: readonly Schema['UnitView'][], blocs: readonly Schema['BlocWithMembersView'][]): readonly (readonly string[])[] {
  const byId = new Map(units.map(unit => [unit.id, unit]));
  const placed = new Set(blocs.flatMap(bloc => bloc.members.map(member => member.unit)));
  return [
    rosterColumns,
    ...blocs.flatMap(({ bloc, members, terms }) => members.length === 0
      ? [[...none(7), ...ofBloc(bloc), ...none(4)]]
      : members.map(({ unit, membership }) => [
        ...ofUnit(byId.get(unit), unit), ...ofBloc(bloc), membership.from, membership.until ?? '', membership.decision ?? '', rolesOf(unit, terms)])),
    ...units.filter(unit => !placed.has(unit.id)).map(unit => [...ofUnit(unit, unit.id), ...none(9)]),
  ];
}

const none = (cells: number): string[] => Array<string>(cells).fill('');

const ofUnit = (unit: Schema['UnitView'] | undefined, id: string): string[] => unit
  ? [id, unit.name, unit.kind, unit.functions.join('|'), String(unit.isCentrallyManaged), unit.contacts?.join('|') ?? '', String(unit.isPlaceholder)]
  : [id, ...none(6)];

const ofBloc = (bloc: Schema['BlocView']): string[] => [bloc.id, bloc.name, bloc.kind, bloc.level, bloc.statedMemberCount?.toString() ?? ''];

/** Terms within a year (one head after another) cannot be said in the file, and stay out of it. */
function rolesOf(unit: string, terms: readonly Schema['TermView'][]): string {
  return terms.filter(term => !term.isSuggestion && !term.from && !term.until).flatMap(term => [
    ...term.head === unit ? [`${term.year} head`] : [],
    ...term.deputy === unit ? [`${term.year} deputy`] : [],
    ...term.standingUnit === unit ? [`${term.year} standingUnit`] : [],
  ]).join('|');
}
