import type { Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { PointsField } from '../../../parts/PointsField';
import { words } from '../../../words/language';
import { toHundredths, toPoints } from '../../../words/points';
import { Select } from '../Frame';
import { blocLevelNames, options, unitKindNames } from '../names';
import { SourceFields, type PartProps } from './Fields';
import { kindNames, levelNames, subjectNames } from './names';
import { freshWorth } from './ruleParts';

const w = words({
  name: 'Tên danh hiệu, hình thức', kind: 'Loại', level: 'Cấp', subject: 'Tặng cho', by: 'Người tặng', byHint: 'Theo chức vụ, ví dụ Chủ tịch Ủy ban nhân dân tỉnh', blocs: 'Khối được đề nghị', anyBloc: 'mọi khối', kinds: 'Chỉ dành cho (không chọn: mọi loại đơn vị)',
  hasWorth: 'Có tiền thưởng', worth: 'Số lần mức lương cơ sở', worthFrom: 'Căn cứ của tiền thưởng', source: 'Căn cứ và thời gian của danh hiệu',
}, {
  name: 'What it is called', kind: 'Kind', level: 'Level', subject: 'Given to', by: 'Granted by', byHint: 'By post, such as Chủ tịch Ủy ban nhân dân tỉnh', blocs: 'Blocs that propose', anyBloc: 'any bloc', kinds: 'Only for (none: units of any kind)',
  hasWorth: 'Money goes with it', worth: 'How often the base salary', worthFrom: 'Source of the money', source: 'Source and time of the award',
});

/** What an award is, whom it is for and what goes with it. */
export function AwardHeadFields({ value, onChange, path, faults }: PartProps<Schema['Award']>) {
  const { worth, kinds } = value;
  const set = (change: Partial<Schema['Award']>) => onChange({ ...value, ...change });
  const chosen = (kind: Schema['UnitKind'], isChosen: boolean) => {
    const now = isChosen ? [...kinds ?? [], kind] : (kinds ?? []).filter(one => one !== kind);
    set({ kinds: now.length > 0 ? now : null });
  };
  return (
    <>
      <Field label={w.name} path={`${path}.title`} faults={faults} isRequired><input type="text" maxLength={300} value={value.title} onInput={event => set({ title: event.currentTarget.value })} /></Field>
      <div class="inline-form">
        <Field label={w.kind} path={`${path}.kind`} faults={faults}><Select value={value.kind} onChange={kind => set({ kind })} choices={options(kindNames)} /></Field>
        <Field label={w.level} path={`${path}.level`} faults={faults}><Select value={value.level} onChange={level => set({ level })} choices={options(levelNames)} /></Field>
        <Field label={w.subject} path={`${path}.subject`} faults={faults}><Select value={value.subject} onChange={subject => set({ subject })} choices={options(subjectNames)} /></Field>
        <Field label={w.blocs} path={`${path}.blocs`} faults={faults}>
          <Select<Schema['BlocLevel'] | ''> value={value.blocs ?? ''} onChange={blocs => set({ blocs: blocs || null })} choices={[{ value: '', name: w.anyBloc }, ...options(blocLevelNames)]} />
        </Field>
      </div>
      <Field label={w.by} hint={w.byHint} path={`${path}.grantedBy`} faults={faults}><input type="text" maxLength={300} value={value.grantedBy ?? ''} onInput={event => set({ grantedBy: event.currentTarget.value || null })} /></Field>
      <fieldset class="choices">
        <legend>{w.kinds}</legend>
        {options(unitKindNames).map(({ value: kind, name }) => <label key={kind}><input type="checkbox" checked={kinds?.includes(kind) === true} onChange={event => chosen(kind, event.currentTarget.checked)} /> {name}</label>)}
      </fieldset>
      <label class="check"><input type="checkbox" checked={worth != null} onChange={event => set({ worth: event.currentTarget.checked ? freshWorth() : null })} /> {w.hasWorth}</label>
      {worth && (
        <fieldset>
          <legend>{w.worthFrom}</legend>
          <Field label={w.worth} path={`${path}.worth.coefficient`} faults={faults}>
            <PointsField value={toHundredths(worth.coefficient)} onChange={now => set({ worth: { ...worth, coefficient: toPoints(now ?? 0) } })} />
          </Field>
          <SourceFields value={worth.source} onChange={source => set({ worth: { ...worth, source } })} path={`${path}.worth.source`} faults={faults} />
        </fieldset>
      )}
      <fieldset><legend>{w.source}</legend><SourceFields value={value.source} onChange={source => set({ source })} path={`${path}.source`} faults={faults} /></fieldset>
    </>
  );
}
