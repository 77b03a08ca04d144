import { describe, expect, it } from 'vitest';
import type { Schema } from '../src/api/client';
import { bodyOf as dossierBody, fieldOf, inOutline, outlineOf } from '../src/views/awards/dossier';
import { bodyOf, lackOf, typedOf } from '../src/views/awards/nomination';
import { writesDossier } from '../src/views/awards/rights';
import { perYear } from '../src/views/awards/titles';
import { me } from '../src/shell/session';
import { castBody, mark, markBlank, unmarked } from '../src/views/awards/vote';

const bytesOf = (body: unknown): number => new TextEncoder().encode(JSON.stringify(body)).length;

describe('a secret vote', () => {
  const units = Array.from({ length: 40 }, (_, at) => at % 2 ? `đơn-vị-thứ-${at}-ở-miền-núi-phía-bắc` : `so-${at}`);
  // Every length of choice, each unit alone, all of them, none, and blank.
  const votes = [unmarked, markBlank(true), ...units.map(unit => mark(unmarked, unit, true)), ...units.map((_, at) => ({ choices: units.slice(0, at + 1), isBlank: false }))];

  it('has as many bytes whatever it says', () => {
    expect(votes.map(vote => bytesOf(castBody(vote, 4096)))).toEqual(votes.map(() => 4096));
  });

  it('says for whom it is, and nothing but padding besides', () => {
    const { padding, ...said } = castBody({ choices: ['sở-tài-chính', 'so-b'], isBlank: false }, 4096);
    expect(said).toEqual({ choices: ['sở-tài-chính', 'so-b'], isBlank: false });
    expect(padding).toMatch(/^\.+$/u);
    expect(castBody(markBlank(true), 4096)).toMatchObject({ choices: [], isBlank: true });
  });

  it('is never cut where it is too long', () => {
    expect(() => castBody({ choices: ['sở-tài-chính'], isBlank: false }, 40)).toThrow(RangeError);
  });

  it('that is open is not padded', () => {
    expect(castBody(mark(unmarked, 'so-a', true), null)).toEqual({ choices: ['so-a'], isBlank: false });
  });

  it('is blank or for somebody, not both', () => {
    expect(mark(markBlank(true), 'so-a', true)).toEqual({ choices: ['so-a'], isBlank: false });
    expect(markBlank(true)).toEqual({ choices: [], isBlank: true });
    expect(mark(mark(unmarked, 'so-a', true), 'so-a', false)).toEqual(unmarked);
  });
});

describe('a nomination', () => {
  const stated = [{ code: 'doan-ket', title: 'Nội bộ đoàn kết' }, { code: 'vuot', title: 'Vượt chỉ tiêu' }] as Schema['AwardCondition'][];

  it('sends the figures that were typed and the statements that were said', () => {
    const typed = { ...typedOf(undefined), asOf: '2026-12-10', source: ' BC 1 ', figures: { people: '40', women: '' }, statements: { vuot: { said: 'no' as const, source: 'BC 2' } } };
    expect(lackOf(typed, stated)).toBeNull();
    expect(bodyOf(typed, stated)).toEqual({ figures: { asOf: '2026-12-10', source: 'BC 1', people: 40 }, statements: [{ condition: 'vuot', isMet: false, source: 'BC 2' }] });
  });

  it('has no figures where none were typed', () => {
    expect(bodyOf(typedOf(undefined), stated)).toEqual({ figures: null, statements: [] });
  });

  it('waits for the source of what is said, and says so', () => {
    expect(lackOf(typedOf(undefined), stated)).toBeNull();
    expect(lackOf({ ...typedOf(undefined), asOf: '2026-12-10', figures: { people: '40' } }, stated)).toBe('figures');
    expect(lackOf({ ...typedOf(undefined), figures: { people: 'bốn mươi' }, source: 'BC' }, stated)).toBe('number');
    expect(lackOf({ ...typedOf(undefined), statements: { vuot: { said: 'yes', source: ' ' } } }, stated)).toBe('statement');
  });
});

describe('a dossier', () => {
  it('follows the outline that names its award, else the one for all others', () => {
    const outlines = [{ awards: ['co'] }, { awards: [] }] as unknown as Schema['DossierOutline'][];
    expect(outlineOf(outlines, 'co')).toBe(outlines[0]);
    expect(outlineOf(outlines, 'bang-khen')).toBe(outlines[1]);
  });

  it('sends only the sections that are written, and finds their faults again', () => {
    const sections = [{ section: 'a', title: 'A', text: null }, { section: 'b', title: 'B', text: 'Đã làm.' }];
    const body = dossierBody({ letter: null, minutes: null, files: [], report: { until: null, certifiedBy: null, sections } } as unknown as Schema['DossierView']);
    expect(body.report?.sections).toEqual([{ section: 'b', text: 'Đã làm.' }]);
    expect(inOutline([{ path: '$.report.sections[0].text', detail: 'x' }], body.report!.sections!, [{ code: 'a' }, { code: 'b' }])[0]!.path).toBe('$.report.sections[1].text');
  });

  it('sends no result of a vote where a ballot says it, and else what was typed', () => {
    const vote = { members: 5, present: 5, for: 4, notFor: 1, invalid: 0, writtenFor: 0, writtenNotFor: 0, isPassed: true };
    const dossier = { letter: null, minutes: { day: '2026-11-18', meeting: null, place: 'Hội trường', vote }, files: [], report: null, ballot: null } as unknown as Schema['DossierView'];
    expect(dossierBody(dossier).minutes).toEqual(dossier.minutes);
    expect(dossierBody({ ...dossier, ballot: { ballot: 'bau' } as Schema['DossierBallotView'] }).minutes).toEqual({ ...dossier.minutes, vote: null });
  });

  it('leads from a gap to its field, or to what stands around it', () => {
    const there = (...ids: readonly string[]) => (id: string) => ids.includes(id);
    expect(fieldOf('$.report.sections[1].text', there('field--report-sections-1-text', 'field--report'))).toBe('field--report-sections-1-text');
    expect(fieldOf('$.report.sections[1].text', there('field--report'))).toBe('field--report');
    expect(fieldOf('$.deadlines[0]', there())).toBeNull();
  });
});

describe('titles over the years', () => {
  it('are counted without those that were taken back, and years without one are there', () => {
    expect(perYear([{ year: 2026, revoked: null }, { year: 2023, revoked: null }, { year: 2023, revoked: '2024-02-01' }, { year: 2025, revoked: '2026-01-01' }]))
      .toEqual([{ name: '2023', value: 1 }, { name: '2024', value: 0 }, { name: '2025', value: 0 }, { name: '2026', value: 1 }]);
  });
});

describe('a dossier of a year that is over', () => {
  it('is written by its own unit, for what goes on to the Government is due in the next year', () => {
    const mine = { unit: 'so-b', unitName: 'Sở B', bloc: 'khoi-5', blocName: 'Khối 5', period: 'nam', roles: ['member' as const], stages: [], functions: ['PutDossier'] };
    me.value = { oid: '', kind: 'person', roles: [], units: ['so-b'], approvesFor: [], functions: [], cycles: [{ year: 2027, isOpen: true, places: [mine] }] };
    expect(['so-b', 'so-c'].map(unit => writesDossier({ year: 2026, period: 'nam', bloc: 'khoi-5', unit }))).toEqual([true, false]);
  });
});
