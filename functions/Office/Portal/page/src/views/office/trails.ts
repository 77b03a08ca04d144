import { words } from '../../words/language';

/** What a trail of changes is kept of, a partition each; by the names of the tables. */
type Matter = 'Roster' | 'Officers' | 'LegalTexts' | 'AwardRules' | 'Decisions' | 'Cycles' | 'Council' | 'Disclosures' | 'Sheets' | 'Plans' | 'Pacts' | 'Meetings' | 'Reports' | 'Registers' | 'Nominations' | 'Ballots' | 'Dossiers';

export const matterNames: Readonly<Record<Matter, string>> = words({
  Sheets: 'Phiếu điểm của một đơn vị', Nominations: 'Đề nghị khen thưởng của khối', Ballots: 'Bỏ phiếu của khối', Dossiers: 'Hồ sơ khen thưởng của khối', Plans: 'Kế hoạch, quy chế của khối', Pacts: 'Giao ước, phong trào của khối', Meetings: 'Hội nghị của khối', Reports: 'Báo cáo của khối', Registers: 'Điển hình, hoạt động, liên hệ của khối',
  Council: 'Phiên họp Hội đồng của năm', Disclosures: 'Công khai đề nghị của năm', Cycles: 'Lịch của năm, gia hạn', Decisions: 'Quyết định khen thưởng', AwardRules: 'Quy định xét khen thưởng', LegalTexts: 'Văn bản pháp lý', Roster: 'Đơn vị và khối', Officers: 'Tài khoản của đơn vị',
}, {
  Sheets: 'The score sheet of a unit', Nominations: 'Nominations of a bloc', Ballots: 'Ballots of a bloc', Dossiers: 'Dossiers of a bloc', Plans: 'Plan and regulation of a bloc', Pacts: 'Pact and movements of a bloc', Meetings: 'Meetings of a bloc', Reports: 'Reports of a bloc', Registers: 'Role models, activities, contacts of a bloc',
  Council: 'Sessions of the council of a year', Disclosures: 'Disclosures of a year', Cycles: 'Calendar of a year, extensions', Decisions: 'Decisions', AwardRules: 'Rules of awards', LegalTexts: 'Legal texts', Roster: 'Units and blocs', Officers: 'Accounts of units',
});

const lasting: Readonly<Partial<Record<Matter, string>>> = { Roster: 'roster', Officers: 'officers', LegalTexts: 'texts', AwardRules: 'rules', Decisions: 'decisions' };
const ofYear: readonly Matter[] = ['Cycles', 'Council', 'Disclosures'];

export interface Trailed {
  readonly matter: Matter;
  readonly year: number | null;
  readonly period: string;
  readonly bloc: string;
  readonly unit: string;
}

export const needsYear = (matter: Matter): boolean => !(matter in lasting);
export const needsBloc = (matter: Matter): boolean => needsYear(matter) && !ofYear.includes(matter);
export const needsUnit = (matter: Matter): boolean => matter === 'Sheets';

/** The partition of what was chosen; null while something of it is missing. */
export function partitionOf({ matter, year, period, bloc, unit }: Trailed): string | null {
  const parts = [...needsYear(matter) ? [needsUnit(matter) ? year && `${year}-${period}` : year] : [lasting[matter]], ...needsBloc(matter) ? [bloc] : [], ...needsUnit(matter) ? [unit] : []];
  return parts.every(Boolean) ? parts.join('|') : null;
}
