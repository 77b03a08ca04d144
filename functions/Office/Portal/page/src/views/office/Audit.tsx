import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { Download } from '../../parts/Download';
import { Field } from '../../parts/Field';
import { Notice, ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { may, today } from '../../shell/session';
import { day, type Day } from '../../words/format';
import { words } from '../../words/language';
import { daysBefore } from '../bloc/reminders';
import { Select } from './Frame';
import { MatterTrail } from './MatterTrail';
import { readAll } from './all';

const w = words({
  title: 'Nhật ký thay đổi', from: 'Từ ngày', until: 'Đến hết ngày', most: 'Nhiều nhất 31 ngày một tệp.', format: 'Dạng tệp', csv: 'Bảng tính (CSV)', jsonl: 'Dữ liệu (JSON từng dòng)', get: 'Tải nhật ký',
  sealed: 'Kiểm tra các thay đổi được niêm phong ngày', verify: 'Kiểm tra', whole: (n: number) => `Nhật ký nguyên vẹn: đã kiểm tra ${n} phần.`, broken: 'Nhật ký không nguyên vẹn', limits: 'Kiểm tra này không bảo đảm được', seal: (day: string) => `Niêm phong ngày ${day}`,
}, {
  title: 'Trail of changes', from: 'From', until: 'Until', most: 'At most 31 days a file.', format: 'Kind of file', csv: 'Spreadsheet (CSV)', jsonl: 'Data (JSON lines)', get: 'Download the trail',
  sealed: 'Check what was sealed on', verify: 'Check', whole: n => `The trail is whole: ${n} parts were checked.`, broken: 'The trail is not whole', limits: 'What this check does not promise', seal: day => `Seal of ${day}`,
});

type Report = Schema['AuditReport'];
type Format = 'csv' | 'jsonl';

/** The trail of changes as a file, and whether it is whole. */
export function Audit() {
  const [from, setFrom] = useState<Day | null>(daysBefore(today.value, 30));
  const [to, setTo] = useState<Day | null>(today.value);
  const [format, setFormat] = useState<Format>('csv');
  return (
    <section class="card">
      <h2>{w.title}</h2>
      {may('ExportAudit') && (
        <>
          <div class="inline-form">
            <Field label={w.from} hint={w.most}><DayField value={from} onChange={setFrom} /></Field>
            <Field label={w.until}><DayField value={to} onChange={setTo} /></Field>
            <Field label={w.format}><Select value={format} onChange={setFormat} choices={[{ value: 'csv', name: w.csv }, { value: 'jsonl', name: w.jsonl }]} /></Field>
          </div>
          {from && to && <p><Download address={`/api/admin/audit/export?${new URLSearchParams({ from, to, format })}`}>{w.get}</Download></p>}
          <MatterTrail />
        </>
      )}
      {may('VerifyAudit') && <Verify />}
    </section>
  );
}

function Verify() {
  const [on, setOn] = useState<Day | null>(daysBefore(today.value, 1));
  const [pages, show] = useState<readonly Report[]>([]);
  const act = useAct();
  const verify = (event: Event) => {
    event.preventDefault();
    show([]);
    void act.run(async () => show(await readAll<Report>(continuation =>
      ask(api.GET('/api/admin/audit/verification', { params: { query: { day: on!, ...continuation ? { continuation } : null } } })).then(({ data }) => ({ items: [data], continuation: data.continuation })))));
  };
  return (
    <form onSubmit={verify}>
      <Field label={w.sealed}><DayField value={on} onChange={setOn} /></Field>
      <button type="submit" disabled={act.isBusy || !on}>{w.verify}</button>
      {act.problem && <ProblemView problem={act.problem} />}
      {pages.length > 0 && <Found pages={pages} />}
    </form>
  );
}

function Found({ pages }: { pages: readonly Report[] }) {
  const parts = pages.flatMap(page => page.partitions);
  const seal = pages[0]!.seal;
  const broken = [...seal && !seal.holds ? [`${w.seal(day(seal.day))}: ${seal.finding}`] : [], ...parts.filter(part => !part.holds).map(part => `${part.table} ${part.partition}: ${part.finding}`)];
  return (
    <>
      {pages.every(page => page.holds) && broken.length === 0
        ? <Notice kind="good">{w.whole(parts.length)}</Notice>
        : <Notice kind="bad">{w.broken}<ul>{broken.map(finding => <li>{finding}</li>)}</ul></Notice>}
      <details><summary>{w.limits}</summary><ul>{pages[0]!.notPromised.map(one => <li>{one}</li>)}</ul></details>
    </>
  );
}
