import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { DayField } from '../../parts/DayField';
import { Field, fieldId } from '../../parts/Field';
import { dossierWords as w } from '../../words/dossiers';

type Report = Schema['AchievementReport'];

export const reportPaths = (sections: readonly Schema['OutlineSection'][]): readonly string[] =>
  ['$.report.until', '$.report.certifiedBy', ...sections.map((_, at) => `$.report.sections[${at}].text`)];

/** The achievement report, by the sections of the office's outline. */
export function ReportFields({ report, sections, onChange, faults }: { report: Report | null; sections: readonly Schema['OutlineSection'][]; onChange: (report: Report | null) => void; faults: readonly Fault[] }) {
  const textOf = (code: string) => report?.sections?.find(one => one.section === code)?.text ?? '';
  const set = (change: Partial<Report>) => {
    const next = { ...report, ...change };
    onChange(next.until || next.certifiedBy || (next.sections ?? []).length > 0 ? next : null);
  };
  const write = (code: string, text: string) => set({ sections: sections.flatMap(one => {
    const said = one.code === code ? text : textOf(one.code);
    return said ? [{ section: one.code, text: said }] : [];
  }) });
  return (
    <fieldset id={fieldId('$.report')} tabIndex={-1}>
      <legend>{w.report}</legend>
      {sections.map((one, at) => (
        <Field key={one.code} label={one.title} path={`$.report.sections[${at}].text`} faults={faults}><textarea rows={5} maxLength={20_000} value={textOf(one.code)} onInput={event => write(one.code, event.currentTarget.value)} /></Field>
      ))}
      <Field label={w.until} path="$.report.until" faults={faults}><DayField value={report?.until ?? null} onChange={until => set({ until })} /></Field>
      <Field label={w.certifiedBy} path="$.report.certifiedBy" faults={faults}><input type="text" maxLength={300} autocomplete="off" value={report?.certifiedBy ?? ''} onInput={event => set({ certifiedBy: event.currentTarget.value || null })} /></Field>
    </fieldset>
  );
}
