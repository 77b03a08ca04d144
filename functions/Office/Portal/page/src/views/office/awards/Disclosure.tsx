import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { base } from '../../../auth/settings';
import { Confirm } from '../../../parts/Confirm';
import { Field } from '../../../parts/Field';
import { Show } from '../../../parts/Show';
import { Notice } from '../../../parts/States';
import { Table } from '../../../parts/Table';
import { useAnswer } from '../../../parts/useAnswer';
import { may } from '../../../shell/session';
import { common } from '../../../words/common';
import { day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { readAll } from '../all';
import { Frame } from '../Frame';
import { at } from '../names';
import { AnswerForm } from './AnswerForm';
import { DisclosureState } from './Disclosures';
import { LetterForm } from './LetterForm';
import { Remarks } from './Remarks';

type View = Schema['DisclosureView'];
type Remark = Schema['RemarkView'];

const w = words({
  title: 'Đợt công khai', back: 'Công khai đề nghị', time: (from: string, until: string) => `Công khai từ ${from}, nhận góp ý đến hết ${until}.`, edit: 'Sửa, kéo dài', retract: 'Rút lại', letter: 'Ghi đơn thư', page: 'Trang mà mọi người đọc', why: (reason: string) => `Đã rút lại: ${reason}`, award: 'Danh hiệu, hình thức', achievement: 'Thành tích', proposals: 'Đề nghị', open: (n: number) => `Còn ${n} góp ý chưa trả lời.`,
  retracting: 'Rút lại đợt công khai', retractText: 'Từ đây không ai ngoài cơ quan thường trực, Hội đồng và người theo dõi còn đọc được.',
}, {
  title: 'A disclosure', back: 'Disclosure', time: (from, until) => `Disclosed from ${from}; remarks until ${until}.`, edit: 'Change, give more time', retract: 'Take back', letter: 'Record a letter', page: 'What everybody reads', why: reason => `Taken back: ${reason}`, award: 'Award', achievement: 'Achievement', proposals: 'Proposals', open: n => `${n} remarks are not answered.`,
  retracting: 'Take the disclosure back', retractText: 'From now on nobody but the office, the council and readers sees it.',
});

const allRemarks = (year: number, disclosure: string, signal: AbortSignal) => readAll<Remark>(continuation =>
  ask(api.GET('/api/cycles/{year}/disclosures/{disclosure}/comments', { params: { path: { year, disclosure }, query: continuation ? { continuation } : {} }, signal }))
    .then(({ data }) => ({ items: data.remarks, continuation: data.continuation })));

export default function Disclosure({ params }: ViewProps) {
  const [year, disclosure] = [Number(params.year), params.disclosure!];
  const found = useAnswer(signal => ask(api.GET('/api/cycles/{year}/disclosures/{disclosure}', { params: { path: { year, disclosure } }, signal })), [year, disclosure]);
  const remarks = useAnswer(signal => allRemarks(year, disclosure, signal), [year, disclosure]);
  const reload = () => {
    found.reload();
    remarks.reload();
  };
  return (
    <Frame title={found.value?.data.content.title ?? w.title} back={{ href: at('disclosures', year), name: w.back }}>
      <Show of={found}>{({ data }) => <Known of={data} remarks={remarks.value ?? []} onSaved={reload} />}</Show>
      <Show of={remarks}>{all => <RemarksOf year={year} disclosure={disclosure} all={all} onSaved={reload} />}</Show>
    </Frame>
  );
}

function RemarksOf({ year, disclosure, all, onSaved }: { year: number; disclosure: string; all: readonly Remark[]; onSaved: () => void }) {
  const [answered, answer] = useState<Remark>();
  return (
    <>
      <Remarks all={all} onAnswer={may('AnswerComment') ? answer : undefined} />
      {answered && <AnswerForm year={year} disclosure={disclosure} remark={answered} onClose={() => answer(undefined)} onSaved={onSaved} />}
    </>
  );
}

function Known({ of, remarks, onSaved }: { of: View; remarks: readonly Remark[]; onSaved: () => void }) {
  const { content } = of;
  const { year, disclosure } = content;
  const [doing, begin] = useState<'letter' | 'retract'>();
  const [reason, why] = useState('');
  const retract = async () => {
    await ask(api.POST('/api/cycles/{year}/disclosures/{disclosure}/retraction', { params: { path: { year, disclosure }, header: { 'If-Match': of.etag } }, body: { reason } }));
    onSaved();
  };
  return (
    <>
      <p><DisclosureState of={{ ...of, until: content.until }} /> {w.time(day(content.from), day(content.until))}</p>
      {of.retracted !== null && <Notice kind="bad">{w.why(of.retracted)}</Notice>}
      {of.caution && <Notice>{of.caution}</Notice>}
      {of.openRemarks > 0 && <p>⚠ {w.open(of.openRemarks)}</p>}
      <div class="buttons">
        {may('RecordLetter') && of.isPublic && <button type="button" class="primary" onClick={() => begin('letter')}>{w.letter}</button>}
        {may('DiscloseProposals') && of.retracted === null && <a class="button" href={at('disclosures', year, disclosure, 'edit')}>{w.edit}</a>}
        {may('RetractDisclosure') && of.retracted === null && <button type="button" class="danger" onClick={() => begin('retract')}>{w.retract}</button>}
        {of.isPublic && <a class="button" href={`${base}/public/${year}/${encodeURIComponent(disclosure)}`}>{w.page}</a>}
      </div>
      <Table
        caption={w.proposals} rows={content.proposals} rowKey={one => `${one.unit} ${one.award}`}
        columns={[
          { head: common.unit, cell: one => one.unitName, sort: one => one.unitName }, { head: common.bloc, cell: one => one.blocName, sort: one => one.blocName },
          { head: w.award, cell: one => one.awardTitle, sort: one => one.awardTitle }, { head: w.achievement, cell: one => one.achievement ?? '–' },
        ]} />
      {doing === 'letter' && <LetterForm of={content} taken={remarks.filter(one => one.unit === null).map(one => one.remark)} onClose={() => begin(undefined)} onSaved={onSaved} />}
      {doing === 'retract' && (
        <Confirm title={w.retracting} isOpen onClose={() => begin(undefined)} onConfirm={retract} yes={w.retract} isDangerous isDisabled={!reason.trim()}>
          <p>{w.retractText}</p>
          <Field label={common.reason} isRequired><textarea rows={2} value={reason} onInput={event => why(event.currentTarget.value)} /></Field>
        </Confirm>
      )}
    </>
  );
}
