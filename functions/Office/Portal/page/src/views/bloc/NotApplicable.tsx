import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { Loading, ProblemView } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { printed } from '../sheet/describe';

const w = words({
  title: (unit: string) => `Tiêu chí không giao cho ${unit}`,
  lead: 'Đánh dấu các tiêu chí không giao cho đơn vị. Các tiêu chí này không tính vào điểm tối đa cũng như điểm đạt được; những gì đơn vị đã nhập vẫn được giữ.',
  which: 'Không giao',
  reason: 'Lý do',
}, {
  title: unit => `Criteria that ${unit} is not given`,
  lead: 'Tick what the unit is not given. It leaves both what the unit could have and what it has; what was entered there is kept.',
  which: 'Not given',
  reason: 'Reason',
});

export interface NotApplicableProps {
  readonly sheet: PlaceId;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says which criteria are not assigned to a unit, with a reason. */
export function NotApplicable({ sheet, name, onClose, onDone }: NotApplicableProps) {
  const path = { year: sheet.year, period: sheet.period, bloc: sheet.bloc, unit: sheet.unit };
  const asked = useAnswer(signal => ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}', { params: { path }, signal })), [path]);
  const [ticked, tick] = useState<Readonly<Record<string, boolean>>>({});
  const [reason, setReason] = useState('');
  const nodes = asked.value?.data.criteria.filter(node => node.state !== 'void') ?? [];
  const isOut = (node: Schema['SheetNode']) => ticked[node.criterion] ?? node.state === 'notApplicable';
  const save = async () => {
    const etag = asked.value?.etag;
    await ask(api.PUT('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/not-applicable', {
      params: { path, header: etag ? { 'If-Match': etag } : {} }, body: { criteria: nodes.filter(node => node.kind !== 'group' && isOut(node)).map(node => node.criterion), reason: reason.trim() },
    }));
    onDone();
  };
  return (
    <Confirm title={w.title(name)} isOpen onClose={onClose} onConfirm={save} yes={common.save} isDisabled={!asked.value || !reason.trim()}>
      <p>{w.lead}</p>
      {asked.isLoading && <Loading />}
      {asked.problem && <ProblemView problem={asked.problem} retry={asked.reload} />}
      <fieldset class="choices">
        <legend class="hidden">{w.which}</legend>
        {nodes.map(node => node.kind === 'group'
          ? <p key={node.criterion}><strong>{printed(node)} {node.title}</strong></p>
          : (
            <label key={node.criterion}>
              <input type="checkbox" checked={isOut(node)} onChange={event => tick({ ...ticked, [node.criterion]: event.currentTarget.checked })} /> {printed(node)} {node.title}
            </label>
          ))}
      </fieldset>
      <Field label={w.reason} isRequired><textarea rows={2} value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
    </Confirm>
  );
}
