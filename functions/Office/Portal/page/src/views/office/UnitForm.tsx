import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { base } from '../../auth/settings';
import { Field, FaultSummary } from '../../parts/Field';
import { Notice, ProblemView } from '../../parts/States';
import { Show } from '../../parts/Show';
import { Table } from '../../parts/Table';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useChanges } from '../../parts/useGuard';
import { go } from '../../shell/router';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame, Select } from './Frame';
import { at, options, unitKindNames } from './names';
import { allBlocs } from './reads';
import { idOf } from './search';

const w = words({
  title: 'Thêm đơn vị', back: 'Danh sách đơn vị và khối', id: 'Mã đơn vị', idHint: 'chữ thường không dấu, không đổi được về sau',
  kind: 'Loại', contacts: 'Thư điện tử nhận nhắc việc', contactsHint: 'mỗi dòng một địa chỉ', functions: 'Lĩnh vực công tác', functionsHint: 'mỗi dòng một lĩnh vực',
  central: 'Do bộ, ngành trung ương quản lý', placeholder: 'Chỉ giữ chỗ: chưa biết là đơn vị nào', saved: 'Đã lưu.', same: 'Đã có đơn vị cùng tên:',
  memberships: 'Các khối của đơn vị', from: 'Từ ngày', until: 'Đến hết ngày', decision: 'Quyết định', officers: 'Cán bộ của đơn vị', letterhead: 'Thể thức văn bản',
}, {
  title: 'Add a unit', back: 'Units and blocs', id: 'Id', idHint: 'lower-case letters without marks; cannot be changed later',
  kind: 'Kind', contacts: 'E-mail addresses for reminders', contactsHint: 'one a line', functions: 'What it works on', functionsHint: 'one a line',
  central: 'Managed by a ministry', placeholder: 'A placeholder: which unit it is, is not known yet', saved: 'Saved.', same: 'There is a unit of that name:',
  memberships: 'Blocs of the unit', from: 'From', until: 'Until', decision: 'Decision', officers: 'Officers of the unit', letterhead: 'Letterhead',
});

export default function UnitForm({ params }: ViewProps) {
  return params.unit ? <Known unit={params.unit} /> : <Frame title={w.title} back={back()}><Form /></Frame>;
}

const back = () => ({ href: at('roster'), name: w.back });

function Known({ unit }: { unit: string }) {
  const asked = useAnswer(signal => ask(api.GET('/api/units/{unit}', { params: { path: { unit } }, signal })), [unit]);
  const blocs = useAnswer(allBlocs, []);
  const [saved, save] = useState<Schema['PutUnitView']>();
  const keep = (answer: Schema['PutUnitView']) => {
    save(answer);
    asked.reload();
  };
  return (
    <Frame title={asked.value?.data.unit.name ?? common.unit} back={back()} actions={<><a class="button" href={`${at('officers')}?unit=${encodeURIComponent(unit)}`}>{w.officers}</a><a class="button" href={`${base}/letterhead/${encodeURIComponent(unit)}`}>{w.letterhead}</a></>}>
      <Show of={asked}>
        {answer => (
          <>
            <Form key={answer.etag} known={answer} onSaved={keep} />
            {saved && <Notice kind="good">{w.saved} {saved.sameName.length > 0 && `${w.same} ${saved.sameName.join(', ')}`}</Notice>}
            <Table
              caption={w.memberships} rows={answer.data.memberships} rowKey={one => one.bloc + one.from}
              columns={[
                { head: common.bloc, cell: one => <a href={at('bloc', one.bloc)}>{blocs.value?.find(bloc => bloc.id === one.bloc)?.name ?? one.bloc}</a> },
                { head: w.from, cell: one => day(one.from), sort: one => one.from },
                { head: w.until, cell: one => day(one.until) || '–' },
                { head: w.decision, cell: one => one.decision ?? '–' },
              ]} />
          </>
        )}
      </Show>
    </Frame>
  );
}

const empty: Schema['UnitView'] = { id: '', name: '', kind: 'department', functions: [], isCentrallyManaged: false, contacts: [], isPlaceholder: false };
const lines = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(line => line);
const paths = ['$.name', '$.kind', '$.contacts', '$.functions'];

function Form({ known, onSaved }: { known?: Answer<Schema['UnitWithBlocsView']>; onSaved?: (saved: Schema['PutUnitView']) => void }) {
  const [unit, set] = useState(known?.data.unit ?? empty);
  const [id, setId] = useState<string>();
  const [texts, setTexts] = useState({ contacts: unit.contacts?.join('\n') ?? '', functions: unit.functions.join('\n') });
  const act = useAct();
  useChanges([unit, id, texts], act.isBusy);
  const change = (part: Partial<Schema['UnitView']>) => set({ ...unit, ...part });
  const own = known ? unit.id : id ?? idOf(unit.name);
  const send = async (event: Event) => {
    event.preventDefault();
    await act.run(async () => {
      const { name, kind, isCentrallyManaged, isPlaceholder } = unit;
      const body = { name, kind, isCentrallyManaged, isPlaceholder, contacts: lines(texts.contacts), functions: lines(texts.functions) };
      const { data } = await ask(api.PUT('/api/units/{unit}', { params: { path: { unit: own }, header: known?.etag ? { 'If-Match': known.etag } : {} }, body }));
      if (known) {
        onSaved?.(data);
      } else {
        go(at('unit', own), true);
      }
    });
  };
  return (
    <form class="card" onSubmit={event => void send(event)}>
      <FaultSummary faults={act.faults} paths={paths} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={common.name} path="$.name" faults={act.faults} isRequired><input type="text" value={unit.name} required maxLength={200} onInput={event => change({ name: event.currentTarget.value })} /></Field>
      {!known && <Field label={w.id} hint={w.idHint} isRequired><input type="text" value={own} required pattern="[a-z0-9\-]+" maxLength={64} onInput={event => setId(event.currentTarget.value)} /></Field>}
      <Field label={w.kind} path="$.kind" faults={act.faults}><Select value={unit.kind} onChange={kind => change({ kind })} choices={options(unitKindNames)} /></Field>
      <Field label={w.contacts} hint={w.contactsHint} path="$.contacts" faults={act.faults}><textarea rows={3} value={texts.contacts} onInput={event => setTexts({ ...texts, contacts: event.currentTarget.value })} /></Field>
      <Field label={w.functions} hint={w.functionsHint} path="$.functions" faults={act.faults}><textarea rows={3} value={texts.functions} onInput={event => setTexts({ ...texts, functions: event.currentTarget.value })} /></Field>
      <label class="check"><input type="checkbox" checked={unit.isCentrallyManaged} onChange={event => change({ isCentrallyManaged: event.currentTarget.checked })} /> {w.central}</label>
      <label class="check"><input type="checkbox" checked={unit.isPlaceholder} onChange={event => change({ isPlaceholder: event.currentTarget.checked })} /> {w.placeholder}</label>
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy}>{common.save}</button></div>
    </form>
  );
}
