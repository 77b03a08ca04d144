import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { FormDialog } from '../../parts/FormDialog';
import { PaperFields, paperPaths } from '../../parts/PaperFields';
import { useAct } from '../../parts/useAct';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { cited } from '../../words/cited';
import { Select } from './Frame';
import { idOf } from './search';

const w = words({
  add: 'Thêm văn bản pháp lý', edit: 'Sửa văn bản pháp lý', from: 'Có hiệu lực từ', fromHint: 'để trống nếu từ ngày ban hành', until: 'Có hiệu lực đến hết', untilHint: 'để trống khi chưa biết', replaced: 'Được thay bằng', none: '– không –',
  provisions: 'Điều khoản có thời gian khác', provision: 'Điều khoản', provisionHint: 'ví dụ: khoản 4 Điều 33', more: 'Thêm điều khoản',
}, {
  add: 'Enter a legal text', edit: 'Change a legal text', from: 'In force from', fromHint: 'blank where from its own day', until: 'In force until', untilHint: 'blank while no end is known', replaced: 'Replaced by', none: '– nothing –',
  provisions: 'Provisions of another time', provision: 'Provision', provisionHint: 'such as: khoản 4 Điều 33', more: 'Add a provision',
});

export interface LegalTextFormProps {
  readonly known: Schema['LegalTextView'] | null;
  readonly texts: readonly Schema['LegalTextView'][];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const bodyOf = (known: Schema['LegalTextView'] | null): Schema['LegalTextBody'] => known
  ? { paper: known.paper, from: known.from, until: known.until, replacedBy: known.replacedBy, provisions: known.provisions.map(({ name, from, until, replacedBy }) => ({ name, from, until, replacedBy })) }
  : { paper: { kind: '' }, provisions: [] };

/** Enters a legal text, or changes its entry. */
export function LegalTextForm({ known, texts, onClose, onSaved }: LegalTextFormProps) {
  const [body, set] = useState(bodyOf(known));
  const act = useAct();
  const provisions = body.provisions ?? [];
  const change = (part: Partial<Schema['LegalTextBody']>) => set({ ...body, ...part });
  const put = (at: number, part: Partial<Schema['Provision']>) => change({ provisions: provisions.with(at, { ...provisions[at]!, ...part }) });
  const save = async () => {
    const text = known?.text ?? idOf(`${body.paper.kind} ${body.paper.number ?? ''}`);
    const etag = known && (await ask(api.GET('/api/legal-texts/{text}', { params: { path: { text } } }))).etag;
    await ask(api.PUT('/api/legal-texts/{text}', { params: { path: { text }, header: etag ? { 'If-Match': etag } : {} }, body }));
  };
  return (
    <FormDialog title={known ? w.edit : w.add} act={act} send={save} onSaved={onSaved} onClose={onClose} paths={[...paperPaths('$.paper'), '$.from', '$.until', '$.replacedBy']} isDisabled={!body.paper.kind.trim()}>
      <PaperFields paper={body.paper} onChange={paper => change({ paper })} path="$.paper" faults={act.faults} />
      <Field label={w.from} hint={w.fromHint} path="$.from" faults={act.faults}><DayField value={body.from ?? null} onChange={from => change({ from })} /></Field>
      <Field label={w.until} hint={w.untilHint} path="$.until" faults={act.faults}><DayField value={body.until ?? null} onChange={until => change({ until })} /></Field>
      <Field label={w.replaced} path="$.replacedBy" faults={act.faults}>
        <Select value={body.replacedBy ?? ''} onChange={replacedBy => change({ replacedBy: replacedBy || null })} choices={[{ value: '', name: w.none }, ...texts.filter(one => one.text !== known?.text).map(one => ({ value: one.text, name: cited(one.paper) }))]} />
      </Field>
      <h3>{w.provisions}</h3>
      {provisions.map((one, at) => (
        <fieldset>
          <legend>{one.name || w.provision}</legend>
          <Field label={w.provision} hint={w.provisionHint} path={`$.provisions[${at}].name`} faults={act.faults} isRequired><input type="text" maxLength={200} value={one.name} onInput={event => put(at, { name: event.currentTarget.value })} /></Field>
          <div class="inline-form">
            <Field label={w.from} path={`$.provisions[${at}].from`} faults={act.faults}><DayField value={one.from ?? null} onChange={from => put(at, { from })} /></Field>
            <Field label={w.until} path={`$.provisions[${at}].until`} faults={act.faults}><DayField value={one.until ?? null} onChange={until => put(at, { until })} /></Field>
          </div>
          <button type="button" class="quiet" aria-label={`${common.remove}: ${one.name || w.provision}`} onClick={() => change({ provisions: provisions.filter((_, other) => other !== at) })}>{common.remove}</button>
        </fieldset>
      ))}
      <p><button type="button" onClick={() => change({ provisions: [...provisions, { name: '' }] })}>{w.more}</button></p>
    </FormDialog>
  );
}
