import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Show } from '../../parts/Show';
import { Notice, ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { go } from '../../shell/router';
import { may, today } from '../../shell/session';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { cited } from '../../words/cited';
import { Frame } from './Frame';
import { at } from './names';
import { allBlocs } from './reads';
import { SheetFates } from './SheetFates';
import { bodyOfKnown, needs, outcomeNames, sayRefusal, successionKinds } from './successions';
import { namesOf, StateOf } from './Successions';

const w = words({
  back: 'Thay đổi về tổ chức', from: 'Đơn vị được sắp xếp', to: 'Đơn vị tiếp nhận', tasks: 'Tiếp nhận nhiệm vụ', name: 'Tên mới', former: 'Tên cũ', bloc: 'Khối mới', day: 'Có hiệu lực từ', decision: 'Quyết định', sheets: 'Phiếu điểm',
  terms: 'Cần cử Khối trưởng hoặc Khối phó mới:', term: (bloc: string, year: number) => `${bloc}, năm ${year}`, takeBack: 'Xóa thay đổi này', sure: 'Chỉ xóa được trước ngày có hiệu lực và khi chưa có gì dựa trên thay đổi này.', saveSheets: 'Lưu quyết định về phiếu',
}, {
  back: 'Changes of units', from: 'Units it is of', to: 'Units that take over', tasks: 'Took over the tasks', name: 'New name', former: 'Former name', bloc: 'New bloc', day: 'Holds from', decision: 'Decision', sheets: 'Sheets',
  terms: 'A new head or deputy is needed:', term: (bloc, year) => `${bloc}, ${year}`, takeBack: 'Take this change back', sure: 'Only before its day, and while nothing rests on it.', saveSheets: 'Save what was decided of sheets',
});

/** One change of units: what follows from it, what is left to decide, and the way back while there is one. */
export default function Succession({ params }: ViewProps) {
  const path = { succession: params.succession! };
  const asked = useAnswer(async signal => {
    const [succession, blocs] = await Promise.all([ask(api.GET('/api/successions/{succession}', { params: { path }, signal })), allBlocs(signal)]);
    return { succession, blocs };
  }, [path.succession]);
  const [isAsked, question] = useState(false);
  const one = asked.value?.succession.data;
  const withdraw = async () => {
    await ask(api.DELETE('/api/successions/{succession}', { params: { path, header: { 'If-Match': asked.value!.succession.etag! } } }));
    go(at('successions'), true);
  };
  return (
    <Frame
      title={one ? `${successionKinds[one.kind]}: ${namesOf(one)}` : w.back} back={{ href: at('successions'), name: w.back }}
      actions={one && one.day > today.value && may('WithdrawSuccession') && <button type="button" class="danger" onClick={() => question(true)}>{w.takeBack}</button>}>
      <Show of={asked}>
        {({ succession, blocs }) => {
          const blocName = (bloc: string) => blocs.find(one => one.id === bloc)?.name ?? bloc;
          return (
            <>
              <Facts one={succession.data} blocName={blocName} />
              {!succession.data.isDone && needs[succession.data.kind].leaves && may('SucceedUnit') && <Sheets key={succession.etag} of={succession} blocName={blocName} onSaved={asked.reload} />}
            </>
          );
        }}
      </Show>
      {isAsked && <Confirm title={w.takeBack} isOpen onClose={() => question(false)} onConfirm={withdraw} yes={w.takeBack} isDangerous><p>{w.sure}</p></Confirm>}
    </Frame>
  );
}

function Facts({ one, blocName }: { one: Schema['SuccessionView']; blocName: (bloc: string) => string }) {
  const unitName = (unit: string) => [...one.from, ...one.to].find(known => known.unit === unit)?.unitName ?? unit;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [w.from, namesOf(one)],
    [w.to, one.to.map(to => to.bloc ? `${to.unitName} (${blocName(to.bloc)})` : to.unitName).join(', ')],
    [w.tasks, one.to.length > 1 && one.tasksTo ? unitName(one.tasksTo) : null],
    [w.name, one.name], [w.former, one.formerName], [w.bloc, one.bloc && blocName(one.bloc)],
    [w.day, day(one.day)], [w.decision, cited(one.decision)],
    [w.sheets, one.sheets.map(sheet => `${unitName(sheet.unit)} ${sheet.year}: ${outcomeNames[sheet.outcome]}${sheet.to ? ` (${unitName(sheet.to)})` : ''}`).join('; ')],
  ];
  return (
    <>
      {one.obstacle && <Notice kind="bad">{one.obstacle}</Notice>}
      {one.termsToRenew.length > 0 && <Notice><strong>{w.terms}</strong><ul>{one.termsToRenew.map(term => <li><a href={at('bloc', term.bloc)}>{w.term(blocName(term.bloc), term.year)}</a></li>)}</ul></Notice>}
      <div class="card">
        <dl>{facts.filter(([, value]) => value).map(([name, value]) => <><dt>{name}</dt><dd>{value}</dd></>)}<dt>{common.state}</dt><dd><StateOf one={one} /></dd></dl>
        {one.aboutCarried && <p class="hint">{one.aboutCarried}</p>}
      </div>
    </>
  );
}

function Sheets({ of, blocName, onSaved }: { of: Answer<Schema['SuccessionView']>; blocName: (bloc: string) => string; onSaved: () => void }) {
  const [body, set] = useState(bodyOfKnown(of.data));
  const act = useAct();
  const { from = [], to = [], sheets = [] } = body;
  const save = async () => {
    const params = { path: { succession: of.data.id }, header: { 'If-Match': of.etag! } };
    if (await act.run(() => ask(api.PUT('/api/successions/{succession}', { params, body })))) {
      onSaved();
    }
  };
  return (
    <div class="card">
      <SheetFates
        from={from} heirs={body.kind === 'move' ? from : to.map(one => one.unit)} fates={sheets} blocName={blocName}
        nameOf={unit => [...of.data.from, ...of.data.to].find(one => one.unit === unit)?.unitName ?? unit} onChange={sheets => set({ ...body, sheets: [...sheets] })} />
      {act.problem && <ProblemView problem={sayRefusal(act.problem)} />}
      <div class="buttons"><button type="button" class="primary" disabled={act.isBusy} onClick={() => void save()}>{w.saveSheets}</button></div>
    </div>
  );
}
