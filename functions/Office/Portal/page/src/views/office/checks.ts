import type { Schema } from '../../api/client';

export interface Check {
  readonly what: 'sheets' | 'rounds' | 'complaints' | 'ties' | 'warnings' | 'head';
  readonly isGood: boolean;
  /** Whom or what it is about. */
  readonly about: readonly string[];
}

export interface Seen {
  readonly standings: Schema['StandingsView'];
  readonly complaints: readonly Schema['ComplaintView'][];
  readonly year: Schema['BlocYearView'];
  /** Of the appraisal, those that are not closed; null where it is not known. */
  readonly rounds: readonly number[] | null;
}

/** What the office looks at before it publishes. Only the program refuses; this says what it would refuse, and what cannot be mended afterwards. */
export function checksOf({ standings, complaints, year, rounds }: Seen): readonly Check[] {
  const shared = standings.places.filter(place => place.isShared);
  return [
    check('sheets', standings.apart.map(unit => `${unit.name}: ${unit.reason}`)),
    ...rounds ? [check('rounds', rounds.map(String))] : [],
    check('complaints', complaints.map(complaint => `${complaint.unitName}: ${complaint.text}`)),
    check('ties', shared.map(place => `${place.name} (${place.rank})`)),
    check('warnings', [...new Set(standings.warnings.map(warning => warning.detail))]),
    { what: 'head', isGood: year.head !== null, about: [] },
  ];
}

const check = (what: Check['what'], about: readonly string[]): Check => ({ what, isGood: about.length === 0, about });
