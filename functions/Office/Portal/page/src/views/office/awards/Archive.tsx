import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../../api/client';
import { Download } from '../../../parts/Download';
import { FaultSummary, Field } from '../../../parts/Field';
import { Show } from '../../../parts/Show';
import { Notice, ProblemView } from '../../../parts/States';
import { useAct } from '../../../parts/useAct';
import { useAnswer } from '../../../parts/useAnswer';
import { useChanges } from '../../../parts/useGuard';
import { may } from '../../../shell/session';
import { common } from '../../../words/common';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame } from '../Frame';
import { at } from '../names';
import { ifMatch } from './reads';
import { StatisticsForm } from './StatisticsForm';
import { YearChoice } from './YearChoice';

type Profile = Schema['ArchiveProfileView'];

const w = words({
  title: (year: number) => `Lưu trữ và thống kê năm ${year}`, archive: 'Hồ sơ lưu trữ', archiveLead: 'Văn bản đã có số của từng khối, tệp của năm, quyết định và mục lục theo Phụ lục VI Nghị định 30/2020/NĐ-CP. Văn bản và tệp giữ nguyên như đã lập, kể cả tên người trong đó. Văn bản chưa ghi số thì chưa có trong hồ sơ: số được ghi trong trang Văn bản của từng khối.', zip: 'Tải hồ sơ lưu trữ (ZIP)', statistics: 'Bảng thống kê', xlsx: 'Tải bảng thống kê (Excel)',
  profile: 'Cơ quan lưu trữ nhận biết', organId: 'Mã định danh cơ quan', organName: 'Tên cơ quan', filePrefix: 'Ký hiệu đầu của hồ sơ', saved: 'Đã lưu.',
}, {
  title: year => `Archive and statistics of ${year}`, archive: 'Files for the archive', archiveLead: 'Papers with a number, the files of the year, decisions and a list by annex VI of Decree 30/2020/NĐ-CP. Papers and files are as they are, with the names in them. A paper without a number is not among them yet: numbers are recorded on the page of each bloc’s papers.', zip: 'Download the files (ZIP)', statistics: 'Statistics', xlsx: 'Download the tables (Excel)',
  profile: 'By what the archive knows the office', organId: 'Identification code', organName: 'What it is called', filePrefix: 'What notations begin with', saved: 'Saved.',
});

export default function Archive({ params }: ViewProps) {
  const year = Number(params.year);
  const profile = useAnswer(signal => ask(api.GET('/api/archive/profile', { signal })), []);
  const template = useAnswer(signal => ask(api.GET('/api/statistics/template', { signal })), []);
  return (
    <Frame title={w.title(year)}>
      <YearChoice year={year} address={one => at('archive', one)} />
      <section class="card">
        <h2>{w.archive}</h2>
        <p>{w.archiveLead}</p>
        {may('ExportArchive') && <Download address={`/api/cycles/${year}/archive`}>{w.zip}</Download>}
      </section>
      <Show of={profile}>{known => <ProfileForm key={known.etag} known={known} onSaved={profile.reload} />}</Show>
      <section class="card">
        <h2>{w.statistics}</h2>
        {may('ExportStatistics') && <Download address={`/api/cycles/${year}/statistics`}>{w.xlsx}</Download>}
      </section>
      <Show of={template}>{known => <StatisticsForm key={known.etag} known={known} onSaved={template.reload} />}</Show>
    </Frame>
  );
}

function ProfileForm({ known, onSaved }: { known: Answer<Profile>; onSaved: () => void }) {
  const { organId, organName, filePrefix } = known.data;
  const [body, set] = useState({ organId: organId ?? '', organName: organName ?? '', filePrefix: filePrefix ?? '' });
  const [isSaved, say] = useState(false);
  const act = useAct();
  useChanges(body, act.isBusy || isSaved);
  const send = async (event: Event) => {
    event.preventDefault();
    if (await act.run(() => ask(api.PUT('/api/archive/profile', { params: { header: ifMatch(known.etag) }, body })))) {
      say(true);
      onSaved();
    }
  };
  const text = (name: keyof typeof body) => (
    <Field label={w[name]} path={`$.${name}`} faults={act.faults} isRequired><input type="text" maxLength={200} disabled={!may('PutArchiveProfile')} value={body[name]} onInput={event => { say(false); set({ ...body, [name]: event.currentTarget.value }); }} /></Field>
  );
  return (
    <form class="card" onSubmit={event => void send(event)}>
      <h2>{w.profile}</h2>
      <FaultSummary faults={act.faults} paths={['$.organId', '$.organName', '$.filePrefix']} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      {text('organId')}{text('organName')}{text('filePrefix')}
      {isSaved && <Notice kind="good">{w.saved}</Notice>}
      {may('PutArchiveProfile') && <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy}>{common.save}</button></div>}
    </form>
  );
}
