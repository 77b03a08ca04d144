import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DaysLeft } from '../../parts/DaysLeft';
import { Pager } from '../../parts/Pager';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { usePages } from '../../parts/usePages';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { inPeriod, mayIn, placeIn } from './place';
import { VisitForm } from './VisitForm';
import './bloc.css';

const w = words({
  title: 'Kiểm tra chéo',
  plan: 'Lên kế hoạch kiểm tra',
  none: 'Chưa có cuộc kiểm tra chéo nào.',
  visited: (day: string) => `đã kiểm tra ngày ${day}`,
  planned: (day: string) => `dự kiến ngày ${day}`,
  team: 'Đoàn kiểm tra',
  open: (count: number) => `${count} điều chưa khắc phục`,
  overdue: (count: number) => `${count} điều quá hạn khắc phục`,
  by: 'khắc phục trước hết ngày',
  mended: (day: string) => `đã khắc phục ngày ${day}`,
  about: (criterion: string) => `tiêu chí ${criterion}`,
  record: 'Ghi kết quả, sửa',
  saved: 'Đã lưu cuộc kiểm tra.',
}, {
  title: 'Visits',
  plan: 'Plan a visit',
  none: 'No visit is planned.',
  visited: day => `visited on ${day}`,
  planned: day => `planned for ${day}`,
  team: 'Visited by',
  open: count => `${count} to be mended`,
  overdue: count => `${count} overdue`,
  by: 'to be mended by',
  mended: day => `mended on ${day}`,
  about: criterion => `criterion ${criterion}`,
  record: 'Record findings, edit',
  saved: 'The visit was saved.',
});

type Visit = Schema['InspectionView'];

/** Cross-check visits of the bloc: plans, findings, and what became of them. */
export default function Visits({ params }: ViewProps) {
  const place = placeIn(params);
  const { year, period, bloc } = place;
  const list = usePages(async (continuation, signal) => {
    const { data } = await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/inspections', {
      params: { path: inPeriod(place), query: { pageSize: 100, ...continuation ? { continuation } : null } }, signal,
    }));
    return { items: data.inspections, continuation: data.continuation };
  }, [year, period, bloc]);
  const [shown, show] = useState<Visit | 'new' | null>(null);
  const [said, say] = useState('');
  const mayWrite = mayIn('PutInspection', place);
  return (
    <Frame place={place} view="visits" title={w.title} actions={mayWrite && !shown && <button type="button" class="primary" onClick={() => { say(''); show('new'); }}>{w.plan}</button>}>
      {said && <Notice kind="good">{said}</Notice>}
      {shown && <VisitForm place={place} visit={shown === 'new' ? null : shown} taken={list.value?.map(one => one.inspection) ?? []} onClose={() => show(null)} onSaved={() => { say(w.saved); show(null); list.reload(); }} />}
      <Show of={list}>
        {visits => visits.length === 0 ? <p class="card">{w.none}</p> : visits.map(visit => (
          <section class="card" key={visit.inspection}>
            <h2>{visit.unitName}</h2>
            <p>
              <StatusBadge kind={visit.visitedOn ? 'good' : 'plain'}>{visit.visitedOn ? w.visited(day(visit.visitedOn)) : w.planned(day(visit.plannedOn))}</StatusBadge>{' '}
              {visit.overdue > 0 && <StatusBadge kind="bad">{w.overdue(visit.overdue)}</StatusBadge>} {visit.open > 0 && <StatusBadge kind="warn">{w.open(visit.open)}</StatusBadge>}
            </p>
            <p class="small">{w.team}: {visit.teamNames.join(', ')}</p>
            {visit.plan && <p class="pre">{visit.plan}</p>}
            {visit.findings.length > 0 && (
              <ol>
                {visit.findings.map(finding => (
                  <li value={finding.number}>
                    <span class="pre">{finding.text}</span> {finding.criterion && <span class="soft">({w.about(finding.criterion)})</span>}
                    {finding.mended ? <> <StatusBadge kind="good">{w.mended(day(finding.mended.on))}</StatusBadge> <span class="pre">{finding.mended.note}</span></>
                      : finding.mendBy && <> – {w.by} <DaysLeft until={finding.mendBy} /></>}
                  </li>
                ))}
              </ol>
            )}
            {mayWrite && <div class="buttons"><button type="button" aria-label={`${visit.visitedOn ? w.record : common.edit}: ${visit.unitName}`} onClick={() => { say(''); show(visit); }}>{visit.visitedOn ? w.record : common.edit}</button></div>}
          </section>
        ))}
      </Show>
      <Pager of={list} />
    </Frame>
  );
}
