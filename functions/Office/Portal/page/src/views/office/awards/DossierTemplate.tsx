import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../../api/client';
import { FaultSummary } from '../../../parts/Field';
import { Show } from '../../../parts/Show';
import { Notice, ProblemView } from '../../../parts/States';
import { useAct } from '../../../parts/useAct';
import { useAnswer } from '../../../parts/useAnswer';
import { useChanges } from '../../../parts/useGuard';
import { may } from '../../../shell/session';
import { common } from '../../../words/common';
import { words } from '../../../words/language';
import { Frame } from '../Frame';
import { OutlineFields } from './OutlineFields';
import { ifMatch, readRules } from './reads';

const w = words({
  title: 'Mẫu hồ sơ khen thưởng', lead: 'Hồ sơ đang làm giữ bản mẫu lúc mở; bản mới áp dụng cho hồ sơ mở sau này.', shipped: 'Đây là mẫu kèm theo phần mềm. Đề cương báo cáo thành tích trong đó là mặc định cấu hình được: chưa đọc được mẫu chính thức nào.', version: (n: number) => `Bản thứ ${n} của cơ quan thường trực.`, more: 'Thêm mẫu riêng cho một số danh hiệu', saved: 'Đã lưu.',
}, {
  title: 'Template of dossiers', lead: 'A dossier keeps the template under which it was opened; a new one holds for those opened after it.', shipped: 'This is the template that comes with the program. Its outline of the report is a configurable default: no official form was read.', version: n => `Version ${n} of the office.`, more: 'Add one for some awards', saved: 'Saved.',
});

export default function DossierTemplate() {
  const [isSaved, say] = useState(false);
  const found = useAnswer(signal => ask(api.GET('/api/dossier-template', { signal })), []);
  const rules = useAnswer(signal => readRules({}, signal).then(({ data }) => data.content.awards ?? []), []);
  return (
    <Frame title={w.title} lead={w.lead}>
      {isSaved && <Notice kind="good">{w.saved}</Notice>}
      <Show of={found}>{known => rules.value && <Form key={known.etag} known={known} awards={rules.value} onSaved={() => { say(true); found.reload(); }} />}</Show>
    </Frame>
  );
}

function Form({ known, awards, onSaved }: { known: Answer<Schema['DossierTemplateView']>; awards: readonly Schema['Award'][]; onSaved: () => void }) {
  const [outlines, set] = useState(known.data.outlines);
  const act = useAct();
  useChanges(outlines, act.isBusy);
  const others = outlines.find(one => (one.awards ?? []).length === 0);
  const save = async (event: Event) => {
    event.preventDefault();
    if (await act.run(() => ask(api.PUT('/api/dossier-template', { params: { header: ifMatch(known.data.number === 0 ? null : known.etag) }, body: { outlines } })))) {
      onSaved();
    }
  };
  return (
    <form onSubmit={event => void save(event)}>
      <FaultSummary faults={act.faults} paths={[...new Set(act.faults.map(fault => fault.path))]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Notice>{known.data.number === 0 ? w.shipped : w.version(known.data.number)}</Notice>
      {outlines.map((one, at) => (
        <OutlineFields
          value={one} path={`$.outlines[${at}]`} faults={act.faults} awards={awards} isForOthers={one === others}
          onChange={now => set(outlines.with(at, now))} onOut={() => set(outlines.filter((_, other) => other !== at))} />
      ))}
      <div class="buttons">
        <button type="button" onClick={() => set([{ ...(others ?? outlines[0]!), awards: awards[0] ? [awards[0].code] : [] }, ...outlines])}>{w.more}</button>
        {may('PutDossierTemplate') && <button type="submit" class="primary" disabled={act.isBusy}>{common.save}</button>}
      </div>
    </form>
  );
}
